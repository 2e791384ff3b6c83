import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface OwnSite extends AsyncDisposable {
  readonly url: string
}

/** Our own site, serving one picture at every address. */
export async function startOwnSite({
  status,
  body,
  headers = {},
}: {
  readonly status: number
  readonly body: Buffer
  readonly headers?: Readonly<Record<string, string>>
}): Promise<OwnSite> {
  const server = createServer((_, response) => response.writeHead(status, headers).end(body))
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
