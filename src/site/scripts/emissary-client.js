// Made from src/sdk by `npm run generate`.

/** What was wrong with a request, as the server says it. https://www.rfc-editor.org/rfc/rfc9457 */
export class ApiError extends Error {
                    name = 'ApiError'
  /** HTTP. 0: no answer came. */
           status
           errors

  constructor(status        , message        , errors                     = [], cause          ) {
    super(message, { cause })
    this.status = status
    this.errors = errors
  }
}

/** Reads the public API. Every call throws an `ApiError` when the server refuses it or cannot be reached. */

                                                                         

const MAX_WAIT_MS = 30_000

/** A client of one network's public API. Has no state but its options. */
export function createClient({
  baseUrl,
  locale,
  key,
  fetch: send = fetch,
  retries = 2,
}               )         {
  const headers = { Accept: 'application/json', ...(key !== undefined && { Authorization: `Bearer ${key}` }) }

  async function ask        (url     , attempt = 0)                  {
    const missed = (cause         )       => {
      if (attempt >= retries) throw new ApiError(0, `${url.host} gave no answer`, [], cause)
      return null
    }
    const answer = await send(url, { headers, credentials: 'omit' }).catch(missed)
    if (answer?.ok) {
      // One that breaks off on the way is none.
      const body = (await answer.json().catch(missed))
      if (body !== null) return body
    } else if (answer !== null && !(mayRetry(answer.status) && attempt < retries))
      throw await refusalOf(answer)
    await pause(waitFor(answer?.ok ? null : answer, attempt))
    return ask(url, attempt + 1)
  }

  const address = (path        , query                                              )      => {
    const url = new URL(`/v1/${path}`, baseUrl)
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
    return url
  }
  const following =                (next        )                  => ask(new URL(next, baseUrl))
  const inLanguage = (path        , { facets, ...query }                                       = {})      =>
    address(path, { ...parametersOf({ ...(locale !== undefined && { locale }), ...query }), facets })
  const list = (collection            , query        = {})                =>
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
      return (await orNull(ask                      (url)))?.data ?? null
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
      return (await orNull(ask                       (url)))?.data ?? null
    },
    network: async (query) => (await ask               (inLanguage('network', query))).data,
    newsletters: async (query) =>
      (await ask                             (inLanguage('newsletters', query))).data,
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

/** What is not there is an answer too. */
async function orNull        (asked                 )                         {
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
}       ) => ({
  ...plain,
  fallback: fallback?.join(','),
  fields: fields?.join(','),
  include: include?.join(','),
  limit: limit?.toString(),
  upcoming: upcoming ? 'true' : undefined,
  count: count ? 'true' : undefined,
  ...Object.fromEntries(Object.entries(filter).map(([name, values]) => [name, values.join(',')])),
})

const mayRetry = (status        )          => status === 429 || status >= 502

/** What the server asks for, else longer each time. Milliseconds. */
function waitFor(answer                 , attempt        )         {
  const seconds = Number(answer?.headers.get('Retry-After') ?? Number.NaN)
  return Math.min(MAX_WAIT_MS, Number.isFinite(seconds) ? seconds * 1000 : 500 * 2 ** attempt)
}

const pause = (milliseconds        )                =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

async function refusalOf(answer          )                    {
  const body          = await answer.json().catch(() => null)
  const { detail, title, errors } = (body ?? {})

  return new ApiError(answer.status, detail ?? title ?? `the server answered ${answer.status}`, errors)
}

/** Where a copy is kept: a map, a database, files. */

/** Brings a copy up to date and answers how many changes that took. Call it as often as you like, one call at a time. */
export async function mirror(client        , store             , wanted         = {})                  {
  let cursor = await store.cursor()
  let count = 0
  while (true) {
    const page = await changesSince(cursor)
    if (page === null) {
      await store.forgetAll()
      cursor = ''
      continue
    }
    if (page.data.length > 0)
      await store.keep(
        {
          write: page.data.flatMap(({ document }) => document ?? []),
          forget: page.data.filter(({ document }) => document === null),
        },
        page.cursor,
      )
    count += page.data.length
    cursor = page.cursor
    if (page.next === null) return count
  }

  /** Null: the copy has to start anew. */
  async function changesSince(place        )                             {
    try {
      return await client.changes(place, wanted)
    } catch (error) {
      if (place !== '' && error instanceof ApiError && error.status === 410) return null
      throw error
    }
  }
}
