import { generateKeyPair, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'

import { type Database, sql } from '../database/database.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { openSecret, sealSecret } from '../secrets/secret.ts'

/** An account of ours. */
export interface Actor {
  readonly id: string
  readonly channelId: string
  readonly locale: Locale
  readonly username: string
  /** PEM. */
  readonly publicKey: string
}

/** `taken`: another channel has that name. `renamed`: the channel has another, by which it is followed. */
export type ActorFault = { readonly fault: 'taken' | 'renamed'; readonly username: string }

interface ActorRow extends Record<string, unknown> {
  id: string
  channel_id: string
  locale: string
  username: string
  public_key: string
}

const generate = promisify(generateKeyPair)
/** What Mastodon makes. Larger ones cost more at each of a thousand deliveries, and some servers refuse smaller ones. */
const KEY_BITS = 2048

/** Lower case: servers disagree on whether upper case is another name. */
const usernameOf = (name: string, locale: Locale): string => `${name}-${locale}`.toLowerCase()

/** The account of a channel in one language, which is made if there is none. */
export async function actorOf(
  { channelId, locale, name }: { readonly channelId: string; readonly locale: Locale; readonly name: string },
  database: Database,
): Promise<Actor | ActorFault> {
  const username = usernameOf(name, locale)
  const known = await actorIn(channelId, locale, database)
  if (known !== null)
    return known.username === username ? known : { fault: 'renamed', username: known.username }
  await makeActor({ channelId, locale, username }, database)
  return (await actorIn(channelId, locale, database)) ?? { fault: 'taken', username }
}

/** Of two that make it at the same time, one does. */
async function makeActor(
  { channelId, locale, username }: Pick<Actor, 'channelId' | 'locale' | 'username'>,
  database: Database,
): Promise<void> {
  const id = randomUUID()
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: KEY_BITS })
  const sealed = sealSecret(JSON.stringify(privateKey.export({ format: 'jwk' })), actorKeyPlace(id))
  await database.execute(sql`
    insert into fediverse_actors (id, channel_id, locale, username, public_key, sealed_key)
    values (${id}, ${channelId}, ${locale}, ${username}, ${publicKey.export({ type: 'spki', format: 'pem' })}, ${sealed})
    on conflict do nothing
  `)
}

async function actorIn(channelId: string, locale: Locale, database: Database): Promise<Actor | null> {
  const { rows } = await database.execute<ActorRow>(sql`
    select id, channel_id, locale, username, public_key from fediverse_actors
    where channel_id = ${channelId} and locale = ${locale}
  `)
  return read(rows[0])
}

/** @param username in any case. Null: there is none. */
export async function actorNamed(username: string, database: Database): Promise<Actor | null> {
  // No name of ours holds a zero byte, and Postgres takes one for a fault.
  if (username.includes('\0')) return null
  const { rows } = await database.execute<ActorRow>(sql`
    select id, channel_id, locale, username, public_key from fediverse_actors where username = ${username.toLowerCase()}
  `)
  return read(rows[0])
}

/** Null: there is none. */
export async function actorById(id: string, database: Database): Promise<Actor | null> {
  const { rows } = await database.execute<ActorRow>(sql`
    select id, channel_id, locale, username, public_key from fediverse_actors where id = ${id}
  `)
  return read(rows[0])
}

/**
 * What an account signs with. It leaves this process never.
 * @throws {SecretError} when it was sealed under a key that left the ring.
 */
export async function signingKeyOf(actorId: string, database: Database): Promise<JsonWebKey> {
  const { rows } = await database.execute<{ sealed_key: string }>(
    sql`select sealed_key from fediverse_actors where id = ${actorId}`,
  )
  const [row] = rows
  if (row === undefined) throw new Error(`there is no actor ${actorId}`)
  return JSON.parse(openSecret(row.sealed_key, actorKeyPlace(actorId)))
}

/** For which place the key of an account is sealed. */
export const actorKeyPlace = (id: string): string => `fediverse_actors/${id}`

const read = (row: ActorRow | undefined): Actor | null =>
  row === undefined || !isLocale(row.locale)
    ? null
    : {
        id: row.id,
        channelId: row.channel_id,
        locale: row.locale,
        username: row.username,
        publicKey: row.public_key,
      }
