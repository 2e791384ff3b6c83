import type { Locale } from '../../i18n/locales.ts'
import { hasInterface, translator } from '../../i18n/translator.ts'
import type { NamedReference, PlainValue, PublicDocument } from '../contract/document.ts'
import { facet, facetsOf, ownFacets } from '../documents/facets-of.ts'

/** Facet → what the document calls it. Null: it has a code only, of one of our closed lists. */
export function facetLabels(document: PublicDocument): ReadonlyMap<string, string | null> {
  const { topics, countries, communities, organisation, details } = document
  const named: (readonly [string, readonly NamedReference[]])[] = [
    ['topic', topics],
    ['country', countries],
    ['community', communities],
    ['organisation', organisation === null ? [] : [organisation]],
    ...Object.entries(ownFacets).map(([field, name]) => [name, referencesIn(details[field])] as const),
  ]
  const labels = new Map(
    named.flatMap(([name, references]) => references.map((each) => [facet(name, each), each.label] as const)),
  )
  return new Map(facetsOf(document).map((each) => [each, labels.get(each) ?? null]))
}

const referencesIn = (value: PlainValue | undefined): NamedReference[] =>
  [value ?? null]
    .flat()
    .filter((each): each is NamedReference => typeof each === 'object' && each !== null && 'label' in each)

/** Facet → vocabulary of `terms.json` that names its codes. */
const vocabularies: Readonly<Record<string, string>> = {
  access: 'accessRight',
  activity: 'activity',
  evidence: 'evidenceLevel',
  kind: 'pageKind',
  level: 'level',
  mainstreaming: 'mainstreaming',
  mode: 'eventMode',
  phase: 'phase',
  sector: 'sector',
  stage: 'reviewStage',
  status: 'eventStatus',
  type: 'newsType',
}

/** Name of a closed list's code. The code itself where it has none: better than a gap in a list of choices. */
export function codeLabel(name: string, code: string, locale: Locale): string {
  const vocabulary = vocabularies[name]
  if (vocabulary === undefined || !hasInterface(locale)) return code
  return translator(locale, 'terms')(`${vocabulary}.${code}`, { defaultValue: code })
}
