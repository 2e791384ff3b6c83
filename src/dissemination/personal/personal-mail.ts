import type { MailTemplate } from '../../../emails/short-mail.ts'
import type { Locale } from '../../i18n/locales.ts'
import { assertSendable } from '../../newsletter/assert-sendable.ts'
import { htmlOf } from '../../newsletter/html-of.ts'
import type { PersonalFrame } from './personal-frame.ts'

/** Of the ledger's row, what making a notice or reminder takes. */
export interface PlannedMail {
  readonly key: string
  readonly subscriberId: string
  readonly items: readonly PlannedItem[]
}

export interface PlannedItem {
  readonly collection: string
  readonly id: string
  /** Language in which it is shown. */
  readonly locale: Locale
  readonly why: string
}

/** A mail as it leaves, but for the person's own links: they are placeholders. */
export interface PersonalMail {
  readonly locale: Locale
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly fromName: string
  readonly listName: string
  /** What it really holds. */
  readonly items: readonly PlannedItem[]
  /** @default none */
  readonly attachments?: readonly PersonalAttachment[]
}

interface PersonalAttachment {
  readonly filename: string
  readonly contentType: string
  readonly content: string
}

/** @throws {EditionError} when it must not be sent. */
export async function personalMail(
  { locale, network }: PersonalFrame,
  { subject, html: template, text: { source: text } }: MailTemplate,
  { listName, items }: Pick<PersonalMail, 'listName' | 'items'>,
): Promise<PersonalMail> {
  const html = await htmlOf(template)
  assertSendable({ html, text })
  return { locale, subject, html, text, fromName: network.name, listName, items }
}
