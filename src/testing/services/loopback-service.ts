import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface ServiceCall {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  /** The same as text. */
  readonly body: string
}

export interface ServiceReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** A text goes as it is, anything else as JSON. Unset: nothing. */
  readonly body?: unknown
}

export interface LoopbackService extends AsyncDisposable {
  readonly url: string
}

/** An HTTP server on this machine that answers as a service does. */
export async function loopbackService(answer: (call: ServiceCall) => ServiceReply): Promise<LoopbackService> {
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request)
    const { status, headers, body } = answer({
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', `http://${request.headers.host}`),
      headers: request.headers,
      bytes,
      body: bytes.toString('utf8'),
    })
    const content = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    response.writeHead(status, headers).end(content)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
