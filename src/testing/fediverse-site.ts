import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import type { Payload } from 'payload'

import { fediverseAnswers } from '../site/fediverse/answers.ts'
import type { Visit } from '../site/visit.ts'

interface FediverseSite extends AsyncDisposable {
  readonly url: string
}

/**
 * Our own site as other servers see it, at an address where they can reach it.
 * @param allowedHosts those on this machine that it may ask.
 * @param port any, unless the product has to know it beforehand.
 */
export async function startFediverseSite(
  payload: Payload,
  allowedHosts: readonly string[],
  port = 0,
): Promise<FediverseSite> {
  const server = createServer(async (incoming, outgoing) => {
    const headers = new Headers(incoming.headers as Record<string, string>)
    const { method = 'GET', url = '/' } = incoming
    const body = await buffer(incoming)
    const visit: Visit = {
      request: new Request(new URL(url, publicUrl), { method, headers, ...(body.length > 0 && { body }) }),
      payload,
      now: new Date(),
      later: (work) => void work(),
      mail: () => Promise.reject(new Error('nobody is mailed')),
    }
    const answer = await answerTo(visit)
    outgoing
      .writeHead(answer.status, Object.fromEntries(answer.headers))
      .end(Buffer.from(await answer.arrayBuffer()))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const own = fediverseAnswers(publicUrl, async () => allowedHosts)

  async function answerTo(visit: Visit): Promise<Response> {
    const { method, url } = visit.request
    const path = decodeURIComponent(new URL(url).pathname)
    const [, username = '', part = ''] = /^\/fediverse\/actors\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
    const [, id = ''] = /^\/fediverse\/posts\/([^/]+)$/.exec(path) ?? []
    switch (`${method} ${path}`) {
      case 'GET /.well-known/webfinger':
        return own.webFinger(visit, {})
      case 'GET /.well-known/nodeinfo':
        return own.nodeInfoLinks(visit, {})
      case 'GET /fediverse/nodeinfo/2.1':
        return own.nodeInfo(visit, {})
      case 'POST /fediverse/inbox':
        return own.inbox(visit, {})
    }
    if (id !== '') return own.post(visit, { id })
    if (username !== '' && method === 'POST' && part === 'inbox') return own.inbox(visit, {})
    if (username !== '' && part === '') return own.actor(visit, { username })
    if (username !== '' && part === 'outbox') return own.outbox(visit, { username })
    if (username !== '' && part === 'followers') return own.followers(visit, { username })
    return new Response(null, { status: 404 })
  }

  return {
    url: publicUrl,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
