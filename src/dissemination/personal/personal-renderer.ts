import type { Payload } from 'payload'

import type { Locale } from '../../i18n/locales.ts'
import type { PersonalSkipReason } from '../../ledger/delivery-state.ts'
import type { HeldPersonalMail } from '../../ledger/hold-personal-mails.ts'
import type { MadeMail, PersonalKind } from '../../ledger/personal-mails.ts'
import type { Attachment } from '../../newsletter/transports/transport.ts'

/** A mail to one person as it is to leave. */
export interface RenderedPersonalMail {
  readonly locale: Locale
  readonly subject: string
  /** Placeholders in it, and in `text`, become the person's own links to leave and to their preferences. */
  readonly html: string
  readonly text: string
  readonly fromName: string
  /** What one click leaves, by its name in the mail's language. */
  readonly listName: string
  /** What it really holds; the ledger keeps that. @default as planned */
  readonly items?: MadeMail['items']
  /** @default none */
  readonly attachments?: readonly Attachment[]
  /** @default answers go to the sender */
  readonly replyTo?: string
}

export type RenderedPersonal = RenderedPersonalMail | { readonly skip: PersonalSkipReason }

/**
 * Makes a mail at the moment it first leaves, so that nothing withdrawn is in it. It is asked no second time for one that may
 * have been taken.
 * @throws {EditionError} when it must not be sent: it then fails by itself.
 */
export type PersonalRenderer = (payload: Payload, mail: HeldPersonalMail) => Promise<RenderedPersonal>

export type PersonalRenderers = Readonly<Record<PersonalKind, PersonalRenderer>>
