import { createHash } from 'node:crypto'

import { writable } from './xml-text.ts'

const CHARACTERS = 22

/** Tells whether a source that comes back is, to the letter, the one that went out. 132 bits. */
export const sourceDigest = (coded: string): string =>
  createHash('sha256').update(writable(coded)).digest('base64url').slice(0, CHARACTERS)
