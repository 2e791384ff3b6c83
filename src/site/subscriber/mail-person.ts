import type { Texts } from '../../../emails/letter.ts'
import type { MailTemplate, ShortMailProps } from '../../../emails/short-mail.ts'
import { siteUrl } from '../../content/site-url.ts'
import { translator } from '../../i18n/translator.ts'
import { renderMail } from '../../newsletter/render-mail.ts'
import type { SiteContext } from '../site-context.ts'
import type { Visit } from '../visit.ts'

/** Composes one mail in the language of the context and hands it over. */
export async function mailPerson(
  visit: Visit,
  { locale, network, direction }: SiteContext,
  to: string,
  compose: (props: ShortMailProps, texts: Texts) => MailTemplate,
): Promise<void> {
  const props: ShortMailProps = {
    language: { locale, direction },
    network: {
      name: network.name,
      url: siteUrl(`/${locale}`),
      privacyUrl: siteUrl(`/${locale}/pages/privacy`),
      logoUrl: siteUrl('/brand/logo.png'),
    },
    postalAddress: network.postalAddress,
  }
  const template = compose(props, { t: translator(locale, 'email'), terms: translator(locale, 'terms') })
  await visit.mail({ fromName: network.name, to, locale, ...(await renderMail(template)) })
}
