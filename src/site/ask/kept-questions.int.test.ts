import { expect, test } from 'vitest'

import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { personalData } from '../../audience/personal-data.ts'
import { questionNumbers } from '../../audience/questions/question-numbers.ts'
import { ownQuestionPath } from '../../audience/questions/question-token.ts'
import { applyRetention } from '../../audience/retention/run-retention.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { type Credentials, rest, signIn } from '../../testing/api.ts'
import { ASKER, askPath, QUESTION } from '../../testing/ask-path.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { answerOwnQuestion, answerOwnQuestionForm } from './own-question-answers.ts'

const path = await askPath()
const { payload, choices, newsletterIds, editor, contributor, rowsOf, kept, asked, step, answerWith, send } =
  path

test('looking at one’s question changes nothing; erased at one’s wish, only a number stays and nothing leaves', async () => {
  await using server = await fakeSmtp()
  const id = await asked()
  await answerWith(id, 'نعم')
  const token = ownQuestionPath(id).split('/').at(-1) ?? ''
  const before = await kept()
  const page = await (await answerOwnQuestion(path.amina.get('/question/x'), { token })).text()
  expect(page).toContain('نعم')
  expect(page).not.toContain(ASKER)
  await answerOwnQuestionForm(path.amina.post('/question/x', [['action', 'erase']]), { token })
  expect(await kept()).toEqual(before)

  await answerOwnQuestionForm(path.amina.post('/question/x', [['action', 'erase-for-good']]), { token })
  await send(server)
  expect(server.mails()).toEqual([])
  expect(await rowsOf(sql`select question_id, state from personal_mails`)).toEqual([
    { question_id: null, state: 'skipped' },
    { question_id: null, state: 'skipped' },
  ])
  expect(await questionNumbers(databaseOf(payload))).toEqual([
    {
      month: '2026-11',
      topicId: choices.topicIds[0],
      countryId: choices.countryIds[1],
      locale: 'ar',
      state: 'answered',
      questions: 1,
    },
  ])
  expect((await answerOwnQuestion(path.amina.get('/question/x'), { token })).status).toBe(410)
})

test('a data officer takes away and erases what one address asked, and nobody else does', async () => {
  await asked()
  const officer = await signIn(payload, { roles: ['data-officer'] })
  const at = (path: string, body: object, as: Credentials) =>
    rest(`/audience/questions/${path}`, { method: 'POST', body, as })
  const wanted = { email: ASKER, purpose: 'She telephoned' }
  expect((await at('export', wanted, editor)).status).toBe(403)
  expect((await at('erase', wanted, null)).status).toBe(401)
  const taken = await at('export', wanted, officer)
  expect(taken.body.map(({ question }: { question: string }) => question)).toEqual([QUESTION])
  expect(await rowsOf(sql`select kind, purpose from address_looks`)).toEqual([
    { kind: 'exported', purpose: 'She telephoned' },
  ])
  expect((await at('erase', wanted, officer)).body).toMatchObject({ erased: 1 })
  expect((await at('export', wanted, officer)).status).toBe(404)
  expect(await rowsOf(sql`select id from questions`)).toEqual([])
})

test('who reads our letters finds their questions among their data, and erases them with the rest', async () => {
  await asked()
  const reader = await confirmedPerson(payload, { address: ASKER, newsletterIds })
  const data = await personalData(reader.id, databaseOf(payload))
  expect(data?.questions.map(({ question, state }) => [question, state])).toEqual([[QUESTION, 'open']])
  expect(data?.consent.map(({ kind }) => kind)).toEqual(['asked', 'confirmed'])
  await inTransaction(payload, (transaction) => eraseSubscriber(reader, path.amina.now, transaction))
  expect(await rowsOf(sql`select id from questions`)).toEqual([])
})

test('questions are erased some months after they were settled; those that wait stay', async () => {
  const id = await asked()
  await asked()
  await step(id, 'close', { note: 'Nothing asked' })
  await databaseOf(payload).execute(sql`update questions set settled_at = settled_at - interval '181 days'`)
  expect(await applyRetention(payload, { actor: null, now: new Date() })).toMatchObject({ questions: 1 })
  expect(await rowsOf(sql`select state from questions`)).toEqual([{ state: 'open' }])
  expect((await rest('/questions/numbers', { as: contributor })).status).toBe(403)
  const { body } = await rest('/questions/numbers', { as: editor })
  const numbers: { state: string; questions: number }[] = body.numbers
  expect(numbers.map(({ state, questions }) => [state, questions])).toEqual([
    ['closed', 1],
    ['open', 1],
  ])
})
