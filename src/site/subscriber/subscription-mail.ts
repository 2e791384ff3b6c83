import { alreadySubscribed } from '../../../emails/already-subscribed.ts'
import { confirmSubscription } from '../../../emails/confirm-subscription.ts'
import { CONFIRMATION_HOURS } from '../../audience/confirmation-token.ts'
import type { SubscriptionMail } from '../../audience/request-subscription.ts'
import { siteUrl } from '../../content/site-url.ts'
import { translator } from '../../i18n/translator.ts'
import { renderMail } from '../../newsletter/render-mail.ts'
import { loadSite } from '../load-site.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import type { ShortLetter, Visit } from '../visit.ts'

/** Composes the mail in the language that was chosen and hands it over. */
export async function sendSubscriptionMail(visit: Visit, mail: SubscriptionMail): Promise<void> {
  await visit.mail(await composed(visit, mail))
}

async function composed(
  { payload }: Visit,
  { kind, to, locale, newsletterIds, link }: SubscriptionMail,
): Promise<ShortLetter> {
  const context = await loadSite(payload, locale)
  if (context === null)
    throw new Error(`a subscription was asked for in ${locale}, which the network does not speak`)
  const { direction, network } = context
  const all = await loadNewsletters(payload, locale)
  const shared = {
    language: { locale, direction },
    network: {
      name: network.name,
      url: siteUrl(`/${locale}`),
      privacyUrl: siteUrl(`/${locale}/pages/privacy`),
      logoUrl: siteUrl('/brand/logo.png'),
    },
    postalAddress: network.postalAddress,
    newsletters: all.filter(({ id }) => newsletterIds.includes(id)).map(({ name }) => name),
  }
  const texts = { t: translator(locale, 'email'), terms: translator(locale, 'terms') }
  const template =
    kind === 'confirm'
      ? confirmSubscription({ ...shared, confirmUrl: link, validDays: CONFIRMATION_HOURS / 24 }, texts)
      : alreadySubscribed({ ...shared, preferencesUrl: link }, texts)
  return { fromName: network.name, to, locale, ...(await renderMail(template)) }
}
