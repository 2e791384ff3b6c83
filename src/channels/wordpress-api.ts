import { z } from 'zod'

import type { Answer, Request, Requester } from '../network/request.ts'
import { ask, parseAnswer } from './ask.ts'
import type { RequestOptions } from './channel.ts'
import { ChannelError, type ChannelErrorReason } from './channel-error.ts'

export interface WordPressCall {
  readonly method: Request['method']
  /** Below the root of the API, e.g. `/wp/v2/posts`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** @default none */
  readonly effect?: 'none' | 'visible'
}

/** Asks the API of one site, signed in. */
export type WordPressApi = (call: WordPressCall, options: RequestOptions) => Promise<Answer>

export interface WordPressSite {
  readonly baseUrl: string
  readonly username: string
  /** https://make.wordpress.org/core/2020/11/05/application-passwords-integration-guide/ */
  readonly applicationPassword: string
}

/** What a WordPress says beside the status. https://developer.wordpress.org/rest-api/using-the-rest-api/ */
const fault = z.object({
  code: z.string(),
  data: z
    .object({
      /** Of a parameter that was refused, by its name. */
      details: z.record(z.string(), z.object({ code: z.string() })).optional(),
      /** Of a term that is there already. */
      term_id: z.number().optional(),
    })
    .nullish()
    .catch(null),
})

/** Where the API of a site is, asked for once an hour. */
const ROOT_KEPT_MS = 3_600_000
const knownRoots = new Map<string, { readonly root: URL; readonly readAt: number }>()

export function wordPressApi(
  { baseUrl, username, applicationPassword }: WordPressSite,
  request: Requester,
): WordPressApi {
  // As WordPress shows it, it has blanks between its groups, which do not count.
  const credentials = Buffer.from(`${username}:${applicationPassword.replaceAll(' ', '')}`).toString('base64')
  return async ({ method, path, query = {}, json, headers = {}, body, effect = 'none' }, options) => {
    const root = await rootOf(baseUrl, request, options)
    const sent = json === undefined ? body : JSON.stringify(json)
    return ask(
      {
        url: addressOf(root, path, query),
        method,
        headers: {
          accept: 'application/json',
          authorization: `Basic ${credentials}`,
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent !== undefined && { body: sent }),
        signal: options.signal,
        maxBytes: MAX_ANSWER_BYTES,
      },
      { request, now: options.now, effect, classify: (answer) => classify(answer, effect) },
    )
  }
}

/** A list of posts in full is longer than most answers. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024

/** A site without pretty addresses takes the path as a parameter. */
function addressOf(root: URL, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(root)
  const route = url.searchParams.get('rest_route')
  if (route === null) url.pathname = `${url.pathname.replace(/\/$/, '')}${path}`
  else url.searchParams.set('rest_route', `${route.replace(/\/$/, '')}${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

/** https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/ */
async function rootOf(baseUrl: string, request: Requester, options: RequestOptions): Promise<URL> {
  const known = knownRoots.get(baseUrl)
  if (known !== undefined && options.now.getTime() - known.readAt < ROOT_KEPT_MS) return known.root
  const base = new URL(baseUrl)
  const link = await linkOf(base, request, options)
  const root = linkedRoot(link, base) ?? new URL('?rest_route=/', base)
  // The password goes where the site was entered, and nowhere that an answer names.
  if (root.host !== base.host)
    throw new ChannelError('misconfigured', `${base.host} has its API at ${root.host}: enter that address`)
  knownRoots.set(baseUrl, { root, readAt: options.now.getTime() })
  return root
}

async function linkOf(base: URL, request: Requester, options: RequestOptions): Promise<string | null> {
  try {
    const about = { request, now: options.now, effect: 'none' } as const
    const { headers } = await ask({ url: base, method: 'HEAD', signal: options.signal }, about)
    return headers.get('link')
  } catch (error) {
    // A home page may be for visitors of the house only, or answer nothing to a question about itself.
    if (error instanceof ChannelError && [401, 403, 404, 405, 501].includes(error.status ?? 0)) return null
    throw error
  }
}

function linkedRoot(header: string | null, base: URL): URL | null {
  const [, address] = /<([^>]+)>;\s*rel="https:\/\/api\.w\.org\/"/.exec(header ?? '') ?? []
  return address === undefined ? null : URL.parse(address, base)
}

function classify(
  { status, headers, body }: Answer,
  effect: 'none' | 'visible',
): ChannelErrorReason | ChannelError | null {
  const isPage =
    headers.get('content-type')?.includes('text/html') === true || body.subarray(0, 1).toString() === '<'
  // A firewall or a security plugin answers in place of the API.
  if (isPage && status >= 400 && status < 500 && status !== 408 && status !== 429)
    return new ChannelError('misconfigured', `the REST API is blocked: a page came instead (${status})`, {
      status,
    })
  const { success, data } = fault.safeParse(jsonOrNull(body))
  if (success) {
    const { code, data: more } = data
    if (code === 'rest_post_invalid_id' || code === 'rest_already_trashed') return 'missing'
    // Asking for what only the signed-in may see, as somebody whom the site does not know.
    const isForbidden = Object.values(more?.details ?? {}).some(
      (detail) => detail.code === 'rest_forbidden_status',
    )
    if (code === 'rest_invalid_param' && isForbidden) return 'unauthorised'
    if (code === 'term_exists' && more?.term_id !== undefined)
      return new ChannelError('duplicate', 'a term of that name is there already', {
        receipt: { remoteId: String(more.term_id), remoteUrl: null, mark: null },
      })
  }
  // It may have written the post and failed over what plugins do afterwards.
  return status === 500 && effect === 'visible' ? 'unconfirmed' : null
}

function jsonOrNull(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    // Most faults of servers in front of WordPress are text.
    return null
  }
}

/** The code of a refusal that was thrown, e.g. `rest_trash_not_supported`. Null: none. */
export const codeOf = (error: unknown): string | null =>
  error instanceof ChannelError ? (/"code":"([a-z0-9_-]+)"/.exec(error.message)?.[1] ?? null) : null

/** Reads an answer of a known shape to a question that changed nothing. */
export async function read<T>(
  api: WordPressApi,
  call: WordPressCall,
  shape: z.ZodType<T>,
  options: RequestOptions,
): Promise<T> {
  return parseAnswer(await api(call, options), shape, 'misconfigured')
}
