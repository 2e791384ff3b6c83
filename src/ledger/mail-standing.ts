import { sql } from '../database/database.ts'
import { isAtCap } from './frequency-cap.ts'
import { nextReadingHour } from './pace/reading-hours.ts'

type Fragment = ReturnType<typeof sql>

/** `letters`, a common table expression: the newsletters of an issue, in the order in which its readers get it by them. */
export const newslettersOf = (issueId: string): Fragment => sql`
  letters (id, position) as materialized (
    select newsletter_id, 0 from issues where id = ${issueId}::uuid
    union all
    select newsletters_id, "order" from issues_rels
    where parent_id = ${issueId}::uuid and path = 'alsoTo' and newsletters_id is not null
  )`

/**
 * Whose own language the edition of the mail `d` stands in for. Null: they read it, or have chosen a language since in which
 * the issue comes.
 */
export const standsInFor = sql`
  case when d.locale_reason = 'fallback-edition' and not exists (
    select from editions own where own.issue_id = d.issue_id and own.locale = person.locale
  ) then person.locale end`

/** The query, whose `from` begins with the mail `d`, goes on with these: person, `standing` and hours of a mail. */
export const standingOfMail = sql`
  left join network on true
  left join subscribers person on person.id = d.subscriber_id
  left join lateral (
    select tie.newsletter_id, case
      when exists (select from suppressions s where s.address_key = person.address_key
                   and s.scope in ('global', tie.newsletter_id::text)) then 'suppressed'
      when person.paused_until > now() or tie.paused_until > now() then 'paused'
    end as skip
    from letters join subscriptions tie on tie.newsletter_id = letters.id
      and tie.subscriber_id = d.subscriber_id and tie.state = 'confirmed'
    order by 2 nulls first, tie.newsletter_id <> d.newsletter_id, letters.position limit 1
  ) standing on true
  left join newsletters letter on letter.id = standing.newsletter_id`

/**
 * Whether the person's mailbox, their complaint or an officer bars their address: that ends what they get, and they have not
 * left.
 */
const isBarredByOthers = sql`exists (
  select from suppressions s where s.address_key = person.address_key and s.scope = 'global'
    and s.reason in ('complaint', 'hard-bounce', 'manual')
)`

/**
 * Why the mail `d` must not leave, by consent and suppression as they are now. Null: it may. Who has left the newsletter by
 * which they were to get it gets it by another one of the issue's that they keep.
 */
export const barredNow = sql`
  when standing.newsletter_id is null and ${isBarredByOthers} then 'suppressed'
  when person.id is null or standing.newsletter_id is null then 'unsubscribed'
  when standing.skip is not null then standing.skip`

/** The same, and that the person has had as many mails as the network allows: the mail itself is not one of them yet. */
export const barredOrAtCap = sql`${barredNow} when ${isAtCap(sql`person.id`)} then 'frequency-cap'`

/**
 * When the hours of the reader's day begin again. Null: a mail may come now.
 * @param zones names that Postgres knows. Null: no newsletter has hours.
 */
export const hoursOfReader = (zones: readonly string[] | null): Fragment =>
  zones === null
    ? sql`null::timestamptz`
    : nextReadingHour({
        at: sql`now()`,
        zone: sql`(case when ${JSON.stringify(zones)}::jsonb ? person.time_zone then person.time_zone else coalesce(network.time_zone, 'UTC') end)`,
        from: sql`letter.window_from`,
        to: sql`letter.window_to`,
      })
