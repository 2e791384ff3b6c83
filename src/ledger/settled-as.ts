import { sql } from '../database/database.ts'

type Fragment = ReturnType<typeof sql>

/** Values as the text of SQL, without any parameter: put together at each mail from parts, it would cost more than the mail. */
interface Settled {
  readonly state: string
  readonly reason: string
  readonly providerId: string
}

/** By which the statement calls the mail. */
type Name = 'd' | 'mail'

/** One of `email_deliveries`. */
interface SettledLetter extends Settled {
  readonly mail: 'd'
}

/** One of `personal_mails`. */
interface SettledPersonal extends Settled {
  readonly mail: 'mail'
  /** What is kept of it as it was handed over, as long as it is planned again. */
  readonly copy: string
}

const toldText = (mail: Name): string =>
  `(coalesce(${mail}.submitted_at, ${mail}.delivered_at, ${mail}.bounced_at, ${mail}.complained_at) is not null)`

/** Whether something was told of a mail that shows that it had been accepted. */
export const wasTold = (mail: Name): Fragment => sql.raw(toldText(mail))

/**
 * What a mail is set to when it is settled. A fact may come before the answer, or in place of it, and weighs more: what was
 * told of is submitted, however its last attempt ended, and of what is not to be handed over again no copy stays. Read from
 * the row itself, so that one who waits for who writes the fact sees it.
 */
export function settledAs(settled: SettledLetter | SettledPersonal): Fragment {
  const { mail, state, reason, providerId } = settled
  const isKnown = `${state} in ('unconfirmed', 'failed', 'planned') and ${toldText(mail)}`
  const isAgain = `${state} = 'planned' and not ${toldText(mail)}`
  return sql.raw(`
    state = case when ${isKnown} then 'submitted' else ${state} end,
    reason = case when ${isKnown} then null else ${reason} end,
    provider_id = case when ${isKnown} then coalesce(${providerId}, ${mail}.provider_id) else ${providerId} end,
    ${settled.mail === 'mail' ? `handed_over = case when ${isAgain} then ${settled.copy} end,` : ''}
    submitted_at = case
      when ${isKnown} then coalesce(${mail}.submitted_at, ${mail}.updated_at)
      when ${state} = 'submitted' then now()
    end`)
}
