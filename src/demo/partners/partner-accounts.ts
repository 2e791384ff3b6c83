import type { Locale } from '../../i18n/locales.ts'

/** An account of the network on the Mastodon server of the demo. */
export interface MastodonAccount {
  readonly username: string
  readonly displayName: string
  readonly locale: Locale
  readonly accessToken: string
}

/** Another site that listens for changes, at `/hooks/<name>`. */
export interface WebhookSite {
  readonly name: string
  readonly title: string
  readonly secret: string
}

const speaking = (locale: Locale, displayName: string): MastodonAccount => ({
  username: locale === 'en' ? 'emen' : `emen_${locale}`,
  displayName,
  locale,
  accessToken: `demo-access-token-${locale}`,
})

/** Not secret: the servers they open listen on this machine only and hold nothing but demo content. */
export const demoAccounts: readonly MastodonAccount[] = [
  speaking('en', 'EMEN'),
  speaking('fr', 'EMEN en français'),
  speaking('de', 'EMEN auf Deutsch'),
  speaking('es', 'EMEN en español'),
  speaking('it', 'EMEN in italiano'),
  speaking('el', 'EMEN στα ελληνικά'),
  speaking('ar', 'EMEN بالعربية'),
  speaking('uk', 'EMEN українською'),
]

const listening = (name: string, title: string): WebhookSite => ({
  name,
  title,
  secret: `whsec_${Buffer.from(`demo secret of the site ${name}`.padEnd(40, '.')).toString('base64')}`,
})

export const demoSites: readonly WebhookSite[] = [
  listening('city-portal', 'City portal'),
  listening('practice-library', 'Practice library'),
]
