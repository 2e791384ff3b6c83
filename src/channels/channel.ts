import type { ItemFile, ItemImage, ItemReference, PublishedItem } from '../content/published-item.ts'
import type { WholeItem } from '../content/whole-item.ts'
import type { Locale } from '../i18n/locales.ts'

/** What a service can do, whatever the account. */
export interface Capabilities {
  /**
   * Whether it drops a repeated key, however late it comes. If not, what was left unconfirmed is looked for with `find`
   * before it is submitted again. One that does, and has no `find`, goes by `identity` as the `remoteId`.
   */
  readonly deduplicates: boolean
  /** `unseen`: it keeps the new version, but readers see the first. `none`: it takes no other. */
  readonly update: 'in-place' | 'unseen' | 'none'
  /** `none`: what was posted stays. */
  readonly remove: 'yes' | 'none'
  /** How long after posting something can be removed, in milliseconds. Null: at any time. */
  readonly removeWithinMs: number | null
  /** What stands there can never be taken back and counts, such as a DOI: a person decides about each. */
  readonly isFinal: boolean
  /** `by-hand`: a person posts what we compose, and tells us where it stands. */
  readonly posts: 'by-itself' | 'by-hand'
  /** How a post says which language it is in. `none`: an account is to have one language. */
  readonly language: 'field' | 'several' | 'none'
  /** Most submissions to one account at the same time. */
  readonly concurrency: number
  /** Most submissions to one account in a time. Null: the service sets none. */
  readonly pace: ChannelPace | null
  /** Most removals, where the service counts them by themselves. Absent: they are submissions. */
  readonly removals?: ChannelPace
}

interface ChannelPace {
  readonly submissions: number
  readonly perMs: number
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
  /** It shows readers itself in which other languages an item stands there. Absent: a post names them, where it can. */
  readonly tiesLanguages?: boolean
}

/** An announcement in the form in which one service takes it. */
export interface Post {
  /** What is submitted: the text that people read, or the body that a program does. */
  readonly text: string
  /** Where a service takes several texts: those beside `text`, by the service's own names. */
  readonly fields?: Readonly<Record<string, string>>
  readonly locale: Locale
  /** The item's page, by which the post is found again. */
  readonly url: string
  /** An `alt` that is empty is a fault: `missing-alt`. */
  readonly image: Pick<ItemImage, 'url' | 'alt' | 'type'> | null
  /** The box below a text that leads to the page, where the service has one. Null or absent: none. */
  readonly card?: { readonly url: string; readonly title: string; readonly description: string } | null
  readonly files?: readonly ItemFile[]
  /** What an editor wants to know before it goes out. */
  readonly report: {
    /** How the service counts. */
    readonly unit: 'characters' | 'code-units' | 'bytes'
    readonly used: number
    readonly limit: number
    /** A second limit that holds too. */
    readonly bytes?: { readonly used: number; readonly limit: number }
    /** What had to give way. */
    readonly shortened: readonly ('title' | 'summary' | 'topics' | 'image')[]
  }
}

/** Why a post cannot be submitted. */
export type PostFault = 'too-long' | 'missing-alt' | 'missing-file' | 'missing-metadata'

export interface ComposeOptions {
  /** `corrected` and `withdrawn`: a post that stands beside an earlier one and says so, where that cannot be changed. */
  readonly change: 'published' | 'revised' | 'corrected' | 'withdrawn'
  /** From `limits`. Unset: what servers grant that nobody configured. */
  readonly limits?: PostLimits
  /** What an editor wrote for this post instead. The address, the funding and the mark of sample content are added all the same. */
  readonly ownText?: string
  /** Another picture than the item's. Null: none. */
  readonly ownImage?: ItemImage | null
  /** The whole item, for services that take it: see `Service.takes`. */
  readonly whole?: WholeItem
  /** Why it was corrected or withdrawn, in the post's language. */
  readonly reason?: string
}

export interface RequestOptions {
  readonly signal: AbortSignal
  readonly now: Date
}

export interface SubmitOptions extends RequestOptions {
  /** The same for every attempt to carry out one change, and for no other change. */
  readonly key: string
  /** The same for every attempt to make one post, whatever became of its words meanwhile, and for no other post. */
  readonly identity: string
  /** When the post was first planned: the same at every attempt. */
  readonly plannedAt: Date
  /** When the change happened that is submitted. Absent: now. */
  readonly occurredAt?: Date
  /** The `remoteId` of the latest of ours that stays beside this one, which corrects or withdraws it. Absent: none does. */
  readonly beside?: string
}

export interface PrepareOptions extends SubmitOptions {
  /** The `remoteId` of what the post is to change. Null: it is to stand for the first time. */
  readonly standing: string | null
}

/** A post with what it needs already uploaded. */
export interface Submission {
  readonly post: Post
  /** The service's names of what `prepare` uploaded. */
  readonly media: readonly string[]
}

