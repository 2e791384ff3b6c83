import type { ItemImage, ItemReference, PublishedItem } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'

/** What a service can do, whatever the account. */
export interface Capabilities {
  /**
   * Whether it drops a repeated key, however late it comes. If not, what was left unconfirmed is looked for with `find`
   * before it is submitted again.
   */
  readonly deduplicates: boolean
  /** `none`: readers see the first version for ever. */
  readonly update: 'in-place' | 'none'
  /** `none`: what was posted stays. */
  readonly remove: 'yes' | 'none'
}

/** What a server accepts. Each sets its own. */
export interface PostLimits {
  /** In graphemes: characters as a reader counts them. */
  readonly maxCharacters: number
  /** What an address costs, whatever its length. */
  readonly charactersPerUrl: number
  readonly maxAltCharacters: number
  readonly maxImageBytes: number
  /** MIME types. */
  readonly imageTypes: readonly string[]
}

/** An announcement in the form in which one service takes it. */
export interface Post {
  /** Exactly what is submitted: the text that people read, or the body that a program does. */
  readonly text: string
  readonly locale: Locale
  /** The item's page, by which the post is found again. */
  readonly url: string
  /** With an `alt` that is not empty. */
  readonly image: Pick<ItemImage, 'url' | 'alt' | 'type'> | null
  /** What an editor wants to know before it goes out. */
  readonly report: {
    readonly unit: 'characters' | 'bytes'
    readonly used: number
    readonly limit: number
    /** What had to give way. */
    readonly shortened: readonly ('title' | 'summary' | 'topics' | 'image')[]
  }
}

type PostFault = 'too-long'

interface ComposeOptions {
  readonly change: 'published' | 'revised'
  /** From `limits`. Unset: what servers grant that nobody configured. */
  readonly limits?: PostLimits
}

export interface RequestOptions {
  readonly signal: AbortSignal
  readonly now: Date
}

export interface SubmitOptions extends RequestOptions {
  /** The same for every attempt to carry out one change, and for no other change. */
  readonly key: string
}

/** What stands on a service now. */
export interface Receipt {
  /** The service's own name for it; give it to `update` and `remove`. */
  readonly remoteId: string
  /** Where people can see it. Null where there is no such place. */
  readonly remoteUrl: string | null
}

/** What is to be taken away. */
export interface Withdrawal {
  readonly remoteId: string
  readonly item: ItemReference
  readonly locale: Locale
  /** When the item was withdrawn, the same at every attempt. */
  readonly occurredAt: Date
}

/** Who we are there. */
interface RemoteAccount {
  readonly name: string
  /** Null where an account has no page. */
  readonly url: string | null
}

/**
 * A service that can carry an announcement, opened with one account. One file each, named after the service. Whatever
 * goes wrong with the service is thrown as a `ChannelError`.
 */
export interface Channel {
  readonly service: string
  readonly capabilities: Capabilities
  /** Asks whether the account can be used. Readers see nothing of it. */
  verify(options: SubmitOptions): Promise<RemoteAccount>
  /** What this server accepts, read from it at most once an hour. Absent where the service leaves no choice. */
  limits?(options: RequestOptions): Promise<PostLimits>
  /** Pure, so that an editor can preview exactly what would be submitted. */
  compose(item: PublishedItem, options: ComposeOptions): Post
  /** Why a post could not be submitted; empty when it could. */
  validate(post: Post): readonly PostFault[]
  /** Uploads what the post needs, which nobody sees and may be repeated, and then sends exactly one irreversible request. */
  publish(post: Post, options: SubmitOptions): Promise<Receipt>
  /** Repeating it changes nothing. Fails as `missing` when there is nothing to update. */
  update(remoteId: string, post: Post, options: SubmitOptions): Promise<Receipt>
  /** Repeating it changes nothing, and what is already gone counts as removed. */
  remove(withdrawal: Withdrawal, options: SubmitOptions): Promise<void>
  /** Looks for a post whose fate is unknown. Null: it is not among our latest. Absent where the service shows us nothing. */
  find?(post: Pick<Post, 'url'>, options: RequestOptions): Promise<Receipt | null>
}
