import { forgetQuestions } from '../../audience/questions/forget-questions.ts'
import { lockQuestion } from '../../audience/questions/question-steps.ts'
import { readOwnQuestionToken } from '../../audience/questions/question-token.ts'
import {
  answersOf,
  findQuestion,
  type QuestionAnswer,
  type StoredQuestion,
} from '../../audience/questions/read-questions.ts'
import { type Html, html } from '../../content/markup/html.ts'
import { databaseOf, inTransaction } from '../../database/database.ts'
import { longDay } from '../../i18n/dates.ts'
import { directionOf } from '../../i18n/locales.ts'
import { loadSite } from '../load-site.ts'
import { strip } from '../picture.ts'
import { privateResponse } from '../responses.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'
import { donePage } from '../subscriber/plain-pages.ts'
import { readForm, textOf } from '../subscriber/read-form.ts'
import { contextFor, type Visit } from '../visit.ts'
import { quoted } from './quoted.ts'

interface Named {
  readonly token: string
}

interface Opened {
  readonly question: StoredQuestion
  readonly answers: readonly QuestionAnswer[]
  readonly context: SiteContext
}

/**
 * `/question/{token}`: where one question stands, behind a link that stands in each mail about it. It shows no more than
 * those mails do, and not whose it is. Looking changes nothing.
 */
export async function answerOwnQuestion(visit: Visit, { token }: Named): Promise<Response> {
  const opened = await open(visit, token)
  if (opened === null) return gone(visit)
  return privateResponse(opened.context, page(opened, false))
}

/** Erases after it was asked once more. */
export async function answerOwnQuestionForm(visit: Visit, { token }: Named): Promise<Response> {
  const form = await readForm(visit.request)
  if (form === null) return new Response(null, { status: 415 })
  const opened = await open(visit, token)
  if (opened === null) return gone(visit)
  const { context, question } = opened
  const action = textOf(form, 'action')
  if (action !== 'erase-for-good') return privateResponse(context, page(opened, action === 'erase'))
  await inTransaction(visit.payload, async (transaction) => {
    if ((await lockQuestion(question.id, transaction)) !== null)
      await forgetQuestions([question.id], transaction)
  })
  const { t } = context
  return privateResponse(
    context,
    donePage(context, { title: t('ask.erasedTitle'), text: t('ask.erased'), mood: 'done' }),
  )
}

async function open(visit: Visit, token: string): Promise<Opened | null> {
  const id = readOwnQuestionToken(token)
  const database = databaseOf(visit.payload)
  const question = id === null ? null : await findQuestion(id, { organisationId: null }, database)
  if (question === null) return null
  return {
    question,
    answers: await answersOf(question.id, database),
    context: await contextOf(visit, question),
  }
}

/** The first of the asker's languages that the network speaks, or that of the browser. */
async function contextOf(visit: Visit, question: StoredQuestion | null): Promise<SiteContext> {
  for (const locale of question?.locales ?? []) {
    const context = await loadSite(visit.payload, locale)
    if (context !== null) return context
  }
  const context = await contextFor(visit)
  if (context === null) throw new Error('the network has no language enabled')
  return context
}

function page({ context, question, answers }: Opened, isErasing: boolean): Html {
  const { locale, t } = context
  const button = (action: string, text: string, look: 'bad' | 'quiet'): Html =>
    html`<button class="button ${look}" type="submit" name="action" value="${action}">${text}</button>`
  const body = html`<h1>${t('ask.ownTitle', { number: question.number })}</h1>
<p class="large">${t(`ask.state.${question.state}`)}</p>${quoted(question.question)}
${answers.map(
  ({ answer, locale: own, at }) =>
    html`<section lang="${own}" dir="${directionOf(own)}">${answer
      .split(/\n\s*\n/u)
      .map(
        (paragraph) => html`<p>${paragraph}</p>`,
      )}</section><p class="hint"><time datetime="${at.toISOString()}">${longDay(at, locale)}</time></p>`,
)}
<form method="post">${
    isErasing
      ? html`<div class="danger" role="alert" tabindex="-1" autofocus><p>${t('ask.eraseAsk')}</p><div class="actions">${button(
          'erase-for-good',
          t('ask.eraseYes'),
          'bad',
        )}${button('keep', t('ask.eraseNo'), 'quiet')}</div></div>`
      : html`<div class="actions">${button('erase', t('ask.erase'), 'quiet')}</div>`
  }</form>`
  return document(context, {
    title: t('ask.ownTitle', { number: question.number }),
    description: null,
    main: html`${strip}<main id="main" class="wrap"><div class="form">${body}</div></main>`,
    alternates: {},
    unlisted: true,
  })
}

/** Erased, by the asker or because its time was over; or the link was never ours. */
async function gone(visit: Visit): Promise<Response> {
  const context = await contextOf(visit, null)
  const { t } = context
  const shown = { title: t('ask.goneTitle'), text: t('ask.gone'), mood: 'sorry' } as const
  return privateResponse(context, donePage(context, shown), 410)
}
