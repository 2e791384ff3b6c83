import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'

import type { PublishedItem } from '../content/published-item.ts'
import { documentOf } from '../testing/documents.ts'
import { eventInEnglish, practiceInArabic, practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { entryId } from './entry-id.ts'
import { feedDocument, type XmlFeedKind, xmlFeedKinds } from './feed-document.ts'
import type { FeedMeta } from './feed-meta.ts'

const meta: FeedMeta = {
  locale: 'en',
  title: 'EMEN: everything new',
  description: 'Practices, publications, events and news of the network',
  network: 'EMEN',
  selfUrl: 'https://emen.example/en/feeds/all/atom.xml',
  pageUrl: 'https://emen.example/en',
  alternates: { ar: 'https://emen.example/ar/feeds/all/atom.xml' },
  startedAt: new Date('2026-01-01T00:00:00Z'),
}
const arabicMeta: FeedMeta = {
  ...meta,
  locale: 'ar',
  title: 'EMEN: كل جديد',
  description: 'ممارسات ومنشورات وفعاليات وأخبار',
  selfUrl: 'https://emen.example/ar/feeds/all/atom.xml',
  pageUrl: 'https://emen.example/ar',
  alternates: { en: meta.selfUrl },
}
const rssMeta: FeedMeta = {
  ...meta,
  selfUrl: 'https://emen.example/en/feeds/all/rss.xml',
  alternates: { ar: 'https://emen.example/ar/feeds/all/rss.xml' },
}
const english = [{ ...practiceInEnglish, organisation: 'AEIDL', sample: true }, eventInEnglish]

const feedOf = (kind: XmlFeedKind, items: readonly PublishedItem[], about: FeedMeta) =>
  feedDocument(
    kind,
    items.map((each) => documentOf(each)),
    about,
  )

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  isArray: (name) => name === 'item' || name === 'entry' || name === 'link' || name === 'category',
})
const parse = (kind: 'rss' | 'atom', items: readonly PublishedItem[], about = meta) =>
  parser.parse(feedOf(kind, items, about).body)
const entriesOf = (kind: 'rss' | 'atom', items: readonly PublishedItem[], about = meta) =>
  kind === 'rss' ? parse(kind, items, about).rss.channel.item : parse(kind, items, about).feed.entry

test.for([
  ['en', 'rss', english, rssMeta],
  ['en', 'atom', english, meta],
  ['ar', 'atom', [practiceInArabic], arabicMeta],
] as const)('the feed in %s as %s', async ([locale, kind, items, about]) => {
  await expect(feedOf(kind, items, about).body).toMatchFileSnapshot(`fixtures/all-${locale}.${kind}.xml`)
})

