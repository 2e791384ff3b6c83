import autocannon from 'autocannon'

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

const SECONDS = Number(process.env.READING_SECONDS ?? 5)
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

const IDLE_MS = 30
const LOOKS = 3
const PATIENCE_MS = 20_000

/** Waits until nothing of the last load is under way: those who asked have left, what they asked for is still made. */
export async function idle({ origin }: Ask): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (let quick = 0; quick < LOOKS && performance.now() < until; ) {
    const begun = performance.now()
    await fetch(`${origin}/assets/nothing.css`)
    quick = performance.now() - begun < IDLE_MS ? quick + 1 : 0
  }
}

interface How {
  readonly connections: number
  /** Each request asks for something that nobody asked for before, in a parameter or variable that changes nothing. */
  readonly isFresh: boolean
}

let asked = 0

/** @throws when any request was not answered, or not with 200. */
export async function load(ask: Ask, { connections, isFresh }: How): Promise<Load> {
  await run(ask, connections, isFresh, 1)
  const result = await run(ask, connections, isFresh, SECONDS)
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${failed} requests for ${ask.path} failed`)
  return { perSecond: result.requests.average, p99Ms: result.latency.p99 }
}

/** The first second, in which V8 has not seen the code yet, is not counted. */
const run = ({ origin, method, path, body }: Ask, connections: number, isFresh: boolean, seconds: number) =>
  autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: [
      {
        method,
        path,
        headers: headersOf(body),
        ...(body !== null && { body }),
        ...(isFresh && { setupRequest: (request) => ({ ...request, ...unheardOf(path, body) }) }),
      },
    ],
  })

function unheardOf(path: string, body: string | null): { path: string } | { body: string } {
  asked += 1
  if (body === null) return { path: `${path}${path.includes('?') ? '&' : '?'}asked=${asked}` }
  return { body: body.replace('query List', `query List${asked}`) }
}
