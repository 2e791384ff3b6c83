import type { MailTemplate } from '../../../emails/short-mail.ts'
import { renderMail } from '../../newsletter/render-mail.ts'
import type { PersonalFrame } from '../personal/personal-frame.ts'
import type { RenderedPersonalMail } from '../personal/personal-renderer.ts'

/**
 * A mail about a question. It belongs to no list, so it holds no link to leave one.
 * @throws {EditionError} when it must not be sent.
 */
export async function questionMail(
  { locale, network }: Pick<PersonalFrame, 'locale' | 'network'>,
  template: MailTemplate,
  replyTo: string | null,
): Promise<RenderedPersonalMail> {
  const rendered = await renderMail(template)
  return {
    ...rendered,
    locale,
    fromName: network.name,
    listName: '',
    ...(replyTo !== null && { replyTo }),
  }
}
