import type { Post, Receipt } from './channel.ts'

/** A post as servers of the fediverse are to have it. */
export interface FederatedPost extends Pick<Post, 'locale' | 'url' | 'image'> {
  /** Safe to show: everything that somebody wrote is escaped in it. */
  readonly html: string
  /** Each with its `#`. */
  readonly hashtags: readonly string[]
}

/** Why a name cannot be used: another channel has it, or this one is followed under another, which is for ever. */
export type NameFault = { readonly fault: 'taken' | 'renamed'; readonly username: string }

/** Our own place in the fediverse: what is entered here is served by us and delivered to followers, whatever happens to this process. */
export interface Federation {
  /** Makes the accounts of a channel, one for each of its languages, and answers how they are found: `@name-en@host`. */
  accounts(name: string): Promise<readonly string[] | NameFault>
  /** Of all accounts of the channel: who follows two of them counts twice. */
  followers(): Promise<number>
  /** All in one transaction; the same identity again enters nothing more. */
  publish(name: string, post: FederatedPost, identity: string): Promise<Receipt | NameFault>
  /** Null: it does not stand there. The same words again enter nothing more. */
  update(remoteId: string, post: FederatedPost): Promise<Receipt | null>
  remove(remoteId: string): Promise<void>
  /** Null: nothing was entered under that identity. */
  find(identity: string): Promise<Receipt | null>
  isServed(remoteId: string): Promise<boolean>
}
