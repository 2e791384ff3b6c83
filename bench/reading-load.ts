import autocannon from 'autocannon'

import { median, percentile } from './statistics.ts'

export interface Ask {
  readonly origin: string
  readonly method: 'GET' | 'POST'
  /** With its query. */
  readonly path: string
  /** JSON. */
  readonly body: string | null
}

/** An answer as it came: names and values of its headers in turn. */
export interface Whole {
  readonly headers: readonly string[]
  /** In base64. */
  readonly body: string
}

export interface Load {
  readonly perSecond: number
  readonly p99Ms: number
}

/** One run of requests. */
interface Turn {
  readonly perSecond: number
  /** Of each request. */
  readonly latenciesMs: readonly number[]
}

const SECONDS = Number(process.env.READING_SECONDS ?? 5)
/** Of those that are made anew. */
const REQUESTS = Number(process.env.READING_REQUESTS ?? 300)
const CONNECTIONS = 32
const FEW_CONNECTIONS = 8
/** For one answer. */
const PATIENCE_MS = 30_000
const SHORTEST_TEXT = 300
/** What the server writes by itself. */
const ofConnection = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding'])

const headersOf = (body: string | null): Record<string, string> =>
  body === null ? {} : { 'content-type': 'application/json' }

/** @throws when it is no whole answer: nothing is worth measuring then. */
export async function answered({ origin, method, path, body }: Ask): Promise<Whole> {
  const response = await fetch(origin + path, {
    method,
    headers: { ...headersOf(body), 'accept-encoding': 'identity' },
    body,
  })
  const text = await response.text()
  if (response.status !== 200 || text.length < SHORTEST_TEXT || text.includes('"errors"'))
    throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`)
  const headers = [...response.headers].filter(([name]) => !ofConnection.has(name)).flat()
  return { headers, body: Buffer.from(text).toString('base64') }
}

let asked = 0

/**
 * What is answered from memory, asked for again and again by many at once: of one server and the other in turns of a second,
 * so that both meet the same machine. The first turn, in which V8 has not seen the code yet, is not counted.
 */
export async function loadInTurns(one: Ask, other: Ask): Promise<readonly [one: Load, other: Load]> {
  const turns: (readonly [Turn, Turn])[] = []
  for (let turn = 0; turn <= SECONDS; turn++) turns.push([await loadAgain(one), await loadAgain(other)])
  const counted = turns.slice(1)
  return [together(counted.map(([first]) => first)), together(counted.map(([, second]) => second))]
}

const loadAgain = (ask: Ask): Promise<Turn> => run(ask, { connections: CONNECTIONS, duration: 1 })

/** So many a second as in the middle turn; the slowest of a hundred among all requests of all turns. */
const together = (turns: readonly Turn[]): Load => ({
  perSecond: median(turns.map(({ perSecond }) => perSecond)),
  p99Ms: percentile(
    turns.flatMap(({ latenciesMs }) => latenciesMs),
    99,
  ),
})

/**
 * Each request asks for something that nobody asked for before, in a parameter or a name that changes nothing. So many
 * requests, since some take a hundred times as long as others; from fewer at once, which keep one process busy all the same.
 */
export async function loadFresh(ask: Ask): Promise<Load> {
  await run(ask, { ...fresh(ask), amount: Math.max(FEW_CONNECTIONS, REQUESTS / 10) })
  return together([await run(ask, { ...fresh(ask), amount: REQUESTS })])
}

/** The same of a server that keeps nothing: each request is made anew by itself. */
export async function loadAnew(ask: Ask): Promise<Load> {
  await run(ask, { connections: FEW_CONNECTIONS, amount: Math.max(FEW_CONNECTIONS, REQUESTS / 10) })
  return together([await run(ask, { connections: FEW_CONNECTIONS, amount: REQUESTS })])
}

const fresh = ({ path, body }: Ask) => ({
  connections: FEW_CONNECTIONS,
  setupRequest: (request: autocannon.Request) => ({ ...request, ...unheardOf(path, body) }),
})

type How = Pick<autocannon.Options, 'connections' | 'duration' | 'amount'> &
  Pick<autocannon.Request, 'setupRequest'>

/** @throws when any request was not answered, or not with 200. */
async function run({ origin, method, path, body }: Ask, { setupRequest, ...how }: How): Promise<Turn> {
  const request = { method, path, headers: headersOf(body), ...(body !== null && { body }) }
  const latenciesMs: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: origin,
        timeout: PATIENCE_MS / 1000,
        // How long a run took is known to that.
        sampleInt: 100,
        requests: [{ ...request, ...(setupRequest !== undefined && { setupRequest }) }],
        ...how,
      },
      (error: Error | null, ended) => (error === null ? resolve(ended) : reject(error)),
    )
    running.on('response', (_client, _status, _bytes, tookMs) => void latenciesMs.push(tookMs))
  })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${failed} requests for ${path} failed`)
  return {
    perSecond: Number((result.requests.total / result.duration).toFixed(1)),
    latenciesMs,
  }
}

function unheardOf(path: string, body: string | null): { path: string } | { body: string } {
  asked += 1
  if (body === null) return { path: `${path}${path.includes('?') ? '&' : '?'}asked=${asked}` }
  return { body: body.replace('query List', `query List${asked}`) }
}
