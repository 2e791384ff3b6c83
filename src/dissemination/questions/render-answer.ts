import type { Payload } from 'payload'

import { answerMail } from '../../../emails/answer.ts'
import { ownQuestionUrl } from '../../audience/questions/question-token.ts'
import {
  answersOf,
  findQuestion,
  type QuestionAnswer,
  type StoredQuestion,
} from '../../audience/questions/read-questions.ts'
import { networkAcknowledgements } from '../../content/network-acknowledgements.ts'
import { organisationNamesOf } from '../../content/organisation-names.ts'
import { siteUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import { type Locale, sourceLocale } from '../../i18n/locales.ts'
import type { HeldPersonalMail } from '../../ledger/hold-personal-mails.ts'
import { saysUnanswered } from '../../ledger/question-mails.ts'
import { letterAcknowledgements } from '../../newsletter/letter-parts.ts'
import { textsIn } from '../../newsletter/render-edition.ts'
import { personalFrame } from '../personal/personal-frame.ts'
import type { RenderedPersonal } from '../personal/personal-renderer.ts'
import { questionMail } from './question-mail.ts'

/** Makes the mail that brings an answer, or says that none comes, whole in its language. */
export async function renderAnswer(
  payload: Payload,
  { key, subscriberId: questionId }: Pick<HeldPersonalMail, 'key' | 'subscriberId'>,
): Promise<RenderedPersonal> {
  const database = databaseOf(payload)
  const question = await findQuestion(questionId, { organisationId: null }, database)
  const words = question && wordsOf(key, question, await answersOf(questionId, database))
  if (question === null || words === null) return { skip: 'nothing-left' }
  const { answer, locale } = words
  const frame = await frameIn(payload, locale)
  const { contactEmail } = await payload.findGlobal({
    slug: 'network',
    depth: 0,
    select: { contactEmail: true },
  })
  return questionMail(
    frame,
    answerMail(
      {
        ...frame,
        number: question.number,
        answer,
        question: question.question,
        name: question.name,
        organisation: await organisationIn(payload, question.organisationId, locale),
        ownUrl: ownQuestionUrl(questionId),
        askUrl: siteUrl(`/${frame.locale}/ask`),
        acknowledgements: letterAcknowledgements(locale, await networkAcknowledgements(payload, locale)),
      },
      textsIn(locale),
    ),
    contactEmail ?? null,
  )
}

/** What the mail has to say. Null: nothing any more. */
function wordsOf(
  key: string,
  { state, locales }: StoredQuestion,
  answers: readonly QuestionAnswer[],
): { readonly answer: string | null; readonly locale: Locale } | null {
  if (!saysUnanswered(key)) return answers.find(({ id }) => id === key) ?? null
  // Somebody opened it again meanwhile, or answered it.
  if (state !== 'closed' || answers.length > 0) return null
  return { answer: null, locale: locales[0] ?? sourceLocale }
}

/**
 * The frame of a mail in this very language, also where the network has stopped speaking it since: an answer is never framed
 * in another.
 */
async function frameIn(payload: Payload, locale: Locale) {
  const frame = await personalFrame(payload, [locale])
  return { ...frame, locale, language: { ...frame.language, locale } }
}

/** By its name in the language, else as it is called elsewhere: a name is a name. Null: the secretariat. */
async function organisationIn(
  payload: Payload,
  organisationId: string | null,
  locale: Locale,
): Promise<string | null> {
  if (organisationId === null) return null
  const names = (await organisationNamesOf([organisationId], databaseOf(payload))).get(organisationId) ?? {}
  return names[locale] ?? names[sourceLocale] ?? Object.values(names)[0] ?? null
}
