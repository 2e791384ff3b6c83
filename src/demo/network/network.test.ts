import { expect, test } from 'vitest'

import { newestEntries, olderEntries } from '../loading/entries.ts'
import { demoEvents } from './events/all.ts'
import { demoIssues } from './issues/all.ts'
import { itemsOfIssue } from './issues/demo-issue.ts'
import { demoNews } from './news/all.ts'
import { demoOrganisations } from './organisations/all.ts'
import { demoPictures } from './pictures/all.ts'
import { demoPublications } from './publications/all.ts'
import { demoLocales } from './shapes.ts'
import { demoFormerReaders, demoSubscribers } from './subscribers.ts'

const entries = [...olderEntries, ...newestEntries]
const name = ({ collection, key }: { readonly collection: string; readonly key: string }) =>
  `${collection}/${key}`
const names = new Set(entries.map(name))

test('every item has a name of its own', () => {
  expect(names.size).toBe(entries.length)
})

test('items, issues and pictures point at items that there are', () => {
  const pointedAt = [
    ...entries.flatMap(({ item }) => item.related),
    ...demoIssues.flatMap(itemsOfIssue),
    ...demoPictures.flatMap(({ shownOn }) => shownOn),
  ]
  expect(pointedAt.map(name).filter((target) => !names.has(target))).toEqual([])
})

test('what is made up is ascribed to nobody who exists', () => {
  const madeUp = [...demoPublications, ...demoEvents, ...demoNews].filter(({ sample }) => sample)
  expect(new Set(madeUp.map(({ responsible }) => responsible))).toEqual(new Set(['sample-organisation']))
  expect(demoOrganisations.filter(({ description }) => description).map(({ key }) => key)).toEqual([
    'sample-organisation',
  ])
})

test('each item has a text in its own language, and that one is public', () => {
  const silent = entries.filter(
    ({ item }) =>
      item.texts[item.sourceLocale] === undefined || item.unpublished?.includes(item.sourceLocale),
  )
  expect(silent.map(name)).toEqual([])
})

test('no language is forgotten: each has items of every kind', () => {
  const lacking = demoLocales.flatMap((locale) =>
    [demoPublications, demoEvents, demoNews].map((items) => ({
      locale,
      count: items.filter(({ texts }) => locale in texts).length,
    })),
  )
  expect(lacking.filter(({ count }) => count < 2)).toEqual([])
})

test('texts are no longer than their fields', () => {
  const tooLong = [
    ...demoNews.flatMap(({ texts }) => Object.values(texts).filter(({ teaser }) => teaser.length > 300)),
    ...demoEvents.flatMap(({ texts }) => Object.values(texts).filter(({ summary }) => summary.length > 600)),
    ...demoIssues.flatMap(({ texts }) =>
      Object.values(texts).filter(
        ({ subject = '', preheader = '' }) => subject.length > 120 || preheader.length > 150,
      ),
    ),
  ]
  expect(tooLong).toEqual([])
})

test('the two hundred readers are the same each time, and nobody’s', () => {
  const readers = demoSubscribers()

  expect(demoSubscribers()).toEqual(readers)
  expect(new Set(readers.map(({ email }) => email)).size).toBe(200)
  expect(readers.filter(({ email }) => !/[@.]example\.(org|com|net)$/.test(email))).toEqual([])
  expect(readers.filter(({ locale, furtherLocales }) => furtherLocales.includes(locale))).toEqual([])
})

test('those who left have addresses of their own, came before they left, and left in the past', () => {
  const former = demoFormerReaders()
  const everybody = [...demoSubscribers(), ...former]

  expect(demoFormerReaders()).toEqual(former)
  expect(new Set(everybody.map(({ email }) => email)).size).toBe(everybody.length)
  expect(former.filter(({ confirmedAt, leftAt }) => leftAt <= confirmedAt)).toEqual([])
  expect(everybody.filter(({ confirmedAt }) => confirmedAt > new Date('2026-11-24'))).toEqual([])
  expect(former.filter(({ leftAt }) => leftAt > new Date('2026-11-25'))).toEqual([])
  expect(former.filter(({ how }) => how === 'complaint')).toHaveLength(2)
})

test('forty readers were on the list that was brought in', () => {
  expect(demoSubscribers().filter(({ isImported }) => isImported)).toHaveLength(40)
})

test('whoever reads a language that nothing is published in reads another that is', () => {
  const published = new Set<string>(demoLocales)
  const lost = demoSubscribers().filter(
    ({ locale, furtherLocales }) => ![locale, ...furtherLocales].some((each) => published.has(each)),
  )
  expect(lost).toEqual([])
})
