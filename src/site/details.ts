import type { NamedReference, PlainValue } from '../reading/contract/document.ts'

type Value = PlainValue | undefined

const isObject = (value: Value): value is Readonly<Record<string, PlainValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null: nothing was written. */
export const textOf = (value: Value): string | null =>
  typeof value === 'string' && value !== '' ? value : null

export const numberOf = (value: Value): number | null => (typeof value === 'number' ? value : null)

/** A group of fields. Empty where there is none. */
export const groupOf = (value: Value): Readonly<Record<string, PlainValue>> => (isObject(value) ? value : {})

/** The rows of a table. */
export const rowsOf = (value: Value): readonly Readonly<Record<string, PlainValue>>[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/** Something that is named. Null: nothing is, or it has no name in the language. */
export const referenceOf = (value: Value): NamedReference | null =>
  isObject(value) && 'label' in value && 'collection' in value ? (value as unknown as NamedReference) : null

export const referencesOf = (value: Value): readonly NamedReference[] =>
  (Array.isArray(value) ? value : []).flatMap((each) => referenceOf(each) ?? [])

export const labelsIn = (value: Value): readonly string[] => referencesOf(value).map(({ label }) => label)

/** A formatted text as HTML, which the document's maker has made safe. */
export const htmlOf = (value: Value): string | null => (isObject(value) ? textOf(value.html) : null)
