import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { type FrontCache, frontCache } from '../reading/cache/front-cache.ts'

/** A server whose answers are kept by a cache in front of it. */
export interface FrontedOrigin extends AsyncDisposable {
  readonly url: string
  readonly cache: FrontCache
  /** Each request that reached what is behind the cache. */
  readonly reached: IncomingMessage[]
  /** Whether changes are heard. */
  isCurrent: boolean
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  post(path: string, body: string, headers?: Readonly<Record<string, string>>): Promise<Response>
}

/** What a page of the site says of itself. */
export const page = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=0, must-revalidate',
}

export const PUBLIC_URL = 'https://news.example'

export async function startFrontedOrigin(
  origin: (request: IncomingMessage, response: ServerResponse) => unknown,
  {
    maxBytes = 1024 ** 2,
    forCdn = null,
  }: { readonly maxBytes?: number; readonly forCdn?: string | null } = {},
): Promise<FrontedOrigin> {
  const reached: IncomingMessage[] = []
  const cache = frontCache({
    origin(request, response) {
      reached.push(request)
      return origin(request, response)
    },
    ear: { isCurrent: () => self.isCurrent },
    publicUrl: new URL(PUBLIC_URL),
    maxBytes,
    forCdn,
  })
  const server = createServer(cache.answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const self: FrontedOrigin = {
    url,
    cache,
    reached,
    isCurrent: true,
    get: (path, headers = {}) => fetch(url + path, { headers, redirect: 'manual' }),
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return self
}

/** Answers each request with how many there were before. */
export const countingOrigin = (headers: Readonly<Record<string, string | string[]>> = page, status = 200) => {
  let count = 0
  return startFrontedOrigin((_, response) => response.writeHead(status, headers).end(`answer ${count++}`))
}
