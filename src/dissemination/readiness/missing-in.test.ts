import { expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import type { IssuePart } from '../issue-source.ts'
import { type ItemStanding, type LocaleStanding, type MissingWhy, missingIn } from './missing-in.ts'

const fresh: LocaleStanding = { isPublic: true, state: 'current', isBehind: false, isLabelled: false }

const item = (
  id: string,
  french: Partial<LocaleStanding>,
  english: Partial<LocaleStanding> = {},
): ItemStanding => ({
  item: { collection: 'news', id },
  title: `Title of ${id}`,
  sourceLocale: 'en',
  locales: new Map<Locale, LocaleStanding>([
    ['en', { ...fresh, state: null, ...english }],
    ['fr', { ...fresh, ...french }],
  ]),
})

const issue = (
  subject: Partial<Record<Locale, string>> = {},
  contents: readonly IssuePart[] = [],
  intro: Partial<Record<Locale, string>> = {},
) => ({ subject, contents, intro })

const text = (body: Partial<Record<Locale, string>>): IssuePart => ({
  kind: 'text',
  heading: {},
  body,
  linkText: {},
  link: null,
})

test.for<[string, Partial<LocaleStanding>, MissingWhy | null]>([
  ['public and current', {}, null],
  ['public, and the translators know nothing of it', { state: null }, null],
  ['public, and somebody writes on it', { state: 'in-translation' }, null],
  ['public, and its source has changed', { state: 'outdated' }, 'outdated'],
  [
    'public, and its source has changed while somebody writes',
    { state: 'in-translation', isBehind: true },
    'outdated',
  ],
  ['public, and handed in anew', { state: 'needs-review' }, 'in-review'],
  ['public, a machine’s words, with a label', { state: 'machine', isLabelled: true }, null],
  ['public, a machine’s words, without a label', { state: 'machine' }, 'machine-draft'],
  ['public, though it is not wanted', { state: 'unwanted' }, null],
  ['not public, nothing written', { isPublic: false, state: 'missing' }, 'not-translated'],
  ['not public, somebody writes', { isPublic: false, state: 'in-translation' }, 'not-translated'],
  ['not public, handed in', { isPublic: false, state: 'needs-review' }, 'in-review'],
  ['not public, a machine’s words', { isPublic: false, state: 'machine', isLabelled: true }, 'machine-draft'],
  ['not public, and behind the source', { isPublic: false, state: 'outdated' }, 'outdated'],
  ['not public, approved', { isPublic: false, state: 'current' }, 'not-translated'],
  ['taken back', { isPublic: false, state: 'withdrawn' }, 'not-translated'],
  ['not wanted in this language', { isPublic: false, state: 'unwanted' }, null],
])('an item is missing, and why: %s', ([, french, why]) => {
  const lacks = missingIn('fr', issue({ fr: 'Objet' }), [item('one', french)])

  expect(lacks).toEqual(
    why === null ? [] : [{ kind: 'item', collection: 'news', id: 'one', title: 'Title of one', why }],
  )
})

test('in its source an item lacks nothing but to be public', () => {
  const there = missingIn('en', issue(), [item('one', { isPublic: false, state: 'missing' })])
  const away = missingIn('en', issue({ en: 'Subject' }), [item('one', {}, { isPublic: false })])

  expect(there).toEqual([])
  expect(away.map((each) => each.kind === 'item' && each.why)).toEqual(['not-translated'])
})

test('no language waits for an item that no edition shows', () => {
  const nowhere = item('two', { isPublic: false, state: 'missing' }, { isPublic: false })

  expect(missingIn('fr', issue(), [nowhere, item('one', {})])).toEqual([])
})

test('where nothing is public at all everything is missing', () => {
  const nowhere = item('two', { isPublic: false, state: 'missing' }, { isPublic: false })

  expect(missingIn('fr', issue({ fr: 'Objet' }), [nowhere])).toHaveLength(1)
})

test.for<[string, Partial<Record<Locale, string>>, Partial<LocaleStanding>, boolean]>([
  ['written', { fr: 'Objet' }, { isPublic: false, state: 'unwanted' }, false],
  ['proposed from the first item', { en: 'Subject' }, {}, false],
  ['neither written nor to be proposed', { en: 'Subject' }, { isPublic: false, state: 'unwanted' }, true],
])('a subject is %s', ([, subject, french, isMissing]) => {
  const lacks = missingIn('fr', issue(subject), [item('one', french)])

  expect(lacks).toEqual(isMissing ? [{ kind: 'text', part: 'subject' }] : [])
})

test.for<[string, readonly IssuePart[], boolean]>([
  ['translated', [text({ en: 'Words', fr: 'Mots' })], false],
  ['not translated', [text({ en: 'Words', fr: 'Mots' }), text({ en: 'More' })], true],
  ['of this language alone', [text({ fr: 'Mots' })], false],
  ['empty in the source', [text({})], false],
])('an own text is %s', ([, contents, isMissing]) => {
  expect(missingIn('fr', issue({}, contents), [item('one', {})])).toEqual(
    isMissing ? [{ kind: 'text', part: 'text-block' }] : [],
  )
})

test.for<[string, Partial<Record<Locale, string>>, boolean]>([
  ['translated', { en: 'Words', fr: 'Mots' }, false],
  ['not translated', { en: 'Words' }, true],
  ['of this language alone', { fr: 'Mots' }, false],
])('an introduction is %s', ([, intro, isMissing]) => {
  expect(missingIn('fr', issue({}, [], intro), [item('one', {})])).toEqual(
    isMissing ? [{ kind: 'text', part: 'text-block' }] : [],
  )
})
