import type { ImportField, ImportMapping } from './import-fields.ts'
import { fieldOf, plainWord } from './propose-mapping.ts'

/** What a row says of each field. */
export interface Cells {
  /** Empty: nothing. */
  text(field: ImportField): string
  /** A cell may name several. */
  list(field: ImportField): string[]
}

/** @throws {SyntaxError} when a cell of attributes is no JSON. */
export function cellsOf(cells: readonly string[], { columns }: ImportMapping): Cells {
  const cell = (field: ImportField): string => cells[columns.indexOf(field)]?.trim() ?? ''
  const attributes = attributesIn(cell('attributes'))
  const values = (field: ImportField): readonly string[] => {
    const own = cell(field)
    return own === '' ? (attributes.get(field) ?? []) : [own]
  }
  return {
    text: (field) => values(field)[0]?.trim() ?? '',
    list: (field) => values(field).flatMap(partsOf),
  }
}

/** `"mentoring","finance"`, `mentoring|finance` and `mentoring; finance` are two each. */
const partsOf = (text: string): string[] =>
  (text.match(/"(?:[^"]|"")*"|[^,;|]+/gu) ?? [])
    .map((part) =>
      part
        .trim()
        .replace(/^"([\s\S]*)"$/u, '$1')
        .replaceAll('""', '"')
        .trim(),
    )
    .filter((part) => part !== '')

/** Never read from attributes: they have columns of their own. */
const beside: readonly ImportField[] = ['email', 'status', 'attributes']

function attributesIn(json: string): ReadonlyMap<ImportField, readonly string[]> {
  if (json === '') return new Map()
  const attributes: unknown = JSON.parse(json)
  if (typeof attributes !== 'object' || attributes === null || Array.isArray(attributes))
    throw new SyntaxError('attributes are no object')
  return new Map(
    Object.entries(attributes).flatMap(([name, value]) => {
      const field = fieldOf(plainWord(name))
      if (field === null || beside.includes(field)) return []
      const texts = [value].flat().filter((each) => typeof each === 'string' || typeof each === 'number')
      return [[field, texts.map(String)] as const]
    }),
  )
}
