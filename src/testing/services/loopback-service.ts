import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import type { PartnerAnswer, PartnerRequest } from '../../demo/partners/exchange.ts'

export interface LoopbackService extends AsyncDisposable {
  readonly url: string
}

/** A server on this machine that reads each request to its end before it is answered. */
export async function startLoopbackService(
  answer: (request: PartnerRequest) => PartnerAnswer | Promise<PartnerAnswer>,
): Promise<LoopbackService> {
  const server = createServer(async (incoming, outgoing) => {
    const { status, headers, body } = await answer({
      method: incoming.method ?? 'GET',
      url: new URL(incoming.url ?? '/', 'http://127.0.0.1'),
      headers: new Headers(incoming.headers as Record<string, string>),
      body: await buffer(incoming),
    })
    outgoing.writeHead(status, headers).end(body)
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
