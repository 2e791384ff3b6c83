import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What goes wrong with the next request that translates. `after`: it was translated, and paid for, all the same. */
export type EngineFault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly hangUp: 'before' | 'after' }
  | { readonly stall: 'after' }
  | { readonly garbage: true }
  /** Translates badly. */
  | { readonly mangle: (markup: string) => string }

export interface EngineAsk {
  readonly path: string
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Spoils a translation as the fault says; leaves it alone without one. */
  readonly mangle: (markup: string) => string
}

export interface EngineAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

interface LoopbackEngine extends AsyncDisposable {
  readonly url: string
  failNext(fault: EngineFault): void
  /** Requests to translate that came in. */
  requests(): number
  /** Waits so long before each answer. */
  slowDown(milliseconds: number): void
}

/** An HTTP server that answers as an engine does, and fails as it is told. */
export async function loopbackEngine(
  answer: (ask: EngineAsk) => EngineAnswer,
  isTranslation: (ask: EngineAsk) => boolean,
): Promise<LoopbackEngine> {
  const faults: EngineFault[] = []
  let requests = 0
  let delay = 0
  const server = createServer(async (request, response) => {
    const ask = {
      path: request.url ?? '/',
      method: request.method ?? 'GET',
      headers: request.headers,
      body: await text(request),
      mangle: (markup: string) => markup,
    }
    const translates = isTranslation(ask)
    if (translates) requests += 1
    const fault = translates ? faults.shift() : undefined
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
    if (fault !== undefined && 'status' in fault)
      return response.writeHead(fault.status, fault.headers).end('{"error":"not today"}')
    if (fault !== undefined && 'hangUp' in fault && fault.hangUp === 'before') return request.socket.destroy()
    const { status, headers, body } = answer(
      fault !== undefined && 'mangle' in fault ? { ...ask, mangle: fault.mangle } : ask,
    )
    if (fault !== undefined && 'hangUp' in fault) return request.socket.destroy()
    if (fault !== undefined && 'stall' in fault) return
    const isGarbage = fault !== undefined && 'garbage' in fault
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
    response.end(isGarbage ? '<h1>Welcome</h1>' : JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failNext: (fault) => void faults.push(fault),
    requests: () => requests,
    slowDown: (milliseconds) => {
      delay = milliseconds
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A translation that can be told from its source and from one into another language: `fr-open the fr-door`. */
export const loopbackTranslation = (markup: string, target: string): string =>
  markup
    .split(/(<x-k\b[^>]*>[^<]*<\/x-k>|<[^>]*>|&[#\w]+;)/u)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\p{L}+/gu, (word) => `${target}-${word}`)))
    .join('')
