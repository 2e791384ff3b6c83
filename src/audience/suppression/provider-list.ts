import { type Database, sql } from '../../database/database.ts'
import { BARRING, type SuppressionReason } from './suppression-reasons.ts'

/** One entry of a sending service's own list. */
export interface TheirEntry {
  readonly addressKey: string
  readonly remoteId: string
  readonly reason: Extract<SuppressionReason, 'complaint' | 'hard-bounce' | 'manual'>
  readonly createdAt: Date
}

export async function beginSync(provider: string, database: Database): Promise<number> {
  const { rows } = await database.execute<{ id: string }>(sql`
    insert into provider_syncs (provider) values (${provider}) returning id
  `)
  const [row] = rows
  if (row === undefined) throw new Error('a comparison of lists could not be begun')
  return Number(row.id)
}

interface Counts {
  readonly taken: number
  readonly given: number
  readonly untellable: number
  readonly problem: string | null
}

export async function endSync(
  id: number,
  { taken, given, untellable, problem }: Counts,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    update provider_syncs set finished_at = now(), taken = ${taken}, given = ${given}, untellable = ${untellable},
      problem = ${problem}
    where id = ${id}
  `)
}

const entriesIn = (entries: readonly TheirEntry[]) => sql`
  jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
    as entry ("addressKey" text, "remoteId" text, reason text, "createdAt" timestamptz)
`

/** Remembers what their list says. An entry that is younger than our release is a new one and stands again. */
export async function noteTheirs(
  provider: string,
  entries: readonly TheirEntry[],
  database: Database,
): Promise<void> {
  await database.execute(sql`
    insert into provider_suppressions as known (provider, address_key, reason, remote_id)
    select distinct on (entry."addressKey") ${provider}, entry."addressKey", entry.reason, entry."remoteId"
    from ${entriesIn(entries)} order by entry."addressKey", entry."createdAt" desc
    on conflict (provider, address_key) do update set
      reason = excluded.reason, remote_id = excluded.remote_id, seen_at = now()
  `)
  await database.execute(sql`
    update provider_suppressions known set released_at = null from ${entriesIn(entries)}
    where known.provider = ${provider} and known.address_key = entry."addressKey"
      and known.released_at < entry."createdAt"
  `)
}

/** Those of their entries that bar more than what stands here. What was released here is not among them. */
export async function lesserHere(
  provider: string,
  entries: readonly TheirEntry[],
  database: Database,
): Promise<readonly Pick<TheirEntry, 'addressKey' | 'reason'>[]> {
  const { rows } = await database.execute<
    Pick<TheirEntry, 'addressKey' | 'reason'> & Record<string, unknown>
  >(
    sql`
      select distinct entry."addressKey", entry.reason from ${entriesIn(entries)}
      join provider_suppressions known
        on known.provider = ${provider} and known.address_key = entry."addressKey" and known.released_at is null
      left join suppressions ours on ours.address_key = entry."addressKey" and ours.scope = 'global'
      where ours.reason is distinct from entry.reason and ours.reason is distinct from 'complaint'
        and (ours.reason is distinct from 'hard-bounce' or entry.reason <> 'manual')
    `,
  )
  return rows
}

/** Their ids of what an officer released here and nothing bars anew. */
export async function entriesToRemove(provider: string, database: Database): Promise<readonly string[]> {
  const { rows } = await database.execute<{ remote_id: string }>(sql`
    select theirs.remote_id from provider_suppressions theirs
    where theirs.provider = ${provider} and theirs.released_at is not null and not exists (
      select from suppressions ours
      where ours.address_key = theirs.address_key and ours.scope = 'global' and ours.reason in ${BARRING}
    )
    order by theirs.address_key
  `)
  return rows.map((row) => row.remote_id)
}

export async function forgetRemoved(
  provider: string,
  remoteIds: readonly string[],
  database: Database,
): Promise<void> {
  await database.execute(sql`
    delete from provider_suppressions where provider = ${provider} and released_at is not null
      and remote_id in (select jsonb_array_elements_text(${JSON.stringify(remoteIds)}::jsonb))
  `)
}

interface Tellable extends Record<string, unknown> {
  readonly addressKey: string
  readonly address: string
  readonly reason: TheirEntry['reason']
}

/** Where an address is still known: the person's, or that of a list which was brought in lately. */
const tellable = sql`
  left join subscribers person on person.address_key = ours.address_key
  left join lateral (
    select row.email from audience_imports import
    join audience_import_rows row on row.import_id = import.id and row.address_key = ours.address_key
    where person.email is null and row.email is not null limit 1
  ) imported on true
`

const oursAlone = (provider: string) => sql`
  ours.scope = 'global' and ours.reason in ${BARRING}
  and not exists (
    select from provider_suppressions theirs
    where theirs.provider = ${provider} and theirs.address_key = ours.address_key
  )
`

/** Ours that they never listed. What they listed once and no longer do, somebody took off there: an officer is shown it. */
export async function addressesToGive(
  provider: string,
  { after, limit }: { readonly after: string; readonly limit: number },
  database: Database,
): Promise<readonly Tellable[]> {
  const { rows } = await database.execute<Tellable>(sql`
    select ours.address_key as "addressKey", coalesce(person.email, imported.email) as address, ours.reason
    from suppressions ours ${tellable}
    where ${oursAlone(provider)} and ours.address_key > ${after} and coalesce(person.email, imported.email) is not null
    order by ours.address_key limit ${limit}
  `)
  return rows
}

export async function noteGiven(
  provider: string,
  given: readonly Tellable[],
  remoteIds: readonly string[],
  database: Database,
): Promise<void> {
  const entries = given.map(({ addressKey, reason }, index) => ({
    addressKey,
    reason,
    remoteId: remoteIds[index],
  }))
  await database.execute(sql`
    insert into provider_suppressions (provider, address_key, reason, remote_id)
    select ${provider}, entry."addressKey", entry.reason, entry."remoteId"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as entry ("addressKey" text, "remoteId" text, reason text)
    on conflict (provider, address_key) do nothing
  `)
}

/** Ours that they never listed and that cannot be told: nothing but a hash is left. */
export async function countUntellable(provider: string, database: Database): Promise<number> {
  const { rows } = await database.execute<{ untellable: number }>(sql`
    select count(*)::integer as untellable from suppressions ours ${tellable}
    where ${oursAlone(provider)} and coalesce(person.email, imported.email) is null
  `)
  return rows[0]?.untellable ?? 0
}
