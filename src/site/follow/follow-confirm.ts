import { confirmFollow } from '../../audience/confirm-follow.ts'
import type { Confirmation } from '../../audience/confirmation-token.ts'
import { followAgreement, followWording } from '../../audience/follow-wording.ts'
import { preferencesPath } from '../../audience/links.ts'
import { html } from '../../content/markup/html.ts'
import { inTransaction } from '../../database/database.ts'
import { planRemindersOf } from '../../dissemination/personal/plan-reminders.ts'
import { privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import { donePage, questionPage } from '../subscriber/plain-pages.ts'
import type { Visit } from '../visit.ts'
import { namedFollows } from './named-follows.ts'

/** Whether a confirmation link is about following and nothing else. */
export const isAboutFollowing = ({ choices }: Confirmation): boolean =>
  choices.newsletterIds.length === 0 && choices.follows.length > 0

/** What is asked behind a link that was mailed to somebody who wants to follow something. */
export async function askFollow(
  { payload, now }: Visit,
  context: SiteContext,
  { choices }: Confirmation,
): Promise<Response> {
  const { locale, network, t } = context
  const named = await namedFollows(payload, context, choices.follows, now)
  if (named === null) return gone(context)
  const question = questionPage(context, {
    title: t('follow.confirmTitle'),
    text: html`<p class="large">${t('follow.confirmText')}</p><ul>${named.names.map((name) => html`<li><bdi>${name}</bdi></li>`)}</ul><p class="legal">${followAgreement(
      locale,
      network.name,
    )}</p>`,
    button: t('follow.confirmButton'),
    action: 'confirm',
  })
  return privateResponse(context, question)
}

/** The button was pressed. Pressed again it does nothing more and says the same. */
export async function storeFollow(
  { payload, now }: Visit,
  context: SiteContext,
  confirmation: Confirmation,
): Promise<Response> {
  const { locale, network, t } = context
  const named = await namedFollows(payload, context, confirmation.choices.follows, now)
  if (named === null) return gone(context)
  const wording = followWording(locale, network.name, named.names)
  const awaited = named.isAwaited ? locale : null
  const confirmed = await inTransaction(payload, async (transaction) => {
    const stored = await confirmFollow(
      confirmation,
      { wording, source: `/${locale}/confirm`, now, awaited },
      transaction,
    )
    if (stored.state === 'confirmed') await planRemindersOf(stored.subscriberId, transaction)
    return stored
  })
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
      title: t('follow.doneTitle'),
      text: t('follow.done'),
      mood: 'done',
      more: settings === null ? null : html`<p><a href="${settings}">${t('confirm.settings')}</a></p>`,
    }),
  )
}

/** Withdrawn since the link was mailed. */
const gone = (context: SiteContext): Response =>
  privateResponse(
    context,
    donePage(context, {
      title: context.t('confirm.unusableTitle'),
      text: context.t('follow.gone'),
      mood: 'sorry',
    }),
    410,
  )
