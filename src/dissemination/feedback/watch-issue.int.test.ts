import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { bounced, toldNetwork } from '../../testing/told-network.ts'
import { sendIssue } from '../send-issue.ts'
import { resumeIssue } from '../steer-issue.ts'
import { followRefusals } from './follow-refusals.ts'

const { payload, tell, issueWith } = await toldNetwork()

test.for([
  ['complaints', { kind: 'complained' }, 1000, 3],
  ['complaints', { kind: 'complained' }, 100, 2],
  ['hard-bounces', bounced('hard'), 100, 5],
  ['refusals', bounced('policy'), 100, 20],
] as const)(
  'an issue with too many %s is paused, at one more than may be',
  async ([alarm, told, letters, may]) => {
    const { ids, stands } = await issueWith(letters)
    await databaseOf(payload).execute(sql`update email_deliveries set domain = id || '.example'`)
    for (const id of ids.slice(0, may)) await tell(id, told)
    expect(await stands()).toEqual(['sending', null])

    await tell(ids[may] ?? '', told)
    expect(await stands()).toEqual(['paused', alarm])
  },
)

test('what one domain refuses pauses no issue, and what seven refuse does', async () => {
  const { ids, stands } = await issueWith(100)
  for (const id of ids) await tell(id, bounced('policy'))
  const ofOne = await stands()
  await databaseOf(payload).execute(sql`
    update email_deliveries d set domain = (placed.place % 7) || '.example'
    from (select id, row_number() over (order by id) as place from email_deliveries) placed where placed.id = d.id
  `)
  await tell(ids[0] ?? '', bounced('policy'))
  expect([ofOne, await stands()]).toEqual([
    ['sending', null],
    ['paused', 'refusals'],
  ])
})

test('soft bounces and fewer than a hundred letters pause nothing', async () => {
  const many = await issueWith(100)
  for (const id of many.ids.slice(0, 40)) await tell(id, bounced('soft'))
  const few = await issueWith(99)
  for (const id of few.ids.slice(0, 10)) await tell(id, bounced('hard'))

  expect([await many.stands(), await few.stands()]).toEqual([
    ['sending', null],
    ['sending', null],
  ])
})

test('what came back before a hundred had left pauses the issue once they have', async () => {
  const { issueId, ids, leave, stands } = await issueWith(99)
  for (const id of ids.slice(0, 3)) await tell(id, { kind: 'complained' })
  await leave(1)
  expect(await stands()).toEqual(['sending', null])

  await sendIssue(payload, issueId, { transport: [], signal: new AbortController().signal })
  expect(await stands()).toEqual(['paused', 'complaints'])
})

test('whoever resumes it has seen the cause, and what left before pauses it no second time', async () => {
  const { issueId, ids, stands } = await issueWith(100)
  for (const id of ids.slice(0, 6)) await tell(id, bounced('hard'))
  await resumeIssue(payload, issueId)
  for (const id of ids.slice(6, 20)) await tell(id, bounced('hard'))
  expect(await stands()).toEqual(['sending', null])

  for (const id of ids.slice(20, 23)) await tell(id, { kind: 'complained' })
  expect(await stands()).toEqual(['paused', 'complaints'])
})

test('what leaves after an issue was resumed pauses it again for the same cause', async () => {
  const { issueId, ids, leave, stands } = await issueWith(100)
  for (const id of ids.slice(0, 6)) await tell(id, bounced('hard'))
  await resumeIssue(payload, issueId)
  const later = await leave(100)
  for (const id of later.slice(0, 5)) await tell(id, bounced('hard'))
  expect(await stands()).toEqual(['sending', null])

  await tell(later[5] ?? '', bounced('hard'))
  expect(await stands()).toEqual(['paused', 'hard-bounces'])
})

/** The server said at once that there is no such mailbox, or the domain that it takes no mail. */
async function refusedAtOnce(ids: readonly string[], reason: 'address-rejected' | 'no-mail-server') {
  await databaseOf(payload).execute(sql`
    update email_deliveries set state = 'failed', reason = ${reason}, submitted_at = null, updated_at = now()
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
  `)
  await followRefusals(
    payload,
    ids.map((id) => ({ id, bounceClass: 'hard', status: '5.1.1' })),
  )
}

test.for(['address-rejected', 'no-mail-server'] as const)(
  'who is refused at once as %s counts with the hard bounces that are told later',
  async (reason) => {
    const { ids, stands } = await issueWith(100)
    await refusedAtOnce(ids.slice(0, 3), reason)
    for (const id of ids.slice(3, 5)) await tell(id, bounced('hard'))
    expect(await stands()).toEqual(['sending', null])

    await refusedAtOnce(ids.slice(5, 6), reason)
    expect(await stands()).toEqual(['paused', 'hard-bounces'])
  },
)

test('of who was refused at once before somebody resumed the issue no second alarm is given', async () => {
  const { issueId, ids, leave, stands } = await issueWith(100)
  await refusedAtOnce(ids.slice(0, 6), 'address-rejected')
  expect(await stands()).toEqual(['paused', 'hard-bounces'])
  await resumeIssue(payload, issueId)
  const later = await leave(100)
  for (const id of later.slice(0, 5)) await tell(id, bounced('hard'))
  expect(await stands()).toEqual(['sending', null])

  await refusedAtOnce(later.slice(5, 7), 'address-rejected')
  expect(await stands()).toEqual(['paused', 'hard-bounces'])
})

test('a refusal of a full mailbox is none of an address', async () => {
  const { ids, stands } = await issueWith(100)
  await databaseOf(payload).execute(
    sql`update email_deliveries set state = 'failed', reason = 'mailbox-refused'`,
  )
  await followRefusals(
    payload,
    ids.map((id) => ({ id, bounceClass: 'soft', status: '4.2.2' })),
  )
  expect(await stands()).toEqual(['sending', null])
})

const longAgo = sql`'-infinity'::timestamptz`
const afterwards = sql`'infinity'::timestamptz`
const theOne = (id: string | null) => id
const all = () => null
const another = () => randomUUID()

test.for([
  ['nobody had sent again', [], 'paused', 'accepted-twice'],
  ['a person had sent again with all others', [[longAgo, all]], 'sending', null],
  ['a person had sent again', [[longAgo, theOne]], 'sending', null],
  ['had left before others were sent again', [[afterwards, all]], 'paused', 'accepted-twice'],
  ['is another than was sent again', [[longAgo, another]], 'paused', 'accepted-twice'],
] as const)(
  'of a letter that %s the mail service knows two: the issue',
  async ([, decisions, ...expected]) => {
    const { issueId, ids, stands } = await issueWith(1)
    const [id = ''] = ids
    for (const [at, about] of decisions)
      await databaseOf(payload).execute(sql`
      insert into mail_decisions (issue_id, what, state, mails, actor, at, delivery_id)
      values (${issueId}::uuid, 'again', 'unconfirmed', 1, ${randomUUID()}::uuid, ${at}, ${about(id)}::uuid)
    `)
    await databaseOf(payload).execute(sql`update email_deliveries set provider_id = 'first'`)
    for (const providerId of ['first', 'second'])
      await tell(id, { kind: 'delivered', source: 'resend', providerId })

    expect(await stands()).toEqual(expected)
  },
)
