import { confirmSubscription } from '../../audience/confirm-subscription.ts'
import { type Confirmation, openConfirmation } from '../../audience/confirmation-token.ts'
import { type ConsentWording, consentWording } from '../../audience/consent-wording.ts'
import { preferencesPath } from '../../audience/links.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { inTransaction } from '../../database/database.ts'
import { endonymOf } from '../../i18n/locales.ts'
import { askFollow, isAboutFollowing, storeFollow } from '../follow/follow-confirm.ts'
import { privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import { inLocale, type Visit } from '../visit.ts'
import { chosenList } from './chosen-list.ts'
import { loadOffer } from './load-offer.ts'
import { donePage, questionPage } from './plain-pages.ts'

interface NamedConfirmation {
  readonly locale: string
  readonly token: string
}

/** Where a confirmation mail leads. Looking at it changes nothing: mail scanners follow links, some even press on. */
export const answerConfirmForm = (visit: Visit, { locale, token }: NamedConfirmation): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const confirmation = openConfirmation(token, visit.now)
    if (typeof confirmation === 'string') return unusable(context)
    if (isAboutFollowing(confirmation)) return askFollow(visit, context, confirmation)
    const question = await questionOf(visit, context, confirmation)
    return privateResponse(context, question)
  })

/** The button was pressed: from here on there is a subscriber. Pressed again it does nothing more and says the same. */
export const answerConfirm = (visit: Visit, { locale, token }: NamedConfirmation): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const { now, payload } = visit
    const { t } = context
    const confirmation = openConfirmation(token, now)
    if (typeof confirmation === 'string') return unusable(context)
    if (isAboutFollowing(confirmation)) return storeFollow(visit, context, confirmation)
    const wording = wordingFor(context)
    const confirmed = await inTransaction(payload, (transaction) =>
      confirmSubscription(confirmation, { wording, source: `/${context.locale}/confirm`, now }, transaction),
    )
    if (confirmed.state === 'barred')
      return privateResponse(
        context,
        donePage(context, { title: t('confirm.barredTitle'), text: t('confirm.barred'), mood: 'sorry' }),
        409,
      )
    const settings = confirmed.state === 'confirmed' ? preferencesPath(confirmed.subscriberId) : null
    return privateResponse(
      context,
      donePage(context, {
        title: t('confirm.doneTitle'),
        text: t('confirm.done', { language: endonymOf(confirmation.choices.locale) }),
        mood: 'done',
        more: settings === null ? null : html`<p><a href="${settings}">${t('confirm.settings')}</a></p>`,
      }),
    )
  })

const wordingFor = ({ locale, network }: SiteContext): ConsentWording => consentWording(locale, network.name)

async function questionOf(
  { payload }: Visit,
  context: SiteContext,
  { choices }: Confirmation,
): Promise<Html> {
  const { t } = context
  const offer = await loadOffer(payload, context)
  const chosen = offer.newsletters.filter(({ id }) => choices.newsletterIds.includes(id))
  return questionPage(context, {
    title: t('confirm.title'),
    text: html`<p class="large">${t('confirm.text')}</p><ul>${chosen.map(({ name }) => html`<li>${name}</li>`)}</ul>${chosenList(context, offer, choices)}<p class="legal">${
      wordingFor(context).text
    }</p>`,
    button: t('confirm.button'),
    action: 'confirm',
  })
}

/** Too old, cut off by a mail program, or not ours: the way out is the same. */
const unusable = (context: SiteContext): Response =>
  privateResponse(
    context,
    donePage(context, {
      title: context.t('confirm.unusableTitle'),
      text: context.t('confirm.unusable'),
      mood: 'sorry',
      more: html`<p><a class="button" href="/${context.locale}/subscribe">${context.t('confirm.again')}</a></p>`,
    }),
    410,
  )
