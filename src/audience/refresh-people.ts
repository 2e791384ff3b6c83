import { type Database, sql } from '../database/database.ts'
import { EVERYTHING } from './segments/facet-codes.ts'

/**
 * Brings what is derived from a person's row, newsletters and follows up to date: their status and what they may be chosen
 * by. To be called in the transaction of every such change, with all the people it concerned.
 */
export async function refreshPeople(
  subscriberIds: readonly string[],
  now: Date,
  transaction: Database,
): Promise<void> {
  if (subscriberIds.length === 0) return
  const ids = JSON.stringify(subscriberIds)
  const people = sql`(select jsonb_array_elements_text(${ids}::jsonb)::uuid as id)`
  await transaction.execute(sql`
    update subscribers person set
      status = case when reached.reached then 'active' else 'ended' end,
      ended_at = case when reached.reached then null else coalesce(person.ended_at, ${now.toISOString()}::timestamptz) end
    from ${people} as wanted
    cross join lateral (select
      exists (select from subscriptions tie where tie.subscriber_id = wanted.id and tie.state = 'confirmed')
      or exists (select from follows where subscriber_id = wanted.id) as reached
    ) as reached
    where person.id = wanted.id
      -- Most people stay what they are: a row that is not written costs nothing.
      and (person.status = 'active', person.ended_at is null) is distinct from (reached.reached, reached.reached)
  `)
  const labels = sql`(
    select person.id, label.kind, label.key
    from ${people} as wanted join subscribers person on person.id = wanted.id and person.status = 'active'
    cross join lateral (
      select 'newsletter' as kind, tie.newsletter_id::text as key from subscriptions tie
      where tie.subscriber_id = person.id and tie.state = 'confirmed'
      union all select 'language', person.locale
      union all select 'language', jsonb_array_elements_text(person.further_locales)
      union all select 'topic', unnest(person.topics)::text
      union all select 'topic', ${EVERYTHING}::text where person.topics = '{}'
      union all select 'country', unnest(person.countries)::text
      union all select 'country', ${EVERYTHING}::text where person.countries = '{}'
      union all select 'role', person.role::text where person.role is not null
      union all select 'organisation', person.organisation::text where person.organisation is not null
      union all select 'frequency', person.frequency
    ) as label
  )`
  await transaction.execute(sql`
    insert into facets (kind, key)
    select distinct label.kind, label.key from ${labels} as label
    where not exists (select from facets f where f.kind = label.kind and f.key = label.key)
    on conflict (kind, key) do nothing
  `)
  await transaction.execute(sql`
    insert into subscriber_facets (subscriber_id, locale, facets, confirmed_on)
    select person.id, person.locale, array_agg(distinct f.code order by f.code), (person.confirmed_at at time zone 'UTC')::date
    from ${labels} as label
    join facets f on f.kind = label.kind and f.key = label.key
    join subscribers person on person.id = label.id
    group by person.id
    on conflict (subscriber_id) do update set
      locale = excluded.locale, facets = excluded.facets, confirmed_on = excluded.confirmed_on
  `)
  await transaction.execute(sql`
    delete from subscriber_facets f using ${people} as wanted
    where f.subscriber_id = wanted.id
      and not exists (select from subscribers person where person.id = wanted.id and person.status = 'active')
  `)
}

/** Active people of whom nothing is derived yet, as after an upgrade. */
export async function refreshUnknown(limit: number, database: Database): Promise<number> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select person.id from subscribers person
    where person.status = 'active'
      and not exists (select from subscriber_facets f where f.subscriber_id = person.id)
    limit ${limit}
  `)
  await refreshPeople(
    rows.map(({ id }) => id),
    new Date(),
    database,
  )
  return rows.length
}
