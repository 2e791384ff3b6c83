import type { FlattenedField } from 'payload'
import { expect, test } from 'vitest'

import { alignedRow, targetTexts } from './align.ts'
import type { RichNode } from './coded-text.ts'
import { composeRow } from './compose.ts'
import { nodeId, type RichDocument, wordedNodes } from './rich-nodes.ts'
import { segmentsOf } from './segments-of.ts'
import { withSegmentIds } from './with-segment-ids.ts'

const fields = [
  { name: 'title', type: 'text', localized: true, maxLength: 100 },
  { name: 'slug', type: 'text', localized: true },
  { name: 'workPackage', type: 'text' },
  { name: 'body', type: 'richText', localized: true },
  {
    name: 'location',
    type: 'group',
    flattenedFields: [
      { name: 'city', type: 'text', localized: true },
      { name: 'nuts', type: 'text' },
    ],
  },
  {
    name: 'results',
    type: 'array',
    localized: true,
    flattenedFields: [
      { name: 'indicator', type: 'text' },
      { name: 'value', type: 'number' },
      // Payload adds it to the rows of every list.
      { name: 'id', type: 'text' },
    ],
  },
] as unknown as readonly FlattenedField[]

const words = (text: string): RichNode => ({ type: 'text', text, format: 0 })
const block = (type: string, ...children: RichNode[]): RichNode => ({ type, direction: 'ltr', children })
const document = (...children: RichNode[]): RichDocument => ({ root: block('root', ...children) })

const body = document(
  block('heading', words('How it works')),
  block('paragraph', words('Ask first.')),
  block(
    'list',
    block('listitem', words('One'), block('list', block('listitem', words('One and a half')))),
    block('listitem', words('Two')),
  ),
  block('horizontalrule'),
)

const source = withSegmentIds(
  {
    title: 'One door',
    slug: 'one-door',
    workPackage: 'WP4',
    body,
    location: { city: 'Athens', nuts: 'EL30' },
    results: [
      { id: 'aaa', indicator: 'People advised', value: 12 },
      { id: 'bbb', indicator: 'Firms founded', value: 3 },
    ],
  },
  fields,
)
const richIds = wordedNodes((source.body as RichDocument).root).map(nodeId)
const greek = new Map([
  ['title', 'Μία πόρτα'],
  ['location.city', 'Αθήνα'],
  ['results.aaa.indicator', 'Άτομα'],
  ['results.bbb.indicator', 'Επιχειρήσεις'],
  [`body#${richIds[0]}`, 'Πώς λειτουργεί'],
  [`body#${richIds[1]}`, 'Ρωτήστε πρώτα.'],
  [`body#${richIds[2]}`, 'Ένα'],
  [`body#${richIds[3]}`, 'Ενάμισι'],
  [`body#${richIds[4]}`, 'Δύο'],
])
const compose = (texts: ReadonlyMap<string, string>, present = {}) =>
  composeRow(source, fields, { locale: 'el', direction: 'ltr', texts, drafted: new Map(), present })

test('a segment is a field’s value or a node that holds words, and nothing that all languages share', () => {
  expect(segmentsOf(source, fields).map(({ field, text }) => [field, text])).toEqual([
    ['title', 'One door'],
    ['body', 'How it works'],
    ['body', 'Ask first.'],
    ['body', 'One'],
    ['body', 'One and a half'],
    ['body', 'Two'],
    ['location.city', 'Athens'],
    ['results.indicator', 'People advised'],
    ['results.indicator', 'Firms founded'],
  ])
})

test('moving paragraphs and rows changes no segment', () => {
  const { root } = source.body as RichDocument
  const moved = {
    ...source,
    body: { root: { ...root, children: [...(root.children ?? [])].reverse() } },
    results: [...(source.results as object[])].reverse(),
  }
  const texts = (row: typeof source) =>
    new Map(segmentsOf(withSegmentIds(row, fields), fields).map(({ key, text }) => [key, text]))

  expect(texts(moved)).toEqual(texts(source))
})

test('a paragraph that was copied with its name gets another, and the first keeps its own', () => {
  const { root } = source.body as RichDocument
  const [first] = root.children ?? []
  const copied = { root: { ...root, children: [...(root.children ?? []), ...(first ? [first] : [])] } }
  const ids = wordedNodes((withSegmentIds({ body: copied }, fields).body as RichDocument).root).map(nodeId)

  expect(ids.slice(0, 5)).toEqual(richIds)
  expect(new Set(ids).size).toBe(6)
})

