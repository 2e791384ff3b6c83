import type { FlattenedField } from 'payload'

import type { Locale } from '../../i18n/locales.ts'

type Row = Readonly<Record<string, unknown>>

interface Looked {
  /** In which both rows are given. Null: in all, with localised values as objects by language. */
  readonly locale: Locale | null
  /** Languages whose texts may differ. */
  readonly free: ReadonlySet<Locale>
}

/** The fields of which the value differs, whatever the form in which it is given. */
export const changedFields = (
  fields: readonly FlattenedField[],
  before: Row,
  after: Row,
  looked: Looked,
): FlattenedField[] =>
  fields.filter((field) => {
    const was = before[field.name]
    const is = after[field.name]
    // Of a field of the issue itself, a language that is not named stays as it is.
    const whole =
      looked.locale === null && isLocalised(field) && isRow(was) && isRow(is) ? { ...was, ...is } : is
    return JSON.stringify(fixed(was, field, looked)) !== JSON.stringify(fixed(whole, field, looked))
  })

/** What of a value may not differ, in one form. Null: nothing. */
function fixed(value: unknown, field: FlattenedField, looked: Looked): unknown {
  if (isLocalised(field)) {
    if (looked.locale !== null) return looked.free.has(looked.locale) ? null : plain(value)
    return isRow(value) ? sorted(value, (locale) => !looked.free.has(locale as Locale)) : plain(value)
  }
  if (field.type !== 'blocks') return plain(value)
  if (!Array.isArray(value) || value.length === 0) return null
  return value.map((row: Row) => {
    const block = field.blocks.find(({ slug }) => slug === row.blockType)
    // A row keeps its texts in the other languages by its id.
    return [row.blockType, row.id, ...(block?.flattenedFields ?? []).map((part) => partOf(row, part, looked))]
  })
}

/** A row's name in the admin is for editors. Its id is seen by itself. */
const partOf = (row: Row, part: FlattenedField, looked: Looked): unknown =>
  ['id', 'blockName'].includes(part.name) ? null : fixed(row[part.name], part, looked)

/** What is tied stands there by its id, or whole. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(plain)
  if (!isRow(value)) return String(value)
  if ('relationTo' in value) return `${String(value.relationTo)}/${String(plain(value.value))}`
  return 'id' in value ? String(value.id) : sorted(value, () => true)
}

const sorted = (value: Row, isWanted: (key: string) => boolean): unknown =>
  Object.entries(value)
    .filter(([key, part]) => isWanted(key) && plain(part) !== null)
    .map(([key, part]) => [key, plain(part)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))

const isLocalised = (field: FlattenedField): boolean => 'localized' in field && field.localized === true

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
