import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A mail as the API takes it. */
export interface ResendMail {
  readonly id: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly html?: string
  readonly text?: string
  readonly reply_to?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: readonly {
    readonly filename: string
    /** Base64. */
    readonly content: string
    readonly content_type: string
  }[]
  readonly tags?: readonly { readonly name: string; readonly value: string }[]
}

/** What goes wrong with the next request. `after`: the mails were queued all the same. A stall lasts until `cutStalled`. */
export type ResendFault =
  | { readonly status: number; readonly name: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly gatewayError: number }
  /** Not the service's own. */
  | { readonly says: string; readonly under: number }
  | { readonly hangUp: 'before' | 'after' }
  | { readonly stall: 'before' | 'after' }
  | { readonly truncate: 'after' }
  | { readonly loseIds: 'after' }
  | { readonly serverError: 'after' }

/** An entry of the service's own list of addresses that it sends nothing to. */
export interface ResendSuppression {
  readonly id: string
  readonly email: string
  readonly origin: 'bounce' | 'complaint' | 'manual'
  readonly source_id: string | null
  readonly created_at: string
}

interface FakeResendOptions {
  readonly apiKey?: string
  /** Requests that are let through in one second. Null: all. */
  readonly requestsPerSecond?: number | null
  /** The service's own, in milliseconds since 1970. @default this machine's */
  readonly clock?: () => number
}

interface Kept {
  readonly hash: string
  readonly at: number
  /** Null while the first request is still under way. */
  readonly answer: string | null
}

const DAY_MS = 24 * 60 * 60_000
const BATCH_MAX = 100