test('a composed translation has the source’s structure and values, and the translator’s words', () => {
  const row = compose(greek)

  expect(row).toMatchObject({
    title: 'Μία πόρτα',
    location: { city: 'Αθήνα' },
    results: [
      { id: 'aaa_el', indicator: 'Άτομα', value: 12 },
      { id: 'bbb_el', indicator: 'Επιχειρήσεις', value: 3 },
    ],
  })
  expect(row).not.toHaveProperty('slug')
  expect(row).not.toHaveProperty('workPackage')
  expect(segmentsOf(row, fields).map(({ text }) => text)).toEqual([
    'Μία πόρτα',
    'Πώς λειτουργεί',
    'Ρωτήστε πρώτα.',
    'Ένα',
    'Ενάμισι',
    'Δύο',
    'Αθήνα',
    'Άτομα',
    'Επιχειρήσεις',
  ])
})

test('reading a composed translation gives back every text under its source’s key', () => {
  expect(targetTexts(source, compose(greek), fields)).toEqual(greek)
})

test('where a word is missing nothing stands, never the source’s', () => {
  const row = compose(new Map([['title', 'Μία πόρτα']]))

  expect(segmentsOf(row, fields).map(({ text }) => text)).toEqual(['Μία πόρτα'])
  expect(row.body).toBeNull()
})

test('a nested list stays where its entry has no words yet', () => {
  const partly = new Map([[`body#${richIds[3]}`, 'Ενάμισι']])

  expect(segmentsOf(compose(partly), fields).map(({ text }) => text)).toEqual(['Ενάμισι'])
})

test('a text that runs from right to left says so on each of its elements', () => {
  const { body: arabic } = composeRow(source, fields, {
    locale: 'ar',
    direction: 'rtl',
    texts: greek,
    drafted: new Map(),
    present: {},
  })
  const directions = new Set<unknown>()
  const collect = ({ direction, children }: RichNode): void => {
    if (direction !== undefined) directions.add(direction)
    for (const child of children ?? []) collect(child)
  }
  collect((arabic as RichDocument).root)

  expect(directions).toEqual(new Set(['rtl']))
})

test('a translation written by hand is matched with its source in order', () => {
  const byHand = {
    title: 'Μία πόρτα',
    body: document(
      block('heading', words('Πώς')),
      block('paragraph', words('Ρωτήστε.')),
      block(
        'list',
        block('listitem', words('Α')),
        block('listitem', words('Β')),
        block('listitem', words('Γ')),
      ),
    ),
    results: [{ id: 'ccc', indicator: 'Άτομα', value: 12 }],
  }

  expect(targetTexts(source, byHand, fields)).toEqual(
    new Map([
      ['title', 'Μία πόρτα'],
      [`body#${richIds[0]}`, 'Πώς'],
      [`body#${richIds[1]}`, 'Ρωτήστε.'],
      [`body#${richIds[2]}`, 'Α'],
      [`body#${richIds[3]}`, 'Β'],
      [`body#${richIds[4]}`, 'Γ'],
      ['results.aaa.indicator', 'Άτομα'],
    ]),
  )
})

test('a node that the source does not have is matched with none of its segments', () => {
  const { body: aligned } = alignedRow(
    source,
    { body: document(...Array.from({ length: 7 }, (_, index) => block('paragraph', words(`${index}`)))) },
    fields,
    { known: new Map(), key: '' },
  )
  const matched = wordedNodes((aligned as RichDocument).root).map(nodeId)

  expect(matched.filter((id) => richIds.includes(id))).toEqual([richIds[1]])
})

test('what a person wrote beyond the source stays when the rest is composed anew', () => {
  const byHand = {
    body: document(block('paragraph', words('Ρωτήστε.')), block('paragraph', words('Μόνο στα ελληνικά.'))),
  }
  const said = (texts: ReadonlyMap<string, string>) =>
    segmentsOf(compose(texts, byHand), fields)
      .filter(({ field }) => field === 'body')
      .map(({ text }) => text)

  expect(said(new Map([[`body#${richIds[1]}`, 'Ρωτήστε.']]))).toEqual(['Ρωτήστε.', 'Μόνο στα ελληνικά.'])
  expect(said(new Map([[`body#${richIds[1]}`, 'Ρωτήστε πρώτα.']]))).toEqual([
    'Ρωτήστε πρώτα.',
    'Μόνο στα ελληνικά.',
  ])
})

test('a text by hand is found again by its words when the source moves around it', () => {
  const byHand = { body: document(block('paragraph', words('Ρωτήστε.'))) }
  const { root } = source.body as RichDocument
  const longer = withSegmentIds(
    {
      ...source,
      body: { root: { ...root, children: [block('paragraph', words('New')), ...(root.children ?? [])] } },
    },
    fields,
  )
  const known = new Map([[`body#${richIds[1]}`, 'Ρωτήστε.']])

  expect(targetTexts(longer, byHand, fields, known)).toEqual(known)
})
