import { type Database, sql } from '../database/database.ts'
import type { ConsentWording } from './consent-wording.ts'

export interface ConsentEvent {
  readonly addressKey: string
  readonly kind: 'confirmed' | 'changed' | 'ended' | 'erased'
  readonly newsletterIds: readonly string[]
  readonly wording: ConsentWording
  /** Path of the page, without token. */
  readonly source: string
  /** Null: no confirmation link was involved. */
  readonly tokenId: string | null
  readonly now: Date
}

/** Adds to the proof; nothing is ever taken from it. False when this confirmation link had been used before. */
export async function recordConsent(event: ConsentEvent, database: Database): Promise<boolean> {
  const { addressKey, kind, newsletterIds, wording, source, tokenId, now } = event
  const { rows } = await database.execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source, token_id, at)
    values
      (${addressKey}, ${kind}, ${JSON.stringify(newsletterIds)}::jsonb, ${wording.locale}, ${wording.text},
       ${wording.version}, ${wording.hash}, ${source}, ${tokenId}, ${now.toISOString()}::timestamptz)
    on conflict (token_id) do nothing
    returning id
  `)
  return rows.length > 0
}
