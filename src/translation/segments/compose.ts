import type { FlattenedField } from 'payload'

import type { Direction, Locale } from '../../i18n/locales.ts'
import { fromCodedText, type RichNode } from './coded-text.ts'
import { inlineOf, isRichDocument, mapWordedNodes, nodeId, wordedNodes } from './rich-nodes.ts'
import { rowName } from './segments-of.ts'

type Row = Readonly<Record<string, unknown>>

export interface Composition {
  readonly locale: Locale
  readonly direction: Direction
  /** Coded texts by key of the source's segment. */
  readonly texts: ReadonlyMap<string, string>
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
    if (['slug', '_status', 'machineTranslated', 'revision'].includes(field.name)) return []
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
    return isRichDocument(value) ? composedDocument(value.root, composition, key) : null
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

function composedDocument(root: RichNode, { texts, direction }: Composition, key: string): object | null {
  const names = new Map(wordedNodes(root).map((node, index) => [node, nodeId(node) ?? String(index)]))
  let isEmpty = true
  const translated = mapWordedNodes(root, (node) => {
    const text = texts.get(`${key}#${names.get(node) ?? nodeId(node)}`) ?? ''
    const inline = inlineOf(node)
    const blocks = (node.children ?? []).filter((child) => !inline.includes(child))
    if (text === '' && blocks.length === 0) return null
    if (text !== '') isEmpty = false
    return { ...node, children: [...fromCodedText(text, inline), ...blocks] }
  })
  return isEmpty ? null : { root: inDirection(translated, direction) }
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
