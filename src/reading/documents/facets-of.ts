import type { NamedReference, PlainValue, PublicDocument } from '../contract/document.ts'

/** What lists can be filtered and counted by, beside topic, country, community and organisation: field → name in a query. */
export const ownFacets: Readonly<Record<string, string>> = {
  services: 'service',
  targetGroups: 'target-group',
  audiences: 'audience',
  phases: 'phase',
  level: 'level',
  sector: 'sector',
  mainstreaming: 'mainstreaming',
  evidenceLevel: 'evidence',
  stillActive: 'activity',
  serviceLanguages: 'language',
  languages: 'language',
  type: 'type',
  accessRight: 'access',
  mode: 'mode',
  status: 'status',
  stage: 'stage',
  kind: 'kind',
  fromPeerReview: 'peer-review',
  projects: 'project',
}

/** Each name that a list can be filtered by. */
export const facetNames = [
  ...new Set(['topic', 'country', 'community', 'organisation', 'year', ...Object.values(ownFacets)]),
] as const

/** `name:code` for everything that a document can be found by. Codes are the same in every language. */
export function facetsOf({
  topics,
  countries,
  communities,
  organisation,
  details,
}: PublicDocument): string[] {
  const facets = [
    ...topics.map((each) => facet('topic', each)),
    ...countries.map((each) => facet('country', each)),
    ...communities.map((each) => facet('community', each)),
    ...(organisation === null ? [] : [facet('organisation', organisation)]),
    ...yearOf(details.date ?? null),
    ...Object.entries(ownFacets).flatMap(([field, name]) =>
      [details[field] ?? null].flat().flatMap((value) => ownFacet(name, value)),
    ),
  ]
  return [...new Set(facets)].sort()
}

/** Of a date that was typed, which is a day of the calendar. */
const yearOf = (date: PlainValue): string[] =>
  typeof date === 'string' ? [`year:${new Date(date).getUTCFullYear()}`] : []

/** The same of what has no name in the language: a list in it is filtered by codes all the same. */
export function unnamedFacets(row: Readonly<Record<string, unknown>>): string[] {
  const tied: readonly (readonly [string, unknown])[] = [
    ['topic', row.topics],
    ['country', row.countries],
    ['community', row.communities],
    ...Object.entries(ownFacets).map(([field, name]) => [name, row[field]] as const),
  ]
  return tied.flatMap(([name, value]) =>
    [value].flat().flatMap((each) => {
      const { code, slug } = (typeof each === 'object' && each !== null ? each : {}) as {
        readonly code?: unknown
        readonly slug?: unknown
      }
      const known = [code, slug].find((word) => typeof word === 'string' && word !== '')
      return known === undefined ? [] : [`${name}:${String(known)}`]
    }),
  )
}

export const facet = (name: string, { code, id }: NamedReference): string => `${name}:${code ?? id}`

function ownFacet(name: string, value: PlainValue): string[] {
  if (typeof value === 'string') return [`${name}:${value}`]
  return typeof value === 'object' && value !== null && 'label' in value
    ? [facet(name, value as NamedReference)]
    : []
}
