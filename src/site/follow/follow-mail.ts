import { confirmFollow } from '../../../emails/confirm-follow.ts'
import { CONFIRMATION_HOURS } from '../../audience/confirmation-token.ts'
import type { SubscriptionMail } from '../../audience/request-subscription.ts'
import { siteUrl } from '../../content/site-url.ts'
import { textsIn } from '../../newsletter/render-edition.ts'
import { renderMail } from '../../newsletter/render-mail.ts'
import type { SiteContext } from '../site-context.ts'
import type { Visit } from '../visit.ts'
import type { NamedFollows } from './named-follows.ts'

/** Asks by mail, in the page's language, whether it was really this person who wants to be told. */
export async function sendFollowMail(
  visit: Visit,
  { locale, direction, network }: SiteContext,
  { names }: NamedFollows,
  { to, link }: SubscriptionMail,
): Promise<void> {
  const template = confirmFollow(
    {
      language: { locale, direction },
      network: {
        name: network.name,
        url: siteUrl(`/${locale}`),
        privacyUrl: siteUrl(`/${locale}/pages/privacy`),
        logoUrl: siteUrl('/brand/logo.png'),
      },
      postalAddress: network.postalAddress,
      subjects: names,
      confirmUrl: link,
      validDays: CONFIRMATION_HOURS / 24,
    },
    textsIn(locale),
  )
  await visit.mail({ fromName: network.name, to, locale, ...(await renderMail(template)) })
}
