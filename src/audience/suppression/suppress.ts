import { type Database, sql } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'
import { addressKey } from '../../secrets/address-key.ts'
import type { CanonicalAddress } from '../canonical-address.ts'
import { recordConsent } from '../consent-events.ts'
import { noWording } from '../consent-wording.ts'
import { type EndedHow, endSubscriptions } from '../end-subscriptions.ts'
import type { Follow } from '../follow.ts'
import {
  EVERYTHING,
  type SuppressionOrigin,
  type SuppressionReason,
  suppressionReasons,
} from './suppression-reasons.ts'

/** Somebody or something says that an address must not get mail. */
export interface NewSuppression {
  /** Keyed hash of the canonical address. */
  readonly addressKey: string
  /** `EVERYTHING` or a newsletter's id. Complaints and bounces are always of everything. */
  readonly scope: string
  /** Erasure has its own way, `eraseSubscriber`. */
  readonly reason: Exclude<SuppressionReason, 'erased'>
  readonly origin: SuppressionOrigin
  /** Of the officer, or what the other side said. Never an address. Null: none. */
  readonly note: string | null
  /** Who of staff did it. Null: nobody of staff. */
  readonly actor: string | null
  readonly now: Date
}

/** `known`: something as grave or graver stood already, so nothing was changed. */
export type Suppressed = 'suppressed' | 'known'

/**
 * Bars an address and ends everything that this concerns: subscriptions, follows and mails that were planned. Mails that
 * are under way are past it. Where several reasons come together the gravest stands; an erasure is remembered beneath.
 * Whether the person is known makes no difference to the suppression. Needs a transaction.
 */
export async function suppress(suppression: NewSuppression, transaction: Database): Promise<Suppressed> {
  if (!(await enter(suppression, transaction))) return 'known'
  const person = await personBehind(suppression, transaction)
  if (person !== null) {
    await endSubscriptions(
      {
        subscriberId: person.id,
        newsletterIds: person.newsletterIds,
        follows: person.follows,
        how: howOf(suppression),
        locale: person.locale,
        actor: suppression.actor,
        now: suppression.now,
      },
      transaction,
    )
    await skipPlanned(person.id, suppression, transaction)
  }
  const { reason, origin, scope, note, actor, now } = suppression
  await recordConsent(
    {
      addressKey: suppression.addressKey,
      kind: 'suppressed',
      newsletterIds: [],
      wording: noWording(person?.locale ?? sourceLocale),
      source: origin,
      tokenId: null,
      detail: { scope, reason, origin, note },
      actor,
      now,
    },
    transaction,
  )
  return 'suppressed'
}

/** The same for somebody whose address is at hand, as when they ask by telephone. */
export const suppressAddress = (
  { address, ...suppression }: Omit<NewSuppression, 'addressKey'> & { readonly address: CanonicalAddress },
  transaction: Database,
): Promise<Suppressed> => suppress({ ...suppression, addressKey: addressKey(address.canonical) }, transaction)

/** Lower is graver. */
const rank = (column: string) =>
  sql.raw(`array_position(array[${suppressionReasons.map((reason) => `'${reason}'`).join(', ')}], ${column})`)

/** False when what stands is as grave. A mailbox that bounces once more is only remembered as having done so now. */
async function enter(
  { addressKey: key, scope, reason, origin, note, actor, now }: NewSuppression,
  transaction: Database,
): Promise<boolean> {
  const at = now.toISOString()
  const { rows } = await transaction.execute(sql`
    insert into suppressions as known (address_key, scope, reason, origin, note, actor, at)
    values (${key}, ${scope}, ${reason}, ${origin}, ${note}, ${actor}::uuid, ${at}::timestamptz)
    on conflict (address_key, scope) do update set
      reason = excluded.reason, origin = excluded.origin, note = excluded.note, actor = excluded.actor, at = excluded.at,
      erased_at = coalesce(known.erased_at, case when known.reason = 'erased' then known.at end)
    where ${rank('excluded.reason')} < ${rank('known.reason')}
    returning 1
  `)
  if (rows.length > 0) {
    // What an officer released at the sending service too is not to be taken off there any more.
    await transaction.execute(sql`
      update provider_suppressions set released_at = null where address_key = ${key} and ${scope} = ${EVERYTHING}
    `)
    return true
  }
  await transaction.execute(sql`
    update suppressions set at = greatest(at, ${at}::timestamptz)
    where address_key = ${key} and scope = ${scope} and reason = 'hard-bounce' and ${reason}::text = 'hard-bounce'
  `)
  return false
}

interface Behind extends Record<string, unknown> {
  readonly id: string
  readonly locale: Locale
  /** Those that the suppression ends. */
  readonly newsletterIds: readonly string[]
  readonly follows: readonly Pick<Follow, 'target' | 'targetId'>[]
}

async function personBehind(
  { addressKey: key, scope }: NewSuppression,
  transaction: Database,
): Promise<Behind | null> {
  const { rows } = await transaction.execute<Behind>(sql`
    select person.id, person.locale,
      coalesce((
        select jsonb_agg(tie.newsletter_id) from subscriptions tie
        where tie.subscriber_id = person.id and tie.state = 'confirmed'
          and ${scope} in (${EVERYTHING}, tie.newsletter_id::text)
      ), '[]'::jsonb) as "newsletterIds",
      coalesce((
        select jsonb_agg(jsonb_build_object('target', f.target, 'targetId', f.target_id)) from follows f
        where f.subscriber_id = person.id and ${scope} = ${EVERYTHING}
      ), '[]'::jsonb) as follows
    from subscribers person where person.address_key = ${key} for update
  `)
  return rows[0] ?? null
}

function howOf({ reason }: NewSuppression): EndedHow {
  if (reason === 'complaint') return 'complaint'
  if (reason === 'hard-bounce') return 'bounce'
  return reason === 'manual' ? 'officer' : 'page'
}

/** Those of one newsletter, or all. A digest holds several newsletters: whether it still may go is asked when it is due. */
async function skipPlanned(
  subscriberId: string,
  { scope, now }: NewSuppression,
  transaction: Database,
): Promise<void> {
  const at = now.toISOString()
  await transaction.execute(sql`
    update email_deliveries set state = 'skipped', reason = 'suppressed', lease_token = null, lease_until = null,
      updated_at = ${at}::timestamptz
    where subscriber_id = ${subscriberId}::uuid and state = 'planned'
      and ${scope} in (${EVERYTHING}, newsletter_id::text)
  `)
  await transaction.execute(sql`
    update personal_mails set state = 'skipped', reason = 'suppressed', lease_token = null, lease_until = null,
      updated_at = ${at}::timestamptz
    where subscriber_id = ${subscriberId}::uuid and state = 'planned' and ${scope} = ${EVERYTHING}
      -- One that may have been taken is not skipped: whoever looks at it next says that nobody can tell.
      and first_attempt_at is null
  `)
}
