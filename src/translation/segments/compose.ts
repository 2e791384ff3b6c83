import type { FlattenedField } from 'payload'

import type { Direction, Locale } from '../../i18n/locales.ts'
import { type KnownTexts, matchedNodes } from './align.ts'
import { fromCodedText, type RichNode, toCodedText } from './coded-text.ts'
import {
  inlineOf,
  isRichDocument,
  mapWordedNodes,
  nodeId,
  type RichDocument,
  wordedNodes,
} from './rich-nodes.ts'
import { rowName } from './segments-of.ts'

type Row = Readonly<Record<string, unknown>>

export interface Composition {
  readonly locale: Locale
  readonly direction: Direction
  /** Coded texts by key of the source's segment. */
  readonly texts: KnownTexts
  /** What the latest draft holds, by key. */
  readonly drafted: KnownTexts
  /** What the language holds now: what is not translated by segments stays, such as its slug. */
  readonly present: Row
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * An item in another language: the source's structure with the translator's words. Where a word is missing nothing
 * stands, never the source's.
 * @returns only what differs per language.
 */
export function composeRow(source: Row, fields: readonly FlattenedField[], composition: Composition): Row {
  return composed(source, fields, composition.present, composition, { key: '', localised: false })
}

interface Place {
  readonly key: string
  readonly localised: boolean
}

function composed(
  source: Row,
  fields: readonly FlattenedField[],
  present: Row,
  composition: Composition,
  place: Place,
): Row {
  const entries = fields.flatMap((field): [string, unknown][] => {
    if (['id', 'slug', '_status', 'machineTranslated', 'revision'].includes(field.name)) return []
    const localised = place.localised || ('localized' in field && field.localized === true)
    const inner = { key: `${place.key}${field.name}`, localised }
    const value = composedValue(source[field.name], field, present[field.name], composition, inner)
    return value === undefined ? [] : [[field.name, value]]
  })
  return Object.fromEntries(entries)
}

/** Undefined: the field has no languages, so it is none of ours. */
function composedValue(
  value: unknown,
  field: FlattenedField,
  present: unknown,
  composition: Composition,
  { key, localised }: Place,
): unknown {
  const { texts } = composition
  if (field.type === 'array' && localised)
    return Array.isArray(value)
      ? value.filter(isRow).map((row, index) => localRow(row, index, field.flattenedFields, composition, key))
      : []
  if (field.type === 'array' && Array.isArray(value) && hasLanguages(field.flattenedFields)) {
    const rows = Array.isArray(present) ? present.filter(isRow) : []
    return value.filter(isRow).map((row, index) => {
      const name = rowName(row, index)
      const own = rows.find((each, place) => rowName(each, place) === name) ?? row
      return {
        ...own,
        ...composed(row, field.flattenedFields, own, composition, { key: `${key}.${name}.`, localised }),
      }
    })
  }
  if (field.type === 'group' || field.type === 'tab') {
    if (!localised && !hasLanguages(field.flattenedFields)) return undefined
    const inner = composed(
      isRow(value) ? value : {},
      field.flattenedFields,
      isRow(present) ? present : {},
      composition,
      { key: `${key}.`, localised },
    )
    return { ...(isRow(present) ? present : {}), ...inner }
  }
  if (!localised) return undefined
  if (field.type === 'text' || field.type === 'textarea') {
    const isTranslated = typeof value === 'string' && value.trim() !== ''
    return isTranslated ? (texts.get(key) ?? null) : null
  }
  if (field.type === 'richText')
    return isRichDocument(value) ? composedDocument(value, present, composition, key) : null
  return value
}

/** A row of a list that each language has for itself: the source's values, the language's words, a name that tells whose it is. */
function localRow(
  row: Row,
  index: number,
  fields: readonly FlattenedField[],
  composition: Composition,
  key: string,
): Row {
  const name = rowName(row, index)
  const { id: _, ...rest } = row
  const words = composed(row, fields, {}, composition, { key: `${key}.${name}.`, localised: true })
  return { ...rest, ...words, id: `${name}_${composition.locale}` }
}

function composedDocument(
  source: RichDocument,
  present: unknown,
  { texts, drafted, direction }: Composition,
  key: string,
): object | null {
  const names = new Map(wordedNodes(source.root).map((node, index) => [node, nodeId(node) ?? String(index)]))
  const textFor = (name: string): string => texts.get(`${key}#${name}`) ?? ''
  const byHand = isRichDocument(present) ? handwritten(source, present, { known: drafted, key }) : null
  if (
    byHand !== null &&
    [...names.values()].every((name) => (byHand.texts.get(name) ?? '') === textFor(name))
  )
    return present as RichDocument
  let isEmpty = true
  const translated = mapWordedNodes(source.root, (node) => {
    const text = textFor(names.get(node) ?? '')
    const inline = inlineOf(node)
    const blocks = (node.children ?? []).filter((child) => !inline.includes(child))
    if (text === '' && blocks.length === 0) return null
    if (text !== '') isEmpty = false
    return { ...node, children: [...fromCodedText(text, inline), ...blocks] }
  })
  const extra = byHand?.extra ?? []
  if (isEmpty && extra.length === 0) return null
  const root = inDirection(translated, direction)
  return { root: { ...root, children: [...(root.children ?? []), ...extra] } }
}

/**
 * A text that a person wrote into the item itself: what it says for each of the source's nodes, and what it says beyond
 * them, which must not be lost. Null: it was composed from its source.
 */
function handwritten(
  source: RichDocument,
  present: RichDocument,
  hints: { readonly known: KnownTexts; readonly key: string },
): { readonly texts: ReadonlyMap<string, string>; readonly extra: readonly RichNode[] } | null {
  const matched = matchedNodes(source, present, hints)
  if (!matched.some(({ node }) => nodeId(node) === null)) return null
  const texts = matched.flatMap(({ node, id }): [string, string][] =>
    id === null ? [] : [[id, toCodedText(inlineOf(node)).text]],
  )
  const extra = matched.flatMap(({ node, id }) => (id === null && nodeId(node) === null ? [node] : []))
  return { texts: new Map(texts), extra }
}

const inDirection = (node: RichNode, direction: Direction): RichNode => ({
  ...node,
  ...('direction' in node && { direction }),
  ...(node.children !== undefined && {
    children: node.children.map((child) => inDirection(child, direction)),
  }),
})

const hasLanguages = (fields: readonly FlattenedField[]): boolean =>
  fields.some(
    (field) =>
      ('localized' in field && field.localized === true) ||
      ('flattenedFields' in field && hasLanguages(field.flattenedFields)),
  )
