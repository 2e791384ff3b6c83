import { sql } from '../database/database.ts'

type Fragment = ReturnType<typeof sql>

/** Any kind of mail counts from the moment it may have left, and while a worker holds it to send it. */
const counted = sql`(state in ('submitting', 'submitted', 'unconfirmed') or (state = 'planned' and lease_until > now()))`

const within = sql`coalesce(submitted_at, updated_at) > now() - interval '7 days'`

/**
 * How many mails of whatever kind went to the person within the last seven days, as a scalar. Two workers that take
 * two mails to one person within the same few milliseconds do not see each other; all others do.
 * @param person the subscriber's id, as SQL.
 */
export const mailsLately = (person: Fragment): Fragment => sql`(
  (select count(*) from email_deliveries where subscriber_id = ${person} and ${counted} and ${within})
  + (select count(*) from personal_mails where subscriber_id = ${person} and ${counted} and ${within})
)`

/** What the network allows within seven days, as a scalar. Null: no limit. */
export const mailsAllowed: Fragment = sql`(select mails_per_week from network limit 1)`

/** Whether one mail more would be one too many for the person. Never, and at no cost, where the network sets no limit. */
export const isAtCap = (person: Fragment): Fragment =>
  sql`case when ${mailsAllowed} is null then false else ${mailsLately(person)} >= ${mailsAllowed} end`
