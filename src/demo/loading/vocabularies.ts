import type { Payload } from 'payload'

import { locales } from '../../i18n/locales.ts'
import { demoLocales, type TopicKey } from '../network/shapes.ts'
import { audiences } from '../network/taxonomies/audiences.ts'
import { countries } from '../network/taxonomies/countries.ts'
import type { DemoTerm, EveryLocale } from '../network/taxonomies/demo-term.ts'
import { eventTypes } from '../network/taxonomies/event-types.ts'
import { mega9 } from '../network/taxonomies/framework.ts'
import { licences } from '../network/taxonomies/licences.ts'
import { organisationTypes } from '../network/taxonomies/organisation-types.ts'
import { programmes } from '../network/taxonomies/programmes.ts'
import { resourceTypes } from '../network/taxonomies/resource-types.ts'
import { services } from '../network/taxonomies/services.ts'
import { targetGroups } from '../network/taxonomies/target-groups.ts'
import { topics } from '../network/taxonomies/topics.ts'
import { keepRow } from './keep-row.ts'
import { eachInTurn, type OnProgress } from './progress.ts'

export interface Vocabularies {
  topic(key: TopicKey): string
  /** @throws {RangeError} when the vocabulary has no such term. */
  term(vocabulary: Vocabulary, key: string): string
  readonly framework: string
}

const COUNTRY_AUTHORITY = 'http://publications.europa.eu/resource/authority/country/'

const vocabularies = {
  services,
  audiences,
  licences,
  programmes,
  'target-groups': targetGroups,
  'event-types': eventTypes,
  'resource-types': resourceTypes,
  'organisation-types': organisationTypes,
  countries: Object.entries(countries).map(
    ([key, code]): DemoTerm => ({
      key,
      labels: named('region', key),
      authorityUri: `${COUNTRY_AUTHORITY}${code}`,
    }),
  ),
  languages: locales.map((key): DemoTerm => ({ key, labels: named('language', key) })),
} as const satisfies Readonly<Record<string, readonly DemoTerm[]>>

type Vocabulary = keyof typeof vocabularies

/** What a country or language is called in each of the demo network's languages. */
function named(type: 'region' | 'language', code: string): EveryLocale<string> {
  const names = demoLocales.map((locale) => {
    const name = new Intl.DisplayNames([locale], { type }).of(code)
    return [locale, name ?? code] as const
  })
  return Object.fromEntries(names) as unknown as EveryLocale<string>
}

/** Topics, closed lists and the framework: everything that items point at by name. */
export async function loadVocabularies(payload: Payload, onProgress: OnProgress): Promise<Vocabularies> {
  const ids = new Map<string, string>()
  const rows = [
    ...topics.map((term, order) => ({ vocabulary: 'topics' as const, term, order })),
    ...Object.entries(vocabularies).flatMap(([vocabulary, terms]) =>
      terms.map((term: DemoTerm, order) => ({ vocabulary: vocabulary as Vocabulary, term, order })),
    ),
  ]
  await eachInTurn('vocabularies', rows, onProgress, async ({ vocabulary, term, order }) => {
    const { key, labels: label, authorityUri } = term
    const id =
      vocabulary === 'topics'
        ? await keepRow(
            payload,
            { collection: 'topics', where: { slug: { equals: key } } },
            { slug: key, label },
          )
        : await keepRow(
            payload,
            {
              collection: 'terms',
              where: { vocabulary: { equals: vocabulary }, code: { equals: key } },
            },
            { vocabulary, code: key, label, order, authorityUri },
          )
    ids.set(`${vocabulary}/${key}`, id)
  })
  const framework = await loadFramework(payload)
  const idOf = (name: string): string => {
    const id = ids.get(name)
    if (id === undefined) throw new RangeError(`no term ${name} in the demo network`)
    return id
  }
  return {
    framework,
    topic: (key) => idOf(`topics/${key}`),
    term: (vocabulary, key) => idOf(`${vocabulary}/${key}`),
  }
}

function loadFramework(payload: Payload): Promise<string> {
  const { key, version, name, scaleMax, sourceUrl, dimensions } = mega9
  return keepRow(
    payload,
    { collection: 'frameworks', where: { code: { equals: key }, version: { equals: version } } },
    {
      code: key,
      version,
      name,
      source: sourceUrl,
      scaleMin: 0,
      scaleMax,
      dimensions: dimensions.map((dimension) => ({ code: dimension.key, label: dimension.labels })),
    },
  )
}
