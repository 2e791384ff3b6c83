import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'

interface SentLetter {
  readonly newsletterId: string
  /** @default nobody's any more */
  readonly subscriberId?: string | null
  /** @default of its own */
  readonly issueId?: string
  /** @default submitted */
  readonly state?: 'submitted' | 'unconfirmed'
  readonly submittedAt: Date
  /** @default null */
  readonly providerId?: string | null
}

/** Enters letters as they stand in the ledger after sending. Answers their ids. */
export async function sentLetters(payload: Payload, letters: readonly SentLetter[]): Promise<string[]> {
  const rows = letters.map(
    ({ subscriberId = null, issueId, state = 'submitted', providerId = null, ...rest }) => ({
      id: crypto.randomUUID(),
      subscriberId,
      issueId: issueId ?? crypto.randomUUID(),
      state,
      reason: state === 'unconfirmed' ? 'no-answer' : null,
      providerId,
      ...rest,
    }),
  )
  await databaseOf(payload).execute(sql`
    insert into email_deliveries
      (id, issue_id, subscriber_id, newsletter_id, edition_id, state, reason, provider_id, submitted_at, updated_at)
    select id, "issueId", "subscriberId", "newsletterId", gen_random_uuid(), state, reason, "providerId",
      case when state = 'submitted' then "submittedAt" end, "submittedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      id uuid, "issueId" uuid, "subscriberId" uuid, "newsletterId" uuid, state text, reason text, "providerId" text,
      "submittedAt" timestamptz
    )
  `)
  return rows.map(({ id }) => id)
}

/** What the ledger says of a letter by now. Times in ISO 8601. */
export async function letterNow(payload: Payload, id: string) {
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
    select state, reason, to_json(delivered_at at time zone 'utc') as delivered,
      to_json(bounced_at at time zone 'utc') as bounced, bounce_class as "bounceClass",
      to_json(complained_at at time zone 'utc') as complained
    from email_deliveries where id = ${id}::uuid
  `)
  return rows[0]
}
