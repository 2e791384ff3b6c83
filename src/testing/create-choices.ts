import type { Payload } from 'payload'

import type { Locale } from '../i18n/locales.ts'

export interface TestChoices {
  readonly topicIds: readonly string[]
  readonly countryIds: readonly string[]
}

const topics = ['Access to finance', 'Coaching and mentoring', 'Legal advice', 'Premises']
const countries = ['AT', 'BE', 'CY', 'DE', 'EL', 'ES', 'FR', 'IE', 'IT', 'LU', 'NL', 'PL', 'PT', 'SE']

/** Topics and countries to choose from, named in each of these languages. */
export async function createTestChoices(payload: Payload, locales: readonly Locale[]): Promise<TestChoices> {
  const topicIds: string[] = []
  for (const name of topics) {
    const { id } = await payload.create({ collection: 'topics', locale: 'en', data: { label: name } })
    for (const locale of locales.filter((each) => each !== 'en'))
      await payload.update({ collection: 'topics', id, locale, data: { label: `${name} (${locale})` } })
    topicIds.push(id)
  }
  const countryIds: string[] = []
  for (const code of countries) {
    const named = (locale: Locale): string =>
      new Intl.DisplayNames(locale, { type: 'region' }).of(code === 'EL' ? 'GR' : code) ?? code
    const { id } = await payload.create({
      collection: 'terms',
      locale: 'en',
      data: { vocabulary: 'countries', code, label: named('en') },
    })
    for (const locale of locales.filter((each) => each !== 'en'))
      await payload.update({ collection: 'terms', id, locale, data: { label: named(locale) } })
    countryIds.push(id)
  }
  return { topicIds, countryIds }
}
