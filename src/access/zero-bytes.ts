import { APIError, type CollectionBeforeOperationHook, type GlobalBeforeOperationHook } from 'payload'

import { toolTexts } from '../i18n/tool-texts.ts'

/** A zero byte as whoever sent it can look for it. */
const visibly = (text: string): string => text.replaceAll('\0', '%00')

/**
 * Where a text or a name within a value holds a zero byte, which Postgres keeps in no text: `where.title.equals`. Only plain
 * objects and lists are looked into, however deep they nest. Null: nowhere.
 */
export function zeroIn(value: unknown): string | null {
  const open: [path: string, value: unknown][] = [['', value]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [path, inside] = next
    if (typeof inside === 'string' && inside.includes('\0')) return path
    for (const [name, each] of entriesOf(inside)) {
      const own = path === '' ? name : `${path}.${name}`
      if (name.includes('\0')) return visibly(own)
      open.push([own, each])
    }
  }
  return null
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && (Array.isArray(value) || isPlain(value))
    ? Object.entries(value)
    : []

/** Those of GraphQL have no prototype at all. */
const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** What is wrong with it, and what to change. */
export const zeroProblem = () => ({ problem: toolTexts('v1.zero'), remedy: toolTexts('v1.withoutZero') })

interface Asked {
  readonly overrideAccess?: boolean
  readonly where?: unknown
  readonly data?: unknown
}

/** @throws {APIError} 400, naming the place. */
function refuse({ overrideAccess, where, data }: Asked): void {
  if (overrideAccess === true) return
  const place = zeroIn({ where, data })
  if (place === null) return
  const { problem, remedy } = zeroProblem()
  throw new APIError(`${place}: ${problem} ${remedy}`, 400)
}

/**
 * Refuses zero bytes wherever else a query or a document comes from than an address or JSON: literals of GraphQL, and the
 * texts beside a file.
 */
export const withoutZeros: CollectionBeforeOperationHook = ({ args }) => {
  refuse(args as Asked)
  return args
}

/** The same for globals. */
export const globalWithoutZeros: GlobalBeforeOperationHook = ({ args }) => {
  refuse(args as Asked)
  return args
}