/** What stands on a service now. */
export interface Receipt {
  /** The service's own name for it; give it to `update`, `remove` and `probe`. */
  readonly remoteId: string
  /** Where people can see it. Null where there is no such place. */
  readonly remoteUrl: string | null
  /** By which a later look tells whether somebody changed it there, e.g. its time of change. Null: it cannot be told. */
  readonly mark: string | null
  /** It says now what it should, but for a part that the service never changes, such as its card. Absent: all of it. */
  readonly isPartial?: boolean
  /** Given by the service to the item for good: written into the item. */
  readonly doi?: string
  /** From `find`: what its words come to, as `saying` has it. Absent: they were not read, or nobody can have changed them. */
  readonly says?: string
}

/** What is to be changed. */
export interface Standing extends Pick<Receipt, 'remoteId' | 'mark'> {
  /**
   * What earlier attempts to change it would have made it say, as `saying` has it: they may have arrived although their
   * answers were lost, and are no change by a person. Absent: there were none.
   */
  readonly attempted?: readonly string[]
  /** A person saw that it was changed there, and wants ours. Otherwise a change there is `changed-there`. */
  readonly overwrite: boolean
}

/** What is to be taken away. */
export interface Withdrawal {
  readonly remoteId: string
  readonly item: ItemReference
  readonly locale: Locale
  /** When the item was withdrawn, the same at every attempt. */
  readonly occurredAt: Date
  /** Why, in the post's language. Null: nobody said. */
  readonly reason: string | null
  /** A person saw that it is not as we left it, and wants it gone. Otherwise that is `changed-there`. */
  readonly overwrite?: boolean
}

/** Where people see our posts. */
interface PostAddresses {
  /** What one looks like. */
  readonly example: string
  /** The `remoteId` of the post at an address that a person gives. Null: that is no place where a post of this account can be. */
  nameOf(address: string): string | null
}

/** Who we are there. */
export interface RemoteAccount {
  readonly name: string
  /** Null where an account has no page. */
  readonly url: string | null
  /** Until when the credentials hold. Null: for ever, or the service does not say. */
  readonly expiresAt?: Date | null
}

/**
 * A service that can carry an announcement, opened with one account. Whatever goes wrong with the service is thrown as a
 * `ChannelError`: the adapter classifies, the reason alone decides what happens next.
 */
export interface Channel {
  readonly service: string
  readonly capabilities: Capabilities
  /** Absent where the address of a post says nothing of what the service calls it. */
  readonly addresses?: PostAddresses
  /** Asks whether the account can be used. Readers see nothing of it. */
  verify(options: SubmitOptions): Promise<RemoteAccount>
  /** How many follow the account now, as the service counts them. Null: it does not say. Absent where it never does. */
  followers?(options: RequestOptions): Promise<number | null>
  /** What this server accepts, read from it at most once an hour. Absent where the service leaves no choice. */
  limits?(options: RequestOptions): Promise<PostLimits>
  /** Pure, so that an editor can preview exactly what would be submitted. */
  compose(item: PublishedItem, options: ComposeOptions): Post
  /** Why a post could not be submitted; empty when it could. */
  validate(post: Post): readonly PostFault[]
  /** Uploads what the post needs, which nobody sees and may be repeated. Absent where posts need nothing. */
  prepare?(post: Post, options: PrepareOptions): Promise<readonly string[]>
  /** Exactly one irreversible request. */
  publish(submission: Submission, options: SubmitOptions): Promise<Receipt>
  /** Repeating it changes nothing. Fails as `missing` when there is nothing to update, as `changed-there` when a person did. */
  update(standing: Standing, submission: Submission, options: SubmitOptions): Promise<Receipt>
  /** Repeating it changes nothing, and what is already gone counts as removed. */
  remove(withdrawal: Withdrawal, options: SubmitOptions): Promise<void>
  /**
   * A digest of the words that stand there once this post does, by which they are known again as ours after an answer was
   * lost. Absent where nobody can look, or where nobody but us changes what stands there.
   */
  saying?(post: Post): string
  /** Looks for a post whose fate is unknown. Null: it is not among our latest. Absent where the service shows us nothing. */
  find?(post: Pick<Post, 'url' | 'locale'>, options: SubmitOptions): Promise<Receipt | null>
  /**
   * What became of a post since. `unknown`: strangers are not told. Absent where the service shows us nothing. What was
   * posted by hand is named by its address.
   */
  probe?(
    standing: Pick<Standing, 'remoteId' | 'mark'>,
    options: RequestOptions,
  ): Promise<'live' | 'gone' | 'changed' | 'unknown'>
  /**
   * The words that stand there now, for a person to compare with ours: plain text, whoever wrote them. Null: the post is gone.
   * Absent where the service does not give them back.
   */
  words?(remoteId: string, options: RequestOptions): Promise<string | null>
}

/**
 * A post with all that it needs, ready to be submitted.
 * @param standing see `PrepareOptions`.
 */
export const prepared = async (
  channel: Channel,
  post: Post,
  options: SubmitOptions,
  standing: string | null = null,
): Promise<Submission> => ({ post, media: (await channel.prepare?.(post, { ...options, standing })) ?? [] })
