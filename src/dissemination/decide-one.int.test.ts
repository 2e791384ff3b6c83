import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../database/database.ts'
import { askableMails, openMails } from '../ledger/issue-progress/open-questions.ts'
import { decisionsOf, type OneMailDecision } from '../ledger/mail-decisions.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { decisionEndpoints } from './decision-endpoints.ts'
import { finishIssues } from './finish-issues.ts'
import { askAgain, decideIssueMail } from './steer-issue.ts'

const actor = '0199c0de-0000-7000-8000-000000000009'

let payload: Payload
let newsletter: TestNewsletter
let issueId = ''

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  newsletter = await createTestNewsletter(payload)
  const { id } = await createTestItem(payload)
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: id }])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('email_deliveries email_batches mail_decisions'))
  await databaseOf(payload).execute(sql`update issues set state = 'sent' where id = ${issueId}::uuid`)
})

/** Letters of people who are still there. Answers their ids, oldest first. */
async function letters(states: readonly ('unconfirmed' | 'failed')[]): Promise<string[]> {
  const ids = states.map(() => randomUUID())
  const rows = states.map((state, index) => ({ id: ids[index], state, age: states.length - index }))
  await databaseOf(payload).execute(sql`
    insert into email_deliveries
      (id, issue_id, subscriber_id, newsletter_id, edition_id, locale, state, reason, attempts, updated_at)
    select id, ${issueId}::uuid, gen_random_uuid(), ${newsletter.id}::uuid, gen_random_uuid(), 'en', state, 'no-answer', 3,
      now() - make_interval(mins => age)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, state text, age int)
  `)
  return ids
}

const decide = (deliveryId: string, more: Partial<OneMailDecision> = {}) =>
  decideIssueMail(payload, { issueId, deliveryId, what: 'assumed', state: 'unconfirmed', actor, ...more })

async function states() {
  const { rows } = await databaseOf(payload).execute<{ is: string }>(
    sql`select concat_ws(' ', state, reason, attempts) as is from email_deliveries order by updated_at`,
  )
  return rows.map((row) => row.is)
}

test('one mail is taken as arrived, the others stay in doubt, and it is written down of which', async () => {
  const [first = '', second = ''] = await letters(['unconfirmed', 'unconfirmed'])
  expect(await decide(first)).toBe(true)

  expect(await states()).toEqual(['unconfirmed no-answer 3', 'submitted assumed 3'])
  const { rows } = await databaseOf(payload).execute(
    sql`select what, state, reason, delivery_id, mails, actor from mail_decisions`,
  )
  expect(rows).toEqual([
    { what: 'assumed', state: 'unconfirmed', reason: 'no-answer', delivery_id: first, mails: 1, actor },
  ])
  const open = await openMails({ issueId, state: 'unconfirmed' }, { from: 0, limit: 20 }, databaseOf(payload))
  expect(open.map(({ id }) => id)).toEqual([second])
})

test('one mail is sent again, and its issue goes on being sent', async () => {
  const [failed = ''] = await letters(['failed', 'unconfirmed'])
  expect(await decide(failed, { what: 'again', state: 'failed' })).toBe(true)

  expect(await states()).toEqual(['unconfirmed no-answer 3', 'planned 0'])
  const { state } = await payload.findByID({ collection: 'issues', id: issueId })
  expect(state).toBe('sending')
})

const waiting = async (): Promise<number> => {
  const { rows } = await databaseOf(payload).execute(
    sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  )
  return rows.length
}

test('an issue that is found done while a mail is to be sent again goes on', async () => {
  const [mail = ''] = await letters(['unconfirmed'])
  await databaseOf(payload).execute(sql`update issues set state = 'sending' where id = ${issueId}::uuid`)
  const { deciding, finishing } = await inTransaction(payload, async (report) => {
    await report.execute(sql`select from email_deliveries where id = ${mail}::uuid for update`)
    const decided = decide(mail, { what: 'again' })
    await expect.poll(waiting).toBe(1)
    const finished = finishIssues(payload)
    await expect.poll(waiting).toBe(2)
    return { deciding: decided, finishing: finished }
  })

  expect([await deciding, await finishing]).toEqual([true, []])
  const { state } = await payload.findByID({ collection: 'issues', id: issueId })
  expect([state, await states()]).toEqual(['sending', ['planned 0']])
})

test('of many who decide about a mail at once, one does, and there is one word of it', async () => {
  const [mail = ''] = await letters(['unconfirmed'])
  const done = await Promise.all(
    Array.from({ length: 8 }, (_, index) => decide(mail, { what: index % 2 === 0 ? 'assumed' : 'again' })),
  )

  expect(done.filter((each) => each)).toEqual([true])
  expect(await decisionsOf(issueId, databaseOf(payload))).toMatchObject([{ mails: 1 }])
})

