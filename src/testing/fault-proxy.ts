import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the way to a service fails one submission. */
type WayFault =
  /** Closes the connection; the service hears nothing. */
  | { readonly kind: 'hang-up-before' }
  /** The service does what it was asked, and the answer is lost. */
  | { readonly kind: 'hang-up-after' }
  /** The service does what it was asked, and its answer never comes. */
  | { readonly kind: 'stall' }
  /** The service does what it was asked, and its answer ends in the middle. */
  | { readonly kind: 'cut' }
  /** Another answer than the service's, which hears nothing unless `done`. */
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
      readonly done?: boolean
    }

export interface FaultProxy extends AsyncDisposable {
  readonly url: string
  /** Fails the next submission this way. Several wait in line. */
  failNext(fault: WayFault): void
}

/** The request that readers see the effect of, as opposed to questions and uploads. */
export type IsSubmission = (request: {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: string
}) => boolean

/** Stands between an adapter and a service, and loses, delays and falsifies what it is told to. */
export async function startFaultProxy(target: string, isSubmission: IsSubmission): Promise<FaultProxy> {
  const faults: WayFault[] = []
  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming)
    const { method = 'GET', url: path = '/' } = incoming
    const isOne = isSubmission({ method, path, body: body.toString('utf8') })
    const fault = isOne ? faults.shift() : undefined
    if (fault?.kind === 'hang-up-before') return void incoming.socket.destroy()
    if (fault?.kind === 'answer' && fault.done !== true) return answer(outgoing, fault)

    const { status, headers, content } = await forward(target, incoming, body)
    switch (fault?.kind) {
      case 'hang-up-after':
        return void incoming.socket.destroy()
      case 'stall':
        return
      case 'answer':
        return answer(outgoing, fault)
      case 'cut':
        outgoing.writeHead(status, { ...headers, 'content-length': String(content.length + 10) })
        outgoing.write(content.subarray(0, Math.floor(content.length / 2)), () => incoming.socket.destroy())
        return
      default:
        outgoing.writeHead(status, headers).end(content)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failNext: (fault) => void faults.push(fault),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const answer = (
  outgoing: ServerResponse,
  { status, headers = {}, body = 'not today' }: Extract<WayFault, { kind: 'answer' }>,
): void => void outgoing.writeHead(status, headers).end(body)

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function forward(target: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  const outgoing = request(new URL(url ?? '/', target), { method, headers, agent: false })
  outgoing.end(body)
  const [answered] = (await once(outgoing, 'response')) as [IncomingMessage]
  const content = await bodyOf(answered)
  const { 'transfer-encoding': _, ...kept } = answered.headers
  return { status: answered.statusCode ?? 502, headers: kept, content }
}
