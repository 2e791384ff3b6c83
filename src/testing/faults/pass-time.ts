import { databaseOf, sql } from '../../database/database.ts'
import type { Stage } from './stage.ts'

/**
 * Time passes: everything that was to be at a moment, is that much nearer, at the service as well. It is what moving the
 * clocks of all machines would do, without touching them.
 */
export async function passTime({ payload, resend }: Pick<Stage, 'payload' | 'resend'>, milliseconds: number) {
  if (milliseconds === 0) return
  const database = databaseOf(payload)
  const by = sql`${milliseconds} * interval '1 millisecond'`
  await database.execute(sql`
    update email_deliveries set due_at = due_at - ${by}, lease_until = lease_until - ${by}
    where state in ('planned', 'submitting')
  `)
  await database.execute(sql`
    update email_batches set
      due_at = due_at - ${by}, lease_until = lease_until - ${by}, first_attempt_at = first_attempt_at - ${by}
    where state = 'open'
  `)
  await database.execute(sql`update issue_languages set deadline = deadline - ${by} where outcome is null`)
  await database.execute(sql`
    update send_buckets set refilled_at = refilled_at - ${by}, blocked_until = blocked_until - ${by}
  `)
  await database.execute(sql`update day_places set held_until = held_until - ${by}`)
  resend.advance(milliseconds)
}
