import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { maskedAddress } from '../canonical-address.ts'
import { type Frequency, frequencies } from '../choices.ts'
import type { CameBy } from '../numbers/growth.ts'
import type { PeopleFilter, PeoplePlace } from './people-filter.ts'

/** One person as the list shows them: enough for an officer to find them, no address. */
export interface ListedPerson {
  readonly id: string
  readonly maskedAddress: string
  readonly locale: Locale
  readonly frequency: Frequency
  readonly status: 'active' | 'ended'
  /** When they agreed to something last. */
  readonly since: Date
  /** Null: not paused. */
  readonly pausedUntil: Date | null
  /** Whether the address must get no mail at all. */
  readonly isSuppressed: boolean
  /** Newsletters that they agreed to. */
  readonly newsletterIds: readonly string[]
  /** How many items and topics they follow. */
  readonly follows: number
  /** By what they came first. Null: the ledger does not reach back so far. */
  readonly came: CameBy | null
}

export interface PeoplePage {
  readonly people: readonly ListedPerson[]
  /** Where the next page begins. Null: this is the last. */
  readonly next: PeoplePlace | null
}

export const PEOPLE_A_PAGE = 50

/** Who agreed last comes first. A page is found by where the one before ended, so the last is as near as the first. */
export async function listPeople(
  { locale, newsletterId, status, frequency, topicId, after }: PeopleFilter,
  database: Database,
): Promise<PeoplePage> {
  const { rows } = await database.execute<Row>(sql`
    with page as (
      select * from subscribers person
      where (${locale}::text is null or person.locale = ${locale}::text)
        and (${status}::text is null or person.status = ${status}::text)
        and (${frequency}::text is null or person.frequency = ${frequency}::text)
        and (${topicId}::uuid is null or ${topicId}::uuid = any(person.topics))
        and (${newsletterId}::uuid is null or exists (
          select from subscriptions tie where tie.subscriber_id = person.id
            and tie.newsletter_id = ${newsletterId}::uuid and tie.state = 'confirmed'
        ))
        and (person.confirmed_at, person.id) < (
          coalesce(${after?.at ?? null}::timestamptz, 'infinity'),
          coalesce(${after?.id ?? null}::uuid, '00000000-0000-0000-0000-000000000000')
        )
      order by person.confirmed_at desc, person.id desc limit ${PEOPLE_A_PAGE + 1}
    )
    select person.id, person.email, person.locale, person.frequency, person.status, person.paused_until,
      to_char(person.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since,
      exists (select from suppressions s where s.address_key = person.address_key and s.scope = 'global') as suppressed,
      coalesce((
        select jsonb_agg(tie.newsletter_id order by tie.confirmed_at, tie.newsletter_id) from subscriptions tie
        where tie.subscriber_id = person.id and tie.state = 'confirmed'
      ), '[]'::jsonb) as newsletters,
      (select count(*)::int from follows f where f.subscriber_id = person.id) as follows,
      (
        select case when kind = 'imported' then 'import' when newsletter_ids = '[]'::jsonb then 'follow' else 'sign-up' end
        from consent_events where address_key = person.address_key and kind in ('confirmed', 'imported')
        order by id limit 1
      ) as came
    from page person order by person.confirmed_at desc, person.id desc
  `)
  const people = rows.slice(0, PEOPLE_A_PAGE)
  const last = people.at(-1)
  return {
    people: people.map(personOf),
    next: rows.length > PEOPLE_A_PAGE && last !== undefined ? { at: last.since, id: last.id } : null,
  }
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly email: string
  readonly locale: string
  readonly frequency: string
  readonly status: 'active' | 'ended'
  readonly paused_until: string | null
  readonly since: string
  readonly suppressed: boolean
  readonly newsletters: readonly string[]
  readonly follows: number
  readonly came: CameBy | null
}

const personOf = (row: Row): ListedPerson => ({
  id: row.id,
  maskedAddress: maskedAddress(row.email),
  locale: isLocale(row.locale) ? row.locale : 'en',
  frequency: frequencies.find((each) => each === row.frequency) ?? 'every-issue',
  status: row.status,
  since: new Date(row.since),
  pausedUntil: row.paused_until === null ? null : new Date(row.paused_until),
  isSuppressed: row.suppressed,
  newsletterIds: row.newsletters,
  follows: row.follows,
  came: row.came,
})
