import { openSmtpSession, type SmtpServer, type SmtpSession } from './smtp-session.ts'

export interface SmtpConnections {
  /**
   * Calls `work` with a session that nobody else uses meanwhile, as soon as there is one. `isFresh` says that it was opened
   * for this: one that was kept may have been closed by the server without our knowing.
   * @param patience ends the wait for one
   * @throws {NodemailerError} when there is no way in, or none in time.
   */
  use<Result>(
    work: (session: SmtpSession, isFresh: boolean) => Promise<Result>,
    patience: AbortSignal,
  ): Promise<Result>
  /** Opens no more, and closes those that are free; the others when their work is done. */
  close(): void
}

/** Some servers close after so many, silently: we do it first. */
const MAILS_PER_CONNECTION = 100
/** Sooner than servers do (RFC 5321 gives us five minutes), so that a mail rarely meets a closed one. */
const IDLE_MS = 60_000
/** A server that wants fewer connections is tried with one more after this. */
const FEWER_FOR_MS = 600_000

interface Kept {
  readonly session: SmtpSession
  uses: number
  idle: NodeJS.Timeout | null
}

class ConnectionsClosedError extends Error {
  override readonly name = 'ConnectionsClosedError'
  readonly code = 'ECONNECTION'
}

class NoTurnError extends Error {
  override readonly name = 'NoTurnError'
  readonly code = 'ETIMEDOUT'
}

/** Up to `most` connections to one server, opened when they are needed and kept for a while. First come, first served. */
export function smtpConnections(server: SmtpServer, most: number): SmtpConnections {
  const free: Kept[] = []
  const turns = fairTurns(most)
  let isClosed = false

  const takeFree = (): Kept | null => {
    for (let kept = free.pop(); kept !== undefined; kept = free.pop()) {
      if (kept.idle !== null) clearTimeout(kept.idle)
      if (kept.session.isOpen()) return kept
    }
    return null
  }

  const giveBack = (kept: Kept): void => {
    const { session, uses } = kept
    if (isClosed || uses >= MAILS_PER_CONNECTION || !session.isOpen()) {
      session.close()
      return
    }
    kept.idle = setTimeout(() => {
      free.splice(free.indexOf(kept), 1)
      session.close()
    }, IDLE_MS)
    kept.idle.unref()
    free.push(kept)
  }

  async function open(patience: AbortSignal): Promise<Kept> {
    if (isClosed) throw new ConnectionsClosedError('the connections are closed')
    return { session: await openSmtpSession(server, patience), uses: 0, idle: null }
  }

  /** Null: the server takes the connections that there are, but no more. */
  async function openIfWelcome(patience: AbortSignal): Promise<Kept | null> {
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
        await turns.begin(patience)
        try {
          const known = takeFree()
          const kept = known ?? (await openIfWelcome(patience))
          if (kept === null) continue
          kept.uses += 1
          try {
            return await work(kept.session, known === null)
          } finally {
            giveBack(kept)
          }
        } finally {
          turns.end()
        }
      }
    },

    close() {
      isClosed = true
      for (const { session, idle } of free.splice(0)) {
        if (idle !== null) clearTimeout(idle)
        session.close()
      }
    },
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
