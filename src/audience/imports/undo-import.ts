import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../../database/database.ts'
import { refreshPeople } from '../refresh-people.ts'
import { IMPORTED_VERSION } from './evidence.ts'
import { type AudienceImport, noteProgress, type UndoneCounts } from './import-store.ts'
import { removePeople } from './remove-people.ts'
import { holdsImport } from './row-standing.ts'

const AT_ONCE = 20_000

/**
 * Takes back what an import brought, all of it or nothing: people who came with it and have done nothing themselves since
 * are removed; everybody else loses what it had brought them, unless they agreed to it themselves since. Goes by the
 * ledger, so it works when the rows' addresses were removed long ago.
 */
export async function undoImport(payload: Payload, list: AudienceImport, now: Date): Promise<void> {
  const outside = databaseOf(payload)
  await inTransaction(payload, async (transaction) => {
    if (!(await holdsImport(list.id, transaction))) return
    const total = await prepare(list, transaction)
    let counts: UndoneCounts = { removed: 0, kept: 0, released: 0 }
    for (let done = 0; done < total; done += AT_ONCE) {
      const { removed, kept, released } = await takeBack(list, done, now, transaction)
      counts = {
        removed: counts.removed + removed,
        kept: counts.kept + kept,
        released: counts.released + released,
      }
      await noteProgress(list.id, done / total, outside)
    }
    await finish(list, counts, now, transaction)
  })
}

/** @returns how many entries of the ledger there are. */
async function prepare({ id, appliedAt }: AudienceImport, transaction: Database): Promise<number> {
  await transaction.execute(sql`
    create temp table brought (
      position integer generated always as identity primary key, event_id bigint, address_key text, kind text,
      newsletter_ids jsonb, scopes jsonb
    ) on commit drop
  `)
  const { rows } = await transaction.execute<{ entries: number }>(sql`
    with found as (
      insert into brought (event_id, address_key, kind, newsletter_ids, scopes)
      select id, address_key, kind, newsletter_ids, coalesce(detail -> 'scopes', '[]') from consent_events
      where at = ${appliedAt?.toISOString() ?? null}::timestamptz and kind in ('imported', 'suppressed')
        and import_id = ${id}::uuid
      order by id returning 1
    ) select count(*)::int as entries from found
  `)
  await transaction.execute(sql`analyze brought`)
  await transaction.execute(sql`
    create temp table chunk (person_id uuid primary key, address_key text, locale text, is_removed boolean, ends jsonb)
    on commit drop
  `)
  return rows[0]?.entries ?? 0
}

async function takeBack(
  list: AudienceImport,
  after: number,
  now: Date,
  transaction: Database,
): Promise<UndoneCounts> {
  await fill(list, after, transaction)
  const at = now.toISOString()
  await transaction.execute(sql`
    insert into consent_events (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source,
      token_id, actor, import_id, at)
    select address_key, 'import-undone', ends, locale, '', ${IMPORTED_VERSION}, '', 'import', null,
      ${list.actor}::uuid, ${list.id}::uuid, ${at}::timestamptz
    from chunk where is_removed or ends <> '[]'
  `)
  await transaction.execute(sql`
    update subscriptions tie set state = 'ended', ended_at = ${at}::timestamptz, ended_how = 'import-undone', paused_until = null
    from chunk cross join lateral jsonb_array_elements_text(chunk.ends) as gone (id)
    where not chunk.is_removed and tie.subscriber_id = chunk.person_id and tie.newsletter_id = gone.id::uuid
  `)
  const { rows } = await transaction.execute<{ person_id: string; is_removed: boolean }>(
    sql`select person_id, is_removed from chunk`,
  )
  const kept = rows.flatMap((row) => (row.is_removed ? [] : [row.person_id]))
  await removePeople(sql`(select person_id from chunk where is_removed)`, now, transaction)
  await refreshPeople(kept, now, transaction)
  return {
    removed: rows.length - kept.length,
    kept: kept.length,
    released: await release(list, after, now, transaction),
  }
}

/** Holds the people, so that nobody acts while it is decided whether they have. */
async function fill({ id }: AudienceImport, after: number, transaction: Database): Promise<void> {
  const entries = sql`(
    select * from brought where kind = 'imported' and position > ${after} and position <= ${after + AT_ONCE}
  )`
  await transaction.execute(sql`truncate chunk`)
  await transaction.execute(sql`
    select from subscribers where address_key in (select address_key from ${entries} as entry) order by id for update
  `)
  await transaction.execute(sql`
    insert into chunk (person_id, address_key, locale, is_removed, ends)
    select person.id, person.address_key, person.locale,
      person.import_id is not distinct from ${id}::uuid and not exists (
        select from consent_events later where later.address_key = entry.address_key and later.id > entry.event_id
          and later.kind not in ('suppressed', 'released')
          and not (later.kind = 'ended' and later.source in ('mailbox', 'officer'))
      ),
      (
        select coalesce(jsonb_agg(tie.newsletter_id order by tie.newsletter_id), '[]') from subscriptions tie
        where tie.subscriber_id = person.id and tie.state = 'confirmed'
          and entry.newsletter_ids @> to_jsonb(tie.newsletter_id::text)
          and not exists (
            select from consent_events later where later.address_key = entry.address_key and later.id > entry.event_id
              and later.kind in ('confirmed', 'imported', 'moved-here', 'changed')
              and later.newsletter_ids @> to_jsonb(tie.newsletter_id::text)
          )
      )
    from ${entries} as entry join subscribers person on person.address_key = entry.address_key
  `)
  await transaction.execute(sql`analyze chunk`)
}

/** What another list bars as well stays barred. @returns how many addresses may get mail again. */
async function release(
  { id, actor }: AudienceImport,
  after: number,
  now: Date,
  transaction: Database,
): Promise<number> {
  const { rows } = await transaction.execute(sql`
    with gone as (
      delete from suppressions held using brought entry
      where entry.kind = 'suppressed' and entry.position > ${after} and entry.position <= ${after + AT_ONCE}
        and held.address_key = entry.address_key and held.origin = 'import' and entry.scopes @> to_jsonb(held.scope)
        and not exists (
          select from audience_imports other join audience_import_rows row on row.import_id = other.id
          where other.id <> ${id}::uuid and other.state = 'applied' and row.address_key = entry.address_key
            and row.values #> '{bars,scopes}' @> to_jsonb(held.scope)
        )
      returning held.address_key, held.scope
    )
    insert into consent_events (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source,
      token_id, detail, actor, import_id, at)
    select gone.address_key, 'released', '[]'::jsonb, coalesce(max(person.locale), 'en'), '', ${IMPORTED_VERSION}, '',
      'import', null, jsonb_build_object('scopes', jsonb_agg(gone.scope order by gone.scope)), ${actor}::uuid,
      ${id}::uuid, ${now.toISOString()}::timestamptz
    from gone left join subscribers person on person.address_key = gone.address_key
    group by gone.address_key
    returning id
  `)
  return rows.length
}

async function finish(
  { id, counts }: AudienceImport,
  undone: UndoneCounts,
  now: Date,
  transaction: Database,
): Promise<void> {
  await transaction.execute(sql`
    update audience_imports set state = 'undone', problem = null, progress = null, undone_at = ${now.toISOString()}::timestamptz,
      counts = ${JSON.stringify({ ...counts, undone })}::jsonb, updated_at = now()
    where id = ${id}::uuid and state = 'undoing'
  `)
}
