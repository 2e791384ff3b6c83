import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../../database/database.ts'
import { noteLook } from '../looks.ts'
import { refreshPeople } from '../refresh-people.ts'
import { countRows } from './check-import.ts'
import { type Evidence, importedWording } from './evidence.ts'
import { type AudienceImport, noteProgress, type RowOutcome } from './import-store.ts'
import { recordBarred, recordImported } from './imported-proof.ts'
import { holdsImport, standingOf } from './row-standing.ts'

const AT_ONCE = 20_000

/** People whom somebody knows already come last: their rows are held, and their own clicks wait, for the shortest time. */
const order = ['new', 'barred', 'added'] as const satisfies readonly RowOutcome[]

/**
 * Brings the people of a checked list in: all of them, or none. What became of each since the check is asked again, so
 * nobody returns who left, was erased or got suppressed meanwhile.
 */
export async function applyImport(payload: Payload, list: AudienceImport, now: Date): Promise<void> {
  const { id, counts, evidence, actor } = list
  const total = order.reduce((sum, outcome) => sum + (counts.outcomes[outcome] ?? 0), 0)
  const outside = databaseOf(payload)
  await inTransaction(payload, async (transaction) => {
    if (!(await holdsImport(id, transaction))) return
    await prepare(transaction)
    let done = 0
    for (const outcome of order) {
      let after = -1
      for (;;) {
        const last = await fill(id, outcome, after, transaction)
        if (last === null) break
        after = last
        if (outcome === 'barred') await bar(list, now, transaction)
        else
          await bring(
            list,
            { evidence, brought: outcome === 'new' ? ['new'] : ['new', 'added'], now },
            transaction,
          )
        done += await settleRows(id, transaction)
        await noteProgress(id, done / Math.max(1, total), outside)
      }
    }
    await noteLook(
      { userId: actor, kind: 'imported', subscriberId: null, people: counts.rows, purpose: list.fileName },
      transaction,
    )
    await finish(id, now, transaction)
  })
}

async function prepare(transaction: Database): Promise<void> {
  await transaction.execute(sql`
    create temp table chunk (
      line integer primary key, email text, address_key text, vals jsonb, person_id uuid,
      outcome text, reason text, adds jsonb
    ) on commit drop
  `)
}

/** The next rows of an outcome, as they stand now. Null: there are none left. */
async function fill(
  id: string,
  outcome: RowOutcome,
  after: number,
  transaction: Database,
): Promise<number | null> {
  const rows = sql`(
    select line, email, address_key, values as vals, subscriber_id as person_id,
      null::text as fault, null::integer as first_line
    from audience_import_rows
    where import_id = ${id}::uuid and outcome = ${outcome} and line > ${after} order by line limit ${AT_ONCE}
  )`
  await transaction.execute(sql`truncate chunk`)
  await transaction.execute(sql`
    select from subscribers where address_key in (select address_key from ${rows} as row) order by id for update
  `)
  await transaction.execute(sql`
    insert into chunk (line, email, address_key, vals, person_id, outcome, reason, adds)
    select line, email, address_key, vals, coalesce(subscriber_id, person_id), outcome, reason, adds
    from (${standingOf(rows)}) as standing
  `)
  await transaction.execute(sql`analyze chunk`)
  const { rows: found } = await transaction.execute<{ last: number | null }>(
    sql`select max(line) as last from chunk`,
  )
  return found[0]?.last ?? null
}

interface Bringing {
  readonly evidence: Evidence | null
  /** Whoever is known by now waits for the turn of those who are. */
  readonly brought: readonly RowOutcome[]
  readonly now: Date
}