/**
 * The mail service on loopback. It keeps idempotency keys for a day and refuses a key that comes with other bytes; the
 * API description has only successes, so the errors follow its documentation.
 * https://resend.com/docs/api-reference/errors, https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export async function fakeResend({
  apiKey = 're_test',
  requestsPerSecond = null,
  clock = Date.now,
}: FakeResendOptions = {}) {
  const mails: ResendMail[] = []
  const faults: ResendFault[] = []
  const refused = new Set<string>()
  /** Newest first, as the service lists them. */
  const suppressions: ResendSuppression[] = []
  let suppressionCount = 0
  const keys = new Map<string, Kept>()
  const recent: number[] = []
  let clockOffset = 0
  let requests = 0

  /** Requests that are never answered, each with what becomes of its key. */
  const stalled = new Map<ServerResponse, () => void>()

  const now = () => clock() + clockOffset

  const queue = (posted: readonly Omit<ResendMail, 'id'>[]) => {
    const errors: { index: number; message: string }[] = []
    const data: { id: string }[] = []
    for (const [index, mail] of posted.entries()) {
      if (mail.to.some((address) => refused.has(address))) {
        errors.push({ index, message: 'Invalid `to` field' })
        continue
      }
      const id = `mail-${mails.length + 1}`
      mails.push({ ...mail, id })
      data.push({ id })
    }
    return { data, errors }
  }

  const server = createServer(async (request, response) => {
    requests += 1
    const body = await text(request)
    const fault = faults.shift()
    if (fault !== undefined && 'hangUp' in fault && fault.hangUp === 'before') return request.socket.destroy()
    if (fault !== undefined && 'gatewayError' in fault)
      return response
        .writeHead(fault.gatewayError, { 'Content-Type': 'text/html' })
        .end('<h1>Bad gateway</h1>')
    if (fault !== undefined && 'says' in fault)
      return response.writeHead(fault.under, { 'Content-Type': 'application/json' }).end(fault.says)
    if (fault !== undefined && 'status' in fault)
      return fail(response, fault.status, fault.name, fault.headers)

    const limited = overLimit()
    if (limited !== null) return fail(response, 429, 'rate_limit_exceeded', limited)
    if (request.headers.authorization === undefined) return fail(response, 401, 'missing_api_key')
    if (request.headers.authorization !== `Bearer ${apiKey}`) return fail(response, 403, 'invalid_api_key')
    if (request.url?.startsWith('/suppressions') === true)
      return answerList(new URL(request.url, 'http://resend.invalid'), response, body, fault)
    answer(request, response, body, fault)
  })

  /** @param origin as the service came to it. Adding an address that is there changes nothing. */
  function suppress(email: string, origin: ResendSuppression['origin'], at = new Date(now())): string {
    const known = suppressions.find((entry) => entry.email.toLowerCase() === email.toLowerCase())
    if (known !== undefined) return known.id
    suppressionCount += 1
    const id = `suppression-${suppressionCount}`
    suppressions.unshift({ id, email, origin, source_id: null, created_at: at.toISOString() })
    return id
  }

  function unsuppress(named: string): { object: 'suppression'; id: string; deleted: boolean } {
    const index = suppressions.findIndex(({ id, email }) => id === named || email === named)
    const [gone] = index < 0 ? [] : suppressions.splice(index, 1)
    return { object: 'suppression', id: gone?.id ?? named, deleted: gone !== undefined }
  }

  /** https://resend.com/docs/api-reference/suppressions */
  function answerList(url: URL, response: ServerResponse, body: string, fault: ResendFault | undefined) {
    if (fault !== undefined && 'stall' in fault) return
    const { emails = [], ids = [] } = body === '' ? {} : JSON.parse(body)
    if (emails.length + ids.length > BATCH_MAX) return fail(response, 422, 'validation_error')
    if (url.pathname === '/suppressions/batch/add')
      return succeed(
        response,
        JSON.stringify({
          data: emails.map((email: string) => ({ object: 'suppression', id: suppress(email, 'manual') })),
        }),
      )
    if (url.pathname === '/suppressions/batch/remove')
      return succeed(response, JSON.stringify({ data: [...emails, ...ids].map(unsuppress) }))
    const limit = Number(url.searchParams.get('limit') ?? 20)
    const after = url.searchParams.get('after')
    const from = after === null ? 0 : suppressions.findIndex(({ id }) => id === after) + 1
    const data = suppressions.slice(from, from + limit)
    succeed(response, JSON.stringify({ object: 'list', has_more: from + limit < suppressions.length, data }))
  }

  function overLimit(): Record<string, string> | null {
    if (requestsPerSecond === null) return null
    const time = now()
    while (recent.length > 0 && (recent[0] ?? 0) <= time - 1000) recent.shift()
    if (recent.length >= requestsPerSecond)
      return {
        'ratelimit-limit': String(requestsPerSecond),
        'ratelimit-remaining': '0',
        'ratelimit-reset': '1',
        'retry-after': '1',
      }
    recent.push(time)
    return null
  }

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    body: string,
    fault: ResendFault | undefined,
  ) {
    const isBatch = request.url === '/emails/batch'
    const posted = isBatch ? JSON.parse(body) : [JSON.parse(body)]
    if (posted.length > BATCH_MAX) return fail(response, 422, 'validation_error')

    const key = request.headers['idempotency-key']
    const hash = createHash('sha256').update(`${request.url}\n${body}`).digest('hex')
    const known = typeof key === 'string' ? keys.get(key) : undefined
    if (known !== undefined && known.at > now() - DAY_MS) {
      if (known.hash !== hash) return fail(response, 409, 'invalid_idempotent_request')
      if (known.answer === null) return fail(response, 409, 'concurrent_idempotent_requests')
      return succeed(response, known.answer)
    }

    if (typeof key === 'string') keys.set(key, { hash, at: now(), answer: null })
    if (fault !== undefined && 'stall' in fault && fault.stall === 'before')
      return void stalled.set(response, () => void (typeof key === 'string' && keys.delete(key)))

    const isStrict = request.headers['x-batch-validation'] !== 'permissive'
    if (isStrict && posted.some(({ to }: ResendMail) => to.some((address) => refused.has(address))))
      return fail(response, 422, 'validation_error')
    const queued = queue(posted)
    const result = JSON.stringify(isBatch ? (isStrict ? { data: queued.data } : queued) : queued.data[0])
    if (typeof key === 'string') keys.set(key, { hash, at: now(), answer: result })
    if (fault === undefined) return succeed(response, result)
    if ('hangUp' in fault) request.socket.destroy()
    if ('stall' in fault) stalled.set(response, () => undefined)
    if ('serverError' in fault) return fail(response, 500, 'internal_server_error')
    if ('truncate' in fault) truncate(response, result)
    if ('loseIds' in fault)
      return succeed(response, JSON.stringify({ data: queued.data.slice(1), errors: [] }))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    mails: (): readonly ResendMail[] => mails,
    requests: (): number => requests,
    /** Who is on the service's own list, newest first. */
    suppressions: (): readonly ResendSuppression[] => suppressions,
    /** The service itself puts an address on its list. */
    suppress,
    /** Somebody takes an address off the service's list there. */
    unsuppress: (email: string): void => void unsuppress(email),
    failNext: (fault: ResendFault): void => void faults.push(fault),
    /** Whatever was to go wrong and did not, does not. */
    forgetFaults: (): void => void faults.splice(0),
    /** Ends the requests that were never answered; what had not been queued never is. Answers how many those were. */
    cutStalled: (): number => {
      const count = stalled.size
      for (const [response, forgetKey] of stalled) {
        forgetKey()
        response.destroy()
      }
      stalled.clear()
      return count
    },
    /** No mail to this address is ever queued. */
    refuse: (address: string): void => void refused.add(address),
    /** Lets time pass, for keys and limits. */
    advance: (milliseconds: number): void => {
      clockOffset += milliseconds
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const succeed = (response: ServerResponse, body: string) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(body)

const fail = (response: ServerResponse, status: number, name: string, headers = {}) =>
  response
    .writeHead(status, { 'Content-Type': 'application/json', ...headers })
    .end(JSON.stringify({ statusCode: status, name, message: 'no' }))

/** Half an answer, then nothing. */
function truncate(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': String(body.length) })
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}
