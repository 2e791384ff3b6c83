import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { load } from 'cheerio'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { correctionLines } from '../src/content/correction-lines.ts'
import type { PublishedItem } from '../src/content/published-item.ts'
import { entryId } from '../src/feeds/entry-id.ts'
import { feedDocument, xmlFeedKinds } from '../src/feeds/feed-document.ts'
import type { FeedMeta } from '../src/feeds/feed-meta.ts'
import { newsletterFeed } from '../src/feeds/newsletter-feed.ts'
import { documentOf } from '../src/testing/documents.ts'
import { eventInEnglish, practiceInEnglish } from '../src/testing/items.ts'
import { feedSamples } from './feeds/feed-items.ts'
import { feedReaders, type SeenFeed } from './feeds/feed-readers.ts'

const meta: FeedMeta = {
  locale: 'en',
  title: 'EMEN',
  description: 'Everything & <more>',
  network: 'EMEN',
  selfUrl: 'https://emen.example/en/feeds/all/atom.xml',
  pageUrl: 'https://emen.example/en',
  alternates: { fr: 'https://emen.example/fr/feeds/all/atom.xml' },
  hubs: ['https://hub.example/'],
  startedAt: new Date('2026-01-01T00:00:00Z'),
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emissary-feeds-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Where a reader finds it. */
async function written({ body }: { readonly body: string }): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.xml`)
  await writeFile(file, body)
  return file
}

const without = (shown: object, hidden: readonly string[]) =>
  Object.fromEntries(Object.entries(shown).filter(([name]) => !hidden.includes(name)))

/** What the text of an entry looks like, however its markup was written. */
function shownBy(html: string) {
  const $ = load(html, null, false)
  const outer = $('div').first()
  return {
    language: outer.attr('lang'),
    direction: outer.attr('dir'),
    paragraphs: outer
      .children('p')
      .toArray()
      .map((paragraph) => $(paragraph).text()),
  }
}
const entriesOf = ({ entries }: SeenFeed) =>
  entries.map(({ html, ...entry }) => ({ ...entry, ...shownBy(html) }))

const each = feedReaders.flatMap((reader) =>
  xmlFeedKinds.map((kind) => ({ reader, kind, name: reader.name })),
)
const inEachLanguage = each.flatMap((one) =>
  feedSamples.map((sample) => ({ ...one, sample, locale: sample.locale })),
)

test.for(inEachLanguage)(
  '$name reads in $kind what was published in $locale, word for word',
  async ({ reader, kind, sample }) => {
    const { locale, item, title } = sample
    const pageUrl = `https://emen.example/${locale}`
    const other = { ...eventInEnglish, locale, organisation: 'EMEN' }
    const about = { ...meta, locale, title, pageUrl }
    const seen = await reader.read(
      await written(
        feedDocument(
          kind,
          [item, other].map((each) => documentOf(each)),
          about,
        ),
      ),
    )

    expect({ ...seen, entries: [] }).toEqual(
      without({ title, link: pageUrl, language: locale, entries: [] }, reader.hides[kind].feed),
    )
    const [{ html, ...entry } = { html: '' }, ...more] = seen.entries
    expect(entry).toEqual(
      without(
        {
          id: entryId(item),
          title: item.title,
          link: item.url,
          published: '2026-03-02T09:00:00.000Z',
          updated: '2026-03-05T14:30:00.000Z',
          language: locale,
          author: 'R&D <Europe>',
          categories: ['practices', ...item.topics],
        },
        reader.hides[kind].entry,
      ),
    )
    expect(shownBy(html)).toEqual({
      language: locale,
      direction: sample.direction,
      paragraphs: [
        ...correctionLines(item),
        item.summary,
        sample.funding,
        'Views and opinions expressed are those of the authors only.',
        'CC BY 4.0',
      ],
    })
    expect(more.map(({ id }) => id)).toEqual([entryId(other)])
  },
)

test.for(each)('$name shows in $kind titles and summaries as they were written', async ({ reader, kind }) => {
  const texts = [
    ']]> <![CDATA[ --> <?php ?>',
    '<script>alert(1)</script>',
    '&amp; &lt;already escaped&gt; &#60;',
    'AT&T: 1 < 2 > 0, a\\b, C:\\new\\table',
    'إرشاد 👩🏽‍💻 नमस्ते «α» ‹β› “γ” „δ“',
  ]
  const items = texts.map((text, at) => ({
    ...practiceInEnglish,
    id: practiceInEnglish.id.replace(/.$/, String(at)),
    title: text,
    summary: text,
  }))
  const seen = await reader.read(
    await written(
      feedDocument(
        kind,
        items.map((each) => documentOf(each)),
        meta,
      ),
    ),
  )

  expect(seen.entries.map(({ title }) => title)).toEqual(texts)
  expect(entriesOf(seen).map(({ paragraphs }) => paragraphs[0])).toEqual(texts)
})

test.for(each)(
  '$name has in $kind one entry less after a withdrawal, and the same entry after a correction',
  async ({ reader, kind }) => {
    const corrected: PublishedItem = {
      ...practiceInEnglish,
      updatedAt: new Date('2026-04-01T08:00:00Z'),
      corrections: [{ at: new Date('2026-04-01T08:00:00Z'), reason: 'It was 22, not 30.' }],
    }
    const read = async (items: readonly PublishedItem[]) =>
      entriesOf(
        await reader.read(
          await written(
            feedDocument(
              kind,
              items.map((each) => documentOf(each)),
              meta,
            ),
          ),
        ),
      )
    const before = await read([practiceInEnglish, eventInEnglish])
    const after = await read([corrected])

    expect(before.map(({ id }) => id)).toEqual([entryId(practiceInEnglish), entryId(eventInEnglish)])
    expect(after.map(({ id, paragraphs }) => [id, paragraphs[0]])).toEqual([
      [before[0]?.id, 'Corrected on 1 April 2026: It was 22, not 30.'],
    ])
    expect(after[0]).toMatchObject(without({ updated: '2026-04-01T08:00:00.000Z' }, reader.hides[kind].entry))
  },
)

test.for(inEachLanguage)(
  '$name reads in $kind the issues of a newsletter in $locale, with what was wrong first',
  async ({ reader, kind, sample: { locale, item } }) => {
    const issue = {
      id: practiceInEnglish.id,
      subject: item.title,
      preheader: item.summary,
      outAt: new Date('2026-03-02T09:00:00Z'),
      url: `https://emen.example/${locale}/newsletters/news/1`,
      alternates: { fr: 'https://emen.example/fr/newsletters/news/1' },
      correction: 'Not "30" & <22>.',
      correctedAt: new Date('2026-03-05T14:30:00Z'),
      attribution: 'EMEN',
      funding: [],
      machineTranslated: false,
    }
    const [entry] = entriesOf(
      await reader.read(await written(newsletterFeed(kind, [issue], { ...meta, locale }))),
    )
    const correction = { en: 'Correction', el: 'Διόρθωση', ar: 'تصحيح' }[locale]

    expect(entry).toMatchObject({
      id: `urn:uuid:${issue.id}`,
      title: issue.subject,
      link: issue.url,
      published: '2026-03-02T09:00:00.000Z',
      language: locale,
      paragraphs: [`${correction} ${issue.correction}`, issue.preheader],
    })
  },
)

test.for(each)('$name takes a feed in $kind that has nothing yet', async ({ reader, kind }) => {
  expect((await reader.read(await written(feedDocument(kind, [], meta)))).entries).toEqual([])
})
