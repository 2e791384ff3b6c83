import { expect, test } from 'vitest'

import { planSample } from '../../testing/exchange.ts'
import { file, good, swap } from '../../testing/filled-exchange.ts'
import type { ImportTerms } from './import-terms.ts'

interface Hostile {
  readonly change: (text: string) => string
  readonly terms?: Partial<ImportTerms>
  readonly report: object
}
const id = file.itemId
const other = '01990000-0000-7000-8000-000000000002'

test.for<[string, Hostile]>([
  [
    'an item that nobody has',
    { change: swap(`news/${id}`, `news/${other}`), report: { unit: null, problem: 'unknown-item' } },
  ],
  [
    'an item of another collection',
    { change: swap(`news/${id}`, `events/${id}`), report: { problem: 'unknown-item' } },
  ],
  [
    'a collection that is not translated',
    { change: swap(`news/${id}`, `users/${id}`), report: { problem: 'unknown-item' } },
  ],
  [
    'a path instead of an item',
    { change: swap(`news/${id}`, `news/../users/${id}`), report: { problem: 'unknown-item' } },
  ],
  [
    'an item that was not asked for',
    { change: (text) => text, terms: { onlyItems: [`news/${other}`] }, report: { problem: 'other-item' } },
  ],
  [
    'a language that nobody knows',
    { change: swap('trgLang="el"', 'trgLang="xx"'), report: { problem: 'foreign-locale', locale: 'xx' } },
  ],
  ['no language', { change: swap(' trgLang="el"', ''), report: { problem: 'no-locale' } }],
  [
    'a language that is no tag',
    { change: swap('trgLang="el"', `trgLang="el' or 1=1"`), report: { problem: 'foreign-locale' } },
  ],
  [
    'a language of somebody else',
    { change: swap('trgLang="el"', 'trgLang="de"'), report: { problem: 'not-your-locale' } },
  ],
  [
    'another language than the one expected',
    { change: (text) => text, terms: { onlyLocale: 'ar' }, report: { problem: 'other-locale' } },
  ],
  [
    'the source language as target',
    { change: swap('trgLang="el"', 'trgLang="en"'), report: { problem: 'not-your-locale' } },
  ],
  [
    'another source language',
    { change: swap('srcLang="en"', 'srcLang="de"'), report: { problem: 'other-source-locale' } },
  ],
])('%s is refused, and the whole file with it', ([, { change, terms = {}, report }]) => {
  const altered = change(good)
  expect(altered === good).toBe(terms.onlyItems !== undefined || terms.onlyLocale !== undefined)

  const plan = planSample(altered, [file], terms)

  expect(plan.units.filter(({ outcome }) => outcome === 'problem')).toMatchObject([report])
  expect(plan.writes).toEqual([])
})

test('an item that stands in a file twice is refused the second time', () => {
  const twice = good.replace('</xliff>', `${/ <file[\s\S]*<\/file>/u.exec(good)?.[0]}</xliff>`)

  const plan = planSample(twice, [file])

  expect(plan.units.filter(({ outcome }) => outcome === 'problem')).toMatchObject([
    { unit: null, problem: 'file-twice' },
  ])
  expect(plan.writes).toEqual([])
})
