import ICAL from 'ical.js'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { ItemReference } from '../../content/published-item.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { planChanges } from '../../dissemination/plan-changes.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createTestEvent } from '../../testing/create-event.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerEventCalendar } from '../event-calendar-answer.ts'
import { answerItem } from '../public-answers.ts'
import { answerConfirm, answerConfirmForm } from '../subscriber/confirm-answers.ts'
import { answerFollow, answerFollowForm, answerFollowSent } from './follow-answers.ts'

let payload: Payload
let amina: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  amina = visitor(payload)
  // Whatever she does is done before what is published after it.
  amina.now = new Date(Date.now() - 60_000)
  await planChanges(payload)
  await databaseOf(payload).execute(sql`
    truncate subscribers, subscriptions, follows, personal_mails, suppressions, rate_limits cascade
  `)
})

const ADDRESS = 'amina@example.org'

/** Everything that is kept about people. */
async function kept(): Promise<unknown> {
  const { rows } = await databaseOf(payload).execute(sql`
    select
      (select count(*)::int from subscribers) as subscribers, (select count(*)::int from follows) as follows,
      (select count(*)::int from consent_events) as proofs, (select count(*)::int from personal_mails) as mails
  `)
  return rows[0]
}

const nothingMore = async (before: unknown) => expect(await kept()).toEqual(before)

async function publicNews(locales: readonly Locale[] = ['en'], topics: readonly string[] = []) {
  const item = await createTestItem(payload)
  await payload.update({
    collection: 'news',
    id: item.id,
    locale: 'en',
    draft: true,
    data: { topics: [...topics] },
  })
  for (const locale of locales) await item.publish(locale)
  await planChanges(payload)
  return item
}

const named = ({ collection, id }: ItemReference) => `${collection}/${id}`
const news = (id: string): ItemReference => ({ collection: 'news', id })

async function formOf(item: ItemReference, locale: Locale): Promise<Response> {
  return answerFollowForm(amina.get(`/${locale}/follow?item=${named(item)}`), { locale })
}

interface Following {
  readonly address?: string
  readonly locale?: Locale
  readonly reminder?: boolean
  readonly topics?: readonly string[]
  readonly consent?: boolean
  readonly trap?: string
  readonly seconds?: number
}

async function follow(item: ItemReference, wanted: Following = {}): Promise<Response> {
  const { address = ADDRESS, locale = 'en', reminder = false, topics = [] } = wanted
  const { consent = true, trap = '', seconds = 5 } = wanted
  const page = await (await formOf(item, locale)).text()
  amina.now = new Date(amina.now.getTime() + seconds * 1000)
  const answer = await answerFollow(
    amina.post(`/${locale}/follow`, [
      ['form', /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''],
      ['website', trap],
      ['item', named(item)],
      ['email', address],
      ...(reminder ? [['reminder', 'yes'] as const] : []),
      ...topics.map((id) => ['topics', id] as const),
      ...(consent ? [['consent', 'yes'] as const] : []),
    ]),
    { locale },
  )
  await amina.settle()
  return answer
}

const mailedToken = (): string => /\/confirm\/([\w.-]+)/.exec(amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''

const question = (locale: Locale = 'en', token = mailedToken()) =>
  answerConfirmForm(amina.get(`/${locale}/confirm/${token}`), { locale, token })

const confirm = (locale: Locale = 'en', token = mailedToken()) =>
  answerConfirm(amina.post(`/${locale}/confirm/${token}`, [['action', 'confirm']]), { locale, token })

const seen = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.text(),
})

test('who follows an item is asked by mail, and nothing is kept before they press the button', async () => {
  const item = await publicNews()
  const before = await kept()
  const answer = await follow(news(item.id))
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/en/follow/sent'])
  expect(amina.inbox.map(({ to, locale, subject }) => [to, locale, subject])).toEqual([
    [ADDRESS, 'en', 'Confirm that you want to be told: Mentoring starts (en)'],
  ])
  await nothingMore(before)

  const page = await question()
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Mentoring starts (en)')
  await nothingMore(before)

  expect((await confirm()).status).toBe(200)
  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([
    {
      locale: 'en',
      status: 'active',
      newsletterIds: [],
      follows: [{ target: 'news', targetId: item.id, reminder: false }],
    },
  ])
})

test('the proof holds the words that were shown and the names of what they were about', async () => {
  const { id: topic } = await payload.create({
    collection: 'topics',
    locale: 'en',
    data: { label: 'Mentoring' },
  })
  const item = await publicNews(['en'], [topic])
  await follow(news(item.id), { topics: [topic] })
  await confirm()
  const { rows } = await databaseOf(payload).execute(sql`
    select kind, locale, wording, wording_version, source, follows from consent_events order by id desc limit 1
  `)

  expect(rows).toEqual([
    {
      kind: 'confirmed',
      locale: 'en',
      wording:
        'I agree that Sample network writes to the address I gave when there is news of what I chose here. I can withdraw at any time.\nMentoring starts (en)\nEverything new about: Mentoring',
      wording_version: 'follow-2026-11-1',
      source: '/en/confirm',
      follows: [
        { target: 'news', targetId: item.id },
        { target: 'topics', targetId: topic },
      ],
    },
  ])
})

