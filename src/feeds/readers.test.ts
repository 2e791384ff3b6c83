import { Readable } from 'node:stream'

import FeedParser from 'feedparser'
import { parseFeed } from 'feedsmith'
import Parser from 'rss-parser'
import { expect, test } from 'vitest'

import { documentOf } from '../testing/documents.ts'
import { eventInEnglish, practiceInArabic, practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { entryId } from './entry-id.ts'
import { feedDocument } from './feed-document.ts'
import type { FeedMeta } from './feed-meta.ts'

const meta: FeedMeta = {
  locale: 'en',
  title: 'EMEN',
  description: 'Everything',
  network: 'EMEN',
  selfUrl: 'https://emen.example/en/feeds/all/atom.xml',
  pageUrl: 'https://emen.example/en',
  alternates: { fr: 'https://emen.example/fr/feeds/all/atom.xml' },
  hubs: ['https://hub.example/'],
  startedAt: new Date('2026-01-01T00:00:00Z'),
}
const feed = (
  kind: 'rss' | 'atom' | 'json',
  items = [practiceInEnglish, eventInEnglish],
  gone = [] as const,
) =>
  feedDocument(
    kind,
    items.map((item) => documentOf(item)),
    meta,
    gone,
  ).body

/** Where each program leads its readers, entry by entry. */
const programs: readonly { readonly name: string; links(body: string): Promise<readonly unknown[]> }[] = [
  {
    name: 'rss-parser',
    links: async (body) => (await new Parser().parseString(body)).items.map(({ link }) => link),
  },
  {
    // Whoever uses it chooses a link, and most take the first.
    name: 'feedsmith',
    async links(body) {
      const read = parseFeed(body)
      if (read.format === 'atom')
        return (read.feed.entries ?? []).map(
          ({ links }) => links?.find(({ rel }) => rel === 'alternate')?.href,
        )
      return read.format === 'rss' ? (read.feed.items ?? []).map(({ link }) => link) : []
    },
  },
  {
    name: 'feedparser',
    async links(body) {
      const found: unknown[] = []
      for await (const item of Readable.from([body]).pipe(new FeedParser({}))) found.push(item.link)
      return found
    },
  },
]

test.for(programs.flatMap((program) => (['rss', 'atom'] as const).map((kind) => ({ ...program, kind }))))(
  '$name leads from an entry in $kind to the page in its language, though others exist',
  async ({ links, kind }) => {
    expect(await links(feed(kind))).toEqual([practiceInEnglish.url, eventInEnglish.url])
    expect(await links(feed(kind, [practiceInFrench, practiceInArabic]))).toEqual([
      practiceInFrench.url,
      practiceInArabic.url,
    ])
  },
)

test.for(programs.flatMap((program) => (['rss', 'atom'] as const).map((kind) => ({ ...program, kind }))))(
  '$name keeps the order of entries of one second in $kind',
  async ({ links, kind }) => {
    const items = ['a', 'b', 'c'].map((slug) => ({
      ...eventInEnglish,
      id: eventInEnglish.id.replace(/.$/, slug),
      url: `https://emen.example/en/events/${slug}`,
    }))

    expect(await links(feed(kind, items))).toEqual(items.map(({ url }) => url))
  },
)

test('a program that knows of tombstones is told what is gone, and one that does not reads on', () => {
  const gone = { entryId: entryId(practiceInFrench), at: new Date('2026-03-06T08:00:00Z') }
  const { body, updatedAt } = feedDocument('atom', [documentOf(eventInEnglish)], meta, [gone])
  const read = parseFeed(body)

  expect(body).toContain(`<at:deleted-entry ref="${gone.entryId}" when="2026-03-06T08:00:00.000Z"/>`)
  expect(updatedAt).toEqual(gone.at)
  expect(read.format === 'atom' && read.feed.entries?.map(({ id }) => id)).toEqual([entryId(eventInEnglish)])
})

test('a JSON Feed is one to another program, with language, licence and what a machine wrote', () => {
  const document = documentOf({ ...practiceInFrench, machineTranslated: true })
  const { body, contentType } = feedDocument('json', [document], { ...meta, locale: 'fr' })
  const read = parseFeed(body)

  expect(contentType).toBe('application/feed+json; charset=utf-8')
  expect(read.format).toBe('json')
  expect(read.feed).toMatchObject({
    title: 'EMEN',
    language: 'fr',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [{ id: entryId(practiceInFrench), url: practiceInFrench.url, language: 'fr' }],
  })
  expect(JSON.parse(body).items[0]._emissary).toMatchObject({
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    machine_translated: true,
    source_language: 'en',
    attribution: 'EMEN',
  })
})

test.for(['rss', 'atom', 'json'] as const)('an empty feed in %s is one to another program', (kind) => {
  expect(parseFeed(feed(kind, [])).format).toBe(kind)
})
