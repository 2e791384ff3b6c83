import { z } from 'zod'

import { readWithin } from '../../network/read-within.ts'
import type { FieldProblem } from '../v1/problem.ts'
import { repeatedNames, strangeNames } from '../v1/read-query.ts'
import { LONGEST_QUERY } from './persisted-queries.ts'

const json = <Value extends z.ZodType>(value: Value) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        context.addIssue({ code: 'custom', message: 'is no JSON' })
        return z.NEVER
      }
    })
    .pipe(value)

const record = z.record(z.string(), z.unknown())
const extensions = z.object({
  persistedQuery: z
    .object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) })
    .optional(),
})
const shared = { query: z.string().optional(), operationName: z.string().nullish() }
const inAddress = z.object({
  ...shared,
  variables: json(record).optional(),
  extensions: json(extensions).optional(),
})
const inBody = z.object({ ...shared, variables: record.nullish(), extensions: extensions.nullish() })

/** A request as GraphQL over HTTP has it. */
export type Asked = z.infer<typeof inBody>

/** What an address may say. Others are refused, as everywhere under `/v1`: the draft leaves that to servers. */
const names = Object.keys(inAddress.shape)

/**
 * Everything that is wrong with the names in an address. Where the query comes in a body, the address means nothing, and
 * clients write there what they like to find in their logs.
 */
export function addressFaults({ method, url }: Request): readonly FieldProblem[] {
  if (method === 'POST') return []
  const given = new URL(url).searchParams
  return [...strangeNames(given, names), ...repeatedNames(given, names)]
}

/** A query in bytes, however its letters are written, with what stands around it. */
const MAX_BYTES = 12 * LONGEST_QUERY

/** Null: it cannot be read. */
export async function readAsked(request: Request): Promise<Asked | null> {
  if (request.method !== 'POST') {
    const read = inAddress.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    return read.success ? read.data : null
  }
  const body = await readWithin(MAX_BYTES, request.body)
  const read = body === null ? null : json(inBody).safeParse(body.toString('utf8'))
  return read?.success === true ? read.data : null
}
