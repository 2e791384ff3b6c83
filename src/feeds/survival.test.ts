import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'

import type { PublicDocument } from '../reading/contract/document.ts'
import { schemaOf } from '../reading/formats/json-ld.ts'
import { documentOf, named } from '../testing/documents.ts'
import { eventInEnglish, practiceInEnglish } from '../testing/items.ts'
import { calendarFile } from './calendar/calendar-file.ts'
import { feedDocument } from './feed-document.ts'
import { headerElement, recordElement } from './oai/oai-document.ts'
import type { OaiRecord } from './oai/oai-records.ts'
import { calendarEvent } from './read-calendar.ts'
import { sitemap } from './sitemap/sitemap.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  processEntities: true,
})

/** What somebody may type or paste, and what somebody may try. */
const title = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '-->',
        '<?php ?>',
        '&amp;',
        '&#0;',
        '</title>',
        '"/>',
        '\u202eرجوع\u202c',
        '👩🏽‍💻',
        'é',
        '\r\nATTENDEE:x',
        '\\n',
        '\u0000',
        '\ud800',
        '\ufffe',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `a${parts.join('')}z`)

/** What XML can hold of it, with line ends as XML has them. */
const inXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/\r\n?/g, '\n')
const plain = (text: unknown): string => inXml(String(text)).replace(/[\r\n]+/g, '\n')

const documentsWith = (text: string): readonly PublicDocument[] =>
  [practiceInEnglish, eventInEnglish].map((item) => ({
    ...documentOf({ ...item, title: text, summary: text }),
    topics: [named('topics', text)],
    organisation: named('organisations', text),
    attribution: text,
  }))

const record = (document: PublicDocument): OaiRecord => ({
  collection: 'practices',
  id: document.id,
  locale: 'en',
  document,
  changedAt: new Date(0),
  facets: ['topic:a b', 'community:x'],
  seq: 1,
})

test('whatever somebody types as a title arrives in every format as it was typed, and runs in none', () => {
  fc.assert(
    fc.property(title, (text) => {
      const documents = documentsWith(text)
      const [practice] = documents
      if (practice === undefined) throw new Error('there is a practice')
      for (const kind of ['atom', 'rss'] as const) {
        const { body } = feedDocument(kind, documents, meta)
        expect(XMLValidator.validate(body)).toBe(true)
        const read = parser.parse(body)
        const entries = kind === 'rss' ? read.rss.channel.item : read.feed.entry
        for (const entry of entries) expect(plain(entry.title)).toBe(plain(text))
      }
      const feed = JSON.parse(feedDocument('json', documents, meta).body)
      for (const item of feed.items) expect(item.title).toBe(text)

      for (const prefix of ['oai_dc', 'oai_openaire'] as const) {
        const { source } = recordElement(record(practice), prefix)
        expect(XMLValidator.validate(source)).toBe(true)
      }
      expect(XMLValidator.validate(headerElement(record(practice)).source)).toBe(true)
      const dc = parser.parse(recordElement(record(practice), 'oai_dc').source).record.metadata['oai_dc:dc']
      expect(plain(dc['dc:title']['#text'])).toBe(plain(text))

      const events = documents.flatMap((document) => calendarEvent(document, 1) ?? [])
      const file = calendarFile(events, { locale: 'en', network: text })
      const calendar = new ICAL.Component(ICAL.parse(file))
      expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1)
      expect(calendar.getFirstSubcomponent('vevent')?.getFirstProperty('attendee')).toBeNull()

      expect(JSON.stringify(schemaOf(practice))).toContain(JSON.stringify(text))
      const map = sitemap([{ url: `https://emen.example/?${text}`, updatedAt: null, alternates: {} }], [])
      expect(XMLValidator.validate(map)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

const meta = {
  locale: 'en',
  title: 'EMEN',
  description: 'Everything',
  network: 'EMEN',
  selfUrl: 'https://emen.example/en/feeds/all/atom.xml',
  pageUrl: 'https://emen.example/en',
  alternates: {},
  startedAt: new Date('2026-01-01T00:00:00Z'),
} as const
