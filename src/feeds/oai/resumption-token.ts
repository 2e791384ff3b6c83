import { z } from 'zod'

/** Where the next page of a list begins. */
export interface ListPlace {
  /** Place in the order of change of the last record that was given. 0: none yet. */
  readonly after: number
  /** The history in whose order that is. Empty at the beginning. */
  readonly epoch: string
  /** How many were given before. */
  readonly cursor: number
}

const shape = z.strictObject({
  list: z.record(z.string().max(20), z.string().max(500)),
  after: z.int().positive(),
  epoch: z.string().max(20).default(''),
  cursor: z.int().positive(),
})

/** The arguments of a list, as they were stated. */
type StatedList = Readonly<Record<string, string>>

/**
 * Everything that the next page needs, so that nothing is kept here and no token expires before
 * the database is restored from a backup. It is no secret and gives
 * nobody more than the arguments in it would.
 */
export const tokenOf = (list: StatedList, { after, epoch, cursor }: ListPlace): string =>
  Buffer.from(JSON.stringify({ list, after, epoch, cursor })).toString('base64url')

/** Null: it is none of ours. */
export function placeOf(token: string): { readonly list: StatedList; readonly place: ListPlace } | null {
  const read = shape.safeParse(parsed(token))
  if (!read.success) return null
  const { list, after, epoch, cursor } = read.data
  return { list, place: { after, epoch, cursor } }
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
