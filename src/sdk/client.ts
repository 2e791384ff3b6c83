import type { Hits, IssuePage, Network, Newsletter, Word } from './answers.ts'
import type { Change, Collection, ServedDocument } from './document.ts'

export interface ClientOptions {
  /** Where the network's site is: `https://network.example`. */
  readonly baseUrl: string
  /** Answers are in this language unless a call names another. */
  readonly locale?: string
  /** Given to you by the network. Without one the limits are lower. */
  readonly key?: string
  /** @default the platform's own */
  readonly fetch?: (input: URL, init: RequestInit) => Promise<Response>
  /** How often a request that was asked to wait, or found no server, is sent again. @default 2 */
  readonly retries?: number
}

export interface Query {
  readonly locale?: string
  /** Languages to take instead, in order, or `network` for the network's own choice. Without: none. */
  readonly fallback?: readonly string[]
  /** `{ topic: ['finance'], country: ['BE', 'NL'] }`: of one name any, of several all. */
  readonly filter?: Readonly<Record<string, readonly string[]>>
  /** ISO 8601. */
  readonly from?: string
  readonly to?: string
  readonly updatedSince?: string
  /** Events that are not over. */
  readonly upcoming?: boolean
  readonly sort?: 'newest' | 'oldest' | 'title'
  /** 1 to 100. */
  readonly limit?: number
  /** Names, dotted where they are inside: `['title', 'details.scores']`. */
  readonly fields?: readonly string[]
  readonly include?: readonly ('related' | 'lexical')[]
  /** Whether `total` is wanted. */
  readonly count?: boolean
}

export interface SearchQuery {
  readonly locale?: string
  readonly collections?: readonly Collection[]
  readonly filter?: Query['filter']
  /** Names of filters whose choices are to be counted among what is found. */
  readonly facets?: readonly string[]
  readonly limit?: number
}

export interface Page {
  readonly data: readonly ServedDocument[]
  /** Null unless it was asked for. */
  readonly total: number | null
  /** Null: that was the last page. */
  readonly next: string | null
}

export interface ChangePage {
  readonly data: readonly Change[]
  /** Keep it with what you keep of `data`, and ask with it the next time. */
  readonly cursor: string
  readonly next: string | null
}

/** What was wrong with a request, as the server says it. https://www.rfc-editor.org/rfc/rfc9457 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** HTTP. 0: no answer came. */
  readonly status: number
  readonly errors: readonly { readonly field: string; readonly problem: string; readonly remedy: string }[]

  constructor(status: number, message: string, errors: ApiError['errors'] = [], cause?: unknown) {
    super(message, { cause })
    this.status = status
    this.errors = errors
  }
}

/** Reads the public API. Every call throws an `ApiError` when the server refuses it or cannot be reached. */
export interface Client {
  list(collection: Collection, query?: Query): Promise<Page>
  /** The page that `next` of another leads to; of what was found, `following<Hits>(next)`. */
  following<Answer = Page>(next: string): Promise<Answer>
  /** Every document of a list, page after page. */
  all(collection: Collection, query?: Query): AsyncGenerator<ServedDocument>
  /** Null: it is not public in that language. */
  get(
    collection: Collection,
    slugOrId: string,
    query?: Pick<Query, 'locale' | 'fallback' | 'fields' | 'include'>,
  ): Promise<ServedDocument | null>
  /** `words`, `"several in a row"`, `-without`. */
  search(words: string, query?: SearchQuery): Promise<Hits>
  /** What a filter may say, by name: `topics`, `countries`, `services` … Null: there is no such list. */
  vocabulary(name: string, query?: Pick<Query, 'locale'>): Promise<readonly Word[] | null>
  network(query?: Pick<Query, 'locale'>): Promise<Network>
  newsletters(query?: Pick<Query, 'locale'>): Promise<readonly Newsletter[]>
  /** The issues of a newsletter that were sent. Null: it has no name in that language. */
  issues(newsletter: string, query?: Pick<Query, 'locale' | 'limit' | 'count'>): Promise<IssuePage | null>
  /** One page of what changed since a cursor; `''` from the beginning. */
  changes(
    cursor: string,
    query?: {
      readonly locales?: readonly string[]
      readonly collections?: readonly Collection[]
      readonly limit?: number
    },
  ): Promise<ChangePage>
}

const MAX_WAIT_MS = 30_000

