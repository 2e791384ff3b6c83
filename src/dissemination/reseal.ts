import type { Payload } from 'payload'

import { type Database, databaseOf, inTransaction, sql } from '../database/database.ts'
import { actorKeyPlace } from '../fediverse/actors.ts'
import { placeOf as dkimKeyPlace } from '../newsletter/dkim/dkim-keys.ts'
import { type Keyring, ownKeyring } from '../secrets/keyring.ts'
import { resealSecret, SecretError } from '../secrets/secret.ts'
import { sessionPlace } from './channel-care/session.ts'
import { accountPlace } from './open-account.ts'
import { handedOverPlace } from './personal/handed-over.ts'

const tables = ['channels', 'channel_sessions', 'fediverse_actors', 'dkim_keys', 'personal_mails'] as const
type Table = (typeof tables)[number]

/** `current`: it was sealed with the current key before. `unreadable`: no key of the ring opens it. */
type Outcome = 'resealed' | 'current' | 'unreadable'
export type Resealed = Readonly<Record<Table, Readonly<Record<Outcome, number>>>>

/**
 * Seals everything that is sealed in the database with the current key, row by row: whoever is stopped in the middle goes on
 * later, and what somebody writes meanwhile stays as they wrote it.
 */
export async function reseal(payload: Payload, ring: Keyring = ownKeyring()): Promise<Resealed> {
  const none = { resealed: 0, current: 0, unreadable: 0 }
  const counts = {
    channels: { ...none },
    channel_sessions: { ...none },
    fediverse_actors: { ...none },
    dkim_keys: { ...none },
    personal_mails: { ...none },
  }
  const each = async (
    ids: ReturnType<typeof sql>,
    work: (id: string, transaction: Database) => Promise<Done>,
  ) => {
    const { rows } = await databaseOf(payload).execute<{ id: string }>(ids)
    for (const { id } of rows)
      for (const [table, outcome] of await inTransaction(payload, (transaction) => work(id, transaction)))
        counts[table][outcome] += 1
  }
  await each(sql`select id from channels order by id`, (id, transaction) =>
    resealChannel(id, transaction, ring),
  )
  await each(sql`select id from fediverse_actors order by id`, async (id, transaction) => {
    const row = { table: 'fediverse_actors', column: 'sealed_key', id, place: actorKeyPlace(id) } as const
    return resealOne(row, transaction, ring)
  })
  await each(sql`select id from dkim_keys order by id`, async (id, transaction) => {
    const row = { table: 'dkim_keys', column: 'private_key', id, place: dkimKeyPlace(id) } as const
    return resealOne(row, transaction, ring)
  })
  await each(
    sql`select id from personal_mails where handed_over is not null order by id`,
    async (id, transaction) => {
      const row = { table: 'personal_mails', column: 'handed_over', id, place: handedOverPlace(id) } as const
      return resealOne(row, transaction, ring)
    },
  )
  return counts
}

type Done = readonly (readonly [Table, Outcome])[]

interface SealedRow {
  readonly table: 'fediverse_actors' | 'dkim_keys' | 'personal_mails'
  readonly column: string
  readonly id: string
  readonly place: string
}

async function resealOne(
  { table, column, id, place }: SealedRow,
  transaction: Database,
  ring: Keyring,
): Promise<Done> {
  const [name, sealedIn] = [sql.identifier(table), sql.identifier(column)]
  const { rows } = await transaction.execute<{ sealed: string }>(
    sql`select ${sealedIn} as sealed from ${name} where id = ${id}::uuid for update`,
  )
  const sealed = rows[0]?.sealed ?? ''
  // The private half of a retired key was thrown away, and what became of a mail may be known meanwhile.
  if (sealed === '') return []
  const { outcome, text } = anew(sealed, place, place, ring)
  if (text !== null)
    await transaction.execute(sql`update ${name} set ${sealedIn} = ${text} where id = ${id}::uuid`)
  return [[table, outcome]]
}

/** A session is sealed for the account with its secrets as they are, so both are sealed together. */
async function resealChannel(id: string, transaction: Database, ring: Keyring): Promise<Done> {
  const { rows } = await transaction.execute<{
    service: string
    base_url: string
    sealed_secret: string | null
  }>(sql`select service, base_url, sealed_secret from channels where id = ${id}::uuid for update`)
  const [row] = rows
  if (row === undefined) return []
  const account = { service: row.service, baseUrl: row.base_url, sealedSecret: row.sealed_secret }
  const place = accountPlace(account)
  const secret = row.sealed_secret === null ? null : anew(row.sealed_secret, place, place, ring)
  if (secret !== null && secret.text !== null)
    await transaction.execute(sql`update channels set sealed_secret = ${secret.text} where id = ${id}::uuid`)
  const { rows: sessions } = await transaction.execute<{ sealed: string | null }>(
    sql`select sealed from channel_sessions where channel_id = ${id}::uuid for update`,
  )
  const kept = sessions[0]?.sealed ?? null
  const newPlace = sessionPlace(id, { ...account, sealedSecret: secret?.text ?? row.sealed_secret })
  const session = kept === null ? null : anew(kept, sessionPlace(id, account), newPlace, ring)
  // One of an account that is no more opens nothing: a new one is made when it is needed.
  if (session !== null && session.outcome !== 'current')
    await transaction.execute(
      sql`update channel_sessions set sealed = ${session.text} where channel_id = ${id}::uuid`,
    )
  return [
    ...(secret === null ? [] : [['channels', secret.outcome] as const]),
    ...(session === null || session.outcome === 'unreadable'
      ? []
      : [['channel_sessions', session.outcome] as const]),
  ]
}

/** `text`: to be stored. Null: what is stored stays. */
function anew(
  sealed: string,
  place: string,
  newPlace: string,
  ring: Keyring,
): { readonly outcome: Outcome; readonly text: string | null } {
  try {
    const text = resealSecret(sealed, place, { newPlace, ring })
    return { outcome: text === null ? 'current' : 'resealed', text }
  } catch (error) {
    if (error instanceof SecretError) return { outcome: 'unreadable', text: null }
    throw error
  }
}
