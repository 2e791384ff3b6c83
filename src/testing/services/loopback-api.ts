import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface ApiCall {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  /** The same as text. */
  readonly body: string
}

export interface ApiReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Text and bytes go as they are, anything else as JSON. Unset: nothing. */
  readonly body?: unknown
}

export interface LoopbackApi extends AsyncDisposable {
  readonly url: string
}

/** An interface of a service on this machine, which speaks JSON unless told otherwise. */
export async function loopbackApi(
  answer: (call: ApiCall) => ApiReply | Promise<ApiReply>,
): Promise<LoopbackApi> {
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request)
    const { status, headers, body } = await answer({
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', `http://${request.headers.host}`),
      headers: request.headers,
      bytes,
      body: bytes.toString('utf8'),
    })
    const isReady = body === undefined || typeof body === 'string' || body instanceof Uint8Array
    response.writeHead(status, headers).end(isReady ? body : JSON.stringify(body))
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
