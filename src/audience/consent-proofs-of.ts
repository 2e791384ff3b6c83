import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ConsentKind } from './consent-events.ts'
import type { Follow } from './follow.ts'

/** One entry of the ledger, whole, but for who of staff wrote it. */
export interface ConsentProof {
  readonly at: string
  readonly kind: ConsentKind
  readonly newsletterIds: readonly string[]
  readonly follows: readonly Pick<Follow, 'target' | 'targetId'>[]
  /** The exact words that were shown. Empty for a withdrawal. */
  readonly wording: string
  readonly wordingVersion: string
  /** SHA-256 of the words, base64url. Empty for a withdrawal. */
  readonly wordingHash: string
  /** Language of the words, or of the page. */
  readonly locale: Locale
  /** Path of the page, or `import`, `mailbox`, `officer`. */
  readonly source: string
  /** Identifies the confirmation link. Null: none was involved. */
  readonly tokenId: string | null
  readonly detail: unknown
}

/**
 * The ledger of an address, oldest first. Somebody who moved here brought their consent along: the entries under the
 * address before belong to it, up to the move and no further, since that mailbox may be somebody else's by now.
 */
export async function consentProofsOf(addressKey: string, database: Database): Promise<ConsentProof[]> {
  const { rows } = await database.execute<{
    at: string
    kind: ConsentKind
    newsletter_ids: readonly string[]
    follows: readonly Pick<Follow, 'target' | 'targetId'>[]
    wording: string
    wording_version: string
    wording_hash: string
    locale: Locale
    source: string
    token_id: string | null
    detail: unknown
  }>(sql`
    with recursive held as (
      select ${addressKey}::text as address_key, null::bigint as before
      union
      select entry.detail->>'from', entry.id
      from held join consent_events entry on entry.address_key = held.address_key
        and entry.kind = 'moved-here' and (held.before is null or entry.id < held.before)
      where entry.detail->>'from' is not null
    )
    select entry.at, entry.kind, entry.newsletter_ids, entry.follows, entry.wording, entry.wording_version,
      entry.wording_hash, entry.locale, entry.source, entry.token_id, entry.detail
    from consent_events entry
    where exists (
      select from held where held.address_key = entry.address_key and (held.before is null or entry.id < held.before)
    )
    order by entry.id
  `)
  return rows.map((row) => ({
    at: new Date(row.at).toISOString(),
    kind: row.kind,
    newsletterIds: row.newsletter_ids,
    follows: row.follows,
    wording: row.wording,
    wordingVersion: row.wording_version,
    wordingHash: row.wording_hash,
    locale: row.locale,
    source: row.source,
    tokenId: row.token_id,
    detail: row.detail,
  }))
}
