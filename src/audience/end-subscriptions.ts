import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { recordConsent } from './consent-events.ts'
import { noWording } from './consent-wording.ts'
import type { Follow } from './follow.ts'
import { lockPerson } from './lock-person.ts'
import { refreshPeople } from './refresh-people.ts'

/** By which way somebody left, or was taken off. */
export type EndedHow = 'one-click' | 'mail' | 'page' | 'preferences' | 'complaint' | 'bounce' | 'officer'

/** Who said that the newsletters are not wanted. */
const origins: Readonly<Record<EndedHow, 'person' | 'mailbox' | 'officer'>> = {
  'one-click': 'person',
  mail: 'person',
  page: 'person',
  preferences: 'person',
  complaint: 'mailbox',
  bounce: 'mailbox',
  officer: 'officer',
}

/** Who leaves what. */
export interface Ending {
  readonly subscriberId: string
  readonly newsletterIds: readonly string[]
  /** @default none */
  readonly follows?: readonly Pick<Follow, 'target' | 'targetId'>[]
  readonly how: EndedHow
  /** Of the page; for a mail program's click, the person's own. */
  readonly locale: Locale
  readonly now: Date
  /** Who of staff did it. @default null */
  readonly actor?: string | null
}

/** Where the proof says that it happened. */
const sources: Readonly<Record<EndedHow, string>> = {
  'one-click': '/u',
  mail: 'mailbox',
  page: '/u',
  preferences: '/preferences',
  complaint: 'mailbox',
  bounce: 'mailbox',
  officer: 'officer',
}

/**
 * Ends subscriptions and follows, and remembers that the address wants none of the newsletters. Ending what has ended
 * changes nothing and is no error, since mail programs may ask twice. Run it in a transaction: the proof goes with it.
 */
export async function endSubscriptions(ending: Ending, transaction: Database): Promise<void> {
  const { subscriberId, how, locale, now, actor = null } = ending
  await lockPerson(subscriberId, transaction)
  const newsletterIds = await endNewsletters(ending, transaction)
  const follows = await endFollows(ending, transaction)
  if (newsletterIds.length + follows.length === 0) return
  await refreshPeople([subscriberId], now, transaction)
  const { rows } = await transaction.execute<{ address_key: string }>(sql`
    select address_key from subscribers where id = ${subscriberId}::uuid
  `)
  for (const { address_key: addressKey } of rows)
    await recordConsent(
      {
        addressKey,
        kind: 'ended',
        newsletterIds,
        follows,
        wording: noWording(locale),
        source: sources[how],
        tokenId: null,
        detail: { how },
        actor,
        now,
      },
      transaction,
    )
}

/**
 * One statement, so that nobody is left whom the suppression does not hold. Answers what has really ended. Whose mailbox
 * is gone has decided nothing: of them nothing but the bounce is remembered.
 */
async function endNewsletters(
  { subscriberId, newsletterIds, how, now }: Ending,
  transaction: Database,
): Promise<string[]> {
  const at = now.toISOString()
  const { rows } = await transaction.execute<{ newsletter_id: string }>(sql`
    with ended as (
      update subscriptions set state = 'ended', ended_at = ${at}::timestamptz, ended_how = ${how}
      where subscriber_id = ${subscriberId}::uuid and state = 'confirmed'
        and newsletter_id in (select jsonb_array_elements_text(${JSON.stringify(newsletterIds)}::jsonb)::uuid)
      returning subscriber_id, newsletter_id
    ), suppressed as (
      insert into suppressions (address_key, scope, reason, origin, at)
      select person.address_key, ended.newsletter_id::text, 'unsubscribed', ${origins[how]}, ${at}::timestamptz
      from ended join subscribers person on person.id = ended.subscriber_id
      where ${how} <> 'bounce'
      on conflict (address_key, scope) do nothing
    )
    select newsletter_id from ended
  `)
  return rows.map((row) => row.newsletter_id)
}

async function endFollows(
  { subscriberId, follows = [] }: Ending,
  transaction: Database,
): Promise<Pick<Follow, 'target' | 'targetId'>[]> {
  if (follows.length === 0) return []
  const { rows } = await transaction.execute<Pick<Follow, 'target' | 'targetId'>>(sql`
    delete from follows f using jsonb_to_recordset(${JSON.stringify(follows)}::jsonb) as gone (target text, "targetId" uuid)
    where f.subscriber_id = ${subscriberId}::uuid and f.target = gone.target and f.target_id = gone."targetId"
    returning f.target, f.target_id as "targetId"
  `)
  return rows
}
