import type { Payload } from 'payload'

import type { Locale } from '../i18n/locales.ts'
import type { ReadableCollection } from '../reading/contract/document.ts'
import { createTestEvent } from './create-event.ts'
import { createTestItem } from './create-item.ts'
import { createSurroundings, practiceFacts, practiceTexts, type Surroundings } from './create-practice.ts'
import { paragraph } from './paragraph.ts'

/** A network with one document of each kind that readers find, public in each of these languages. */
export interface EveryKind {
  readonly around: Surroundings
  /** Of each the id. */
  readonly ids: ReadonlyMap<ReadableCollection, string>
}

const titleIn = (kind: string, locale: Locale): string => `Public ${kind} (${locale})`

/**
 * Each document with a slug that is the name of its collection, where it may have one of its own. The event is in ten days.
 * @param enabled the network's languages.
 * @param locales those that everything is public in. @default all of them
 */
export async function createEveryKind(
  payload: Payload,
  enabled: readonly Locale[],
  locales: readonly Locale[] = enabled,
): Promise<EveryKind> {
  const around = await createSurroundings(payload, enabled)
  const { organisation, otherOrganisation, terms } = around
  const ids = new Map<ReadableCollection, string>()

  const create = async (
    collection: ReadableCollection,
    texts: (locale: Locale) => object,
    facts: object = {},
  ): Promise<string> => {
    const [first = 'en', ...others] = locales
    const { id } = await payload.create({
      collection: collection as 'practices',
      locale: first,
      data: { ...facts, ...texts(first) } as never,
    })
    for (const locale of others)
      await payload.update({
        collection: collection as 'practices',
        id,
        locale,
        data: texts(locale) as never,
      })
    ids.set(collection, String(id))
    return String(id)
  }
  const published = (collection: ReadableCollection) => (locale: Locale) => ({
    title: titleIn(collection, locale),
    slug: collection,
    _status: 'published' as const,
  })
  const term = async (vocabulary: string): Promise<string> => {
    const data = { vocabulary, code: 'sample', label: `Sample of ${vocabulary}` }
    const { id } = await payload.create({ collection: 'terms', locale: 'en', data: data as never })
    return String(id)
  }

  const item = await createTestItem(payload)
  for (const locale of locales) await item.publish(locale, published('news')(locale))
  ids.set('news', item.id)
  const event = await createTestEvent(payload, new Date(Date.now() + 10 * 24 * 3_600_000))
  for (const locale of locales) await event.publish(locale, published('events')(locale) as never)
  ids.set('events', event.id)

  const framework = await frameworkOf(payload)
  const community = await create('communities', (locale) => ({
    name: titleIn('communities', locale),
    slug: 'communities',
  }))
  const responsible = {
    responsibleOrganisation: organisation,
    licence: terms.licences,
    sourceLocale: 'en',
    communities: [community],
  }
  await create('practices', (locale) => ({ ...practiceTexts('Public'), ...published('practices')(locale) }), {
    ...practiceFacts(around),
    communities: [community],
    scores: ['a', 'b', 'c'].map((code, index) => ({
      framework,
      dimension: code,
      value: 4 + index,
      assessor: 'self',
    })),
  })
  await create(
    'publications',
    (locale) => ({ ...published('publications')(locale), abstract: `What we found, in ${locale}.` }),
    {
      ...responsible,
      type: await term('resource-types'),
      date: '2026-01-05',
      publisher: organisation,
      accessRight: 'open',
      authors: [{ name: 'Author, Sample' }],
    },
  )
  await create(
    'peer-reviews',
    (locale) => ({ ...published('peer-reviews')(locale), summary: `Looked closely, in ${locale}.` }),
    {
      ...responsible,
      hostOrganisation: organisation,
      peers: [{ organisation: otherOrganisation }],
      findings: { isPublic: true, text: 'The adviser makes the difference.' },
    },
  )
  await create('pages', (locale) => ({ ...published('pages')(locale), body: paragraph('Text.') }), {
    kind: 'other',
    sourceLocale: 'en',
  })
  await create('faqs', (locale) => ({ ...published('faqs')(locale), body: paragraph('Answer.') }), {
    sourceLocale: 'en',
  })
  await create('projects', (locale) => ({ title: titleIn('projects', locale) }), {
    acronym: 'SAMPLE',
    statement: 'co-funded',
  })
  for (const locale of locales)
    await payload.update({
      collection: 'organisations',
      id: organisation,
      locale,
      data: { name: `First partner (${locale})` },
    })
  ids.set('organisations', organisation)
  return { around, ids }
}

async function frameworkOf(payload: Payload): Promise<string> {
  const { id } = await payload.create({
    collection: 'frameworks',
    locale: 'en',
    data: {
      name: 'Sample benchmark',
      code: 'sample',
      version: '1',
      scaleMin: 0,
      scaleMax: 10,
      dimensions: ['a', 'b', 'c'].map((code) => ({ code, label: `Dimension ${code}` })),
    },
  })
  return String(id)
}
