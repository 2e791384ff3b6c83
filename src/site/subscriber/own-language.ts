import type { Payload } from 'payload'

import type { Subscriber } from '../../audience/subscriber.ts'
import { networkLanguages } from '../../content/network-languages.ts'
import { chooseLocale } from '../../i18n/choose-locale.ts'
import type { Locale } from '../../i18n/locales.ts'
import { loadSite } from '../load-site.ts'
import type { SiteContext } from '../site-context.ts'
import { contextFor, type Visit } from '../visit.ts'

/** Pages behind a person's link speak one of their languages; where we do not know them, that of their browser. */
export async function contextOf(visit: Visit, subscriber: Subscriber | null): Promise<SiteContext> {
  const own = subscriber === null ? null : await ownLanguage(visit.payload, subscriber)
  const context = own === null ? await contextFor(visit) : await loadSite(visit.payload, own)
  if (context === null) throw new Error('the network has no language enabled')
  return context
}

/** Null: the network speaks none of theirs any more. */
async function ownLanguage(payload: Payload, { locale, furtherLocales }: Subscriber): Promise<Locale | null> {
  const { enabled } = await networkLanguages(payload)
  return chooseLocale([locale, ...furtherLocales], enabled, { whenNone: 'skip' }).locale
}
