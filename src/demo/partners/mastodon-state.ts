/** What the demo's Mastodon server keeps. Plain data, so that it survives a restart. */
export interface MastodonState {
  /** Counts statuses and media. */
  lastId: number
  readonly statuses: MastodonStatus[]
  readonly media: MastodonMedia[]
}

export interface MastodonStatus {
  readonly id: string
  readonly username: string
  text: string
  /** ISO 639. Null: the server took none, and shows the account's own. */
  language: string | null
  mediaIds: readonly string[]
  readonly idempotencyKey: string | null
  /** ISO 8601. */
  readonly createdAt: string
  editedAt: string | null
  /** Removed ones are kept for the page that shows what happened, and for nothing else. */
  removedAt: string | null
}

export interface MastodonMedia {
  readonly id: string
  readonly username: string
  readonly type: string
  readonly description: string
  /** How often the server still says that it is busy with it. */
  pollsLeft: number
}

export const emptyMastodon = (): MastodonState => ({ lastId: 0, statuses: [], media: [] })

/** Ids grow with time, as the real ones do, and sort as text. */
export const nextId = (state: MastodonState): string => {
  state.lastId += 1
  return String(114_000_000_000_000_000n + BigInt(state.lastId))
}
