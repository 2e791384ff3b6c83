import { databaseOf, sql } from '../../database/database.ts'
import { persistently } from '../../dissemination/persistently.ts'
import type { Stage } from './stage.ts'

/**
 * Time passes: everything that was to be at a moment, is that much nearer, at the service as well. It is what moving the
 * clocks of all machines would do, without touching them.
 */
export async function passTime({ payload, resend }: Pick<Stage, 'payload' | 'resend'>, milliseconds: number) {
  if (milliseconds === 0) return
  const database = databaseOf(payload)
  // All rows at once, while others write to some in an order of their own: of two who wait for each other the database ends one.
  const shift = (statement: ReturnType<typeof sql>) => persistently(() => database.execute(statement))
  const by = sql`${milliseconds} * interval '1 millisecond'`
  await shift(sql`
    update email_deliveries set due_at = due_at - ${by}, lease_until = lease_until - ${by}
    where state in ('planned', 'submitting')
  `)
  await shift(sql`
    update personal_mails set
      due_at = due_at - ${by}, lease_until = lease_until - ${by}, first_attempt_at = first_attempt_at - ${by}
    where state in ('planned', 'submitting')
  `)
  await shift(sql`
    update email_batches set
      due_at = due_at - ${by}, lease_until = lease_until - ${by}, first_attempt_at = first_attempt_at - ${by}
    where state = 'open'
  `)
  await shift(sql`update issue_languages set deadline = deadline - ${by} where outcome is null`)
  await shift(sql`
    update send_buckets set refilled_at = refilled_at - ${by}, blocked_until = blocked_until - ${by}
  `)
  await shift(sql`update day_places set held_until = held_until - ${by}`)
  resend.advance(milliseconds)
}
