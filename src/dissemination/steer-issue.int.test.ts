import { beforeEach, expect, test } from 'vitest'

import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { mailedProduct } from '../testing/mailed-product.ts'

const { smtp, payload, ownTransport } = await mailedProduct()
const { databaseOf, sql } = await import('../database/database.ts')
const { decisionsOf } = await import('../ledger/mail-decisions.ts')
const { readIssue } = await import('./issue-source.ts')
const { prepareIssue } = await import('./prepare-issue.ts')
const { requestSend } = await import('./request-send.ts')
const { sendIssue } = await import('./send-issue.ts')
const { cancelIssue, decideIssueMails, pauseIssue, resumeIssue } = await import('./steer-issue.ts')

const actor = '0199c0de-0000-7000-8000-000000000009'

beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('email_deliveries email_batches editions subscriptions subscribers suppressions issues'),
  )
})

/** An issue that is being sent to so many people, with nobody working on it yet. */
async function frozenIssue(people: number): Promise<string> {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(people, ['en'])
  const item = await createTestItem(payload)
  await item.publish('en')
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  return issueId
}

const work = (issueId: string) =>
  sendIssue(payload, issueId, { transport: ownTransport(), signal: new AbortController().signal })

const stateOf = async (issueId: string) => (await readIssue(payload, issueId))?.state

async function states(issueId: string) {
  const { rows } = await databaseOf(payload).execute<{
    state: string
    reason: string | null
    people: number
  }>(sql`
    select state, reason, count(*)::int as people from email_deliveries where issue_id = ${issueId}
    group by 1, 2 order by 1, 2
  `)
  return rows.map(({ state, reason, people }) =>
    [people, state, reason].filter((part) => part !== null).join(' '),
  )
}

test('a paused issue sends nothing, and resumed it goes on to everybody, once', async () => {
  const issueId = await frozenIssue(120)
  const from = smtp.mails().length
  smtp.delay(50)
  const sending = work(issueId)
  await smtp.arrived(from + 1)
  expect(await pauseIssue(payload, issueId)).toBe(true)
  await sending
  smtp.delay(0)
  const sent = smtp.mails().length - from
  await work(issueId)
  expect([await stateOf(issueId), smtp.mails().length - from]).toEqual(['paused', sent])
  expect(sent).toBeLessThan(120)

  expect(await resumeIssue(payload, issueId)).toBe(true)
  await work(issueId)
  const addresses = smtp
    .mails()
    .slice(from)
    .map(({ to }) => to)
  expect([addresses.length, new Set(addresses).size, await stateOf(issueId)]).toEqual([120, 120, 'sent'])
})

test('a mail that a worker holds does not leave once the issue is paused', async () => {
  const issueId = await frozenIssue(1)
  const { beginSubmitting } = await import('../ledger/email-deliveries.ts')
  const { editionsWithDueMails, holdMails } = await import('../ledger/hold-mails.ts')
  const [editionId = ''] = await editionsWithDueMails(issueId, databaseOf(payload))
  const turn = { issueId, editionId, limit: 10, after: '', transport: 'smtp', zones: null }
  const { leaseToken, mails } = await holdMails(turn, databaseOf(payload))
  await pauseIssue(payload, issueId)

  const ids = mails.map(({ id }) => id)
  expect([
    ids.length,
    (await beginSubmitting(ids, { leaseToken, transport: 'smtp' }, databaseOf(payload))).size,
  ]).toEqual([1, 0])
})

test('cancelled, whoever has not been written to gets nothing and has a row that says so', async () => {
  const issueId = await frozenIssue(4)
  const from = smtp.mails().length
  await pauseIssue(payload, issueId)
  expect(await cancelIssue(payload, issueId)).toBe(true)
  await work(issueId)

  expect([await states(issueId), smtp.mails().length - from, await stateOf(issueId)]).toEqual([
    ['4 skipped cancelled'],
    0,
    'cancelled',
  ])
  expect([await resumeIssue(payload, issueId), await cancelIssue(payload, issueId)]).toEqual([false, false])
})

test('an issue that is cancelled while it is prepared is never entered', async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(1, ['en'])
  const item = await createTestItem(payload)
  await item.publish('en')
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await requestSend(payload, issueId)
  await cancelIssue(payload, issueId)
  await prepareIssue(payload, issueId)

  expect([await states(issueId), await stateOf(issueId)]).toEqual([[], 'cancelled'])
})

test('of mails without an answer a person decides that they arrived: nobody gets a second one, and it is written down', async () => {
  const issueId = await frozenIssue(1)
  const from = smtp.mails().length
  smtp.failNext({ at: 'accepted', hangUp: true })
  await work(issueId)
  expect(await states(issueId)).toEqual(['1 unconfirmed no-answer'])

  expect(
    await decideIssueMails(payload, { issueId, what: 'assumed', state: 'unconfirmed', reason: null, actor }),
  ).toBe(1)
  await work(issueId)
  expect([await states(issueId), smtp.mails().length - from]).toEqual([['1 submitted assumed'], 1])
  expect(await decisionsOf(issueId, databaseOf(payload))).toMatchObject([
    { what: 'assumed', mails: 1, actor },
  ])
})

test.for([
  ['unconfirmed', { at: 'accepted', hangUp: true }, 2],
  ['failed', { at: 'rcpt', answer: '550 5.7.1 blocked' }, 1],
] as const)(
  'mails that are %s are sent again when a person says so, once',
  async ([state, fault, arrived]) => {
    const issueId = await frozenIssue(1)
    const from = smtp.mails().length
    smtp.failNext(fault)
    await work(issueId)
    const decision = { issueId, what: 'again', state, reason: null, actor } as const

    expect([await decideIssueMails(payload, decision), await decideIssueMails(payload, decision)]).toEqual([
      1, 0,
    ])
    expect(await stateOf(issueId)).toBe('sending')
    await work(issueId)
    expect([await states(issueId), await stateOf(issueId), smtp.mails().length - from]).toEqual([
      ['1 submitted'],
      'sent',
      arrived,
    ])
  },
)
