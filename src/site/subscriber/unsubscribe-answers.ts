import { maskedAddress } from '../../audience/canonical-address.ts'
import { consentWording } from '../../audience/consent-wording.ts'
import { endSubscriptions } from '../../audience/end-subscriptions.ts'
import { isTestToken, preferencesPath, readUnsubscribeToken, type Tie } from '../../audience/links.ts'
import { type Agreed, onList, PRESS } from '../../audience/mailing-list.ts'
import { readUndoToken, restoreSubscription, undoToken } from '../../audience/restore-subscription.ts'
import { findSubscriber, type Subscriber } from '../../audience/subscriber.ts'
import { PROBE_HEADER, probeAnswer } from '../../audience/unsubscribe-probe.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { databaseOf, inTransaction } from '../../database/database.ts'
import { loadNewsletters } from '../newsletter-pages.ts'
import { notFoundPage } from '../not-found.ts'
import { privately, privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import type { Visit } from '../visit.ts'
import { type LeavingTexts, leavingTexts } from './leaving-texts.ts'
import { contextOf } from './own-language.ts'
import { donePage, questionPage } from './plain-pages.ts'
import { askToLeavePress, leavePress } from './press-leaving.ts'
import { readForm, textOf } from './read-form.ts'

interface Named {
  readonly token: string
}

/** Who leaves what, as the link says, and whether that person is still there. */
interface Leaving {
  readonly tie: Tie
  readonly subscriber: Subscriber | null
  /** What leaving takes from them. */
  readonly agreed: Agreed
  readonly context: SiteContext
  /** In the person's language. */
  readonly texts: LeavingTexts
}

/** The link at the foot of a letter. Opening it changes nothing: scanners open every link. */
export async function answerUnsubscribeForm(visit: Visit, { token }: Named): Promise<Response> {
  if (isTestToken(token)) return ofTest(visit)
  const tie = readUnsubscribeToken(token)
  if (tie?.list === PRESS) return askToLeavePress(visit, tie.subscriberId)
  const leaving = await read(visit, token)
  return leaving === null ? unknown(visit) : privateResponse(leaving.context, question(leaving))
}

/**
 * What a mail program posts (RFC 8058) and what the page's own buttons post. The first gets an empty 200, without
 * redirect or cookie, as often as it asks, also when there is nobody to unsubscribe any more.
 */
export async function answerUnsubscribe(visit: Visit, { token }: Named): Promise<Response> {
  const form = await readForm(visit.request)
  if (form === null) return new Response(null, { status: 415, headers: privately })
  const oneClick = textOf(form, 'List-Unsubscribe') === 'One-Click'
  const proof = probeAnswer(token)
  if (oneClick && proof !== null)
    return new Response(null, { status: 404, headers: { ...privately, [PROBE_HEADER]: proof } })
  if (isTestToken(token)) return oneClick ? new Response(null, { headers: privately }) : ofTest(visit)
  const tie = readUnsubscribeToken(token)
  if (tie?.list === PRESS) return leavePress(visit, tie.subscriberId, form)
  const leaving = await read(visit, token)
  if (leaving === null)
    return oneClick ? new Response(null, { status: 404, headers: privately }) : unknown(visit)

  if (oneClick) {
    await leave(visit, leaving, 'one-click')
    return new Response(null, { status: 200, headers: privately })
  }
  switch (textOf(form, 'action')) {
    case 'unsubscribe':
      await leave(visit, leaving, 'page')
      return privateResponse(leaving.context, left(visit, leaving))
    case 'undo':
      return undo(visit, leaving, textOf(form, 'undo'))
    default:
      return privateResponse(leaving.context, question(leaving), 400)
  }
}

async function read(visit: Visit, token: string): Promise<Leaving | null> {
  const tie = readUnsubscribeToken(token)
  if (tie === null) return null
  const subscriber = await findSubscriber(tie.subscriberId, databaseOf(visit.payload))
  const context = await contextOf(visit, subscriber)
  const newsletters = await loadNewsletters(visit.payload, context.locale)
  const agreed = subscriber === null ? { newsletterIds: [], follows: [] } : onList(tie.list, subscriber)
  const database = databaseOf(visit.payload)
  const texts = await leavingTexts(context, tie.list, agreed, { newsletters, database })
  return { tie, subscriber, agreed, context, texts }
}

/** A test has no reader who could leave. */
async function ofTest(visit: Visit): Promise<Response> {
  const context = await contextOf(visit, null)
  const { t } = context
  const page = { title: t('unsubscribe.testTitle'), text: t('unsubscribe.testText'), mood: 'done' } as const
  return privateResponse(context, donePage(context, page))
}

/** Says nothing of why: a link that was tampered with looks like one that never was. */
async function unknown(visit: Visit): Promise<Response> {
  const context = await contextOf(visit, null)
  return privateResponse(context, notFoundPage(context), 404)
}

async function leave(
  visit: Visit,
  { tie, agreed, context }: Leaving,
  how: 'one-click' | 'page',
): Promise<void> {
  const { subscriberId } = tie
  const ending = { subscriberId, ...agreed, how, locale: context.locale, now: visit.now }
  await inTransaction(visit.payload, (transaction) => endSubscriptions(ending, transaction))
}

function question({ agreed, context, texts, subscriber }: Leaving): Html {
  const { t } = context
  if (subscriber === null || agreed.newsletterIds.length + agreed.follows.length === 0)
    return donePage(context, {
      title: t('unsubscribe.leftTitle'),
      text: texts.left,
      mood: 'done',
    })
  return questionPage(context, {
    title: texts.title,
    text: html`<p class="large">${texts.text} <bdi dir="ltr">${maskedAddress(subscriber.email)}</bdi></p>${
      texts.ending.length > 0 && html`<ul>${texts.ending.map((name) => html`<li>${name}</li>`)}</ul>`
    }`,
    button: t('unsubscribe.button'),
    action: 'unsubscribe',
    more: html`<p class="after"><a href="${preferencesPath(subscriber.id)}">${t('unsubscribe.settings')}</a></p>`,
  })
}

function left({ now }: Visit, { agreed, context, texts, subscriber }: Leaving): Html {
  const { t } = context
  return donePage(context, {
    title: t('unsubscribe.leftTitle'),
    text: texts.left,
    mood: 'done',
    more:
      subscriber === null
        ? null
        : html`<form method="post"><input type="hidden" name="action" value="undo"><input type="hidden" name="undo" value="${undoToken(
            { subscriberId: subscriber.id, ...agreed },
            now,
          )}"><p>${t('unsubscribe.undoText')}</p><p class="legal">${consentWording(context.locale, context.network.name).text}</p><button class="button quiet" type="submit">${t(
            'unsubscribe.undo',
          )}</button></form>`,
  })
}

async function undo(visit: Visit, leaving: Leaving, token: string): Promise<Response> {
  const { context, texts, subscriber, tie } = leaving
  const { t } = context
  const undone = readUndoToken(token, visit.now)
  if (subscriber === null || undone?.subscriberId !== tie.subscriberId)
    return privateResponse(context, question(leaving), 410)
  const wording = consentWording(context.locale, context.network.name)
  const isRestored = await inTransaction(visit.payload, (transaction) =>
    restoreSubscription(subscriber, undone, { wording, now: visit.now }, transaction),
  )
  if (!isRestored) return privateResponse(context, question(leaving), 409)
  const outcome = {
    title: t('unsubscribe.undoneTitle'),
    text: texts.undone,
    mood: 'done',
  } as const
  return privateResponse(context, donePage(context, outcome))
}
