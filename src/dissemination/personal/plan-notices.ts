import type { ContentCollection, ItemReference } from '../../content/published-item.ts'
import { contentCollections } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import type { ChangeKind } from '../../outbox/changes.ts'
import { readIn, served } from './served-languages.ts'

/**
 * Why something stands in a notice: what is followed changed, came into a language that its follower reads, or went; or
 * it is new about a topic that is followed.
 */
export type NoticeReason = 'changed' | 'published' | 'withdrawn' | 'new'

/** A change as the outbox tells it, and in which languages its item is public now. */
export interface NoticeableChange {
  readonly outboxId: number
  readonly item: ItemReference
  readonly locale: Locale
  readonly kind: ChangeKind
  readonly publicLocales: readonly Locale[]
}

/** Editors save again and again until a text is right: a reader gets one mail of it, and gets it while it is news. */
const COLLECTED_FOR = '15 minutes'

/**
 * Enters what changes mean for those who follow their items or topics, in the transaction that plans them. A person has
 * one open notice, which takes up whatever happens until it is about to leave. An item is told to each in the first of
 * their languages in which it is public, and only where the change is one in that language.
 * @param spoken the network's languages: on its site an item exists in no others.
 */
export async function planNotices(
  changes: readonly NoticeableChange[],
  spoken: readonly Locale[],
  transaction: Database,
): Promise<void> {
  if (changes.length === 0 || !(await isAnythingFollowed(changes, transaction))) return
  // Two batches planned at the same time would each open a notice for the same person.
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('plan-notices'))`)
  await gatherTold(changes, spoken, transaction)
  await addToOpenNotices(transaction)
  await openNotices(spoken, transaction)
}

/**
 * What is to be told to whom, in a table of this transaction: once it was counted, the statements that follow are planned
 * for as many people as there are.
 */
async function gatherTold(
  changes: readonly NoticeableChange[],
  spoken: readonly Locale[],
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    create temporary table told (subscriber_id uuid primary key, first bigint not null, items jsonb not null) on commit drop
  `)
  await transaction.execute(sql`
    with ${changed(changes)},
    served as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(served(changes, spoken))}::jsonb)
        as s (item uuid, reader text, shown text, was text)
    ), about as (
      select f.subscriber_id, f.confirmed_at, change.*, true as followed
      from change join follows f on f.target = change.collection and f.target_id = change.item
      union all
      select f.subscriber_id, f.confirmed_at, change.*, false
      from change join topic on topic.item = change.item
      join follows f on f.target = 'topics' and f.target_id = topic.id
      where change.kind = 'published'
    ), concerned as (
      select about.*
      from about join subscribers person on person.id = about.subscriber_id and person.status = 'active'
      left join lateral (
        select served.shown from ${languagesOfPerson}
        join served on served.item = about.item and served.reader = wanted.locale and served.shown is not null
        order by wanted.position limit 1
      ) here on true
      left join lateral (
        select served.was from ${languagesOfPerson}
        join served on served.item = about.item and served.reader = wanted.locale and served.was is not null
        order by wanted.position limit 1
      ) before on true
      where about.confirmed_at <= about.at and case about.kind
        when 'withdrawn' then here.shown is null and before.was = about.locale and not about.brief
        else here.shown = about.locale and (about.followed or not exists (
          -- New is what could not be read before in any of the person's languages.
          select from outbox earlier
          where earlier.collection = about.collection and earlier.item_id = about.item and earlier.id < about.outbox
            and earlier.kind = 'published'
            and (earlier.locale = person.locale or person.further_locales ? earlier.locale)
        )) end
    ), entry as (
      select subscriber_id, collection, item, max(outbox) as outbox, min(outbox) as first,
        (array_agg(locale order by outbox desc))[1] as locale,
        case
          when (array_agg(kind order by outbox desc))[1] = 'withdrawn' then 'withdrawn'
          when bool_or(followed and kind = 'published') then 'published'
          when bool_or(followed) then 'changed'
          else 'new'
        end as why
      from concerned group by subscriber_id, collection, item
    )
    insert into told (subscriber_id, first, items)
    select subscriber_id, min(first), jsonb_agg(
      jsonb_build_object('collection', collection, 'id', item, 'locale', locale, 'why', why) order by outbox
    )
    from entry group by subscriber_id
  `)
  await transaction.execute(sql`analyze told`)
}

