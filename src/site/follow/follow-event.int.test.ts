import ICAL from 'ical.js'
import { expect, test } from 'vitest'

import type { ItemReference } from '../../content/published-item.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createTestEvent } from '../../testing/create-event.ts'
import { ADDRESS, followPath } from '../../testing/follow-path.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { answerEventCalendar } from '../event-calendar-answer.ts'

const path = await followPath()
const { payload, formOf, follow, confirm } = path

test('an event is followed with a reminder, which is planned as soon as it is confirmed', async () => {
  const event = await createTestEvent(payload, new Date(Date.now() + 10 * 24 * 3_600_000))
  await event.publish('en')
  const item: ItemReference = { collection: 'events', id: event.id }
  await follow(item, { reminder: true })
  await confirm()
  const { rows } = await databaseOf(payload).execute(sql`select kind, state from personal_mails`)

  expect(rows).toEqual([{ kind: 'reminder', state: 'planned' }])
  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([{ follows: [{ reminder: true }] }])
})

test('an event that has begun offers no reminder', async () => {
  const event = await createTestEvent(payload, new Date(Date.now() - 3_600_000))
  await event.publish('en')
  const page = await (await formOf({ collection: 'events', id: event.id }, 'en')).text()

  expect(page).not.toContain('name="reminder"')
})

test('every event has a file for a calendar, in each language, and nothing else has', async () => {
  const event = await createTestEvent(payload, new Date('2027-03-28T08:00:00Z'))
  await event.publish('en')
  const { slug } = await payload.findByID({ collection: 'events', id: event.id, locale: 'en' })
  const ask = (collection: string, locale: Locale) =>
    answerEventCalendar(path.amina.get('/'), { locale, collection, slug: slug ?? '' })
  const answer = await ask('events', 'en')

  expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
  const part = new ICAL.Component(ICAL.parse(await answer.text())).getFirstSubcomponent('vevent') ?? undefined
  expect(new ICAL.Event(part).startDate.toJSDate()).toEqual(new Date('2027-03-28T08:00:00Z'))
  expect([(await ask('news', 'en')).status, (await ask('events', 'ar')).status]).toEqual([404, 404])
})

test('the file of an event says whose words it has and when they changed, and any site may fetch it', async () => {
  const event = await createTestEvent(payload, new Date('2027-03-28T08:00:00Z'))
  await event.publish('en')
  const { slug } = await payload.findByID({ collection: 'events', id: event.id, locale: 'en' })
  const visit = (headers = {}) =>
    answerEventCalendar(path.amina.get('/', headers), {
      locale: 'en',
      collection: 'events',
      slug: slug ?? '',
    })
  const answer = await visit()
  const { headers } = answer
  const part = new ICAL.Component(ICAL.parse(await answer.text())).getFirstSubcomponent('vevent')

  expect(part?.getFirstPropertyValue('x-emissary-attribution')).toContain('Sample organisation')
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(headers.get('Cache-Tag')?.split(',')).toContain(`events/${event.id}`)
  expect((await visit({ 'If-None-Match': headers.get('ETag') ?? '' })).status).toBe(304)
  await expect.poll(async () => (await visit()).headers.has('Last-Modified')).toBe(true)
})