async function bring(
  { id, actor }: AudienceImport,
  { evidence, brought, now }: Bringing,
  transaction: Database,
): Promise<void> {
  if (evidence === null) throw new Error('people are brought in without evidence of their consent')
  await storePeople(id, evidence, now, transaction)
  const isBrought = sql`chunk.outcome in (select jsonb_array_elements_text(${JSON.stringify(brought)}::jsonb))`
  await transaction.execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select chunk.person_id, wanted.id::uuid, 'confirmed',
      coalesce((chunk.vals ->> 'confirmedAt')::timestamptz, ${evidence.until}::timestamptz)
    from chunk cross join lateral jsonb_array_elements_text(chunk.adds) as wanted (id)
    where ${isBrought}
    on conflict (subscriber_id, newsletter_id) do update set
      state = 'confirmed', confirmed_at = excluded.confirmed_at, ended_at = null, ended_how = null
    where subscriptions.ended_how = 'import-undone'
  `)
  const wording = importedWording(evidence.text, evidence)
  await recordImported({ importId: id, actor, evidence, wording, isBrought, now }, transaction)
  const { rows } = await transaction.execute<{ person_id: string }>(
    sql`select person_id from chunk where ${isBrought}`,
  )
  await refreshPeople(
    rows.map(({ person_id }) => person_id),
    now,
    transaction,
  )
}

/** Whoever has signed up since the chunk was filled is one of the known, whose turn comes later. */
async function storePeople(id: string, { until }: Evidence, now: Date, transaction: Database): Promise<void> {
  const at = now.toISOString()
  await transaction.execute(sql`
    with stored as (
      insert into subscribers (id, email, address_key, locale, further_locales, frequency, topics, countries, role,
        organisation, status, confirmed_at, import_id, created_at, updated_at, digest_cursor)
      select person_id, email, address_key, vals ->> 'locale', coalesce(vals -> 'furtherLocales', '[]'),
        coalesce(vals ->> 'frequency', 'every-issue'),
        array(select jsonb_array_elements_text(vals -> 'topics')::uuid),
        array(select jsonb_array_elements_text(vals -> 'countries')::uuid),
        (vals ->> 'role')::uuid, (vals ->> 'organisation')::uuid, 'active',
        coalesce((vals ->> 'confirmedAt')::timestamptz, ${until}::timestamptz), ${id}::uuid,
        ${at}::timestamptz, ${at}::timestamptz,
        -- What became public before they came is not owed to them.
        case when vals ->> 'frequency' in ('weekly', 'monthly')
          then (select coalesce(max(position), 0) from digest_items) end
      from chunk where outcome = 'new'
      on conflict (address_key) do nothing
      returning id
    )
    update chunk set outcome = 'added'
    where outcome = 'new' and not exists (select from stored where stored.id = chunk.person_id)
  `)
}

async function bar({ id, actor }: AudienceImport, now: Date, transaction: Database): Promise<void> {
  await transaction.execute(sql`
    insert into suppressions (address_key, scope, reason, origin, actor, at)
    select chunk.address_key, scope.scope, chunk.vals #>> '{bars,reason}', 'import', ${actor}::uuid,
      ${now.toISOString()}::timestamptz
    from chunk cross join lateral jsonb_array_elements_text(chunk.adds) as scope (scope)
    where chunk.outcome = 'barred'
    on conflict (address_key, scope) do nothing
  `)
  await recordBarred({ importId: id, actor, now }, transaction)
}

/** Writes down what came of the rows, where it is not what the check had found. Answers how many rows there were. */
async function settleRows(id: string, transaction: Database): Promise<number> {
  await transaction.execute(sql`
    update audience_import_rows row set outcome = chunk.outcome, reason = chunk.reason
    from chunk where row.import_id = ${id}::uuid and row.line = chunk.line
      and (row.outcome, row.reason) is distinct from (chunk.outcome, chunk.reason)
  `)
  const { rows } = await transaction.execute<{ rows: number }>(sql`select count(*)::int as rows from chunk`)
  return rows[0]?.rows ?? 0
}

async function finish(id: string, now: Date, transaction: Database): Promise<void> {
  const counts = await countRows(id, transaction)
  await transaction.execute(sql`
    update audience_imports set state = 'applied', problem = null, progress = null, applied_at = ${now.toISOString()}::timestamptz,
      counts = ${JSON.stringify(counts)}::jsonb, updated_at = now()
    where id = ${id}::uuid and state = 'applying'
  `)
}
