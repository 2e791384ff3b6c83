import { z } from 'zod'

/** Where the next page of a list begins. */
export interface ListPlace {
  /** Place in the order of change of the last record that was given. 0: none yet. */
  readonly after: number
  /** How many were given before. */
  readonly cursor: number
}

const shape = z.strictObject({
  list: z.record(z.string().max(20), z.string().max(500)),
  after: z.int().positive(),
  cursor: z.int().positive(),
})

/** The arguments of a list, as they were stated. */
type StatedList = Readonly<Record<string, string>>

/**
 * Everything that the next page needs, so that nothing is kept here and no token ever expires. It is no secret and gives
 * nobody more than the arguments in it would.
 */
export const tokenOf = (list: StatedList, { after, cursor }: ListPlace): string =>
  Buffer.from(JSON.stringify({ list, after, cursor })).toString('base64url')

/** Null: it is none of ours. */
export function placeOf(token: string): { readonly list: StatedList; readonly place: ListPlace } | null {
  const read = shape.safeParse(parsed(token))
  if (!read.success) return null
  const { list, after, cursor } = read.data
  return { list, place: { after, cursor } }
}

function parsed(token: string): unknown {
  if (!/^[\w-]{1,2000}$/.test(token)) return null
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
