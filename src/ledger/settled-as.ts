import { sql } from '../database/database.ts'

type Fragment = ReturnType<typeof sql>

/** Columns and values as SQL. */
export interface Settled {
  /** By which the statement calls the mail. */
  readonly mail: 'd' | 'mail'
  readonly state: Fragment
  readonly reason: Fragment
  readonly providerId: Fragment
}

const columnsOf = (mail: Settled['mail']) => (name: string) =>
  sql`${sql.identifier(mail)}.${sql.identifier(name)}`

/** Whether something was told of a mail that shows that it had been accepted. */
export function wasTold(mail: Settled['mail']): Fragment {
  const column = columnsOf(mail)
  return sql`(coalesce(${column('submitted_at')}, ${column('delivered_at')}, ${column('bounced_at')}, ${column('complained_at')}) is not null)`
}

/**
 * What a mail is set to when it is settled. A fact may come before the answer, or in place of it, and weighs more: what was
 * told of is submitted, however its last attempt ended. Read from the row itself, so that one who waits for who writes the
 * fact sees it.
 */
export function settledAs({ mail, state, reason, providerId }: Settled): Fragment {
  const column = columnsOf(mail)
  const isKnown = sql`${state} in ('unconfirmed', 'failed') and ${wasTold(mail)}`
  return sql`
    state = case when ${isKnown} then 'submitted' else ${state} end,
    reason = case when ${isKnown} then null else ${reason} end,
    provider_id = case when ${isKnown} then coalesce(${providerId}, ${column('provider_id')}) else ${providerId} end,
    submitted_at = case
      when ${isKnown} then coalesce(${column('submitted_at')}, ${column('updated_at')})
      when ${state} = 'submitted' then now()
      when ${state} = 'planned' then ${column('submitted_at')}
    end`
}