describe.for(xmlFeedKinds)('as %s', (kind) => {
  test('the document is well-formed and says what it is', () => {
    const { body, contentType } = feedOf(kind, english, meta)
    expect(XMLValidator.validate(body)).toBe(true)
    expect(body.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
    expect(contentType).toBe(`application/${kind}+xml; charset=utf-8`)
  })

  test.for([
    'Finance & <b>credit</b> "now" \'then\'',
    ']]> <![CDATA[ --> <?php ?>',
    '<script>alert(1)</script>',
    '&amp; &lt;already escaped&gt; &#60;',
    '  spaces around  ',
    'إرشاد 👩🏽‍💻 नमस्ते',
  ])('the title %s arrives as it was written', (title) => {
    const [entry] = entriesOf(kind, [{ ...practiceInEnglish, title, summary: title }])
    expect(entry.title).toBe(title)
  })

  test('letters that XML cannot hold are left out, and the document stays well-formed', () => {
    const title = 'Mentoring\u0000\u0008 for\ufffe all\ud800'
    const image = practiceInEnglish.image && { ...practiceInEnglish.image, alt: title }
    const item = { ...practiceInEnglish, title, summary: title, topics: [title], image }
    expect(XMLValidator.validate(feedOf(kind, [item], meta).body)).toBe(true)
    expect(entriesOf(kind, [item])[0].title).toBe('Mentoring for all')
  })

  test('markup in a summary stays text in the HTML that readers show', () => {
    const summary = 'Use <img src=x onerror=alert(1)> & more'
    const [entry] = entriesOf(kind, [{ ...practiceInEnglish, summary }])
    const shown = kind === 'rss' ? entry.description : entry.content['#text']
    expect(shown).toContain('<p>Use &lt;img src=x onerror=alert(1)&gt; &amp; more</p>')
  })

  test('funding, disclaimer in its own language, licence and the mark of sample content stand in every entry', () => {
    const [acknowledgement] = practiceInEnglish.acknowledgements
    const disclaimer = { text: 'Les opinions n’engagent que leurs auteurs.', locale: 'fr' } as const
    const item = {
      ...practiceInEnglish,
      sample: true,
      acknowledgements: acknowledgement ? [{ ...acknowledgement, disclaimer }] : [],
    }
    const [entry] = entriesOf(kind, [item])
    const shown: string = kind === 'rss' ? entry.description : entry.content['#text']

    expect(shown).toContain('<p>Co-funded by the European Union</p>')
    expect(shown).toContain('<p>Sample content, made up</p>')
    expect(shown).toContain('<p lang="fr" dir="ltr">Les opinions n’engagent que leurs auteurs.</p>')
    expect(shown).toContain(
      '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>',
    )
  })

  test('the text in a right-to-left language says so', () => {
    const [entry] = entriesOf(kind, [practiceInArabic], arabicMeta)
    const shown: string = kind === 'rss' ? entry.description : entry.content['#text']
    expect(shown.startsWith('<div lang="ar" dir="rtl">')).toBe(true)
  })

  test('what a picture shows is not called a description, which readers take for the text of the entry', () => {
    const { body } = feedOf(kind, [practiceInEnglish], meta)
    expect(body).not.toContain(':description')
    expect(body).toContain(
      '<media:title type="plain">Two women in front of a tailor’s workshop</media:title>',
    )
  })

  test('an empty feed is still one, dated when it began', () => {
    const { body } = feedOf(kind, [], meta)
    expect(XMLValidator.validate(body)).toBe(true)
    expect(body).toContain(kind === 'rss' ? 'Thu, 01 Jan 2026 00:00:00 GMT' : '2026-01-01T00:00:00.000Z')
  })

  test('the same items give the same bytes', () => {
    expect(feedOf(kind, structuredClone(english), meta)).toEqual(feedOf(kind, english, meta))
  })
})

test('an entry leads to its page in its language whether a reader takes the first address or the last, and names the others', () => {
  const [entry] = entriesOf('atom', [practiceInEnglish])
  const links = entry.link.map(({ rel, hreflang, href }: Record<string, string>) => [rel, hreflang, href])
  expect(links.slice(0, 4)).toEqual([
    ['alternate', 'en', practiceInEnglish.url],
    ['alternate', 'fr', practiceInEnglish.alternates.fr],
    ['alternate', 'ar', practiceInEnglish.alternates.ar],
    ['alternate', undefined, practiceInEnglish.url],
  ])
  expect(links.slice(4).map(([rel]: readonly string[]) => rel)).toEqual(['license', 'enclosure'])
})

test('a category in RSS is a text alone, which every reader has as such', () => {
  const [entry] = entriesOf('rss', [practiceInEnglish])
  expect(entry.category).toEqual(['practices', 'mentoring', 'social economy', 'access to finance'])
})

test('an entry keeps its name when slug, address and text change, and has another in another language', () => {
  const moved = { ...practiceInEnglish, slug: 'moved', url: 'https://elsewhere.example/x', title: 'Other' }

  expect(entryId(moved)).toBe(entryId(practiceInEnglish))
  expect(entryId(practiceInFrench)).not.toBe(entryId(practiceInEnglish))
  expect(entryId(practiceInEnglish)).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})

test('the name of an entry is what RFC 9562 says it is', () => {
  // The namespace and name of the example in appendix A.4 of the RFC.
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
  expect(entryId({ id: dns, locale: 'www.example.com' as never })).toBe(
    'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2',
  )
})
