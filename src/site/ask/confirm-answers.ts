import { confirmQuestion } from '../../audience/questions/confirm-question.ts'
import type { Asked } from '../../audience/questions/question.ts'
import { openQuestion, ownQuestionPath } from '../../audience/questions/question-token.ts'
import { questionWording } from '../../audience/questions/question-wording.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { inTransaction } from '../../database/database.ts'
import { languageName, listOf } from '../../i18n/dates.ts'
import { enqueue } from '../../queue/queue.ts'
import { privateResponse } from '../responses.ts'
import type { SiteContext } from '../site-context.ts'
import { loadOffer } from '../subscriber/load-offer.ts'
import { donePage, questionPage } from '../subscriber/plain-pages.ts'
import { inLocale, type Visit } from '../visit.ts'
import { quoted } from './quoted.ts'

interface NamedQuestion {
  readonly locale: string
  readonly token: string
}

/** Where the mail leads. Looking at it changes nothing: mail scanners follow links, some even press on. */
export const answerConfirmQuestionForm = (
  visit: Visit,
  { locale, token }: NamedQuestion,
): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const opened = openQuestion(token, visit.now)
    if (typeof opened === 'string') return unusable(context)
    return privateResponse(context, await askOnceMore(visit, context, opened.asked))
  })

/** The button was pressed: from here on the question is kept. Pressed again it does nothing more and says the same. */
export const answerConfirmQuestion = (visit: Visit, { locale, token }: NamedQuestion): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const { now, payload } = visit
    const { t } = context
    const opened = openQuestion(token, now)
    if (typeof opened === 'string') return unusable(context)
    const wording = questionWording(context.locale, context.network.name)
    const source = `/${context.locale}/ask/confirm`
    const confirmed = await inTransaction(payload, async (transaction) => {
      const outcome = await confirmQuestion(opened, { wording, source, now }, transaction)
      if (outcome.state === 'confirmed') await enqueue(payload, 'send-personal', [{}], transaction)
      return outcome
    })
    if (confirmed.state === 'barred')
      return privateResponse(
        context,
        donePage(context, { title: t('confirm.barredTitle'), text: t('confirm.barred'), mood: 'sorry' }),
        409,
      )
    return privateResponse(
      context,
      donePage(context, {
        title: t('ask.doneTitle'),
        text: t('ask.done'),
        mood: 'done',
        more:
          confirmed.state === 'confirmed'
            ? html`<p><a href="${ownQuestionPath(confirmed.questionId)}">${t('ask.own')}</a></p>`
            : null,
      }),
    )
  })

async function askOnceMore({ payload }: Visit, context: SiteContext, asked: Asked): Promise<Html> {
  const { locale, network, t, terms } = context
  const { topics, countries } = await loadOffer(payload, context)
  const named = [
    asked.topicId === null
      ? terms('questionOther.topic')
      : topics.find(({ id }) => id === asked.topicId)?.label,
    asked.countryId === null
      ? terms('questionOther.country')
      : countries.find(({ id }) => id === asked.countryId)?.label,
    listOf(
      [asked.locale, ...asked.furtherLocales].map((each) => languageName(each, locale)),
      locale,
    ),
  ]
  return questionPage(context, {
    title: t('ask.confirmTitle'),
    text: html`<p class="large">${t('ask.confirmText')}</p>${quoted(asked.question)}<ul>${named.map(
      (name) => name !== undefined && html`<li>${name}</li>`,
    )}</ul><p class="legal">${questionWording(locale, network.name).text}</p>`,
    button: t('ask.confirmButton'),
    action: 'confirm',
  })
}

/** Too old, cut off by a mail program, or not ours: the way out is the same. */
const unusable = (context: SiteContext): Response =>
  privateResponse(
    context,
    donePage(context, {
      title: context.t('confirm.unusableTitle'),
      text: context.t('ask.unusable'),
      mood: 'sorry',
      more: html`<p><a class="button" href="/${context.locale}/ask">${context.t('ask.title')}</a></p>`,
    }),
    410,
  )
