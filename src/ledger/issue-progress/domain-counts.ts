import { type Database, sql } from '../../database/database.ts'

/** With fewer readers a domain may tell who they are. */
export const LEAST_READERS = 5
const MOST_DOMAINS = 10

/** How far an issue is with the readers of one mail domain. */
export interface DomainCount {
  /** Null: all those that have too few readers to be named, and the smallest. */
  readonly domain: string | null
  readonly readers: number
  readonly submitted: number
  /** Planned or under way. */
  readonly waiting: number
  readonly unconfirmed: number
  readonly failed: number
}

/** The domains with most readers first, the others together last. Who was left out is in none. */
export async function domainCounts(issueId: string, database: Database): Promise<DomainCount[]> {
  const { rows } = await database.execute<DomainCount & Record<string, unknown>>(sql`
    with each as (
      select domain, count(*) as readers,
        count(*) filter (where state = 'submitted') as submitted,
        count(*) filter (where state in ('planned', 'submitting')) as waiting,
        count(*) filter (where state = 'unconfirmed') as unconfirmed,
        count(*) filter (where state = 'failed') as failed
      from email_deliveries where issue_id = ${issueId}::uuid and state <> 'skipped'
      group by domain
    ), ranked as (
      select *, domain is not null and readers >= ${LEAST_READERS}
        and row_number() over (order by domain is null, readers desc, domain) <= ${MOST_DOMAINS} as named
      from each
    )
    select shown as domain, sum(readers)::int as readers, sum(submitted)::int as submitted,
      sum(waiting)::int as waiting, sum(unconfirmed)::int as unconfirmed, sum(failed)::int as failed
    from (select *, case when named then domain end as shown from ranked) as named_or_not
    group by shown order by shown is null, readers desc, shown
  `)
  return rows
}
