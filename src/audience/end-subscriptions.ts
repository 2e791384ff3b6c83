import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { recordConsent } from './consent-events.ts'
import { noWording } from './consent-wording.ts'
import { refreshStatus } from './subscriber-status.ts'

/** Who leaves what, and by which way. */
export interface Ending {
  readonly subscriberId: string
  readonly newsletterIds: readonly string[]
  readonly how: 'one-click' | 'page' | 'preferences'
  /** Of the page; for a mail program's click, the person's own. */
  readonly locale: Locale
  readonly now: Date
}

/**
 * Ends subscriptions and remembers that the address wants none of them, in one statement. Ending what has ended changes
 * nothing and is no error, since mail programs may ask twice. Run it in a transaction: the proof goes with it.
 */
export async function endSubscriptions(ending: Ending, transaction: Database): Promise<void> {
  const { subscriberId, newsletterIds, how, locale, now } = ending
  const at = now.toISOString()
  const { rows } = await transaction.execute<{ address_key: string; newsletter_id: string }>(sql`
    with ended as (
      update subscriptions set state = 'ended', ended_at = ${at}::timestamptz, ended_how = ${how}
      where subscriber_id = ${subscriberId}::uuid and state = 'confirmed'
        and newsletter_id in (select jsonb_array_elements_text(${JSON.stringify(newsletterIds)}::jsonb)::uuid)
      returning subscriber_id, newsletter_id
    ), suppressed as (
      insert into suppressions (address_key, scope, reason, at)
      select person.address_key, ended.newsletter_id::text, 'unsubscribed', ${at}::timestamptz
      from ended join subscribers person on person.id = ended.subscriber_id
      on conflict (address_key, scope) do nothing
    )
    select person.address_key, ended.newsletter_id
    from ended join subscribers person on person.id = ended.subscriber_id
  `)
  const [first] = rows
  if (first === undefined) return
  await refreshStatus(subscriberId, transaction)
  await recordConsent(
    {
      addressKey: first.address_key,
      kind: 'ended',
      newsletterIds: rows.map((row) => row.newsletter_id),
      wording: noWording(locale),
      source: how === 'one-click' ? '/u' : `/${how === 'page' ? 'u' : 'preferences'}`,
      tokenId: null,
      now,
    },
    transaction,
  )
}