test.for([
  ['that a report has settled meanwhile', sql`state = 'submitted', reason = null`],
  ['whose reader was erased', sql`subscriber_id = null`],
  ['of another issue', sql`issue_id = gen_random_uuid()`],
] as const)('nothing is decided about a mail %s', async ([, meanwhile]) => {
  const [mail = ''] = await letters(['unconfirmed'])
  await databaseOf(payload).execute(sql`update email_deliveries set ${meanwhile}`)

  expect(await decide(mail)).toBe(false)
  expect(await decisionsOf(issueId, databaseOf(payload))).toEqual([])
})

test('mails without an answer whose keys are remembered are asked now, and keep their batch', async () => {
  const [mail = ''] = await letters(['unconfirmed'])
  expect([await askAgain(payload, issueId), await askableMails(issueId, databaseOf(payload))]).toEqual([
    false,
    null,
  ])
  await databaseOf(payload).execute(sql`
    with batch as (
      insert into email_batches (id, issue_id, edition_id, transport, payload_hash, first_attempt_at, attempts, due_at)
      values (gen_random_uuid(), ${issueId}::uuid, gen_random_uuid(), 'resend', 'x', now(), 1, now() + interval '1 hour')
      returning id
    )
    update email_deliveries set state = 'submitting', batch_id = batch.id from batch where email_deliveries.id = ${mail}::uuid
  `)

  expect(await askableMails(issueId, databaseOf(payload))).toMatchObject({ mails: 1 })
  expect(await askAgain(payload, issueId)).toBe(true)
  const { rows } = await databaseOf(payload).execute(
    sql`select due_at <= now() as due, attempts, state, payload_hash from email_batches`,
  )
  expect(rows).toEqual([{ due: true, attempts: 1, state: 'open', payload_hash: 'x' }])
})

/** Asks as a person of staff with this role, or as nobody. */
async function post(path: string, data: unknown, role: 'editor' | 'translator' | null = 'editor') {
  const endpoint = decisionEndpoints.find((each) => each.path === `/:id/${path}`)
  const req = {
    payload,
    user: role === null ? null : { collection: 'users', id: actor, roles: [role] },
    routeParams: { id: issueId },
    data,
    json: async () => data,
    headers: new Headers(),
  }
  const answer = await endpoint?.handler(req as never)
  return [answer?.status, await answer?.json()]
}

test.for([
  [{ what: 'assumed' }, 400, { error: 'invalid', field: 'deliveryId' }],
  [{ deliveryId: actor, what: 'lost' }, 400, { error: 'invalid', field: 'what' }],
  [
    { deliveryId: actor, what: 'assumed', state: 'failed' },
    422,
    { error: 'failed-did-not-arrive', field: 'what' },
  ],
  [{ deliveryId: actor, what: 'assumed' }, 409, { error: 'not-possible-now' }],
] as const)('the decision %o is refused', async ([data, status, body]) => {
  expect(await post('decide-one', data)).toEqual([status, body])
})

test('who does not publish decides nothing, and of a cancelled issue nothing is sent again', async () => {
  const [mail = ''] = await letters(['unconfirmed'])
  const again = { deliveryId: mail, what: 'again' }
  expect(await post('decide-one', again, 'translator')).toEqual([403, { error: 'editors-only' }])
  expect(await post('ask-again', {}, 'translator')).toEqual([403, { error: 'editors-only' }])

  await databaseOf(payload).execute(sql`update issues set state = 'cancelled' where id = ${issueId}::uuid`)
  expect(await post('decide-one', again)).toEqual([409, { error: 'cancelled' }])
  expect(await post('decide-one', { ...again, what: 'assumed' })).toEqual([200, { mails: 1 }])
})

/** That the issue, or another, leaves a domain alone. Answers the hold's id. */
async function held(issue = issueId): Promise<string> {
  const id = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into domain_holds (id, issue_id, mx_group) values (${id}::uuid, ${issue}::uuid, ${id})
  `)
  return id
}

test.for([
  [{ what: 'domain-again' }, 400, { error: 'invalid', field: 'holdId' }],
  [{ holdId: actor, what: 'again' }, 400, { error: 'invalid', field: 'what' }],
  [{ holdId: actor, what: 'domain-again' }, 409, { error: 'not-possible-now' }],
] as const)('the decision about a domain %o is refused', async ([data, status, body]) => {
  expect(await post('decide-hold', data)).toEqual([status, body])
})

test('who publishes decides about a domain, once, and about none of another issue', async () => {
  const [own, others] = [await held(), await held(randomUUID())]
  const decision = { holdId: own, what: 'domain-given-up' }
  expect(await post('decide-hold', decision, null)).toEqual([401, { error: 'editors-only' }])
  expect(await post('decide-hold', decision, 'translator')).toEqual([403, { error: 'editors-only' }])
  expect(await post('decide-hold', { ...decision, holdId: others })).toEqual([
    409,
    { error: 'not-possible-now' },
  ])
  expect(await post('decide-hold', decision)).toEqual([200, { mails: 0 }])
  expect(await post('decide-hold', decision)).toEqual([409, { error: 'not-possible-now' }])
})
