import ICAL from 'ical.js'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { clockChange } from '../../testing/clock-change.ts'
import { createTestEvent, lasting } from '../../testing/create-event.ts'
import { createFollower } from '../../testing/create-follower.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { planChanges } from '../plan-changes.ts'
import type { PersonalMail, PlannedItem, PlannedMail } from './personal-mail.ts'
import { planRemindersOf } from './plan-reminders.ts'
import { renderNotice } from './render-notice.ts'
import { renderReminder } from './render-reminder.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await planChanges(payload)
  await databaseOf(payload).execute(emptying('personal_mails follows subscribers'))
})

const following = (id: string) => [{ target: 'news', targetId: id }] as const

async function planned(subscriberId: string, kind: 'notice' | 'reminder'): Promise<PlannedMail> {
  await planChanges(payload)
  const { rows } = await databaseOf(payload).execute<{ key: string; items: PlannedItem[] }>(sql`
    select key, items from personal_mails
    where subscriber_id = ${subscriberId} and kind = ${kind} and state = 'planned'
  `)
  const [row] = rows
  if (row === undefined) throw new Error('nothing is planned for this person')
  return { ...row, subscriberId }
}

const made = (rendered: PersonalMail | { readonly skip: string }): PersonalMail => {
  if ('skip' in rendered) throw new Error(`there is no mail: ${rendered.skip}`)
  return rendered
}

async function publicItem(locales: readonly Locale[] = ['en']) {
  const item = await createTestItem(payload)
  for (const locale of locales) await item.publish(locale)
  await planChanges(payload)
  return item
}

test('a notice tells what changed and what is gone, each in the language in which its reader reads it', async () => {
  const [changed, gone] = [await publicItem(['en', 'ar']), await publicItem()]
  const reader = await createFollower(
    payload,
    ['ar', 'en'],
    [...following(changed.id), ...following(gone.id)],
  )
  await changed.publish('ar', { title: 'يبدأ الإرشاد في حزيران' })
  await gone.saveDraft('en', { title: 'Not for the public' }, { unpublish: true })
  const mail = made(await renderNotice(payload, await planned(reader, 'notice')))

  expect([mail.locale, mail.items.map(({ why, locale, id }) => [why, locale, id])]).toEqual([
    'ar',
    [
      ['changed', 'ar', changed.id],
      ['withdrawn', 'en', gone.id],
    ],
  ])
  expect(mail.html).toContain('dir="rtl"')
  expect(mail.html).toContain('يبدأ الإرشاد في حزيران')
  expect(mail.html).toContain('Mentoring starts (en)')
  expect(mail.html + mail.text).not.toContain('Not for the public')
  expect(mail.text).toContain('{{unsubscribe_url}}')
})

test('what an inbox shows of a notice is in its language: a title in another is none of it', async () => {
  const [english, french] = [await publicItem(), await publicItem(['en', 'fr'])]
  const reads = ['fr', 'en'] as const
  const ofOne = await createFollower(payload, reads, following(english.id))
  const ofBoth = await createFollower(payload, reads, [...following(english.id), ...following(french.id)])
  await english.publish('en', { title: 'Mentoring ends' })
  await french.publish('fr', { title: 'Le mentorat commence' })

  expect(made(await renderNotice(payload, await planned(ofOne, 'notice'))).subject).toBe('Ce que vous suivez')
  expect(made(await renderNotice(payload, await planned(ofBoth, 'notice'))).subject).toContain(
    'Le mentorat commence',
  )
})

test('a notice that was planned and is not true any more tells nothing', async () => {
  const item = await publicItem(['en'])
  const reader = await createFollower(payload, ['fr'], following(item.id))
  await item.publish('fr')
  const mail = await planned(reader, 'notice')
  await item.saveDraft('fr', {}, { unpublish: true })

  expect(await renderNotice(payload, mail)).toEqual({ skip: 'nothing-left' })
})

test('what somebody does not follow any more is left out', async () => {
  const [kept, left] = [await publicItem(), await publicItem()]
  const reader = await createFollower(payload, ['en'], [...following(kept.id), ...following(left.id)])
  await kept.publish('en', { title: 'Kept' })
  await left.publish('en', { title: 'Left' })
  const mail = await planned(reader, 'notice')
  await databaseOf(payload).execute(sql`delete from follows where target_id = ${left.id}`)
  const { html, subject } = made(await renderNotice(payload, mail))

  expect([html.includes('Kept'), html.includes('Left'), subject.includes('Kept')]).toEqual([
    true,
    false,
    true,
  ])
})

