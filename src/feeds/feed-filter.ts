import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import type { FieldProblem, ProblemName } from '../reading/v1/problem.ts'
import { strangeNames } from '../reading/v1/read-query.ts'

/** What a feed or calendar can be narrowed to. */
export const filterNames = ['community', 'country', 'topic'] as const
export type FilterName = (typeof filterNames)[number]

export interface FeedFilter {
  /** As `DocumentQuery` takes it: every group must hold, of a group any one. */
  readonly facets: readonly (readonly string[])[]
  /**
   * The choice as it stands in the feed's own address, with its question mark; empty for no choice. Names and codes are in
   * order of the alphabet, so that whoever asks in whatever order subscribes to one and the same feed.
   */
  readonly query: string
  /** Names of what was chosen, in the order of `query`. */
  readonly chosen: readonly { readonly name: FilterName; readonly code: string }[]
}

export interface FilterRefusal {
  readonly refused: ProblemName
  readonly errors: readonly FieldProblem[]
}

/** More is no feed that anybody reads. */
const MAX_CODES = 20

/**
 * Reads `?topic=finance,training&country=BE`. A name that we do not know is refused, or a slip of the pen would bring all
 * there is; so is a topic, country or community that does not exist. One that exists and has nothing yet is an empty feed.
 */
export async function readFeedFilter(
  payload: Payload,
  parameters: URLSearchParams,
): Promise<FeedFilter | FilterRefusal> {
  const errors = strangeNames(parameters, filterNames)
  if (errors.length > 0) return { refused: 'query', errors }

  const wanted = filterNames.flatMap((name) =>
    parameters
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((code) => ({ name, code: code.trim().normalize('NFC') })),
  )
  if (wanted.length > MAX_CODES)
    return refuse('query', [wanted[MAX_CODES]?.name ?? ''], `Name no more than ${MAX_CODES} in all.`)

  const chosen: { readonly name: FilterName; readonly code: string }[] = []
  const missing: string[] = []
  for (const { name, code } of wanted) {
    const known = await knownCode(payload, name, code)
    if (known === null) missing.push(name)
    else if (!chosen.some((each) => each.name === name && each.code === known))
      chosen.push({ name, code: known })
  }
  if (missing.length > 0) return refuse('not-found', missing, 'Take a code from /v1/vocabularies.')
  return filterOf(chosen)
}

/** @param chosen codes that exist. */
function filterOf(chosen: readonly { readonly name: FilterName; readonly code: string }[]): FeedFilter {
  const ordered = [...chosen].sort((one, other) =>
    `${one.name}:${one.code}` < `${other.name}:${other.code}` ? -1 : 1,
  )
  const groups = filterNames
    .map((name) => ({ name, codes: ordered.filter((each) => each.name === name).map(({ code }) => code) }))
    .filter(({ codes }) => codes.length > 0)
  const query = groups.map(({ name, codes }) => `${name}=${codes.map(encodeURIComponent).join(',')}`)
  return {
    facets: groups.map(({ name, codes }) => codes.map((code) => `${name}:${code}`)),
    query: query.length === 0 ? '' : `?${query.join('&')}`,
    chosen: ordered,
  }
}

const refuse = (refused: ProblemName, fields: readonly string[], remedy: string): FilterRefusal => ({
  refused,
  errors: [...new Set(fields)].map((field) => ({
    field,
    problem: refused === 'query' ? 'is not understood here' : 'names nothing that exists',
    remedy,
  })),
})

/** The code as we write it, whatever case it was typed in. Null: there is none. */
async function knownCode(payload: Payload, name: FilterName, code: string): Promise<string | null> {
  if (code.includes('\0')) return null
  const source = {
    topic: sql`select slug as code from topics where slug = lower(${code})`,
    community: sql`select slug as code from communities where slug = lower(${code})`,
    country: sql`select code from terms where vocabulary = 'countries' and lower(code) = lower(${code}) limit 1`,
  }[name]
  const { rows } = await databaseOf(payload).execute<{ code: string }>(source)
  return rows[0]?.code ?? null
}
