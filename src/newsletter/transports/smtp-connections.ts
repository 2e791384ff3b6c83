import { setTimeout as wait } from 'node:timers/promises'

import type { Door, Place } from './connection-places.ts'
import { openSmtpSession, type SmtpServer, type SmtpSession } from './smtp-session.ts'

/** Each ends a wait. */
export interface WaysPatience {
  /** For a connection that others have. */
  readonly turn: AbortSignal
  /** For one that is being opened. */
  readonly opening: AbortSignal
}

export interface SmtpConnections {
  /**
   * Calls `work` with a session that nobody else uses meanwhile, as soon as there is one. `isFresh` says that it was opened
   * for this: one that was kept may have been closed by the server without our knowing.
   * @throws {NodemailerError} when there is no way in, or none in time.
   */
  use<Result>(
    work: (session: SmtpSession, isFresh: boolean) => Promise<Result>,
    patience: WaysPatience,
  ): Promise<Result>
  /** Opens no more, and closes those that are free; the others when their work is done. */
  close(): void
}

/** Some servers close after so many, silently: we do it first. */
const MAILS_PER_CONNECTION = 100
/** Sooner than servers do (RFC 5321 gives us five minutes), so that a mail rarely meets a closed one. */
const IDLE_MS = 60_000
/** The same where others wait for them. */
const SHARED_IDLE_MS = 1_000
const SHARED_FOR_MS = 10_000
/** A server that wants fewer connections is tried with one more after this. */
const FEWER_FOR_MS = 600_000
/** Some servers count a connection for a moment after it was closed. */
const TRIES_AFTER_OTHERS = 4
const AFTER_OTHERS_MS = 250

interface Kept {
  readonly session: SmtpSession
  /** Null: connections are not shared with other processes. */
  readonly place: Place | null
  readonly openedAt: number
  uses: number
  idle: NodeJS.Timeout | null
}

class ConnectionsClosedError extends Error {
  override readonly name = 'ConnectionsClosedError'
  readonly code = 'ECONNECTION'
}

/** Others had all connections for the whole time. */
export class NoTurnError extends Error {
  override readonly name = 'NoTurnError'
  readonly code = 'ETIMEDOUT'
}

/**
 * Connections to one server, opened when they are needed and kept for a while. First come, first served.
 * @param admission how many of this process's own, or where they are shared with others.
 */
export function smtpConnections(server: SmtpServer, admission: number | Door): SmtpConnections {
  const door = typeof admission === 'number' ? null : admission
  const free: Kept[] = []
  const turns = fairTurns(typeof admission === 'number' ? admission : admission.places)
  const closed = new AbortController()

  const end = async ({ session, place }: Kept): Promise<void> => {
    await session.close()
    await place?.leave()
  }

  const takeFree = (): Kept | null => {
    for (let kept = free.pop(); kept !== undefined; kept = free.pop()) {
      if (kept.idle !== null) clearTimeout(kept.idle)
      if (kept.session.isOpen()) return kept
      void end(kept)
    }
    return null
  }

  const isDone = async ({ session, place, openedAt, uses }: Kept): Promise<boolean> => {
    if (closed.signal.aborted || uses >= MAILS_PER_CONNECTION || !session.isOpen()) return true
    if (place === null) return false
    return Date.now() - openedAt > SHARED_FOR_MS || (await place.isWanted())
  }

  const giveBack = async (kept: Kept): Promise<void> => {
    if (await isDone(kept)) return end(kept)
    kept.idle = setTimeout(
      () => {
        free.splice(free.indexOf(kept), 1)
        void end(kept)
      },
      kept.place === null ? IDLE_MS : SHARED_IDLE_MS,
    )
    kept.idle.unref()
    free.push(kept)
  }

  async function open({ turn, opening }: WaysPatience): Promise<Kept> {
    if (closed.signal.aborted) throw new ConnectionsClosedError('the connections are closed')
    const place = (await door?.enter(AbortSignal.any([turn, closed.signal]))) ?? null
    try {
      const session = await (place === null ? openSmtpSession : openAfterOthers)(server, opening)
      return { session, place, openedAt: Date.now(), uses: 0, idle: null }
    } catch (error) {
      await place?.leave()
      throw error
    }
  }

  /** Null: the server takes the connections that there are, but no more. */
  async function openIfWelcome(patience: WaysPatience): Promise<Kept | null> {
    try {
      return await open(patience)
    } catch (error) {
      const others = turns.taken() - 1 + free.length
      if (others === 0 || !isForNow(error)) throw error
      turns.lower(others, FEWER_FOR_MS)
      return null
    }
  }

  return {
    async use(work, patience) {
      for (;;) {
        await turns.begin(patience.turn)
        try {
          const known = takeFree()
          const kept = known ?? (await openIfWelcome(patience))
          if (kept === null) continue
          kept.uses += 1
          try {
            return await work(kept.session, known === null)
          } finally {
            await giveBack(kept)
          }
        } finally {
          turns.end()
        }
      }
    },

    close() {
      closed.abort()
      for (const kept of free.splice(0)) {
        if (kept.idle !== null) clearTimeout(kept.idle)
        void end(kept)
      }
    },
  }
}

/** In a place that somebody else has just left. */
async function openAfterOthers(server: SmtpServer, patience: AbortSignal): Promise<SmtpSession> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openSmtpSession(server, patience)
    } catch (error) {
      if (attempt === TRIES_AFTER_OTHERS || !isForNow(error)) throw error
      await wait(AFTER_OTHERS_MS)
    }
  }
}

/** At most so many at a time; who waits longest is next. */
function fairTurns(most: number) {
  const waiting: (() => void)[] = []
  let limit = most
  let taken = 0
  const admit = () => {
    while (taken < limit && waiting.length > 0) {
      taken += 1
      waiting.shift()?.()
    }
  }
  return {
    taken: () => taken,
    /** @throws {NoTurnError} when it does not come in time. */
    begin: (patience: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const go = () => {
          patience.removeEventListener('abort', giveUp)
          resolve()
        }
        const giveUp = () => {
          waiting.splice(waiting.indexOf(go), 1)
          reject(new NoTurnError('no connection was free in time'))
        }
        waiting.push(go)
        if (patience.aborted) return giveUp()
        patience.addEventListener('abort', giveUp, { once: true })
        admit()
      }),
    end: () => {
      taken -= 1
      admit()
    },
    /** One more is let in again after the time. */
    lower: (to: number, forMs: number) => {
      limit = Math.min(limit, to)
      setTimeout(() => {
        limit = Math.min(limit + 1, most)
        admit()
      }, forMs).unref()
    },
  }
}

/** "Too many connections" is said in place of the greeting. A refusal of our credentials is something else. */
const isForNow = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 400 &&
  error.responseCode < 500 &&
  !('code' in error && error.code === 'EAUTH')
