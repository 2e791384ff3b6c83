import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { storeSubscriptions } from './confirm-subscription.ts'
import { recordConsent } from './consent-events.ts'
import type { ConsentWording } from './consent-wording.ts'
import { endSubscriptions } from './end-subscriptions.ts'
import type { Subscriber } from './subscriber.ts'
import { liftSuppressions } from './suppression.ts'

/** A person's settings as they want them from now on. */
export interface Preferences {
  /** In order, at least one. */
  readonly locales: readonly [Locale, ...Locale[]]
  readonly newsletterIds: readonly string[]
  /** Null: not paused. */
  readonly pausedUntil: Date | null
}

/** Stores them as one: languages, pause, and for each newsletter that was added or left its proof. Needs a transaction. */
export async function savePreferences(
  subscriber: Subscriber,
  wanted: Preferences,
  { wording, now }: { readonly wording: ConsentWording; readonly now: Date },
  transaction: Database,
): Promise<void> {
  const { id, addressKey } = subscriber
  const [locale, ...furtherLocales] = wanted.locales
  await transaction.execute(sql`
    update subscribers set locale = ${locale}, further_locales = ${JSON.stringify(furtherLocales)}::jsonb,
      paused_until = ${wanted.pausedUntil?.toISOString() ?? null}, updated_at = ${now.toISOString()}
    where id = ${id}::uuid
  `)

  const left = subscriber.newsletterIds.filter((newsletter) => !wanted.newsletterIds.includes(newsletter))
  await endSubscriptions(
    { subscriberId: id, newsletterIds: left, how: 'preferences', locale: wording.locale, now },
    transaction,
  )

  const added = wanted.newsletterIds.filter((newsletter) => !subscriber.newsletterIds.includes(newsletter))
  if (added.length === 0) return
  await storeSubscriptions(id, added, now, transaction)
  await liftSuppressions(addressKey, added, transaction)
  const proof = { newsletterIds: added, wording, source: '/preferences', tokenId: null, now }
  await recordConsent({ addressKey, kind: 'changed', ...proof }, transaction)
}
