import { type Database, sql } from '../database/database.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'
import type { Frequency } from './choices.ts'
import type { Follow } from './follow.ts'

/** What a person's own pages show. */
export interface Subscriber {
  readonly id: string
  readonly email: string
  readonly addressKey: string
  readonly locale: Locale
  /** In order, without `locale`. */
  readonly furtherLocales: readonly Locale[]
  readonly frequency: Frequency
  /** Ids. Empty: all. */
  readonly topics: readonly string[]
  /** Ids. Empty: all. */
  readonly countries: readonly string[]
  /** Term of the vocabulary `audiences`. Null: not said. */
  readonly role: string | null
  /** Null: not said. */
  readonly organisation: string | null
  /** IANA name. Null: the network's. */
  readonly timeZone: string | null
  readonly status: 'active' | 'ended'
  readonly confirmedAt: Date
  /** Of everything. Null: not paused. */
  readonly pausedUntil: Date | null
  /** Newsletters that they agreed to. */
  readonly newsletterIds: readonly string[]
  /** Of single newsletters: id → until when. Those that are not paused are not in it. */
  readonly newsletterPauses: ReadonlyMap<string, Date>
  readonly follows: readonly Follow[]
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly email: string
  readonly address_key: string
  readonly locale: Locale
  readonly further_locales: unknown
  readonly frequency: Frequency
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  readonly role: string | null
  readonly organisation: string | null
  readonly time_zone: string | null
  readonly status: 'active' | 'ended'
  readonly confirmed_at: string
  readonly paused_until: string | null
  readonly newsletters: readonly { readonly id: string; readonly pausedUntil: string | null }[]
  readonly follows: readonly Follow[]
}

/** Whether another person than this one is at an address now. */
export async function isSomebodyElses(
  addressKey: string,
  subscriberId: string,
  database: Database,
): Promise<boolean> {
  const { rows } = await database.execute(sql`
    select from subscribers where address_key = ${addressKey} and id <> ${subscriberId}::uuid
  `)
  return rows.length > 0
}

/** Null when there is nobody of that id any more. */
export async function findSubscriber(id: string, database: Database): Promise<Subscriber | null> {
  const { rows } = await database.execute<Row>(sql`
    select person.id, person.email, person.address_key, person.locale, person.further_locales, person.frequency,
      to_jsonb(person.topics) as topics, to_jsonb(person.countries) as countries, person.role, person.organisation,
      person.time_zone, person.status, person.confirmed_at, person.paused_until,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', tie.newsletter_id, 'pausedUntil', tie.paused_until)
                         order by tie.confirmed_at, tie.newsletter_id)
        from subscriptions tie where tie.subscriber_id = person.id and tie.state = 'confirmed'
      ), '[]'::jsonb) as newsletters,
      coalesce((
        select jsonb_agg(jsonb_build_object('target', f.target, 'targetId', f.target_id, 'reminder', f.reminder)
                         order by f.confirmed_at, f.target_id)
        from follows f where f.subscriber_id = person.id
      ), '[]'::jsonb) as follows
    from subscribers person where person.id = ${id}::uuid
  `)
  const [row] = rows
  if (row === undefined) return null
  return {
    id: row.id,
    email: row.email,
    addressKey: row.address_key,
    locale: row.locale,
    furtherLocales: Array.isArray(row.further_locales) ? row.further_locales.filter(isLocale) : [],
    frequency: row.frequency,
    topics: row.topics,
    countries: row.countries,
    role: row.role,
    organisation: row.organisation,
    timeZone: row.time_zone,
    status: row.status,
    confirmedAt: new Date(row.confirmed_at),
    pausedUntil: row.paused_until === null ? null : new Date(row.paused_until),
    newsletterIds: row.newsletters.map((newsletter) => newsletter.id),
    newsletterPauses: new Map(
      row.newsletters.flatMap((each) =>
        each.pausedUntil === null ? [] : [[each.id, new Date(each.pausedUntil)] as const],
      ),
    ),
    follows: row.follows,
  }
}
