import type { TranslatableCollection } from '../content/translatable.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** Something that went out on a day, or is to. */
export interface GoingOut {
  readonly at: Date
  /**
   * `removal`: a post is taken back. `publication`, `withdrawal`: an item is to become public, or not to be any more, from
   * that moment on.
   */
  readonly kind: 'post' | 'removal' | 'issue' | 'publication' | 'withdrawal'
  /** `held`: a person is to decide first. */
  readonly state: 'out' | 'planned' | 'held' | 'in-doubt' | 'failed'
  /** What it is about: an item, or an issue. */
  readonly collection: TranslatableCollection | 'issues'
  readonly id: string
  /** Of an item, in `locale`. Empty for an issue: it is named by newsletter and number. */
  readonly title: string
  /** Null: in several. */
  readonly locale: Locale | null
  /** Id of the channel or of the newsletter. Null for publications. */
  readonly through: string | null
  /** Of an issue. Null for all else. */
  readonly number: number | null
}

/** Most in one answer: a month of a busy network has some hundreds. */
const MOST = 5000

interface Span {
  readonly from: Date
  /** Not included. */
  readonly to: Date
  /** Names of services on which a person approves each post. */
  readonly finalServices: readonly string[]
}

/** Everything that went out, is to, or was to and did not, between two moments, in order of time. */
export async function goingOut({ from, to, finalServices }: Span, database: Database): Promise<GoingOut[]> {
  const { rows } = await database.execute<{
    at: string | Date
    kind: GoingOut['kind']
    state: GoingOut['state']
    collection: GoingOut['collection']
    id: string
    title: string | null
    locale: Locale | null
    through: string | null
    number: string | null
  }>(sql`
    with bounds as (select ${from.toISOString()}::timestamptz as from_at, ${to.toISOString()}::timestamptz as to_at)
    select * from (
      select case when d.state in ('planned', 'submitting', 'held') then d.due_at else coalesce(d.submitted_at, d.updated_at) end as at,
        case d.desired when 'live' then 'post' else 'removal' end as kind,
        case d.state
          when 'held' then 'held' when 'unconfirmed' then 'in-doubt' when 'submitted' then 'out' when 'failed' then 'failed'
          else 'planned' end as state,
        d.collection, d.item_id::text as id, d.title, d.locale, d.channel_id::text as through, null::numeric as number
      from channel_deliveries d
      where d.state <> 'skipped' and (d.desired = 'live' or d.remote_state <> 'none')
      union all
      select c.scheduled_for, 'post',
        case when (channel.mode = 'ask' or ${JSON.stringify(finalServices)}::jsonb ? channel.service) and c.approval is distinct from 'approved'
          then 'held' else 'planned' end,
        c.collection, c.item_id::text, '', c.locale, c.channel_id::text, null
      from channel_choices c join channels channel on channel.id = c.channel_id
      where c.scheduled_for is not null and c.wanted is distinct from 'no' and not exists (
        select from channel_deliveries d
        where d.collection = c.collection and d.item_id = c.item_id and d.locale = c.locale and d.channel_id = c.channel_id
      )
      union all
      select coalesce(i.sent_at, i.scheduled_for), 'issue',
        case when i.sent_at is not null then 'out' when i.state = 'paused' then 'held' else 'planned' end,
        'issues', i.id::text, '', null, i.newsletter_id::text, i.number
      from issues i where coalesce(i.sent_at, i.scheduled_for) is not null and i.state <> 'cancelled'
      union all
      select p.due_at, case p.action when 'publish' then 'publication' else 'withdrawal' end, 'planned',
        p.collection, p.item_id::text, '', nullif(p.locale, 'all'), null, null
      from scheduled_publications p where p.state = 'planned'
    ) everything, bounds
    where at >= from_at and at < to_at
    order by at, kind, collection, id, locale, through
    limit ${MOST}
  `)
  return rows.map(({ at, title, number, ...row }) => ({
    ...row,
    at: new Date(at),
    title: title ?? '',
    number: number === null ? null : Number(number),
  }))
}
