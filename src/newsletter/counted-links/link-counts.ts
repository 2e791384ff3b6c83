import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { HourlyClicks } from './click-counter.ts'

/** Adds sums to what was counted before. */
export async function addClicks(sums: readonly HourlyClicks[], database: Database): Promise<void> {
  if (sums.length === 0) return
  await database.execute(sql`
    insert into link_counts as known (edition_id, position, hour, clicks)
    select "editionId", position, hour, clicks
    from jsonb_to_recordset(${JSON.stringify(sums)}::jsonb)
      as sum ("editionId" uuid, position int, hour timestamptz, clicks int)
    order by 1, 2, 3
    on conflict (edition_id, position, hour) do update set clicks = known.clicks + excluded.clicks
  `)
}

/** How often a link of an edition was followed so far. */
export interface LinkCount {
  readonly locale: Locale
  /** From 1, in the order of the edition. */
  readonly position: number
  readonly url: string
  readonly clicks: number
}

/** All counted links of an issue, the most followed first. Empty: its links are not counted. */
export async function linkCountsOf(issueId: string, database: Database): Promise<LinkCount[]> {
  const { rows } = await database.execute<LinkCount & Record<string, unknown>>(sql`
    select edition.locale, link.position, link.url, coalesce(sum(counted.clicks), 0)::int as clicks
    from editions edition
    join edition_links link on link.edition_id = edition.id
    left join link_counts counted on counted.edition_id = link.edition_id and counted.position = link.position
    where edition.issue_id = ${issueId}::uuid
    group by edition.locale, link.position, link.url
    order by clicks desc, edition.locale, link.position
  `)
  return rows
}
