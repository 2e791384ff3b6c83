import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { Client, type Notification } from 'pg'

import { CHANNEL } from './content-triggers.ts'

/** How changes in the database are heard. */
export interface ContentLine {
  stop(): Promise<void>
}

interface Settings {
  readonly connectionString: string
  /** Something with these tags has changed. */
  readonly onChange: (tags: readonly string[]) => void
  /** Everything that was committed before this moment has been heard, by `monotonicMs`. */
  readonly onProof: (moment: number) => void
  /** From here on nothing is known of what changes, until there is another proof. */
  readonly onLost: (error: Error | null) => void
  /** A connection was made and changes are heard again, but nobody knows what changed before. */
  readonly onHeard: () => void
}

/** How often we ask ourselves through the database whether we still hear. */
const BEAT_EVERY_MS = 200
/** A line on which nothing came back for so long is dead, whatever TCP believes. */
const DEAD_AFTER_MS = 3_000
const CONNECT_WITHIN_MS = 10_000
const STOP_WITHIN_MS = 500
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 2_000

/** The same in all threads of this machine, and never set back. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6

/**
 * Listens on a connection of its own. Postgres delivers what is told in the order of commits, so when a message that we
 * send ourselves comes back, everything that was committed before it has come too. While none comes back (Postgres is
 * busy, the network is silent) nothing is certain; when the next one comes it is again, and nothing was missed. Only a
 * connection that ended has missed something.
 * https://www.postgresql.org/docs/current/sql-notify.html
 */
export function contentLine(settings: Settings): ContentLine {
  const { connectionString, onChange, onProof, onLost, onHeard } = settings
  /** Heard by nobody else. */
  const beats = `content_beat_${randomBytes(8).toString('hex')}`
  let client: Client | null = null
  let beatSentAt = 0
  let failures = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  function heard({ channel, payload }: Notification): void {
    if (channel === CHANNEL) onChange((payload ?? '').split(',').filter((tag) => tag !== ''))
    else if (channel === beats && payload === String(beatSentAt)) {
      onProof(beatSentAt)
      failures = 0
      after(BEAT_EVERY_MS, beat)
    }
  }

  function beat(): void {
    const asked = client
    if (asked === null) return
    beatSentAt = monotonicMs()
    after(DEAD_AFTER_MS, () => lost(asked, new Error('the database does not answer')))
    asked
      .query('select pg_notify($1, $2)', [beats, String(beatSentAt)])
      .catch((error: Error) => lost(asked, error))
  }

  /** The wait of this line: for the next beat, for its answer, or for the next connection. */
  function after(milliseconds: number, what: () => void): void {
    clearTimeout(timer)
    timer = setTimeout(what, milliseconds)
  }

  async function connect(): Promise<void> {
    const fresh = new Client({
      connectionString,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      application_name: 'emissary cache',
    })
    client = fresh
    fresh.on('notification', heard)
    fresh.on('error', (error) => lost(fresh, error))
    fresh.on('end', () => lost(fresh, null))
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
      await fresh.query(`listen ${beats}`)
    } catch (error) {
      return lost(fresh, error instanceof Error ? error : new Error(String(error)))
    }
    if (client !== fresh) return
    onHeard()
    beat()
  }

  /** Told once for each connection; one that ended before is somebody else's past. */
  function lost(which: Client, error: Error | null): void {
    if (client !== which) return
    client = null
    // It may be half open: an orderly end would wait for an answer.
    const { stream } = (which as unknown as { connection: { stream: { destroy(): void } } }).connection
    stream.destroy()
    onLost(error)
    if (stopped) return
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures)
    failures = Math.min(failures + 1, 10)
    after(longest * (0.5 + Math.random() / 2), () => void connect())
  }

  void connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      const open = client
      client = null
      if (open !== null) await Promise.race([open.end(), wait(STOP_WITHIN_MS, undefined, { ref: false })])
    },
  }
}
