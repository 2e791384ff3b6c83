import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { type Confirmed, type ConfirmedWith, confirmSubscription } from './confirm-subscription.ts'
import type { Confirmation } from './confirmation-token.ts'
import { refreshPeople } from './refresh-people.ts'

interface FollowConfirmedWith extends ConfirmedWith {
  /** The language in which something is awaited that does not exist in it yet. Null: nothing is. */
  readonly awaited: Locale | null
}

/**
 * Makes a person follow what they asked for. Who is known keeps their settings; but who waits for a language reads it,
 * so where it was not among their languages it becomes the last of them. Needs a transaction.
 */
export async function confirmFollow(
  confirmation: Confirmation,
  { awaited, ...confirmedWith }: FollowConfirmedWith,
  transaction: Database,
): Promise<Confirmed> {
  const confirmed = await confirmSubscription(confirmation, confirmedWith, transaction)
  if (confirmed.state === 'confirmed' && awaited !== null)
    await addLanguage(confirmed.subscriberId, awaited, confirmedWith.now, transaction)
  return confirmed
}

async function addLanguage(
  subscriberId: string,
  locale: Locale,
  now: Date,
  transaction: Database,
): Promise<void> {
  const { rows } = await transaction.execute(sql`
    update subscribers set further_locales = further_locales || to_jsonb(${locale}::text), updated_at = ${now.toISOString()}::timestamptz
    where id = ${subscriberId}::uuid and locale <> ${locale} and not further_locales ? ${locale}
    returning id
  `)
  if (rows.length > 0) await refreshPeople([subscriberId], now, transaction)
}
