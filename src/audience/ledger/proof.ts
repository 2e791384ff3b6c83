import { createHash } from 'node:crypto'

import { type Database, sql } from '../../database/database.ts'
import type { ConsentKind } from '../consent-events.ts'
import type { Follow } from '../follow.ts'
import { type AgreedTo, replay } from '../replay.ts'

/** One event of the ledger as somebody outside reads it. */
export interface ProofEvent {
  readonly id: number
  /** Keyed hash of the address. */
  readonly addressKey: string
  readonly kind: ConsentKind
  readonly at: Date
  readonly newsletterIds: readonly string[]
  readonly follows: readonly Pick<Follow, 'target' | 'targetId'>[]
  /** The exact words shown. Empty where none were. */
  readonly wording: string
  readonly wordingVersion: string
  /** SHA-256, base64url. Empty where no words were shown. */
  readonly wordingHash: string
  /** Whether the words still are those that the hash was made of. Null where no words were shown. */
  readonly isGenuine: boolean | null
  readonly locale: string
  readonly source: string
  readonly tokenId: string | null
  readonly detail: Readonly<Record<string, unknown>> | null
  /** Id of the member of staff. */
  readonly actor: string | null
  /** Where the person came from by a list. Null: they did not. */
  readonly import: {
    readonly id: string
    readonly fileName: string | null
    readonly evidence: unknown
    readonly appliedAt: string | null
  } | null
}

/** Everything that proves what one person agreed to. */
export interface Proof {
  readonly addressKey: string
  /** Null: erased, or never a subscriber. */
  readonly subscriberId: string | null
  /** Null: nothing but its hash is left. */
  readonly address: string | null
  /** Oldest first. */
  readonly events: readonly ProofEvent[]
  /** What follows from the events. */
  readonly agreesTo: AgreedTo
}

/** Null when nothing is known of the address: neither a person nor an event. */
export async function proofOf(addressKey: string, database: Database): Promise<Proof | null> {
  const people = await database.execute<{ id: string; email: string }>(sql`
    select id, email from subscribers where address_key = ${addressKey}
  `)
  const [person] = people.rows
  const events: ProofEvent[] = []
  let after = 0
  for (;;) {
    const page = await readEvents({ addressKey, from: null, until: null, after }, database)
    events.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) break
    after = last.id
  }
  if (person === undefined && events.length === 0) return null
  return {
    addressKey,
    subscriberId: person?.id ?? null,
    address: person?.email ?? null,
    events,
    agreesTo: replay(events),
  }
}

interface Period {
  /** Null: from the beginning. */
  readonly from: Date | null
  /** Exclusive. Null: until now. */
  readonly until: Date | null
}

/** Of everybody over a period, oldest first, a thousand at a time: memory stays flat however long it is. */
export async function* proofsOver(period: Period, database: Database): AsyncGenerator<readonly ProofEvent[]> {
  let after = 0
  for (;;) {
    const page = await readEvents({ addressKey: null, ...period, after }, database)
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    after = last.id
  }
}

/** How many addresses the events of a period are about. */
export async function peopleOver({ from, until }: Period, database: Database): Promise<number> {
  const { rows } = await database.execute<{ people: number }>(sql`
    select count(distinct address_key)::integer as people from consent_events event where ${within({ from, until })}
  `)
  return rows[0]?.people ?? 0
}

const PAGE = 1000

const within = ({ from, until }: Period) => sql`
  event.at >= coalesce(${from?.toISOString() ?? null}::timestamptz, '-infinity')
  and event.at < coalesce(${until?.toISOString() ?? null}::timestamptz, 'infinity')
`

interface EventRow extends Record<string, unknown> {
  readonly id: string
  readonly address_key: string
  readonly kind: ConsentKind
  readonly at: string
  readonly newsletter_ids: readonly string[]
  readonly follows: ProofEvent['follows']
  readonly wording: string
  readonly wording_version: string
  readonly wording_hash: string
  readonly locale: string
  readonly source: string
  readonly token_id: string | null
  readonly detail: ProofEvent['detail']
  readonly actor: string | null
  readonly import_id: string | null
  readonly file_name: string | null
  readonly evidence: unknown
  readonly applied_at: string | null
}

async function readEvents(
  { addressKey, from, until, after }: Period & { addressKey: string | null; after: number },
  database: Database,
): Promise<ProofEvent[]> {
  const whose = addressKey === null ? sql`true` : sql`event.address_key = ${addressKey}`
  const { rows } = await database.execute<EventRow>(sql`
    select event.*, import.file_name, import.evidence, import.applied_at
    from consent_events event left join audience_imports import on import.id = event.import_id
    where event.id > ${after} and ${whose} and ${within({ from, until })}
    order by event.id limit ${PAGE}
  `)
  return rows.map(eventOf)
}

const eventOf = (row: EventRow): ProofEvent => ({
  id: Number(row.id),
  addressKey: row.address_key,
  kind: row.kind,
  at: new Date(row.at),
  newsletterIds: row.newsletter_ids,
  follows: row.follows,
  wording: row.wording,
  wordingVersion: row.wording_version,
  wordingHash: row.wording_hash,
  isGenuine: row.wording === '' ? null : hashOf(row.wording) === row.wording_hash,
  locale: row.locale,
  source: row.source,
  tokenId: row.token_id,
  detail: row.detail,
  actor: row.actor,
  import:
    row.import_id === null
      ? null
      : {
          id: row.import_id,
          fileName: row.file_name,
          evidence: row.evidence,
          appliedAt: row.applied_at === null ? null : new Date(row.applied_at).toISOString(),
        },
})

const hashOf = (words: string): string => createHash('sha256').update(words).digest('base64url')
