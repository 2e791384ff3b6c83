import { type Database, sql } from '../database/database.ts'

/** How long before their end people are told of it: time to find who holds the account. */
const ENDING_DAYS = 14

/** An account whose credentials have an end is looked at again after a day: somebody may have renewed them. */
const AGAIN_AFTER = '1 day'
/** Whoever connects an account tests it themselves. */
const FIRST_AFTER = '1 hour'
const AT_ONCE = 5

/**
 * Accounts that nobody looked at yet, that end some day, or whose followers are counted each day. Each is answered once: it
 * counts as looked at from now on.
 * @param counting services that say how many follow an account.
 */
export async function takeChannelsToCheck(
  counting: readonly string[],
  database: Database,
): Promise<string[]> {
  const counts = sql`c.service in (select jsonb_array_elements_text(${JSON.stringify(counting)}::jsonb))`
  const { rows } = await database.execute<{ channel_id: string }>(sql`
    insert into channel_sessions as s (channel_id, verified_at)
    select c.id, now() from channels c left join channel_sessions known on known.channel_id = c.id
    where c.mode <> 'off' and not coalesce(c.paused, false) and c.created_at < now() - ${FIRST_AFTER}::interval
      and (
        known.verified_at is null
        or ((known.credentials_end is not null or ${counts}) and known.verified_at < now() - ${AGAIN_AFTER}::interval)
      )
    order by known.verified_at nulls first limit ${AT_ONCE}
    on conflict (channel_id) do update set verified_at = now()
    where s.verified_at is null or s.verified_at < now() - ${AGAIN_AFTER}::interval
    returning channel_id
  `)
  return rows.map(({ channel_id }) => channel_id)
}

/** What a look at an account found. */
export interface VerifiedAccount {
  /** Of the credentials. Null: they have none, or the service does not say. */
  readonly end: Date | null
  /** What the server takes, as its adapter reads it. Null: it says nothing of the kind. */
  readonly limits: object | null
}

export async function noteVerified(
  channelId: string,
  { end, limits }: VerifiedAccount,
  database: Database,
): Promise<void> {
  await database.execute(sql`
    insert into channel_sessions (channel_id, verified_at, credentials_end, limits)
    values (${channelId}, now(), ${end?.toISOString() ?? null}, ${limits === null ? null : JSON.stringify(limits)}::jsonb)
    on conflict (channel_id) do update
      set verified_at = now(), credentials_end = excluded.credentials_end, limits = excluded.limits
  `)
}

/** What the server takes, as it said last. Null: it was not asked yet, or says nothing of the kind. */
export async function notedLimits(channelId: string, database: Database): Promise<object | null> {
  const { rows } = await database.execute<{ limits: object | null }>(
    sql`select limits from channel_sessions where channel_id = ${channelId}`,
  )
  return rows[0]?.limits ?? null
}

/** Whether the credentials end soon and nobody was told of that end. Then it counts as told. */
export async function takeEndingUntold(channelId: string, database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`
    update channel_sessions set end_told = credentials_end
    where channel_id = ${channelId} and credentials_end < now() + make_interval(days => ${ENDING_DAYS})
      and end_told is distinct from credentials_end
    returning channel_id
  `)
  return rows.length > 0
}

/** An account whose credentials end soon. */
export interface EndingChannel {
  readonly channelId: string
  readonly name: string
  readonly end: Date
}

export async function endingChannels(database: Database): Promise<EndingChannel[]> {
  const { rows } = await database.execute<{ id: string; name: string; credentials_end: string | Date }>(sql`
    select c.id, c.name, s.credentials_end from channel_sessions s join channels c on c.id = s.channel_id
    where s.credentials_end < now() + make_interval(days => ${ENDING_DAYS}) and c.mode <> 'off'
    order by s.credentials_end, c.name
  `)
  return rows.map(({ id, name, credentials_end }) => ({
    channelId: id,
    name,
    end: new Date(credentials_end),
  }))
}
