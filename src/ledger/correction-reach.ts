import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { StoredCorrection } from './item-corrections.ts'

/** How far a correction has come on one channel in one language. */
export interface CorrectedDelivery {
  readonly locale: Locale
  readonly channelId: string
  readonly service: string
  readonly state: 'done' | 'moving' | 'open' | 'impossible'
  readonly reason: string | null
  readonly url: string | null
}

/**
 * What became of a correction where the item stood: a row that the planner has not reached yet, or that is planned or under
 * way, moves; one that waits for a person is open; one that was decided against although something stands there, or under
 * which somebody keeps a version of their own, is impossible. What somebody removed there is put right. Rows under which
 * nothing ever stood are left out.
 */
export async function correctedDeliveries(
  { item, kind, locales, afterOutboxId }: StoredCorrection,
  database: Database,
): Promise<CorrectedDelivery[]> {
  const { rows } = await database.execute<{
    locale: Locale
    channel_id: string
    service: string
    state: CorrectedDelivery['state']
    reason: string | null
    url: string | null
  }>(sql`
    select locale, channel_id, service, remote_url as url,
      case when verdict in ('open', 'impossible') then reason end as reason, verdict as state
    from (
      select d.*,
        case
          when d.left_standing = '[]' and d.remote_state = 'unlinked' and d.reason = 'removed-there' then 'done'
          when ${kind} = 'withdrawn' and d.left_standing = '[]' and d.remote_state = 'absent' then 'done'
          when d.outbox_id <= ${afterOutboxId} or d.state in ('planned', 'submitting') then 'moving'
          when d.state in ('held', 'failed', 'unconfirmed') then 'open'
          when d.state = 'skipped' or d.remote_state = 'unlinked' then 'impossible'
          else 'done'
        end as verdict
      from channel_deliveries d
      where d.collection = ${item.collection} and d.item_id = ${item.id}::uuid
        and d.locale in (select jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb))
        and (d.remote_state in ('live', 'unconfirmed', 'unlinked') or d.left_standing <> '[]' or d.remote_outbox_id > ${afterOutboxId}
          or d.state in ('planned', 'submitting', 'held', 'failed', 'unconfirmed'))
    ) judged
    order by service, channel_id, locale
  `)
  return rows.map(({ channel_id, ...row }) => ({ ...row, channelId: channel_id }))
}

/** An edition that shows the item, and how many letters of it left. */
export interface CorrectedEdition {
  readonly issueId: string
  readonly newsletterId: string
  readonly newsletterSlug: string
  readonly number: number
  readonly locale: Locale
  readonly letters: number
}

export async function correctedEditions(
  { item, locales, at }: StoredCorrection,
  database: Database,
): Promise<CorrectedEdition[]> {
  const { rows } = await database.execute<{
    issue_id: string
    newsletter_id: string
    slug: string
    number: string
    locale: Locale
    letters: number
  }>(sql`
    select e.issue_id, i.newsletter_id, n.slug, i.number, e.locale,
      (select count(*)::int from email_deliveries d
       where d.edition_id = e.id and d.state in ('submitted', 'unconfirmed')) as letters
    from editions e
    join issues i on i.id = e.issue_id
    join newsletters n on n.id = i.newsletter_id
    cross join lateral jsonb_array_elements(e.manifest) entry
    where e.manifest @> ${JSON.stringify([{ collection: item.collection, id: item.id }])}::jsonb
      and entry->>'id' = ${item.id} and entry->>'collection' = ${item.collection}
      and entry->>'shownIn' in (select jsonb_array_elements_text(${JSON.stringify(locales)}::jsonb))
      and e.rendered_at <= ${at.toISOString()}::timestamptz
    order by n.slug, i.number, e.locale
  `)
  return rows.map((row) => ({
    issueId: row.issue_id,
    newsletterId: row.newsletter_id,
    newsletterSlug: row.slug,
    number: Number(row.number),
    locale: row.locale,
    letters: row.letters,
  }))
}
