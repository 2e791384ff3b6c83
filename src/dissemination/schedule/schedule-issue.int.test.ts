import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { type Credentials, rest, signIn } from '../../testing/api.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { readIssue } from '../issue-source.ts'
import { prepareIssue } from '../prepare-issue.ts'
import { requestSend } from '../request-send.ts'
import { issuesToBegin, scheduleOf } from './schedule-issue.ts'

let payload: Payload
let newsletter: TestNewsletter
let item: TestItem
let editor: Credentials
let translator: Credentials
let issueId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['de'] })
  await newsletter.subscribe(2, ['en'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('email_deliveries editions issue_audiences issues'))
  item = await createTestItem(payload)
  await item.publish('en')
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
})

const nextYear = new Date().getUTCFullYear() + 1
const athens = { at: `${nextYear}-01-15T09:00`, timeZone: 'Europe/Athens' }

const ask = (what: 'schedule' | 'unschedule', body: unknown = {}, as = editor) =>
  rest(`/issues/${issueId}/${what}`, { method: 'POST', as, body })

const stateOf = async () => (await readIssue(payload, issueId))?.state

const letItCome = () =>
  databaseOf(payload).execute(
    sql`update issues set scheduled_for = now() - interval '1 second' where id = ${issueId}`,
  )

test('an issue is scheduled in the hours of a zone, at another moment, and not at all', async () => {
  const first = await ask('schedule', athens)
  expect(first).toMatchObject({
    status: 200,
    body: { state: 'scheduled', scheduledFor: `${nextYear}-01-15T07:00:00.000Z`, isFirstOfTwo: false },
  })
  const second = await ask('schedule', { ...athens, timeZone: 'Europe/Brussels' })
  expect(second.body.scheduledFor).toBe(`${nextYear}-01-15T08:00:00.000Z`)
  expect(await scheduleOf(issueId, databaseOf(payload))).toEqual({
    at: new Date(`${nextYear}-01-15T08:00:00Z`),
    timeZone: 'Europe/Brussels',
  })

  expect(await ask('unschedule')).toMatchObject({ status: 200, body: { state: 'draft' } })
  expect(await ask('unschedule')).toMatchObject({ status: 409, body: { error: 'not-scheduled' } })
  expect(await scheduleOf(issueId, databaseOf(payload))).toBeNull()
})

test.for([
  [
    { ...athens, at: '2020-01-15T09:00' },
    { error: 'past', field: 'at' },
  ],
  [
    { ...athens, at: 'soon' },
    { error: 'no-such-time', field: 'at' },
  ],
  [
    { ...athens, timeZone: 'Mars/Olympus' },
    { error: 'unknown-time-zone', field: 'timeZone' },
  ],
  [{}, { error: 'unknown-time-zone', field: 'timeZone' }],
] as const)('a moment that cannot be is refused with its field: %o', async ([body, fault]) => {
  expect(await ask('schedule', body)).toMatchObject({ status: 400, body: fault })
  expect(await stateOf()).toBe('draft')
})

test('what cannot be sent cannot be scheduled, and the field is named', async () => {
  await item.saveDraft('en', {}, { unpublish: true })

  expect(await ask('schedule', athens)).toMatchObject({
    status: 422,
    body: { error: 'no-edition', field: 'contents' },
  })
})

test('only editors schedule', async () => {
  expect((await ask('schedule', athens, null)).status).toBe(401)
  expect((await ask('schedule', athens, translator)).status).toBe(403)
  expect(await stateOf()).toBe('draft')
})

test('nothing leaves before its moment; when it has come, what then stands in the issue does', async () => {
  await ask('schedule', athens)
  await prepareIssue(payload, issueId)
  expect(await stateOf()).toBe('scheduled')
  expect(await issuesToBegin(databaseOf(payload))).toEqual([])

  await payload.update({
    collection: 'issues',
    id: issueId,
    locale: 'en',
    data: { subject: 'Changed meanwhile' },
  })
  await letItCome()
  expect(await issuesToBegin(databaseOf(payload))).toEqual([issueId])
  await Promise.all([prepareIssue(payload, issueId), prepareIssue(payload, issueId)])
  expect(await stateOf()).toBe('sending')
  const { rows } = await databaseOf(payload).execute<{ subject: string; mails: number }>(sql`
    select subject, (select count(*)::int from email_deliveries where edition_id = editions.id) as mails from editions
    where issue_id = ${issueId}
  `)
  expect(rows).toEqual([{ subject: 'Changed meanwhile', mails: 2 }])
})

test('what cannot be sent when its moment has come is a draft again, and says why', async () => {
  await ask('schedule', athens)
  await item.saveDraft('en', {}, { unpublish: true })
  await letItCome()
  await prepareIssue(payload, issueId)

  expect(await payload.findByID({ collection: 'issues', id: issueId })).toMatchObject({
    state: 'draft',
    problem: 'no-edition',
    scheduledFor: null,
  })
})

test('a scheduled issue is not sent by hand, and a sent one is not scheduled', async () => {
  await ask('schedule', athens)
  expect(await requestSend(payload, issueId)).toBe(false)
  await ask('unschedule')
  expect(await requestSend(payload, issueId)).toBe(true)

  expect(await ask('schedule', athens)).toMatchObject({ status: 409, body: { error: 'not-a-draft' } })
})
