import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { noteOverdue } from '../../audience/questions/overdue.ts'
import { pageOfQuestions } from '../../audience/questions/read-questions.ts'
import { applyRetention, lastRetentionRuns, tryRetention } from '../../audience/retention/run-retention.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { sendPersonal } from '../../dissemination/personal/send-personal.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { type Credentials, rest, signIn } from '../../testing/api.ts'
import { createTestChoices, type TestChoices } from '../../testing/create-choices.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'

const ASKED = new Date('2026-06-01T08:00:00Z')
const DAY_MS = 24 * 3_600_000
const day = (days: number) => new Date(ASKED.getTime() + days * DAY_MS)

let payload: Payload
let choices: TestChoices
let editor: Credentials

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
  await payload.updateGlobal({ slug: 'network', data: { contactEmail: 'office@network.example' } })
  choices = await createTestChoices(payload, ['en', 'ar'])
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('questions question_answers question_events question_counts personal_mails retention_runs'),
  )
  await payload.updateGlobal({ slug: 'retention', data: { openQuestions: 60 } })
})

async function asked(): Promise<string> {
  const id = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into questions (id, email, address_key, question, locale, further_locales, topic_id, country_id, routed_why, asked_at)
    values (${id}, 'amina@asks.example', 'key', 'How do I open a bakery?', 'ar', '["en"]', ${choices.topicIds[0]},
      ${choices.countryIds[0]}, 'fallback', ${ASKED.toISOString()}::timestamptz)
  `)
  return id
}

const note = (days: number, after: number | null = 60) =>
  inTransaction(payload, (transaction) => noteOverdue(after, day(days), transaction))

const retain = async (days: number) =>
  (await applyRetention(payload, { actor: null, now: day(days) })).openQuestions

async function rowsOf(statement: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  return (await databaseOf(payload).execute<Record<string, unknown>>(statement)).rows
}

const events = async () =>
  (await rowsOf(sql`select kind from question_events order by id`)).map(({ kind }) => kind)
const mails = () => rowsOf(sql`select kind, locale, state from personal_mails order by planned_at, id`)
const state = async () => (await rowsOf(sql`select state from questions`))[0]?.state

const step = (id: string, name: string, body: unknown) =>
  rest(`/questions/${id}/${name}`, { method: 'POST', body, as: editor })

test('a question that nobody answers is overdue after its days, once, and the secretariat is told', async () => {
  await asked()

  expect([await note(59), await note(61), await note(62)]).toEqual([0, 1, 0])
  expect(await events()).toEqual(['overdue'])
  expect(await mails()).toEqual([{ kind: 'question', locale: null, state: 'planned' }])
  const scope = { organisationId: null, mayAnswer: true, mayRoute: true, mayErase: true }
  const page = await pageOfQuestions(scope, { state: null, limit: 9, offset: 0 }, databaseOf(payload))
  expect(page.questions.map(({ overdueSince }) => overdueSince)).toEqual([day(61)])
})

test('who decides nothing within thirty days has it closed, and who asked is told in their language', async () => {
  await using server = await fakeSmtp()
  await asked()
  await note(61)

  expect([await retain(90), await state()]).toEqual([0, 'open'])
  const tried = await tryRetention(payload, { actor: null, now: day(92) })
  expect([tried.openQuestions, await state()]).toEqual([1, 'open'])
  expect([await retain(92), await retain(93)]).toEqual([1, 0])
  expect([await state(), await events()]).toEqual(['closed', ['overdue', 'expired']])
  const runs = await lastRetentionRuns(100, databaseOf(payload))
  expect(runs.filter(({ rule, affected }) => rule === 'openQuestions' && affected > 0)).toMatchObject([
    { mode: 'applied', days: 60 },
    { mode: 'tried', days: 60 },
  ])

  const transport = smtp({ url: server.url })
  await sendPersonal(payload, { transport, signal: new AbortController().signal })
  await transport.close()
  const told = server.mails().find(({ to }) => to === 'amina@asks.example')
  expect(told?.parsed.html).toMatch(/<html[^>]* lang="ar"[^>]* dir="rtl"/)
  expect(told?.parsed.text).toContain('> How do I open a bakery?')
  expect(told?.parsed.text).toMatch(/\/question\//)
})

test('what was asked is forgotten when the time after its end is over, and counted as closed', async () => {
  await asked()
  await note(61)
  await retain(92)

  expect(await applyRetention(payload, { actor: null, now: day(92 + 181) })).toMatchObject({ questions: 1 })
  expect(await rowsOf(sql`select state, questions from question_counts`)).toEqual([
    { state: 'closed', questions: 1 },
  ])
  expect(await rowsOf(sql`select question_id from personal_mails where question_id is not null`)).toEqual([])
})

test('a question is not closed before the secretariat was told, however long it has waited', async () => {
  await asked()

  expect([await retain(400), await state()]).toEqual([0, 'open'])
  expect([await note(400), await retain(429), await retain(431)]).toEqual([1, 0, 1])
})

test('giving it on is a decision: its time begins anew', async () => {
  const id = await asked()
  await note(61)
  const { id: organisation } = await payload.create({ collection: 'organisations', data: { name: 'Bakers' } })
  await step(id, 'give', { organisation, note: 'They know' })
  await databaseOf(payload).execute(sql`
    update question_events set at = ${day(70).toISOString()}::timestamptz where kind = 'given'
  `)

  expect([await retain(110), await note(125), await note(131), await retain(150), await retain(162)]).toEqual(
    [0, 0, 1, 0, 1],
  )
})

test('who keeps open questions for ever has none that is overdue or closed by itself', async () => {
  await payload.updateGlobal({ slug: 'retention', data: { openQuestions: null } })
  await asked()

  expect([await note(4000, null), await retain(4000), await state()]).toEqual([0, null, 'open'])
})

test('one that had an answer and was opened again is answered as before, and nobody is told otherwise', async () => {
  const id = await asked()
  await step(id, 'answer', { id: randomUUID(), locale: 'ar', text: 'نعم' })
  await step(id, 'reopen', {})
  await databaseOf(payload).execute(sql`update question_events set at = ${ASKED.toISOString()}::timestamptz`)
  await note(61)
  await retain(92)

  expect(await state()).toBe('answered')
  expect((await mails()).filter(({ kind }) => kind === 'answer')).toHaveLength(1)
})

test.for([
  ['closed by hand', 1, []],
  ['closed by hand and opened again before the mail left', 0, ['reopen']],
] as const)('who asked is told of a question that is %s: %d mail', async ([, count, steps]) => {
  await using server = await fakeSmtp()
  const id = await asked()
  await step(id, 'close', { note: 'A joke' })
  for (const name of steps) await step(id, name, {})
  const transport = smtp({ url: server.url })
  await sendPersonal(payload, { transport, signal: new AbortController().signal })
  await transport.close()

  const told = server.mails().filter(({ to }) => to === 'amina@asks.example')
  expect(told).toHaveLength(count)
  expect(told.map(({ parsed }) => parsed.text).join()).not.toContain('A joke')
})
