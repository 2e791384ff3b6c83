import type { RelationshipField } from 'payload'

/** Lists that change without a new version of the product: rows of `terms`, each with the URI of its authority. */
export const vocabularies = [
  'services',
  'target-groups',
  'audiences',
  'event-types',
  'resource-types',
  'organisation-types',
  'countries',
  'languages',
  'licences',
  'programmes',
] as const

export type Vocabulary = (typeof vocabularies)[number]

type Extras = Omit<Partial<RelationshipField>, 'type' | 'name' | 'relationTo' | 'filterOptions' | 'hasMany'>

/** One or more terms of one vocabulary. */
export function term(
  name: string,
  vocabulary: Vocabulary,
  { hasMany = false, ...rest }: Extras & { readonly hasMany?: boolean } = {},
): RelationshipField {
  return {
    name,
    type: 'relationship',
    relationTo: 'terms',
    filterOptions: { vocabulary: { equals: vocabulary } },
    hasMany,
    ...rest,
  } as RelationshipField
}
