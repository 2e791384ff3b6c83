import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { type Credentials, rest, signIn } from '../../testing/api.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { refreshUnknown } from '../refresh-people.ts'
import type { SegmentCondition } from './segment-condition.ts'

const NOBODY = '019a0000-0000-7000-8000-0000000000aa'
const readers: SegmentCondition = { kind: 'language', values: ['de', 'fr', 'el'] }

let payload: Payload
let newsletter: TestNewsletter
let editor: Credentials
let officer: Credentials
let translator: Credentials

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
  editor = await signIn(payload, { roles: ['editor'] })
  officer = await signIn(payload, { roles: ['data-officer'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['de'] })
  await newsletter.subscribe(7, ['de'])
  await newsletter.subscribe(6, ['fr'])
  await newsletter.subscribe(3, ['el'])
  await newsletter.subscribe(20, ['en'])
  await refreshUnknown(100, databaseOf(payload))
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('issues segments'))
})

const count = (condition: unknown, as: Credentials, language: 'en' | 'de' = 'en') =>
  rest('/audience/segment-count', { method: 'POST', as, body: { condition }, language })

const save = (condition: unknown) =>
  rest('/segments', { method: 'POST', as: editor, body: { name: crypto.randomUUID(), condition } })

test('editors learn how many people meet a condition, but of no language with fewer than five', async () => {
  const { status, body } = await count(readers, editor)

  expect(status).toBe(200)
  expect(body).toEqual({ total: 16, languages: [{ locale: 'de', people: 7 }], others: 9, fewest: 5 })
})

test('fewer than five people are no number to an editor, and neither is nobody', async () => {
  const few = await count({ kind: 'language', values: ['el'] }, editor)
  const none = await count({ kind: 'language', values: ['ar'] }, editor)

  expect(few.body).toEqual({ total: null, languages: [], others: null, fewest: 5 })
  expect(none.body).toEqual(few.body)
})

test('a data officer sees every number', async () => {
  const { body } = await count(readers, officer)

  expect(body.languages).toEqual([
    { locale: 'de', people: 7 },
    { locale: 'fr', people: 6 },
    { locale: 'el', people: 3 },
  ])
})

test('nobody else counts subscribers', async () => {
  expect((await count(readers, null)).status).toBe(401)
  expect((await count(readers, translator)).status).toBe(403)
})

test.for<[what: string, condition: unknown, field: string, message: string]>([
  ['nothing', undefined, 'condition', 'Add a condition.'],
  [
    'a condition without values',
    { kind: 'all', of: [readers, { kind: 'not', of: { kind: 'topic', values: [] } }] },
    'condition.of.1.of.values',
    'Condition 2: Choose at least one value.',
  ],
  [
    'a topic that is not there',
    { kind: 'any', of: [{ kind: 'all', of: [{ kind: 'topic', values: [NOBODY] }] }] },
    'condition.of.0.of.0.values',
    'Condition 1.1: One of its values is no longer there. Choose again.',
  ],
  [
    'a country that is none',
    { kind: 'country', values: [NOBODY] },
    'condition.values',
    'One of its values is no longer there. Choose again.',
  ],
])('%s is not counted: the answer names the place and what helps', async ([, condition, field, message]) => {
  const { status, body } = await count(condition, editor)

  expect(status).toBe(422)
  expect(body).toMatchObject({ field, message })
})

test('a segment is stored exactly as it was built', async () => {
  const topic = await payload.create({ collection: 'topics', data: { label: 'Mentoring' } })
  const condition: SegmentCondition = {
    kind: 'all',
    of: [readers, { kind: 'not', of: { kind: 'topic', values: [topic.id] } }],
  }
  const { status, body } = await save(condition)

  expect(status).toBe(201)
  const { rows } = await databaseOf(payload).execute<{ condition: unknown }>(
    sql`select condition from segments where id = ${body.doc.id}::uuid`,
  )
  expect(rows).toEqual([{ condition }])
})

test('a segment whose condition has no meaning is not saved, and the message names the condition', async () => {
  const { status, body } = await save({ kind: 'all', of: [readers, { kind: 'role', values: [] }] })

  expect(status).toBe(400)
  expect(body.errors[0].data.errors).toMatchObject([
    { path: 'condition', message: 'Condition 2: Choose at least one value.' },
  ])
})

test.for([
  ['draft', 409],
  ['scheduled', 409],
  ['preparing', 409],
  ['sent', 200],
] as const)('deleting the segment of an issue that is %s is answered %d', async ([state, status]) => {
  const { body } = await save(readers)
  const { id } = body.doc
  const item = await createTestItem(payload)
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await payload.update({ collection: 'issues', id: issueId, data: { segment: id } })
  await databaseOf(payload).execute(
    sql`update issues set state = ${state}::text::enum_issues_state where id = ${issueId}::uuid`,
  )
  const answer = await rest(`/segments/${id}`, { method: 'DELETE', as: editor })

  expect(answer.status).toBe(status)
  const { totalDocs } = await payload.count({ collection: 'segments' })
  expect(totalDocs).toBe(status === 200 ? 0 : 1)
})

test('why a segment cannot be deleted is said with the name of the issue', async () => {
  const { body } = await save(readers)
  const item = await createTestItem(payload)
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await payload.update({ collection: 'issues', id: issueId, data: { segment: body.doc.id } })
  const answer = await rest(`/segments/${body.doc.id}`, { method: 'DELETE', as: editor })

  expect(answer.body.errors[0].message).toBe(
    'It chooses the readers of “What worked this month”, which is not sent yet. Choose another segment there first.',
  )
})
