import { expect, test } from 'vitest'

import { newsItem, practice, shown } from '../../testing/editions.ts'
import type { IssuePart } from '../issue-source.ts'
import { editionContents } from './edition-parts.ts'

const items = (heading: object, ...of: readonly { readonly collection: string; readonly id: string }[]) =>
  ({ kind: 'items', heading, items: of }) as IssuePart
const text = (changes: Partial<Extract<IssuePart, { kind: 'text' }>> = {}): IssuePart => ({
  kind: 'text',
  heading: { en: 'A question', fr: 'Une question' },
  body: { en: 'Who?', fr: 'Qui ?' },
  linkText: { en: 'Answer', fr: 'Répondre' },
  link: 'https://emen.example/',
  ...changes,
})
const entry = shown(practice)

test('parts keep their order, with headings, words and links in the language of the edition', () => {
  const { contents, leftTexts, intro } = editionContents(
    { intro: { fr: 'Bonjour.' }, contents: [text(), items({ fr: 'Nos membres' }, practice)] },
    'fr',
    [entry],
  )
  expect({ intro, contents, leftTexts }).toEqual({
    intro: 'Bonjour.',
    contents: [
      {
        kind: 'text',
        heading: 'Une question',
        body: 'Qui ?',
        link: { url: 'https://emen.example/', text: 'Répondre' },
      },
      { kind: 'items', heading: 'Nos membres', items: [entry] },
    ],
    leftTexts: [],
  })
})

test('words that nobody wrote in the language are left out, never shown in another, and the edition says so', () => {
  const { contents, leftTexts, intro } = editionContents(
    {
      intro: { en: 'Good morning.' },
      contents: [text({ body: { en: 'Who?' } }), text({ linkText: {} }), items({ en: 'Members' }, practice)],
    },
    'fr',
    [entry],
  )
  expect(intro).toBe('')
  expect(contents).toEqual([
    { kind: 'text', heading: 'Une question', body: 'Qui ?', link: null },
    { kind: 'items', heading: '', items: [entry] },
  ])
  expect(leftTexts).toEqual([
    { part: 'intro', at: null, reason: 'no-text' },
    { part: 'text-block', at: 0, reason: 'no-text' },
    { part: 'link', at: 1, reason: 'no-text' },
    { part: 'heading', at: 2, reason: 'no-text' },
  ])
})

test('what was written in no language is missing in none', () => {
  const { leftTexts } = editionContents(
    { intro: {}, contents: [items({}, practice), text({ heading: {}, link: null, linkText: {} })] },
    'fr',
    [entry],
  )
  expect(leftTexts).toEqual([])
})

test('a section of which nothing is shown leaves no heading behind', () => {
  const { contents, leftTexts } = editionContents(
    { intro: {}, contents: [items({ fr: 'Nouvelles' }, newsItem), items({}, practice)] },
    'fr',
    [entry],
  )
  expect(contents).toEqual([{ kind: 'items', heading: '', items: [entry] }])
  expect(leftTexts).toEqual([])
})

test('an item that was picked twice stands where it was picked first', () => {
  const { contents } = editionContents(
    { intro: {}, contents: [items({ fr: 'Un' }, practice), items({ fr: 'Deux' }, practice)] },
    'fr',
    [entry],
  )
  expect(contents).toEqual([{ kind: 'items', heading: 'Un', items: [entry] }])
})
