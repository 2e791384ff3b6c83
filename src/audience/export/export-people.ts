import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { Frequency } from '../choices.ts'
import type { Lookups } from '../imports/lookups.ts'

type Statement = ReturnType<typeof sql>

const AT_ONCE = 1000

/** A person as other programs and our own import read them. What has a name in the network goes by it. */
export interface ExportedPerson {
  readonly email: string
  readonly locale: string
  readonly furtherLocales: readonly string[]
  readonly newsletters: readonly string[]
  /** Empty: all. */
  readonly topics: readonly string[]
  /** Empty: all. */
  readonly countries: readonly string[]
  readonly role: string | null
  readonly organisation: string | null
  readonly frequency: Frequency
  /** ISO 8601. */
  readonly confirmedAt: string
  /** ISO 8601. Null: not paused. No import reads it. */
  readonly pausedUntil: string | null
}

export interface ExportWish {
  /** Condition on `faceted`. Null: everybody. */
  readonly segment: Statement | null
  /** Null: whichever. */
  readonly newsletterId: string | null
  /** First language. Null: whichever. */
  readonly locale: Locale | null
  /** Who came later is not in it, however long it takes. */
  readonly now: Date
}

/**
 * Those who agreed to a newsletter and may get mail. Who follows something and no more agreed to no list, and who is
 * suppressed must not be written to from elsewhere either.
 */
const chosen = ({ segment, newsletterId, locale, now }: ExportWish): Statement => sql`
  person.status = 'active' and person.created_at <= ${now.toISOString()}::timestamptz
  and (${locale}::text is null or person.locale = ${locale}::text)
  and exists (
    select from subscriptions tie where tie.subscriber_id = person.id and tie.state = 'confirmed'
      and (${newsletterId}::uuid is null or tie.newsletter_id = ${newsletterId}::uuid)
  )
  and not exists (select from suppressions s where s.address_key = person.address_key and s.scope = 'global')
  ${
    segment === null
      ? sql``
      : sql`and exists (select from subscriber_facets faceted where faceted.subscriber_id = person.id and ${segment})`
  }`

export async function countExported(wish: ExportWish, database: Database): Promise<number> {
  const { rows } = await database.execute<{ people: number }>(
    sql`select count(*)::int as people from subscribers person where ${chosen(wish)}`,
  )
  return rows[0]?.people ?? 0
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly email: string
  readonly locale: string
  readonly further_locales: readonly string[]
  readonly newsletters: readonly Named[]
  readonly topics: readonly Named[]
  readonly countries: readonly Named[]
  readonly role: Named | null
  readonly organisation: Named | null
  readonly frequency: Frequency
  readonly confirmed_at: string
  readonly paused_until: string | null
}

interface Named {
  readonly id: string
  readonly name: string | null
}

const named = (table: 'newsletters' | 'topics' | 'terms' | 'organisations', ids: Statement): Statement => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object('id', each.id, 'name', each.${sql.identifier(table === 'terms' ? 'code' : 'slug')})
      order by each.id)
    from ${sql.identifier(table)} each where each.id = any (${ids})
  ), '[]')`

/** In the order of their ids, a thousand at a time: memory stays flat however many there are. */
export async function* exportedPeople(
  wish: ExportWish,
  lookups: Lookups,
  database: Database,
): AsyncGenerator<readonly ExportedPerson[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await database.execute<Row>(sql`
      select person.id, person.email, person.locale, person.further_locales, person.frequency,
        to_char(person.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as confirmed_at,
        to_char(person.paused_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as paused_until,
        ${named(
          'newsletters',
          sql`array(select tie.newsletter_id from subscriptions tie
            where tie.subscriber_id = person.id and tie.state = 'confirmed')`,
        )} as newsletters,
        ${named('topics', sql`person.topics`)} as topics,
        ${named('terms', sql`person.countries`)} as countries,
        ${named('terms', sql`array[person.role]`)} -> 0 as role,
        ${named('organisations', sql`array[person.organisation]`)} -> 0 as organisation
      from subscribers person where person.id > ${after}::uuid and ${chosen(wish)}
      order by person.id limit ${AT_ONCE}
    `)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map((row) => personOf(row, lookups))
    after = last.id
  }
}

function personOf(row: Row, lookups: Lookups): ExportedPerson {
  /** A name that an import would not understand, or take for something else, gives way to the id. */
  const said = (find: (text: string) => string | undefined, { id, name }: Named): string =>
    name !== null && find(name) === id ? name : id
  const all = (find: (text: string) => string | undefined, each: readonly Named[]): string[] =>
    each.map((one) => said(find, one))
  return {
    email: row.email,
    locale: row.locale,
    furtherLocales: row.further_locales,
    newsletters: all(lookups.newsletter, row.newsletters),
    topics: all(lookups.topic, row.topics),
    countries: all(lookups.country, row.countries),
    role: row.role === null ? null : said(lookups.role, row.role),
    organisation: row.organisation === null ? null : said(lookups.organisation, row.organisation),
    frequency: row.frequency,
    confirmedAt: row.confirmed_at,
    pausedUntil: row.paused_until,
  }
}