test('the same notice is the same, byte for byte, as long as nothing happens', async () => {
  const item = await publicItem()
  const reader = await createFollower(payload, ['en'], following(item.id))
  await item.publish('en', { title: 'Changed' })
  const mail = await planned(reader, 'notice')

  expect(await renderNotice(payload, mail)).toEqual(await renderNotice(payload, mail))
})

test('many changes fit into one notice: what is not shown in full is named', async () => {
  const items = []
  for (let count = 0; count < 16; count++) items.push(await publicItem())
  const reader = await createFollower(
    payload,
    ['en'],
    items.flatMap(({ id }) => [...following(id)]),
  )
  for (const [index, item] of items.entries()) await item.publish('en', { title: `Changed ${index}.` })
  const mail = made(await renderNotice(payload, await planned(reader, 'notice')))

  expect(items.filter((_, index) => !mail.html.includes(`Changed ${index}.`))).toEqual([])
  expect(Buffer.byteLength(mail.html)).toBeLessThan(95 * 1024)
})

const soon = new Date(`${clockChange('March')}T08:00:00Z`)
const dayBefore = new Date(soon.getTime() - 24 * 3_600_000)

type Locales = readonly [Locale, ...Locale[]]

async function remindedOf(locales: Locales, readers: Locales = locales) {
  const event = await createTestEvent(payload, soon)
  for (const locale of locales) await event.publish(locale)
  await planChanges(payload)
  const reader = await createFollower(payload, readers, [
    { target: 'events', targetId: event.id, reminder: true },
  ])
  await planRemindersOf(reader, databaseOf(payload))
  return { event, reader, mail: await planned(reader, 'reminder') }
}

test('a reminder gives the hours of the place, on the day when its clocks change, and a file for the calendar', async () => {
  const { mail } = await remindedOf(['en'])
  const { html, attachments = [], locale } = made(await renderReminder(payload, mail, dayBefore))
  const [file] = attachments

  expect(locale).toBe('en')
  expect(html).toContain(
    `Sunday, ${soon.getUTCDate()} March ${soon.getUTCFullYear()}, 11:00–13:00 (Eastern European Time, GMT+3)`,
  )
  expect(file?.contentType).toBe('text/calendar; charset=utf-8; method=PUBLISH')
  const event =
    new ICAL.Component(ICAL.parse(file?.content ?? '')).getFirstSubcomponent('vevent') ?? undefined
  expect(new ICAL.Event(event).startDate.toJSDate()).toEqual(soon)
})

test('a reminder speaks the language of its reader', async () => {
  const { mail } = await remindedOf(['ar', 'en'])
  const { html, locale } = made(await renderReminder(payload, mail, dayBefore))

  expect(locale).toBe('ar')
  expect(html).toContain('Open day (ar)')
})

test('what an inbox shows of a reminder is in its language, whichever the event is shown in', async () => {
  const { mail } = await remindedOf(['en'], ['fr', 'en'])
  const { html, subject, locale } = made(await renderReminder(payload, mail, dayBefore))
  const [preheader = ''] = /(?<=<body[\s\S]*?>)[^<>]*\d{4}[^<>]*/.exec(html) ?? []

  expect([locale, subject]).toEqual(['fr', 'Cela commence bientôt'])
  expect(preheader).toMatch(/^dimanche \d+ mars/)
})

test('what happened between planning and sending stops a reminder', async () => {
  const { event, reader, mail } = await remindedOf(['en'])
  expect(await renderReminder(payload, mail, soon)).toEqual({ skip: 'event-began' })

  await event.publish('en', lasting(new Date(soon.getTime() + 96 * 3_600_000)))
  expect(await renderReminder(payload, mail, dayBefore)).toEqual({ skip: 'event-moved' })

  await event.publish('en', { ...lasting(soon), status: 'cancelled' })
  expect(await renderReminder(payload, mail, dayBefore)).toEqual({ skip: 'event-cancelled' })

  await event.publish('en', { status: 'as-planned' })
  await databaseOf(payload).execute(sql`update follows set reminder = false where subscriber_id = ${reader}`)
  expect(await renderReminder(payload, mail, dayBefore)).toEqual({ skip: 'unsubscribed' })
})
