import type { FlattenedField } from 'payload'

import { ownFacets } from '../documents/facets-of.ts'
import { codesOf } from '../openapi/document-schema.ts'
import { choices, codes, type Parameter } from './parameter.ts'

/** What documents of every collection can be found by, and where it comes from. */
const sharedFacets: Readonly<Record<string, readonly string[]>> = {
  // A review is found by what it looks at.
  topic: ['topics', 'practice'],
  country: ['countries', 'country', 'location', 'venue', 'hostOrganisation'],
  community: ['communities'],
  organisation: ['responsibleOrganisation'],
}

/** The filters that a collection has: a closed list of words where its field is one, codes of other rows elsewhere. */
export function facetParameters(
  fields: readonly FlattenedField[],
): Readonly<Record<string, Parameter<readonly string[]>>> {
  const has = (names: readonly string[]) => fields.some(({ name }) => names.includes(name))
  const shared = Object.entries(sharedFacets).flatMap(([name, from]) =>
    has(from) ? [[name, codes] as const] : [],
  )
  const own = fields.flatMap((field) => {
    const name = ownFacets[field.name]
    return name === undefined ? [] : [[name, wordsOf(field)] as const]
  })
  return Object.fromEntries([...shared, ...own])
}

function wordsOf(field: FlattenedField): Parameter<readonly string[]> {
  if (field.type !== 'select') return codes
  return choices(codesOf(field.options))
}

/** `{ topic: ['finance', 'training'] }` as the lists keep it: `[['topic:finance', 'topic:training']]`. */
export const facetGroups = (names: readonly string[], query: Readonly<Record<string, unknown>>): string[][] =>
  names.flatMap((name) => {
    const asked = query[name]
    return Array.isArray(asked) && asked.length > 0 ? [asked.map((code) => `${name}:${String(code)}`)] : []
  })
