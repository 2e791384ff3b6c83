import type { Payload } from 'payload'

import { websub } from '../channels/websub.ts'
import type { Locale } from '../i18n/locales.ts'

/** Addresses of the hubs that are told when feeds in a language change. A paused one still passes on what it fetches. */
export async function hubsFor(payload: Payload, locale: Locale): Promise<readonly string[]> {
  const { docs } = await payload.find({
    collection: 'channels',
    where: { service: { equals: websub.name }, locales: { in: [locale] }, mode: { not_equals: 'off' } },
    depth: 0,
    pagination: false,
    select: { baseUrl: true },
    sort: 'createdAt',
  })
  return [...new Set(docs.map(({ baseUrl }) => baseUrl))]
}
