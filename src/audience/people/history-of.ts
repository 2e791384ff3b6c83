import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ConsentKind } from '../consent-events.ts'
import type { FollowTarget } from '../follow.ts'

/** One entry of the ledger with what an officer has to know to answer for it: also who of staff it was. */
export interface HistoryEntry {
  readonly id: number
  readonly at: Date
  readonly kind: ConsentKind
  readonly newsletterIds: readonly string[]
  readonly follows: readonly { readonly target: FollowTarget; readonly targetId: string }[]
  /** The exact words. Empty for a withdrawal. */
  readonly wording: string
  readonly wordingVersion: string
  readonly wordingHash: string
  readonly locale: Locale
  /** Path of the page, or `import`, `mailbox`, `officer`. */
  readonly source: string
  /** By which way they left. Null: they did not, or it is not known. */
  readonly how: string | null
  /** Of the officer, or what the other side said. Null: none. */
  readonly note: string | null
  /** Id of the member of staff. Null: the person themselves, or the program. */
  readonly actor: string | null
  /** Null: no import. */
  readonly importFile: string | null
  /** What the import says about where, when and to which words they agreed. Null: no import. */
  readonly evidence: unknown
}

/**
 * Newest first. Somebody who moved here brought their consent along: the entries under the address before belong to it, up
 * to the move and no further, since that mailbox may be somebody else's by now.
 */
export async function historyOf(addressKey: string, database: Database): Promise<HistoryEntry[]> {
  const { rows } = await database.execute<Row>(sql`
    with recursive held as (
      select ${addressKey}::text as address_key, null::bigint as before
      union
      select entry.detail->>'from', entry.id
      from held join consent_events entry on entry.address_key = held.address_key
        and entry.kind = 'moved-here' and (held.before is null or entry.id < held.before)
      where entry.detail->>'from' is not null
    )
    select entry.id, entry.at, entry.kind, entry.newsletter_ids, entry.follows, entry.wording, entry.wording_version,
      entry.wording_hash, entry.locale, entry.source, entry.detail->>'how' as how, entry.detail->>'note' as note,
      entry.actor, import.file_name, coalesce(entry.detail->'evidence', import.evidence) as evidence
    from consent_events entry
    left join audience_imports import on import.id = entry.import_id
    where exists (
      select from held where held.address_key = entry.address_key and (held.before is null or entry.id < held.before)
    )
    order by entry.id desc
  `)
  return rows.map((row) => ({
    id: Number(row.id),
    at: new Date(row.at),
    kind: row.kind,
    newsletterIds: row.newsletter_ids,
    follows: row.follows,
    wording: row.wording,
    wordingVersion: row.wording_version,
    wordingHash: row.wording_hash,
    locale: row.locale,
    source: row.source,
    how: row.how,
    note: row.note,
    actor: row.actor,
    importFile: row.file_name,
    evidence: row.evidence,
  }))
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly at: string
  readonly kind: ConsentKind
  readonly newsletter_ids: readonly string[]
  readonly follows: HistoryEntry['follows']
  readonly wording: string
  readonly wording_version: string
  readonly wording_hash: string
  readonly locale: Locale
  readonly source: string
  readonly how: string | null
  readonly note: string | null
  readonly actor: string | null
  readonly file_name: string | null
  readonly evidence: unknown
}
