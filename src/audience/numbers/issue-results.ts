import { type Database, sql } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'

/** What came of an issue's mails that were accepted. People, each once in each column. */
export interface Results {
  readonly accepted: number
  /** As far as the other side tells. */
  readonly delivered: number
  /** Came back: no such mailbox; full or away; refused by their rules. */
  readonly hard: number
  readonly soft: number
  readonly policy: number
  readonly complained: number
}

export const resultColumns = [
  'accepted',
  'delivered',
  'hard',
  'soft',
  'policy',
  'complained',
] as const satisfies readonly (keyof Results)[]

const columns = sql`
  count(*)::int as accepted,
  count(d.delivered_at)::int as delivered,
  count(*) filter (where d.bounce_class = 'hard')::int as hard,
  count(*) filter (where d.bounce_class = 'soft')::int as soft,
  count(*) filter (where d.bounce_class = 'policy')::int as policy,
  count(d.complained_at)::int as complained`

/** By the language of the edition, the largest first. */
export async function resultsByLocale(
  issueId: string,
  database: Database,
): Promise<(Results & { readonly locale: Locale })[]> {
  const { rows } = await database.execute<Results & { locale: string } & Record<string, unknown>>(sql`
    select d.locale, ${columns} from email_deliveries d
    where d.issue_id = ${issueId}::uuid and d.submitted_at is not null
    group by d.locale order by accepted desc, d.locale
  `)
  return rows.flatMap(({ locale, ...results }) => (isLocale(locale) ? [{ ...results, locale }] : []))
}

/**
 * By the countries that people chose, the largest first: who chose several counts in each. Null: they chose none, or were
 * erased.
 */
export async function resultsByCountry(
  issueId: string,
  database: Database,
): Promise<(Results & { readonly country: string | null })[]> {
  const { rows } = await database.execute<Results & { country: string | null } & Record<string, unknown>>(sql`
    select chosen.country, ${columns}
    from email_deliveries d
    left join subscribers person on person.id = d.subscriber_id and person.countries <> '{}'
    left join lateral unnest(person.countries) as chosen (country) on true
    where d.issue_id = ${issueId}::uuid and d.submitted_at is not null
    group by chosen.country order by chosen.country is null, accepted desc, chosen.country
  `)
  return rows
}