test('whoever is behind the address, and whoever filled in the form, the answer is the same', async () => {
  const item = await publicNews()
  await follow(news(item.id))
  await confirm()
  const answers = [
    await follow(news(item.id)),
    await follow(news(item.id), { address: 'stranger@example.org' }),
    await follow(news(item.id), { address: 'robot@example.org', trap: 'x' }),
    await follow(news(item.id), { address: 'robot@example.org', seconds: 0.5 }),
  ]
  const [first, ...others] = await Promise.all(answers.map(seen))

  expect(others).toEqual([first, first, first])
  expect(amina.inbox.map(({ to }) => to)).toEqual([ADDRESS, ADDRESS, 'stranger@example.org'])
})

test('a person who is known keeps their settings when they follow something', async () => {
  const [first, second] = [await publicNews(['en', 'ar']), await publicNews(['en', 'ar'])]
  await follow(news(first.id), { locale: 'ar' })
  await confirm('ar')
  await databaseOf(payload).execute(sql`update subscribers set frequency = 'monthly'`)
  await follow(news(second.id))
  await confirm()

  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([
    { locale: 'ar', furtherLocales: [], frequency: 'monthly', follows: [{}, {}] },
  ])
})

test('where an item does not exist in a language, its page offers to tell when it does', async () => {
  const item = await publicNews(['en'])
  const page = await answerItem(amina.get('/ar/news/mentoring-starts-en'), {
    locale: 'ar',
    collection: 'news',
    slug: await slugOf(item.id),
  })
  expect(page.status).toBe(404)
  expect(await page.text()).toContain(`/ar/follow?item=news/${item.id}`)

  await follow(news(item.id), { locale: 'ar' })
  await confirm('ar')
  await item.publish('ar')
  await planChanges(payload)
  expect(await noticed()).toEqual([{ why: 'published', locale: 'ar' }])
})

async function slugOf(id: string): Promise<string> {
  const { slug } = await payload.findByID({ collection: 'news', id, locale: 'en' })
  return slug ?? ''
}

async function noticed(): Promise<unknown[]> {
  const { rows } = await databaseOf(payload).execute(sql`
    select items -> 0 ->> 'why' as why, items -> 0 ->> 'locale' as locale from personal_mails where kind = 'notice'
  `)
  return rows
}

test('who waits for a language that was not among theirs reads it from now on, after the others', async () => {
  const [first, second] = [await publicNews(['en']), await publicNews(['en'])]
  await follow(news(first.id))
  await confirm()
  await follow(news(second.id), { locale: 'ar' })
  await confirm('ar')

  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([{ locale: 'en', furtherLocales: ['ar'] }])
})

test('what was withdrawn since cannot be followed any more: neither asked for nor confirmed', async () => {
  const item = await publicNews()
  await follow(news(item.id))
  await item.saveDraft('en', {}, { unpublish: true })
  const before = await kept()

  expect([(await question()).status, (await confirm()).status]).toEqual([410, 410])
  await nothingMore(before)
  expect((await formOf(news(item.id), 'en')).status).toBe(404)
})

test.for([
  ['no item at all', ''],
  ['no such item', `news/${crypto.randomUUID()}`],
  ['what cannot be followed', `users/${crypto.randomUUID()}`],
  ['something else', "news/' or 1=1"],
] as const)('there is no page to follow %s', async ([, name]) => {
  const query = new URLSearchParams({ item: name })
  const answer = await answerFollowForm(amina.get(`/en/follow?${query}`), { locale: 'en' })
  const sent = await answerFollow(amina.post('/en/follow', [['item', name]]), { locale: 'en' })

  expect([answer.status, sent.status]).toEqual([404, 404])
})

test('what is missing is named beside the field, and everything else stays filled in', async () => {
  const item = await publicNews()
  const answer = await follow(news(item.id), { address: 'amina@', consent: false })
  const page = await answer.text()

  expect(answer.status).toBe(422)
  expect(page).toContain('href="#email"')
  expect(page).toContain('href="#consent"')
  expect(page).toContain('value="amina@"')
  expect(amina.inbox).toEqual([])
})

test('a flood from one network is stopped, and the page says nothing about any address', async () => {
  const item = await publicNews()
  const answers: number[] = []
  for (let count = 0; count < 6; count++)
    answers.push((await follow(news(item.id), { address: `a${count}@example.org` })).status)

  expect(answers).toEqual([...Array.from({ length: 5 }, () => 303), 429])
})

test('a link to follow works once: after leaving it brings nobody back', async () => {
  const item = await publicNews()
  await follow(news(item.id))
  const token = mailedToken()
  await confirm('en', token)
  await databaseOf(payload).execute(sql`delete from follows`)

  expect((await confirm('en', token)).status).toBe(200)
  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([{ follows: [] }])
})

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
    answerEventCalendar(amina.get('/'), { locale, collection, slug: slug ?? '' })
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
    answerEventCalendar(amina.get('/', headers), { locale: 'en', collection: 'events', slug: slug ?? '' })
  const answer = await visit()
  const { headers } = answer
  const part = new ICAL.Component(ICAL.parse(await answer.text())).getFirstSubcomponent('vevent')

  expect(part?.getFirstPropertyValue('x-emissary-attribution')).toContain('Sample organisation')
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(headers.get('Cache-Tag')?.split(',')).toContain(`events/${event.id}`)
  expect((await visit({ 'If-None-Match': headers.get('ETag') ?? '' })).status).toBe(304)
  await expect.poll(async () => (await visit()).headers.has('Last-Modified')).toBe(true)
})

test('the page after the form says the same to everybody', async () => {
  const answer = await answerFollowSent(amina.get('/en/follow/sent'), { locale: 'en' })

  expect([answer.status, (await answer.text()).includes('Now look in your inbox')]).toEqual([200, true])
})
