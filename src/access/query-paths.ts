import type { FlattenedField, Where } from 'payload'

import { isLocale } from '../i18n/locales.ts'
import { isSection } from './private-sections.ts'

/** What a query may walk through: the fields of each collection that is open to everyone, by slug. */
export type OpenCollections = ReadonlyMap<string, readonly FlattenedField[]>

interface Walk {
  readonly open: OpenCollections
  /** Every language is searched at once, the unpublished ones too. */
  readonly everyLocale: boolean
}

/**
 * Whether a path of a `where` or `sort` could tell what its asker may not read: a text in a language of its own choice
 * (`title.fr`), anything behind a tie to rows that are not open to everyone, or a section that may be private.
 */
export function tellsTooMuch(path: string, fields: readonly FlattenedField[], walk: Walk): boolean {
  const [name, ...rest] = path.split('.')
  const field = fields.find((candidate) => candidate.name === name)
  // Payload itself refuses a path that leads nowhere.
  if (field === undefined) return false
  if (isSection(field)) return true
  if ('localized' in field && field.localized) return walk.everyLocale || rest.some(isLocale)
  if (field.type === 'relationship' || field.type === 'upload') return leadsAway(field.relationTo, rest, walk)
  if ('flattenedFields' in field && rest.length > 0)
    return tellsTooMuch(rest.join('.'), field.flattenedFields, walk)
  return false
}

function leadsAway(relationTo: string | readonly string[], rest: readonly string[], walk: Walk): boolean {
  const further = rest.filter((segment) => segment !== 'value' && segment !== 'relationTo')
  if (further.length === 0 || further.join('.') === 'id') return false
  return [relationTo].flat().some((slug) => {
    const fields = walk.open.get(slug)
    return fields === undefined || tellsTooMuch(further.join('.'), fields, walk)
  })
}

/** Every path that a condition compares, however deep it nests. */
export function pathsOf(where: Where | undefined): string[] {
  return Object.entries(where ?? {}).flatMap(([key, value]) => {
    const nested = /^(and|or)$/i.test(key) && Array.isArray(value)
    return nested ? value.flatMap((condition) => pathsOf(condition)) : [key]
  })
}
