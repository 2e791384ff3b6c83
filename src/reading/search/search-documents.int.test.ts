import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { projectWork } from '../documents/project-documents.ts'
import { markStaleSearchTexts } from './keep-search-texts.ts'
import { searchDocuments } from './search-documents.ts'
import { wordsIn } from './words-in.ts'

type Texts = readonly [title: string, teaser: string]

/** One item per line, in the languages that it is public in. */
const library = {
  credit: {
    en: ['Microcredit for women founders', 'Small loans and a mentor for the first two years.'],
    fr: [
      'Le microcrédit pour les entrepreneures',
      "L'accès au financement et l'accompagnement après la création.",
    ],
    de: ['Mikrokredite für Gründerinnen', 'Die Existenzgründungsberatung hilft bei Anträgen und Steuern.'],
    el: ['Μικροπιστώσεις για επιχειρήσεις', 'Χρηματοδότηση για νέους επιχειρηματίες.'],
    ar: ['تمويل المشاريع الصغيرة', 'قروض للمهاجرين في المدرسة الأولى للأعمال.'],
    tr: ['Kadın girişimciler için mikro kredi', 'Küçük işletmelere danışmanlık.'],
    bg: ['Микрокредити за предприятия', 'Подкрепа за жени предприемачи мигранти.'],
    ru: ['Микрокредиты для предпринимателей', 'Ещё одна программа поддержки.'],
    fi: ['Mikroluotot yrittäjille', 'Yritysneuvonta maahanmuuttajille.'],
    uk: ['Мікрокредити для підприємців', "П'ять порад про об'єднання."],
  },
  market: {
    en: ['Opening a market stall', 'Where traders find a place, and what microcredit cannot pay for.'],
    fr: ['Ouvrir un étal au marché', 'Les démarches à la mairie.'],
    de: ['Ein Marktstand in der Straße', 'Was die Stadt erlaubt.'],
  },
  chat: {
    en: ['Chat advice in ten languages', 'Counsellors answer within a day.'],
    fr: ['Un chat perdu', 'Rien sur les conseils.'],
  },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Locale, Texts>>>>>

let payload: Payload
const items = new Map<string, TestItem>()
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'de', 'el', 'ar', 'tr', 'bg', 'ru', 'fi', 'uk'])
  for (const [name, texts] of Object.entries(library)) {
    const item = await createTestItem(payload)
    items.set(name, item)
    for (const [locale, [title, teaser]] of Object.entries(texts) as [Locale, Texts][])
      await item.publish(locale, { title, teaser, slug: `${name}-${locale}` })
  }
  await projectWork(payload)
})
afterAll(() => payload.destroy())

const search = (locale: Locale, q: string, more: Partial<Parameters<typeof searchDocuments>[1]> = {}) =>
  searchDocuments(payload, { locale, q, collections: ['news'], limit: 20, ...more })
const nameOf = (id: string) => [...items].find(([, item]) => item.id === id)?.[0] ?? id
const found = async (locale: Locale, q: string) =>
  (await search(locale, q)).hits.map(({ document, isSimilar }) =>
    isSimilar ? `~${nameOf(document.id)}` : nameOf(document.id),
  )

test.for([
  ['en', 'founder', 'another form of a word'],
  ['en', 'loan mentors', 'words of the summary'],
  ['en', '"small loans"', 'words in a row'],
  ['en', 'microcr', 'the beginning of a word'],
  ['fr', 'microcredit', 'a word without its accent'],
  ['fr', 'FINANCEMENTS', 'capitals'],
  ['fr', "d'entrepreneures", 'an article that lost its vowel'],
  ['fr', 'accompagnements créations', 'two words, one with an accent'],
  ['fr', 'accès à la création', 'common words between others'],
  ['de', 'Mikrokredit', 'the singular'],
  ['de', 'grunderin', 'no umlaut'],
  ['de', 'Gruenderinnen', 'an umlaut written with an e'],
  ['de', 'Existenzgründung', 'the beginning of a compound'],
  ['de', 'Beratung', 'the end of a compound'],
  ['el', 'ΕΠΙΧΕΙΡΗΣΕΙΣ', 'capitals, which have no tonos'],
  ['el', 'χρηματοδοτηση', 'no tonos'],
  ['el', 'επιχείρηση', 'the singular'],
  ['ar', 'المشاريع', 'with its article'],
  ['ar', 'مشاريع', 'without its article'],
  ['ar', 'الاعمال', 'no hamza'],
  ['ar', 'مدرسه', 'no dots on the last letter'],
  ['ar', 'مُهاجِرين', 'vowel signs'],
  ['tr', 'KADIN', 'capitals without a dot'],
  ['tr', 'kadin girisimci', 'a keyboard without Turkish letters'],
  ['tr', 'İŞLETME', 'capitals with a dot'],
  ['bg', 'предприятие', 'the singular, which no dictionary knows'],
  ['bg', 'мигрант', 'the beginning of a word, which no dictionary knows'],
  ['ru', 'предприниматель', 'another case'],
  ['ru', 'еще', 'ё without its dots'],
  ['fi', 'yrittajille', 'no umlaut'],
  ['fi', 'yrittäjä', 'another case'],
  ['fi', 'neuvonta', 'the end of a compound'],
  ['uk', 'об’єднання', 'another apostrophe'],
  ['uk', 'підприємець ', 'another case, which no dictionary knows'],
] as const)('%s: “%s” finds it: %s', async ([locale, q]) =>
  expect((await found(locale, q))[0]).toBe('credit'),
)

