import { toolTexts } from '../../i18n/tool-texts.ts'
import type { DocumentOrder, DocumentPlace } from '../documents/read-documents.ts'
import { momentIn } from './moment-in.ts'
import type { Parameter } from './parameter.ts'

/** Where the last page ended, and in which order it was. */
export interface Cursor extends DocumentPlace {
  readonly order: DocumentOrder
}

const orders = ['newest', 'oldest', 'title'] as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/

export const writeCursor = ({ order, at, id }: Cursor): string =>
  Buffer.from(JSON.stringify([order, at, id])).toString('base64url')

/** Null: it is none of ours. */
function readCursor(text: string): Cursor | null {
  const [kind, at, id] = parsed(Buffer.from(text, 'base64url').toString())
  const order = orders.find((each) => each === kind)
  if (order === undefined || typeof at !== 'string' || typeof id !== 'string' || !uuid.test(id)) return null
  if (order !== 'title' && (!moment.test(at) || momentIn(at) === null)) return null
  return at.includes('\0') ? null : { order, at, id }
}

function parsed(text: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** `next` of the last page leads on by itself; whoever writes the address on their own copies it from there. */
export const cursor: Parameter<Cursor> = {
  schema: { type: 'string', maxLength: 1000 },
  read(text) {
    const read = text.length > 1000 ? null : readCursor(text)
    return read === null
      ? { problem: toolTexts('v1.notCursor'), remedy: toolTexts('v1.useNext') }
      : { value: read }
  },
}
