import type { PictureStore } from './kept-state.ts'
import type { MastodonState } from './mastodon-state.ts'
import type { MastodonAccount } from './partner-accounts.ts'

/** As a server has them that nobody configured. https://docs.joinmastodon.org/user/posting/ */
export const rules = {
  maxCharacters: 500,
  charactersPerUrl: 23,
  maxMedia: 4,
  maxAltCharacters: 1500,
  maxImageBytes: 16_777_216,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  /** https://docs.joinmastodon.org/methods/statuses/#create */
  idempotencyMs: 3_600_000,
} as const

/** What an application may ask that was set up as docs/channels/mastodon.md says. */
export const mastodonScopes = ['profile', 'read:statuses', 'write:statuses', 'write:media'] as const
export type MastodonScope = (typeof mastodonScopes)[number]

export interface MastodonOptions {
  readonly accounts: readonly MastodonAccount[]
  /** Is changed. */
  readonly state: MastodonState
  readonly pictures: PictureStore
  /** Where the server is reached, known once it listens. */
  readonly origin: () => string
  readonly now: () => Date
  /** How often the server says that it is busy with a picture before it is done. */
  readonly mediaPolls: number
  /** Of every token. */
  readonly scopes: readonly MastodonScope[]
}
