import type { TFunction } from 'i18next'
import {
  addDataAndFileToRequest,
  commitTransaction,
  type Endpoint,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import { z } from 'zod'

import { answer } from '../../audience/officers-only.ts'
import { forgetQuestions } from '../../audience/questions/forget-questions.ts'
import { MAX_ANSWER, MAX_NOTE } from '../../audience/questions/question.ts'
import { questionNumbers } from '../../audience/questions/question-numbers.ts'
import { type QuestionScope, questionScopeOf } from '../../audience/questions/question-scope.ts'
import {
  answerQuestion,
  closeQuestion,
  giveQuestion,
  type LockedQuestion,
  lockQuestion,
  reopenQuestion,
} from '../../audience/questions/question-steps.ts'
import { answersOf, findQuestion } from '../../audience/questions/read-questions.ts'
import { type Database, databaseOf, sql, transactionOf } from '../../database/database.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { locales } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { enqueue } from '../../queue/queue.ts'
import { promoteQuestion } from './promote-question.ts'

/** What is asked of one question, while it is locked and in its transaction. */
interface Ask<Body> {
  readonly req: PayloadRequest
  readonly question: LockedQuestion
  readonly body: Body
  readonly userId: string
  readonly now: Date
  readonly transaction: Database
}

type Duty = 'mayAnswer' | 'mayRoute' | 'mayErase'

/** A fault by its name in `views.question.fault.*`; or what is to be answered when all went well. */
type Outcome =
  | { readonly fault: string; readonly field?: string }
  | { readonly done: Record<string, unknown> }

/**
 * A step for those who may take it, on a question that they see. What somebody must not see does not exist for them.
 * Mails that the step enters leave at once.
 */
const step =
  <Shape extends z.ZodType>(
    duty: Duty,
    shape: Shape,
    work: (ask: Ask<z.output<Shape>>) => Promise<Outcome>,
  ): Endpoint['handler'] =>
  async (req) => {
    const t = translator(adminLocaleOf(req.i18n.language), 'admin')
    const scope = questionScopeOf(req.user)
    if (req.user === null || scope === null || !scope[duty])
      return answer(req.user === null ? 401 : 403, fault(t, 'not-yours'))
    await addDataAndFileToRequest(req)
    const parsed = shape.safeParse(req.data ?? {})
    if (!parsed.success) {
      const field = String(parsed.error.issues[0]?.path[0] ?? '')
      return answer(422, fault(t, known.includes(field) ? field : 'other', field))
    }
    const id = z.uuid().safeParse(req.routeParams?.id)
    if (!id.success) return answer(404, fault(t, 'gone'))
    const outcome = await inRequest(req, async (transaction) => {
      const question = await lockQuestion(id.data, transaction)
      if (question === null || !sees(scope, question)) return null
      const userId = String(req.user?.id)
      return work({ req, question, body: parsed.data, userId, now: new Date(), transaction })
    })
    if (outcome === null) return answer(404, fault(t, 'gone'))
    if ('fault' in outcome) return answer(409, fault(t, outcome.fault, outcome.field))
    await enqueue(req.payload, 'send-personal', [{}])
    return answer(200, { ...outcome.done, message: t('views.question.done') })
  }

const sees = ({ organisationId }: QuestionScope, question: LockedQuestion): boolean =>
  organisationId === null || question.organisationId === organisationId

/** Fields whose fault has words of its own. */
const known = ['text', 'locale', 'note']

const fault = (t: TFunction, name: string, field?: string) => ({
  error: name,
  ...(field !== undefined && { field }),
  message: t(`views.question.fault.${name}`, { most: MAX_ANSWER, mostNote: MAX_NOTE }),
})

/** In the transaction of the request, so that what Payload writes in it stands or falls with what we do. */
async function inRequest<Result>(
  req: PayloadRequest,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> {
  await initTransaction(req)
  try {
    const result = await work(await transactionOf(req))
    await commitTransaction(req)
    return result
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

const note = z.string().trim().min(1).max(MAX_NOTE)

const giveAnswer = step(
  'mayAnswer',
  z.object({ id: z.uuid(), locale: z.enum(locales), text: z.string().trim().min(1).max(MAX_ANSWER) }),
  async ({ question, body, userId, now, transaction }) => {
    if (!question.locales.includes(body.locale)) return { fault: 'locale', field: 'locale' }
    if (question.state === 'closed') return { fault: 'closed' }
    const isNew = await answerQuestion({ questionId: question.id, userId, now }, body, transaction)
    return { done: { isNew } }
  },
)

const give = step(
  'mayAnswer',
  z.object({ organisation: z.union([z.uuid(), z.literal('')]), note }),
  async ({ req, question, body, userId, now, transaction }) => {
    const organisationId = body.organisation === '' ? null : body.organisation
    // A partner gives back only; whom else it concerns, the secretariat decides.
    if (organisationId !== null && questionScopeOf(req.user)?.mayRoute !== true) return { fault: 'not-yours' }
    if (question.state !== 'open') return { fault: 'not-open' }
    if (organisationId === question.organisationId) return { fault: 'same' }
    if (organisationId !== null && !(await isOrganisation(organisationId, transaction)))
      return { fault: 'other' }
    await giveQuestion(
      { questionId: question.id, userId, now },
      { organisationId, note: body.note },
      transaction,
    )
    return { done: {} }
  },
)

async function isOrganisation(id: string, transaction: Database): Promise<boolean> {
  const { rows } = await transaction.execute(sql`select 1 from organisations where id = ${id}::uuid`)
  return rows.length > 0
}

const close = step('mayAnswer', z.object({ note }), async ({ question, body, userId, now, transaction }) => {
  if (question.state !== 'open') return { fault: 'not-open' }
  await closeQuestion({ questionId: question.id, userId, now }, body.note, transaction)
  return { done: {} }
})

const reopen = step('mayAnswer', z.object({}), async ({ question, userId, now, transaction }) => {
  if (question.state === 'open') return { fault: 'other' }
  await reopenQuestion({ questionId: question.id, userId, now }, transaction)
  return { done: {} }
})

const promote = step('mayRoute', z.object({}), async ({ req, question, now, transaction }) => {
  if (question.faqId !== null) return { done: { faqId: question.faqId } }
  const stored = await findQuestion(question.id, { organisationId: null }, transaction)
  const last = (await answersOf(question.id, transaction)).at(-1)
  if (stored === null || last === undefined) return { fault: 'no-answer' }
  return { done: { faqId: await promoteQuestion(req, stored, last, now) } }
})

const erase = step('mayErase', z.object({}), async ({ question, transaction }) => {
  await forgetQuestions([question.id], transaction)
  return { done: {} }
})

/** How many were asked, erased ones included, by month, topic, country, language and state: for reports. It names nobody. */
const numbers: Endpoint['handler'] = async ({ payload, user }) => {
  if (user === null) return answer(401, { error: 'not-yours' })
  if (questionScopeOf(user)?.mayRoute !== true) return answer(403, { error: 'not-yours' })
  return answer(200, { numbers: await questionNumbers(databaseOf(payload)) })
}

/**
 * Below `/api/questions/:id`, for staff who see the question. `answer` takes `{id, locale, text}`, where `id` is a new UUID
 * that makes a repeated request harmless; `give` takes `{organisation, note}`, empty for the secretariat; `close` takes
 * `{note}`; `reopen`, `promote` and `erase` take nothing.
 * `GET /api/questions/numbers`, for editors, counts.
 */
export const questionEndpoints: Endpoint[] = [
  { path: '/questions/numbers', method: 'get', handler: numbers },
  { path: '/questions/:id/answer', method: 'post', handler: giveAnswer },
  { path: '/questions/:id/give', method: 'post', handler: give },
  { path: '/questions/:id/close', method: 'post', handler: close },
  { path: '/questions/:id/reopen', method: 'post', handler: reopen },
  { path: '/questions/:id/promote', method: 'post', handler: promote },
  { path: '/questions/:id/erase', method: 'post', handler: erase },
]
