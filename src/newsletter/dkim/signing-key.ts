import type { KeyObject } from 'node:crypto'

/** What the mails of a domain are signed with. */
export interface SigningKey {
  readonly domain: string
  readonly selector: string
  readonly privateKey: KeyObject
}

/** Whether there is a key cannot be said, or the one there is cannot be opened. */
export class SigningKeyError extends Error {
  override readonly name = 'SigningKeyError'
}

/** Null: mails of this domain are not signed here. @throws {SigningKeyError} then nothing is to leave unsigned. */
export type SigningKeyFor = (domain: string) => Promise<SigningKey | null>