/** A client of one network's public API. Has no state but its options. */
export function createClient({
  baseUrl,
  locale,
  key,
  fetch: send = fetch,
  retries = 2,
}: ClientOptions): Client {
  const headers = { Accept: 'application/json', ...(key !== undefined && { Authorization: `Bearer ${key}` }) }

  async function ask<Answer>(url: URL, attempt = 0): Promise<Answer> {
    const missed = (cause: unknown): null => {
      if (attempt >= retries) throw new ApiError(0, `${url.host} gave no answer`, [], cause)
      return null
    }
    const answer = await send(url, { headers, credentials: 'omit' }).catch(missed)
    if (answer?.ok) {
      // One that breaks off on the way is none.
      const body = (await answer.json().catch(missed)) as Answer | null
      if (body !== null) return body
    } else if (answer !== null && !(mayRetry(answer.status) && attempt < retries))
      throw await refusalOf(answer)
    await pause(waitFor(answer?.ok ? null : answer, attempt))
    return ask(url, attempt + 1)
  }

  const address = (path: string, query: Readonly<Record<string, string | undefined>>): URL => {
    const url = new URL(`/v1/${path}`, baseUrl)
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
    return url
  }
  const following = <Answer = Page>(next: string): Promise<Answer> => ask(new URL(next, baseUrl))
  const inLanguage = (path: string, { facets, ...query }: Query & { readonly facets?: string } = {}): URL =>
    address(path, { ...parametersOf({ ...(locale !== undefined && { locale }), ...query }), facets })
  const list = (collection: Collection, query: Query = {}): Promise<Page> =>
    ask(inLanguage(collection, query))

  return {
    list,
    following,
    async *all(collection, query) {
      let page = await list(collection, query)
      while (true) {
        yield* page.data
        if (page.next === null) return
        page = await following(page.next)
      }
    },
    async get(collection, slugOrId, query = {}) {
      const url = inLanguage(`${collection}/${encodeURIComponent(slugOrId)}`, query)
      return (await orNull(ask<Data<ServedDocument>>(url)))?.data ?? null
    },
    search: (q, { collections, filter = {}, facets, ...query } = {}) =>
      ask(
        inLanguage('search', {
          ...query,
          filter: { ...filter, q: [q], ...(collections && { collection: collections }) },
          ...(facets && { facets: facets.join(',') }),
        }),
      ),
    async vocabulary(name, query) {
      const url = inLanguage(`vocabularies/${encodeURIComponent(name)}`, query)
      return (await orNull(ask<Data<readonly Word[]>>(url)))?.data ?? null
    },
    network: async (query) => (await ask<Data<Network>>(inLanguage('network', query))).data,
    newsletters: async (query) =>
      (await ask<Data<readonly Newsletter[]>>(inLanguage('newsletters', query))).data,
    issues: (newsletter, query) =>
      orNull(ask(inLanguage(`newsletters/${encodeURIComponent(newsletter)}/issues`, query))),
    changes: (cursor, { locales, collections, limit } = {}) =>
      ask(
        address('changes', {
          since: cursor,
          locales: locales?.join(','),
          collection: collections?.join(','),
          limit: limit?.toString(),
        }),
      ),
  }
}

interface Data<Value> {
  readonly data: Value
}

/** What is not there is an answer too. */
async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 410)) return null
    throw error
  }
}

const parametersOf = ({
  filter = {},
  fallback,
  fields,
  include,
  limit,
  upcoming,
  count,
  ...plain
}: Query) => ({
  ...plain,
  fallback: fallback?.join(','),
  fields: fields?.join(','),
  include: include?.join(','),
  limit: limit?.toString(),
  upcoming: upcoming ? 'true' : undefined,
  count: count ? 'true' : undefined,
  ...Object.fromEntries(Object.entries(filter).map(([name, values]) => [name, values.join(',')])),
})

const mayRetry = (status: number): boolean => status === 429 || status >= 502

/** What the server asks for, else longer each time. Milliseconds. */
function waitFor(answer: Response | null, attempt: number): number {
  const seconds = Number(answer?.headers.get('Retry-After') ?? Number.NaN)
  return Math.min(MAX_WAIT_MS, Number.isFinite(seconds) ? seconds * 1000 : 500 * 2 ** attempt)
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

async function refusalOf(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => null)
  const { detail, title, errors } = (body ?? {}) as {
    readonly detail?: string
    readonly title?: string
    readonly errors?: ApiError['errors']
  }
  return new ApiError(answer.status, detail ?? title ?? `the server answered ${answer.status}`, errors)
}
