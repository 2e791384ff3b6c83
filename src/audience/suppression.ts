import { type Database, sql } from '../database/database.ts'
import { sourceLocale } from '../i18n/locales.ts'
import { recordConsent } from './consent-events.ts'
import { noWording } from './consent-wording.ts'

/** Note of a bounce after which nobody reads the mailbox any more, as far as can be known: it is there, and took nothing. */
export const UNREAD = 'soft-bounces'
/** The same, once its owner was asked by mail whether that is so. */
const UNREAD_ASKED = 'soft-bounces-asked'

/** After so long a mailbox that once did not exist may have become somebody's. */
const BOUNCE_DAYS = 30

/**
 * Whether an address may not even be asked to confirm: its owner complained, we were told to stop, or it bounced lately.
 * Who merely left, or had everything erased, may come back by themselves.
 */
export async function isBarred(addressKey: string, now: Date, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select 1 from suppressions
    where address_key = ${addressKey} and scope = 'global' and (
      reason in ('complaint', 'manual') or (reason = 'hard-bounce' and at > ${bouncedBefore(now)})
    )
  `)
  return rows.length > 0
}

/**
 * Whether an address that took nothing for long may be asked to confirm all the same, as somebody signed it up just now: once,
 * so this is the time. What they answer shows that it is read.
 */
export async function mayAskOnce(addressKey: string, now: Date, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update suppressions set note = ${UNREAD_ASKED}
    where address_key = ${addressKey} and scope = 'global' and reason = 'hard-bounce' and note = ${UNREAD}
      and at > ${bouncedBefore(now)}
    returning 1
  `)
  return rows.length > 0
}

/** Whether whoever answers a confirmation mail may not get mail all the same. */
export async function isBarredForGood(addressKey: string, now: Date, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select 1 from suppressions
    where address_key = ${addressKey} and scope = 'global' and (
      reason in ('complaint', 'manual')
      or (reason = 'hard-bounce' and at > ${bouncedBefore(now)} and note is distinct from ${UNREAD_ASKED})
    )
  `)
  return rows.length > 0
}

const bouncedBefore = (now: Date) =>
  sql`${now.toISOString()}::timestamptz - make_interval(days => ${BOUNCE_DAYS})`

/** The owner has just agreed anew: what they themselves had ended, or asked us to end, no longer stands in the way. */
export async function liftSuppressions(
  addressKey: string,
  newsletterIds: readonly string[],
  database: Database,
): Promise<void> {
  await database.execute(sql`
    delete from suppressions
    where address_key = ${addressKey} and (
      (reason in ('unsubscribed', 'manual')
        and scope in (select jsonb_array_elements_text(${JSON.stringify(newsletterIds)}::jsonb)))
      or (scope = 'global' and reason = 'erased')
    )
  `)
}

/**
 * The owner has just answered a confirmation mail, so the mailbox exists: that it bounced long ago, or took nothing for long, no
 * longer stands in the way. Nothing else proves that, so nothing else lifts it. Needs a transaction.
 */
export async function liftBounce(addressKey: string, now: Date, transaction: Database): Promise<void> {
  const { rows } = await transaction.execute(sql`
    delete from suppressions
    where address_key = ${addressKey} and scope = 'global' and reason = 'hard-bounce'
      and (at <= ${bouncedBefore(now)} or note = ${UNREAD_ASKED})
    returning 1
  `)
  if (rows.length === 0) return
  await transaction.execute(sql`
    update provider_suppressions set released_at = ${now.toISOString()}::timestamptz
    where address_key = ${addressKey} and reason = 'hard-bounce'
  `)
  await recordConsent(
    {
      addressKey,
      kind: 'released',
      newsletterIds: [],
      wording: noWording(sourceLocale),
      source: 'person',
      tokenId: null,
      detail: { scope: 'global', reason: 'hard-bounce', origin: 'person', note: null },
      now,
    },
    transaction,
  )
}