/** One that a worker holds is being written, and one that left once may have arrived: those take nothing up any more. */
const addToOpenNotices = (transaction: Database) =>
  transaction.execute(sql`
    with appended as (
      update personal_mails mail set items = ${merged}, updated_at = now()
      from told
      where mail.subscriber_id = told.subscriber_id and mail.kind = 'notice' and mail.state = 'planned'
        and mail.attempts = 0 and (mail.lease_until is null or mail.lease_until < now())
      returning mail.subscriber_id
    )
    delete from told using appended where told.subscriber_id = appended.subscriber_id
  `)

/** For those who have none. */
const openNotices = (spoken: readonly Locale[], transaction: Database) =>
  transaction.execute(sql`
    with spoken as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(readIn(spoken))}::jsonb) as s (reader text, shown text)
    )
    insert into personal_mails
      (id, subscriber_id, kind, key, items, locale, locale_reason, state, due_at)
    select gen_random_uuid(), told.subscriber_id, 'notice', told.first::text, told.items, own.shown,
      case when own.position = 1 then 'first-language' when own.position > 1 then 'further-language' end,
      'planned', now() + ${COLLECTED_FOR}::interval
    from told join subscribers person on person.id = told.subscriber_id
    left join lateral (
      select spoken.shown, wanted.position from ${languagesOfPerson}
      join spoken on spoken.reader = wanted.locale
      order by wanted.position limit 1
    ) own on true
    on conflict (subscriber_id, kind, key) do nothing
  `)

const languagesOfPerson = sql`jsonb_array_elements_text(jsonb_build_array(person.locale) || person.further_locales)
  with ordinality as wanted (locale, position)`

/**
 * What an open notice holds once more has happened: each item once, with the last that is to be said of it. What came and
 * went before anybody was told of it is left out.
 */
const merged = sql`(
  select coalesce(jsonb_agg(entry order by at, position), '[]'::jsonb) from (
    select 0 as at, known.position, known.value as entry
    from jsonb_array_elements(mail.items) with ordinality as known (value, position)
    where not exists (
      select from jsonb_array_elements(told.items) as fresh (value) where fresh.value ->> 'id' = known.value ->> 'id'
    )
    union all
    select 1, fresh.position, case
      when fresh.value ->> 'why' = 'changed' and known.why in ('published', 'new')
        then fresh.value || jsonb_build_object('why', known.why)
      when fresh.value ->> 'why' = 'published' and known.why = 'withdrawn'
        then fresh.value || jsonb_build_object('why', 'changed')
      else fresh.value
    end
    from jsonb_array_elements(told.items) with ordinality as fresh (value, position)
    left join lateral (
      select value ->> 'why' as why from jsonb_array_elements(mail.items) as each (value)
      where each.value ->> 'id' = fresh.value ->> 'id'
    ) known on true
    where not (fresh.value ->> 'why' = 'withdrawn' and coalesce(known.why, '') in ('published', 'new'))
  ) entries
)`

/** The changes, and what their items are about. `brief`: it was public for no longer than from one change to the other. */
const changed = (changes: readonly NoticeableChange[]) => sql`
  named as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(rowsOf(changes))}::jsonb) as c (outbox bigint)
  ), change as materialized (
    select o.id as outbox, o.collection, o.item_id as item, o.locale, o.kind, o.occurred_at as at, exists (
      select from named other join outbox earlier on earlier.id = other.outbox
      where earlier.item_id = o.item_id and earlier.locale = o.locale and earlier.kind = 'published' and earlier.id < o.id
    ) as brief
    from named join outbox o on o.id = named.outbox
  ), topic as materialized (
    select tie.item, tie.id from (${topicTies}) as tie join change on change.item = tie.item group by tie.item, tie.id
  )`

const topicTies = sql.join(
  contentCollections.map(
    (collection: ContentCollection) =>
      sql`select parent_id as item, topics_id as id from ${sql.identifier(`${collection}_rels`)}
        where path = 'topics' and parent_id in (select item from change)`,
  ),
  sql` union all `,
)

const rowsOf = (changes: readonly NoticeableChange[]) => changes.map(({ outboxId }) => ({ outbox: outboxId }))

/** Most changes concern nobody. */
async function isAnythingFollowed(
  changes: readonly NoticeableChange[],
  transaction: Database,
): Promise<boolean> {
  const { rows } = await transaction.execute(sql`
    with ${changed(changes)}
    select 1 from change join follows f on f.target = change.collection and f.target_id = change.item
    union all
    select 1 from topic join follows f on f.target = 'topics' and f.target_id = topic.id
    limit 1
  `)
  return rows.length > 0
}
