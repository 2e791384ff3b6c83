import { type Database, sql } from '../database/database.ts'
import type { ConsentWording } from './consent-wording.ts'
import type { Follow } from './follow.ts'

/**
 * What can happen to what a person agreed to:
 *
 * - `confirmed`: they pressed the button behind a confirmation mail. `imported`: they had agreed elsewhere, as `detail`
 *   shows. `moved-here`: they brought it along from another address. Each adds what it names.
 * - `changed`: they changed their settings; it adds what it names, and `detail` holds the settings.
 * - `ended`: they left, or their mailbox did; `import-undone`: it should never have been imported. Each takes away what it names.
 * - `erased` and `moved-away` take away everything.
 * - `asked`: they put a question to the info line. It adds and takes nothing.
 * - `suppressed` and `released` say whether the address may get mail at all, whatever was agreed. They add and take nothing.
 */
export const consentKinds = [
  'confirmed',
  'imported',
  'moved-here',
  'changed',
  'ended',
  'import-undone',
  'erased',
  'moved-away',
  'asked',
  'suppressed',
  'released',
] as const

export type ConsentKind = (typeof consentKinds)[number]

export interface ConsentEvent {
  readonly addressKey: string
  readonly kind: ConsentKind
  readonly newsletterIds: readonly string[]
  /** @default none */
  readonly follows?: readonly Pick<Follow, 'target' | 'targetId'>[]
  readonly wording: ConsentWording
  /** Path of the page, without token; or `import`, `mailbox`, `officer`. */
  readonly source: string
  /** Null: no confirmation link was involved. */
  readonly tokenId: string | null
  /** Anything else that proves it. Never an address. @default null */
  readonly detail?: Readonly<Record<string, unknown>> | null
  /** Who of staff did it. @default null, the person themselves */
  readonly actor?: string | null
  /** @default null */
  readonly importId?: string | null
  readonly now: Date
}

/** Adds to the proof; nothing is ever taken from it. False when this confirmation link had been used before. */
export async function recordConsent(event: ConsentEvent, database: Database): Promise<boolean> {
  const { addressKey, kind, newsletterIds, follows = [], wording, source, tokenId, now } = event
  const { detail = null, actor = null, importId = null } = event
  const targets = follows.map(({ target, targetId }) => ({ target, targetId }))
  const { rows } = await database.execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, follows, locale, wording, wording_version, wording_hash, source, token_id,
       detail, actor, import_id, at)
    values
      (${addressKey}, ${kind}, ${JSON.stringify(newsletterIds)}::jsonb, ${JSON.stringify(targets)}::jsonb,
       ${wording.locale}, ${wording.text}, ${wording.version}, ${wording.hash}, ${source}, ${tokenId},
       ${detail === null ? null : JSON.stringify(detail)}::jsonb, ${actor}::uuid, ${importId}::uuid,
       ${now.toISOString()}::timestamptz)
    on conflict (token_id) do nothing
    returning id
  `)
  return rows.length > 0
}
