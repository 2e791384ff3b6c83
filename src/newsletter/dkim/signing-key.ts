import type { KeyObject } from 'node:crypto'

/** What the mails of a domain are signed with. */
export interface SigningKey {
  readonly domain: string
  readonly selector: string
  readonly privateKey: KeyObject
}

/** Null: mails of this domain are not signed here. */
export type SigningKeyFor = (domain: string) => Promise<SigningKey | null>
