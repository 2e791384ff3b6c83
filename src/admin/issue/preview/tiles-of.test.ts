import { expect, test } from 'vitest'
import type { LanguageReadiness } from '../../../dissemination/readiness/issue-readiness.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { timedContext } from '../../view-context.ts'
import { sentTiles, tilesOf } from './tiles-of.ts'

const context = timedContext({ i18n: { language: 'en' } }, 'UTC', new Date('2026-11-28T12:00:00Z'))
const toEnglish = { whenNone: 'fallback-chain', chain: ['en'] } as const

const english: LanguageReadiness = {
  locale: 'en',
  readers: 1067,
  missing: [],
  rule: 'fallback',
  decidedBy: null,
  deadline: null,
  afterwards: null,
  state: 'ready',
}
const ukrainian: LanguageReadiness = { ...english, locale: 'uk', readers: 1, state: 'falls-back' }

const deadline = new Date('2026-11-30T16:00:00Z')

const ukrainianTile = (
  changes: Partial<LanguageReadiness>,
  policy: Parameters<typeof tilesOf>[1] = toEnglish,
  editions: readonly Locale[] = ['en'],
) => tilesOf([english, { ...ukrainian, ...changes }], policy, { editions, context })[1]

test('a language that is ready has nothing to decide', () => {
  expect(tilesOf([english], toEnglish, { editions: ['en'], context })[0]).toMatchObject({
    readers: '1,067 readers',
    stateText: 'Ready',
    missing: [],
    gate: null,
  })
})

test('a language that falls back with an edition of its own names no other', () => {
  const editions = ['en', 'uk'] as const
  expect(ukrainianTile({}, toEnglish, editions)).toMatchObject({ stateText: 'Falls back' })
  const held = { rule: 'hold', state: 'on-hold', deadline, afterwards: 'fallback' } as const
  expect(ukrainianTile(held, toEnglish, editions)?.gate?.saying).toBe(
    'On hold until Mon 30 Nov, 16:00, then it falls back · Rule of this newsletter.',
  )
})

test('a language without an edition that falls back says to which, and who decided', () => {
  expect(ukrainianTile({ decidedBy: 'Ioanna' })).toMatchObject({
    name: 'Ukrainian',
    readers: '1 reader',
    stateText: 'Falls back to English',
    emptyText: 'These readers get it in English.',
    gate: { rule: 'fallback', saying: 'Decided by Ioanna.', deadline: null },
  })
})

test('where nothing is ready to fall back to, no language is promised', () => {
  expect(ukrainianTile({}, { whenNone: 'fallback-chain', chain: ['fr'] })).toMatchObject({
    stateText: 'Falls back',
    emptyText: 'No item is public in this language yet.',
  })
})

test('readers of a language that is left out get another one of theirs or nothing, and the view says so', () => {
  expect(ukrainianTile({ rule: 'skip', state: 'left-out' })).toMatchObject({
    stateText: 'Left out',
    emptyText: 'These readers get it in another language of theirs, or nothing.',
    gate: { rule: 'skip', saying: 'Rule of this newsletter.' },
  })
})

test.for([
  ['fallback', 'Until Mon 30 Nov, 16:00, then in English. Rule of this newsletter.'],
  ['skip', 'Until Mon 30 Nov, 16:00, then left out. Rule of this newsletter.'],
] as const)('a language on hold says until when, and that then it is for %s', ([afterwards, saying]) => {
  const held = { rule: 'hold', state: 'on-hold', deadline, afterwards } as const
  expect(ukrainianTile(held)).toMatchObject({
    gate: { rule: 'hold', saying, deadline: deadline.toISOString(), afterwards },
  })
})

test('what is missing is named and leads to where it can be mended', () => {
  const item = { kind: 'item', collection: 'news', id: '1', title: 'Loans', why: 'outdated' } as const
  expect(ukrainianTile({ missing: [item, { kind: 'text', part: 'subject' }] })?.missing).toEqual([
    { text: '\u2068Loans\u2069: outdated', href: '/admin/translation/news/1/uk' },
    { text: 'The subject is not translated', href: null },
  ])
})

test('what was sent counts its readers and offers nothing to decide', () => {
  const count = { locale: 'en', localeReason: null, reason: null } as const
  const counts = [
    { ...count, state: 'submitted', people: 5 },
    { ...count, state: 'failed', people: 2 },
    { ...count, state: 'skipped', reason: 'gets-digest', people: 8 },
    { ...count, locale: 'fr', state: 'submitted', people: 9 },
  ] as const
  expect(sentTiles(['en'], counts, context)).toMatchObject([
    { readers: '7 readers', stateText: 'Sent', gate: null },
  ])
})
