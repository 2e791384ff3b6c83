import { toolTexts } from '../../i18n/tool-texts.ts'
import type { Parameter } from '../v1/parameter.ts'
import type { SearchPlace } from './search-documents.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const day = /^20\d{2}-\d{2}-\d{2}$/
const LONGEST = 300

export const writeSearchCursor = ({ day: begun, isSimilar, score, id }: SearchPlace): string =>
  Buffer.from(JSON.stringify([begun, isSimilar, score, id])).toString('base64url')

/** Null: it is none of ours. */
export function readSearchCursor(text: string): SearchPlace | null {
  if (text.length > LONGEST) return null
  const [begun, isSimilar, score, id] = parsed(Buffer.from(text, 'base64url').toString())
  if (typeof begun !== 'string' || !isDay(begun) || typeof isSimilar !== 'boolean') return null
  if (typeof score !== 'number' || typeof id !== 'string' || !uuid.test(id)) return null
  return { day: begun, isSimilar, score, id }
}

/** Days that there are not, such as 30 February, are rolled over by Date. */
const isDay = (text: string): boolean =>
  day.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

function parsed(text: string): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** `next` of the last page leads on by itself. */
export const searchCursor: Parameter<SearchPlace> = {
  schema: { type: 'string', maxLength: LONGEST },
  read(text) {
    const read = readSearchCursor(text)
    return read === null
      ? { problem: toolTexts('v1.notCursor'), remedy: toolTexts('v1.useNext') }
      : { value: read }
  },
}
