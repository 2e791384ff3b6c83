import { sql } from '@payloadcms/db-postgres'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Payload, PayloadRequest } from 'payload'

type Statement = ReturnType<typeof sql>

/** Whatever runs SQL: the pool, or the transaction of one request. */
export interface Database {
  execute<Row extends Record<string, unknown>>(
    statement: Statement,
  ): Promise<{ rows: Row[]; rowCount?: number | null }>
}

/** Outside any transaction: each statement commits by itself. */
export const databaseOf = (payload: Payload): Database => payload.db.drizzle as unknown as Database

/** The transaction that the request's item is being saved in, so that a row of ours stands or falls with the item. */
export async function transactionOf(req: PayloadRequest): Promise<Database> {
  const id = await req.transactionID
  const session = id === undefined || id === null ? undefined : req.payload.db.sessions?.[String(id)]
  return (session?.db as unknown as Database | undefined) ?? databaseOf(req.payload)
}

/** Runs several statements as one. Any error rolls all of them back and goes up. */
export async function inTransaction<Result>(
  payload: Payload,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  return payload.db.drizzle.transaction((transaction) => work(transaction as unknown as Database))
}

/**
 * A connection that is lost (Postgres restarts, a firewall forgets it) must not end the process: whoever used it is told by
 * their statement, and the pool opens another when it is needed. Between two statements of a transaction nobody would be
 * told, and an error that nobody hears ends the process.
 * https://node-postgres.com/apis/pool#events
 */
export function surviveLostConnections({ db, logger }: Payload): void {
  const idleLost = (err: Error) => logger.warn({ msg: 'an idle database connection was lost', err })
  const usedLost = (err: Error) => logger.warn({ msg: 'a database connection was lost in use', err })
  db.pool.on('error', idleLost)
  db.pool.on('acquire', (client) => client.on('error', usedLost))
  db.pool.on('release', (_error, client) => client.off('error', usedLost))
}

/**
 * Runs statements on a connection of their own and outside any transaction, so that what belongs to a session, such as a
 * cursor that outlives its transaction, lasts for all of them. It ends with the connection, also when the process does.
 */
export async function inOwnSession<Result>(
  { db }: Payload,
  work: (session: Database) => Promise<Result>,
): Promise<Result> {
  const client = await db.pool.connect()
  // A connection that is lost fails the next statement; unheard, it would end the process.
  client.on('error', () => undefined)
  try {
    return await work(drizzle({ client }) as unknown as Database)
  } finally {
    client.release(true)
  }
}

/** Ends a transaction that was never meant to last. */
class Rehearsed extends Error {
  override readonly name = 'Rehearsed'
}

/** Runs statements for what they would answer, and takes all of them back. */
export async function rehearse<Result>(
  payload: Payload,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  const answers: Result[] = []
  try {
    await inTransaction(payload, async (transaction) => {
      answers.push(await work(transaction))
      throw new Rehearsed('taken back')
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  }
  const [answer] = answers
  if (answer === undefined) throw new Error('the rehearsal was never played')
  return answer
}

export { sql }
