import { alreadySubscribed } from '../../../emails/already-subscribed.ts'
import { confirmSubscription } from '../../../emails/confirm-subscription.ts'
import { CONFIRMATION_HOURS } from '../../audience/confirmation-token.ts'
import type { SubscriptionMail } from '../../audience/request-subscription.ts'
import { loadSite } from '../load-site.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import type { Visit } from '../visit.ts'
import { mailPerson } from './mail-person.ts'

/** Composes the mail in the language that was chosen and hands it over. */
export async function sendSubscriptionMail(
  visit: Visit,
  { kind, to, locale, newsletterIds, link }: SubscriptionMail,
): Promise<void> {
  const context = await loadSite(visit.payload, locale)
  if (context === null)
    throw new Error(`a subscription was asked for in ${locale}, which the network does not speak`)
  const all = await loadNewsletters(visit.payload, locale)
  const newsletters = all.filter(({ id }) => newsletterIds.includes(id)).map(({ name }) => name)
  await mailPerson(visit, context, to, (shared, texts) =>
    kind === 'confirm'
      ? confirmSubscription(
          { ...shared, newsletters, confirmUrl: link, validDays: CONFIRMATION_HOURS / 24 },
          texts,
        )
      : alreadySubscribed({ ...shared, newsletters, preferencesUrl: link }, texts),
  )
}