test('every word of a public title finds it in its language', async () => {
  for (const [name, texts] of Object.entries(library))
    for (const [locale, [title]] of Object.entries(texts) as [Locale, Texts][])
      for (const { start, end } of wordsIn(title))
        expect([title.slice(start, end), await found(locale, title.slice(start, end))]).toEqual([
          title.slice(start, end),
          expect.arrayContaining([name]),
        ])
})

test('a search finds and shows nothing of another language', async () => {
  expect(await found('en', 'chat')).toEqual(['chat'])
  expect(await found('de', 'chat')).toEqual([])
  expect(await found('en', 'entrepreneures')).toEqual([])
  const { hits } = await search('fr', 'chat')
  expect(hits.map(({ document, title, excerpt }) => [document.locale, title, excerpt])).toEqual([
    [
      'fr',
      [
        { text: 'Un ', hit: false },
        { text: 'chat', hit: true },
        { text: ' perdu', hit: false },
      ],
      [{ text: 'Rien sur les conseils.', hit: false }],
    ],
  ])
})

test('what has a word in its title comes before what has it in its text', async () => {
  expect(await found('en', 'microcredit')).toEqual(['credit', 'market'])
})

test('words that are excluded leave out what has them', async () => {
  expect(await found('en', 'microcredit -stall')).toEqual(['credit'])
  expect(await found('en', 'microcredit -"first two"')).toEqual(['market'])
  expect(await found('en', '-stall')).toEqual([])
})

test('words in a row are looked for in a row', async () => {
  expect(await found('en', '"women founders"')).toEqual(['credit'])
  expect(await found('en', '"founders women"')).toEqual([])
})

test.for([
  ['en', 'microcerdit', 'microcredit'],
  ['en', 'fuonders', 'founders'],
  ['fr', 'financment', 'financement'],
  ['el', 'επιχιρήσεις', 'επιχειρήσεις'],
  ['ru', 'микракредиты', 'микрокредиты'],
] as const)(
  '%s: a mistyped “%s” finds what was meant, says so and proposes “%s”',
  async ([locale, q, meant]) => {
    const { hits, suggestion } = await search(locale, q)
    expect(hits.map(({ isSimilar }) => isSimilar)).toContain(true)
    expect(hits[0]?.isSimilar).toBe(true)
    expect(nameOf(hits[0]?.document.id ?? '')).toBe('credit')
    expect(suggestion).toBe(meant)
  },
)

test('the words that were found are marked, in the title and in a part of the text', async () => {
  const [hit] = (await search('fr', 'acces microcredit')).hits
  expect(hit?.title.filter((segment) => segment.hit)).toEqual([{ text: 'microcrédit', hit: true }])
  expect(hit?.excerpt.filter((segment) => segment.hit)).toEqual([{ text: 'accès', hit: true }])
})

test('choices are counted among what was found', async () => {
  const { facets } = await search('en', 'microcredit', { names: ['type'] })
  expect(facets).toEqual({ type: [{ code: 'announcement', label: 'Announcement', count: 2 }] })
  expect((await search('en', 'microcredit', { facets: [['type:report']] })).hits).toEqual([])
  expect((await search('en', 'microcredit', { collections: ['events'] })).hits).toEqual([])
})

test('pages of hits follow each other without a gap or a repeat', async () => {
  const all = await found('en', 'a')
  const first = await search('en', 'microcredit', { limit: 1 })
  const second = await search('en', 'microcredit', { limit: 1, after: first.next ?? undefined })
  expect([...first.hits, ...second.hits].map(({ document }) => nameOf(document.id))).toEqual([
    'credit',
    'market',
  ])
  expect([first.total, second.total, second.next]).toEqual([2, 2, null])
  expect(all).toContain('market')
})

test('a withdrawn language is found no more from the moment of its withdrawal', async () => {
  const item = items.get('chat') as TestItem
  const atOnce = await payload.db.drizzle.transaction(async (somebody) => {
    await item.saveDraft('fr', {}, { unpublish: true })
    // Somebody else has the mark in hand: this reader cannot make the document anew.
    await somebody.execute(sql`select from document_work for update`)
    return search('fr', 'chat', { names: ['type'] })
  })
  expect(atOnce).toMatchObject({ hits: [], total: 0, facets: { type: [] } })
  await projectWork(payload)
  expect(await found('fr', 'chat')).toEqual([])
  await item.publish('fr')
  expect(await found('fr', 'chat')).toEqual(['chat'])
})

test.for([
  "'; drop table search_texts; --",
  "a' | 'b':* & !('c'",
  '<->',
  '((((',
  '"',
  '-',
  '\\',
  ':*',
  '\u0000\uD800',
  'x'.repeat(10_000),
  'a '.repeat(5_000),
  '-"',
  '🦄 \u200F\u202E',
  '%_%',
])('whatever is typed is answered: %j', async (q) => {
  for (const locale of ['en', 'ar', 'bg', 'de'] as const)
    expect((await search(locale, q)).total).toBeLessThan(10)
})

test('texts that were kept by other rules are made anew', async () => {
  const database = databaseOf(payload)
  await projectWork(payload)
  await database.execute(sql`update search_texts set version = '0/1', words = '' where locale = 'fi'`)
  expect(await found('fi', 'yrittäjille')).toEqual([])
  expect(await markStaleSearchTexts(10, database)).toBe(1)
  await projectWork(payload)
  expect(await found('fi', 'yrittäjille')).toEqual(['credit'])
  expect(await markStaleSearchTexts(10, database)).toBe(0)
})
