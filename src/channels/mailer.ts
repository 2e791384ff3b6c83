import type { ItemFile, ItemReference } from '../content/published-item.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ComposeOptions } from './channel.ts'

/** A mail to everybody on the press list whom it concerns. */
export interface PressRelease {
  /** The same at every attempt to enter it, and for no other release. */
  readonly key: string
  readonly item: ItemReference
  readonly locale: Locale
  /** What corrects or withdraws an earlier one goes to those who got that. */
  readonly change: ComposeOptions['change']
  readonly subject: string
  /** In it, and in `text`, `{{unsubscribe_url}}` stands for each contact's own link. */
  readonly html: string
  readonly text: string
  /** Of our own site: what comes along. */
  readonly files: readonly ItemFile[]
  readonly replyTo: string
}

/** Enters mails where they are kept and sent from, each once and whatever happens to this process. */
export interface Mailer {
  /** To how many a release would go at most. */
  contacts(): Promise<number>
  /** All mails or none; the same key again enters nothing more. Answers to how many it goes. */
  enter(release: PressRelease): Promise<number>
}
