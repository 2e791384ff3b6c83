import ICAL from 'ical.js'
import { expect, test } from 'vitest'

import { entryId } from '../feeds/entry-id.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { createTestEvent } from '../testing/create-event.ts'
import { publicItems } from '../testing/public-items.ts'

const { payload, withdrawn, open, titles } = await publicItems()

test.for([
  ['', ['On nothing', 'On finance']],
  ['?topic=finance', ['On finance']],
  ['?topic=finance&country=BE', ['On finance']],
  ['?topic=training,finance', ['On finance']],
  ['?topic=training', []],
  ['?country=be', ['On finance']],
] as const)(
  'the feed narrowed to "%s" holds what is about that and nothing else',
  async ([query, expected]) => {
    expect(await titles(`/en/feeds/news/feed.json${query}`)).toEqual(expected)
  },
)

test('whoever asks for the same in whatever order gets one and the same feed', async () => {
  const [one, other] = [
    await open('/en/feeds/news/atom.xml?topic=training,finance&country=BE'),
    await open('/en/feeds/news/atom.xml?country=be&topic=finance&topic=training'),
  ]
  const text = await one.text()

  expect(await other.text()).toBe(text)
  expect(text).toContain(
    '<id>http://localhost:3000/en/feeds/news/atom.xml?country=BE&amp;topic=finance,training</id>',
  )
  expect(text).toContain('hreflang="fr" href="http://localhost:3000/fr/feeds/news/atom.xml?country=BE')
})

test.for([
  ['?topic=no-such', 404, 'topic'],
  ['?topic=%00', 404, 'topic'],
  ['?country=XX', 404, 'country'],
  ['?topik=finance', 400, 'topik'],
] as const)(
  'a feed narrowed to "%s" is refused in words that name what is wrong',
  async ([query, status, field]) => {
    const answer = await open(`/en/feeds/news/atom.xml${query}`)

    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'application/problem+json'])
    expect((await answer.json()).errors).toMatchObject([{ field }])
  },
)

test('what was taken back is named as gone in the feeds that it stood in, and in no other', async () => {
  const ref = entryId({ id: withdrawn.id, locale: 'en' })
  const has = async (path: string) => (await (await open(path)).text()).includes(`ref="${ref}"`)

  expect(await has('/en/feeds/news/atom.xml')).toBe(true)
  expect(await has('/en/feeds/all/atom.xml?topic=finance')).toBe(true)
  expect(await has('/en/feeds/all/atom.xml?topic=training')).toBe(false)
  expect(await has('/fr/feeds/news/atom.xml')).toBe(false)
})

test('a reader that has a feed is told so by its mark and by its date, and a cache what it depends on', async () => {
  await expect
    .poll(async () => (await open('/en/feeds/news/rss.xml')).headers.has('Last-Modified'))
    .toBe(true)
  const first = await open('/en/feeds/news/rss.xml')
  const headers = (name: string) => first.headers.get(name) ?? ''

  expect(headers('Cache-Tag')).toBe('news:en,network,channels')
  expect((await open('/en/feeds/news/rss.xml', { 'If-None-Match': headers('ETag') })).status).toBe(304)
  const held = { 'If-Modified-Since': headers('Last-Modified') }
  expect((await open('/en/feeds/news/rss.xml', held)).status).toBe(304)
  expect(
    (await open('/en/feeds/news/rss.xml', { 'If-Modified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT' })).status,
  ).toBe(200)
})

test.for([
  ['/en/feeds/news/atom.xml?topic=finance&country=BE', 'news:en,network,terms,topics'],
  ['/en/feeds/events/calendar.ics?topic=finance', 'events:en,network,topics'],
  ['/en/feeds/events/calendar.ics', 'events:en,network'],
] as const)('%s depends on the names that stand in its title: %s', async ([path, tags]) => {
  expect((await open(path)).headers.get('Cache-Tag')).toBe(tags)
})

test('an address that only looks like a feed is none', async () => {
  expect((await open('/en/feeds/news/calendar.ics')).status).toBe(404)
  expect((await open('/en/feeds/users/atom.xml')).status).toBe(404)
  expect((await open('/de/feeds/news/atom.xml')).status).toBe(404)
})

test('an event stands in the calendar of its language, says that it is called off, and is gone once withdrawn', async () => {
  const event = await createTestEvent(payload, new Date(Date.now() + 7 * 24 * 3_600_000))
  const calendar = async (locale: string) => {
    await projectWork(payload)
    const text = await (await open(`/${locale}/feeds/events/calendar.ics`)).text()
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => ({
      uid: part.getFirstPropertyValue('uid'),
      summary: part.getFirstPropertyValue('summary'),
      status: part.getFirstPropertyValue('status'),
      sequence: part.getFirstPropertyValue('sequence'),
    }))
  }
  const uid = `${event.id}@localhost`
  await event.publish('en')

  expect(await calendar('en')).toEqual([{ uid, summary: 'Open day (en)', status: 'CONFIRMED', sequence: 1 }])
  expect(await calendar('fr')).toEqual([])
  await event.publish('en', { status: 'cancelled' })
  expect(await calendar('en')).toEqual([{ uid, summary: 'Open day (en)', status: 'CANCELLED', sequence: 2 }])
  await event.withdraw('en')
  expect(await calendar('en')).toEqual([])
})

test('the calendar of a topic without events is one', async () => {
  const answer = await open('/en/feeds/events/calendar.ics?topic=finance')
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))

  expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
  expect(calendar.getAllSubcomponents('vevent')).toEqual([])
  expect(String(calendar.getFirstPropertyValue('name'))).toContain('Finance')
})
