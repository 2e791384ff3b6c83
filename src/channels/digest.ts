import { createHash } from 'node:crypto'

/** By which a text is known again without being kept. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
