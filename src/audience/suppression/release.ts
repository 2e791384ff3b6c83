import { type Database, sql } from '../../database/database.ts'
import { sourceLocale } from '../../i18n/locales.ts'
import { recordConsent } from '../consent-events.ts'
import { noWording } from '../consent-wording.ts'
import { releasableReasons, type SuppressionReason } from './suppression-reasons.ts'

/** An officer decides that an address may get mail again. */
export interface Release {
  readonly addressKey: string
  /** `EVERYTHING` or a newsletter's id. */
  readonly scope: string
  /**
   * What the officer was shown. Should a graver reason have come meanwhile, nothing is released that they did not see.
   * A complaint is released only when it is named here.
   */
  readonly reason: SuppressionReason
  /** Why. Never an address. */
  readonly note: string
  readonly actor: string
  readonly now: Date
}

/**
 * - `no-note`: a release has to say why.
 * - `only-by-the-person`: they left, or had themselves erased, and may come back only by themselves.
 * - `changed`: what stands is something else by now, or nothing.
 */
export type Released = 'released' | 'no-note' | 'only-by-the-person' | 'changed'

/**
 * Takes an address off the list. It brings no subscription back: who wants mail again confirms again. An erasure beneath
 * stays, so that no import brings the person back. Where a sending service holds the address too, it is remembered that
 * theirs is to go. Needs a transaction.
 */
export async function release(
  { addressKey, scope, reason, note, actor, now }: Release,
  transaction: Database,
): Promise<Released> {
  if (note.trim() === '') return 'no-note'
  const releasable: readonly SuppressionReason[] = releasableReasons
  if (!releasable.includes(reason)) return 'only-by-the-person'

  const at = now.toISOString()
  const { rows } = await transaction.execute<{ reason: string; erased: boolean }>(sql`
    with standing as (
      select erased_at from suppressions
      where address_key = ${addressKey} and scope = ${scope} and reason = ${reason} for update
    ), gone as (
      delete from suppressions where address_key = ${addressKey} and scope = ${scope} and reason = ${reason}
        and erased_at is null
    ), kept as (
      update suppressions set reason = 'erased', origin = 'person', note = null, actor = null, at = erased_at,
        erased_at = null
      where address_key = ${addressKey} and scope = ${scope} and reason = ${reason} and erased_at is not null
    ), theirs as (
      update provider_suppressions set released_at = ${at}::timestamptz
      where address_key = ${addressKey} and ${scope} = 'global' and exists (select from standing)
    )
    select 1 from standing
  `)
  if (rows.length === 0) return 'changed'
  await recordConsent(
    {
      addressKey,
      kind: 'released',
      newsletterIds: [],
      wording: noWording(sourceLocale),
      source: 'officer',
      tokenId: null,
      detail: { scope, reason, origin: 'officer', note: note.trim() },
      actor,
      now,
    },
    transaction,
  )
  return 'released'
}
