import type { Payload } from 'payload'

import type { Locale } from '../i18n/locales.ts'

export interface TestNetwork {
  readonly newsletterIds: readonly [string, string]
}

/** A network that speaks these languages, with two newsletters. */
export async function createTestNetwork(
  payload: Payload,
  enabledLocales: readonly Locale[],
): Promise<TestNetwork> {
  await payload.updateGlobal({
    slug: 'network',
    data: {
      name: 'Sample network',
      tagline: 'What works',
      enabledLocales: [...enabledLocales],
      postalAddress: 'Sample street 1, 1000 Brussels',
    },
  })
  const newsletter = async (name: string): Promise<string> => {
    const { id } = await payload.create({
      collection: 'newsletters',
      locale: 'en',
      data: {
        name,
        fromName: name,
        locales: [...enabledLocales],
        itemFallback: 'show-labelled',
        editionFallback: 'fallback-locale',
        postalAddress: 'Sample street 1, 1000 Brussels',
      },
    })
    for (const locale of enabledLocales.filter((each) => each !== 'en'))
      await payload.update({
        collection: 'newsletters',
        id,
        locale,
        data: { name: `${name} (${locale})`, fromName: name },
      })
    return id
  }
  return { newsletterIds: [await newsletter('Practice letter'), await newsletter('Policy letter')] }
}
