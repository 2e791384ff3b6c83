import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { ZodError } from 'zod'

import { json, type PartnerAnswer, type PartnerRequest } from './exchange.ts'
import { type Fault, failing, type Outcome } from './faults.ts'
import { keptState, type PartnerState } from './kept-state.ts'
import { mastodonServer } from './mastodon.ts'
import { type MastodonScope, mastodonScopes } from './mastodon-rules.ts'
import { missingPage, partnersPage } from './page.ts'
import { demoAccounts, demoSites } from './partner-accounts.ts'
import { webhookReceiver } from './webhook-receiver.ts'

export interface PartnersOptions {
  /** 0: any free one. */
  readonly port: number
  readonly host: string
  /** Where the partners keep what they hold. Null: nowhere, it is gone with the process. */
  readonly dataDir: string | null
  readonly now?: () => Date
  /** How often the Mastodon server says that it is busy with a picture before it is done. */
  readonly mediaPolls?: number
  /** What the tokens of the Mastodon server allow. Unset: all that we ask. */
  readonly scopes?: readonly MastodonScope[]
}

/** The outside world of the demo and of tests: a Mastodon server with an account per language, and sites that listen. */
export interface Partners extends AsyncDisposable {
  /** Origin, without a slash at the end. */
  readonly url: string
  readonly state: PartnerState
  /** Lets the next submission fail. */
  failNext(fault: Fault): void
  stop(): Promise<void>
}

/** @throws what `node:net` throws when it cannot listen, such as EADDRINUSE. */
export async function startPartners({
  port,
  host,
  dataDir,
  now = () => new Date(),
  mediaPolls = 0,
  scopes = mastodonScopes,
}: PartnersOptions): Promise<Partners> {
  const { state, pictures, save } = keptState(dataDir)
  let url = ''
  const askMastodon = mastodonServer({
    accounts: demoAccounts,
    state: state.mastodon,
    pictures,
    origin: () => url,
    now,
    mediaPolls,
    scopes,
  })
  const tellSite = webhookReceiver({ sites: demoSites, events: state.events, now })
  const { failNext, handle } = failing(async (request) => {
    const { pathname } = request.url
    const answer = pathname.startsWith('/hooks/') ? tellSite(request) : await askMastodon(request)
    if (request.method !== 'GET') save()
    return answer
  })

  const answerFor = async (request: PartnerRequest): Promise<Outcome> => {
    const { pathname } = request.url
    if (/^\/(hooks|api\/v\d)\//.test(pathname)) return handle(request)
    if (pathname === '/api/faults' && request.method === 'POST') return acceptFault(request, failNext)
    if (request.method !== 'GET') return json(405, { error: 'only GET' })
    if (pathname === '/api/state') return json(200, { accounts: demoAccounts.map(withoutToken), ...state })
    if (pathname.startsWith('/media/')) return picture(pathname.slice('/media/'.length))
    const page = partnersPage(pathname, { accounts: demoAccounts, sites: demoSites, state })
    return { status: page === null ? 404 : 200, headers: htmlHeaders, body: page ?? missingPage() }
  }
  const picture = (id: string): PartnerAnswer => {
    const media = state.mastodon.media.find((each) => each.id === id)
    const bytes = pictures.read(id)
    if (media === undefined || bytes === null) return { status: 404 }
    return {
      status: 200,
      headers: { 'content-type': media.type, 'x-content-type-options': 'nosniff' },
      body: bytes,
    }
  }

  const server = createServer(async (request, response) => {
    const outcome = await read(request, url).then(answerFor).catch(unreadable)
    reply(outcome, request, response)
  })
  server.listen(port, host)
  await once(server, 'listening')
  url = `http://${host}:${(server.address() as AddressInfo).port}`

  const stop = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return { url, state, failNext, stop, [Symbol.asyncDispose]: stop }
}

const htmlHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'",
}

const withoutToken = ({ accessToken: _, ...account }: (typeof demoAccounts)[number]) => account

async function read(request: IncomingMessage, origin: string): Promise<PartnerRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', origin),
    headers,
    body: Buffer.concat(chunks),
  }
}

function reply(outcome: Outcome, request: IncomingMessage, response: ServerResponse): void {
  if (outcome === 'hang-up') request.socket.destroy()
  else if (outcome !== 'stall') response.writeHead(outcome.status, outcome.headers).end(outcome.body)
}

/** Nonsense from outside is the sender's fault; anything else is ours. */
function unreadable(error: unknown): PartnerAnswer {
  if (error instanceof SyntaxError || error instanceof TypeError || error instanceof ZodError)
    return json(400, { error: 'unreadable request' })
  throw error
}

/** A page in a browser cannot send this type to another origin without asking first. */
function acceptFault({ headers, body }: PartnerRequest, failNext: Partners['failNext']): PartnerAnswer {
  if (headers.get('content-type') !== 'application/json') return json(415, { error: 'only application/json' })
  failNext(JSON.parse(body.toString('utf8')))
  return { status: 204 }
}
