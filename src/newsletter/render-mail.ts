import type { MailTemplate } from '../../emails/short-mail.ts'
import { assertAddresses } from './assert-sendable.ts'
import { htmlOf } from './html-of.ts'

/** A mail to one person, ready for a transport's `sendOne`. */
export interface RenderedMail {
  readonly subject: string
  readonly html: string
  readonly text: string
}

/**
 * Renders a confirmation or another mail that answers what one person did.
 * @throws {EditionError} when it holds an address that is not http or https.
 */
export async function renderMail({ subject, html: template, text }: MailTemplate): Promise<RenderedMail> {
  const html = await htmlOf(template)
  assertAddresses(html)
  return { subject, html, text: text.source }
}
