import type { Payload } from 'payload'

import type { Locale } from '../i18n/locales.ts'
import { paragraph } from './paragraph.ts'

/** What every practice needs around it, made once for a test file. */
export interface Surroundings {
  readonly organisation: string
  readonly otherOrganisation: string
  readonly terms: Readonly<Record<'licences' | 'countries' | 'services' | 'target-groups', string>>
}

/** A network of these languages, two organisations and one term of each list. */
export async function createSurroundings(
  payload: Payload,
  enabledLocales: readonly Locale[],
): Promise<Surroundings> {
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Sample network', enabledLocales: [...enabledLocales] },
  })
  const organisation = await payload.create({ collection: 'organisations', data: { name: 'First partner' } })
  const otherOrganisation = await payload.create({
    collection: 'organisations',
    data: { name: 'Second partner' },
  })
  const term = async (vocabulary: keyof Surroundings['terms']): Promise<string> => {
    const { id } = await payload.create({
      collection: 'terms',
      locale: 'en',
      data: { vocabulary, code: 'sample', label: `Sample of ${vocabulary}` },
    })
    return id
  }
  return {
    organisation: organisation.id,
    otherOrganisation: otherOrganisation.id,
    terms: {
      licences: await term('licences'),
      countries: await term('countries'),
      services: await term('services'),
      'target-groups': await term('target-groups'),
    },
  }
}

/** Everything that a practice says in one language. `word` stands in each text, so that a leak can be found. */
export const practiceTexts = (word: string) => ({
  title: `${word} title`,
  summary: `${word} summary`,
  challenge: `${word} challenge`,
  goals: `${word} goals`,
  howItWorks: paragraph(`${word} steps`),
  transferability: `${word} lessons`,
  results: [{ indicator: `${word} people reached`, value: 40, unit: 'people' as const }],
})

/** Everything that it says in all languages. */
export const practiceFacts = ({ organisation, terms }: Surroundings) => ({
  responsibleOrganisation: organisation,
  provider: organisation,
  sourceLocale: 'en' as const,
  licence: terms.licences,
  location: { country: terms.countries, nuts: 'FRK26' },
  services: [terms.services],
  targetGroups: [terms['target-groups']],
  start: '2024-01-15',
  evidenceLevel: 'monitored' as const,
})
