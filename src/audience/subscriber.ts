import { type Database, sql } from '../database/database.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'

/** What a person's own pages show. */
export interface Subscriber {
  readonly id: string
  readonly email: string
  readonly addressKey: string
  readonly locale: Locale
  /** In order, without `locale`. */
  readonly furtherLocales: readonly Locale[]
  readonly confirmedAt: Date
  /** Null: not paused. */
  readonly pausedUntil: Date | null
  /** Newsletters that reach them. */
  readonly newsletterIds: readonly string[]
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly email: string
  readonly address_key: string
  readonly locale: Locale
  readonly further_locales: unknown
  readonly confirmed_at: string
  readonly paused_until: string | null
  readonly newsletter_ids: readonly string[]
}

/** Null when there is nobody of that id any more. */
export async function findSubscriber(id: string, database: Database): Promise<Subscriber | null> {
  const { rows } = await database.execute<Row>(sql`
    select person.id, person.email, person.address_key, person.locale, person.further_locales,
      person.confirmed_at, person.paused_until,
      coalesce((
        select jsonb_agg(tie.newsletter_id) from subscriptions tie
        where tie.subscriber_id = person.id and tie.state = 'confirmed'
      ), '[]'::jsonb) as newsletter_ids
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
    confirmedAt: new Date(row.confirmed_at),
    pausedUntil: row.paused_until === null ? null : new Date(row.paused_until),
    newsletterIds: row.newsletter_ids,
  }
}
