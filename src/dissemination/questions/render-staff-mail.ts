import type { Payload } from 'payload'

import { staffQuestion } from '../../../emails/question.ts'
import { namesFor } from '../../audience/named.ts'
import { findQuestion } from '../../audience/questions/read-questions.ts'
import { siteUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import { languageName, listOf } from '../../i18n/dates.ts'
import type { HeldPersonalMail } from '../../ledger/hold-personal-mails.ts'
import { textsIn } from '../../newsletter/render-edition.ts'
import { personalFrame } from '../personal/personal-frame.ts'
import type { RenderedPersonal } from '../personal/personal-renderer.ts'
import { questionMail } from './question-mail.ts'

const DAY_MS = 24 * 3_600_000

/** Tells those who are to answer, in the network's language, that a question waits. What was answered meanwhile is not told. */
export async function renderStaffMail(
  payload: Payload,
  { subscriberId: questionId }: Pick<HeldPersonalMail, 'subscriberId'>,
  now: Date = new Date(),
): Promise<RenderedPersonal> {
  const database = databaseOf(payload)
  const question = await findQuestion(questionId, { organisationId: null }, database)
  if (question === null || question.state !== 'open') return { skip: 'nothing-left' }
  const frame = await personalFrame(payload, [])
  const { locale } = frame
  const texts = textsIn(locale)
  const nameOf = async (kind: 'topics' | 'terms', id: string | null, other: string) =>
    id === null ? other : ((await namesFor(locale, kind, [id], database))[0]?.name ?? null)
  const names = [
    await nameOf('topics', question.topicId, texts.terms('questionOther.topic')),
    await nameOf('terms', question.countryId, texts.terms('questionOther.country')),
  ]
  const languages = question.locales.map((each) => languageName(each, locale))
  return questionMail(
    frame,
    staffQuestion(
      {
        ...frame,
        number: question.number,
        about: [...names.flatMap((name) => name ?? []), listOf(languages, locale)],
        waitingDays: Math.max(0, Math.floor((now.getTime() - question.askedAt.getTime()) / DAY_MS)),
        questionUrl: siteUrl(`/admin/questions/${questionId}`),
      },
      texts,
    ),
    null,
  )
}
