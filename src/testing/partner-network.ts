import type { Payload } from 'payload'

import { demoAccounts, demoSites } from '../demo/partners/partner-accounts.ts'
import { type Partners, startPartners } from '../demo/partners/server.ts'
import type { Locale } from '../i18n/locales.ts'

/** The outside world on loopback, and the only private address that the product may reach. Call it before importing it. */
export async function startPartnerNetwork(): Promise<Partners> {
  const partners = await startPartners({ port: 0, host: '127.0.0.1', dataDir: null })
  process.env.ALLOWED_PRIVATE_HOSTS = new URL(partners.url).host
  return partners
}

/** Our Mastodon account that posts in one language, or in others too. */
export async function addMastodon(
  payload: Payload,
  partners: Partners,
  locale: Locale,
  locales: Locale[] = [locale],
): Promise<string> {
  const account = demoAccounts.find((each) => each.locale === locale)
  if (account === undefined) throw new Error(`the demo has no Mastodon account in ${locale}`)
  const { id } = await payload.create({
    collection: 'channels',
    data: {
      name: `Mastodon ${locale}`,
      service: 'mastodon',
      baseUrl: partners.url,
      secrets: { accessToken: account.accessToken },
      locales,
      mode: 'auto',
    },
  })
  return String(id)
}

/** A partner's site that is told of changes in the languages given. */
export async function addWebhook(
  payload: Payload,
  partners: Partners,
  locales: Locale[],
  site = demoSites[0],
): Promise<string> {
  if (site === undefined) throw new Error('the demo has no site')
  const { id } = await payload.create({
    collection: 'channels',
    data: {
      name: site.title,
      service: 'webhook',
      baseUrl: `${partners.url}/hooks/${site.name}`,
      secrets: { signingSecret: site.secret },
      locales,
      mode: 'auto',
    },
  })
  return String(id)
}
