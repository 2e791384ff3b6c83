import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { checkLedger } from '../../audience/ledger/check-ledger.ts'
import { findSubscriber, type Subscriber } from '../../audience/subscriber.ts'
import { suppressionsOf } from '../../audience/suppression/read-suppressions.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { issueFeedback } from '../../ledger/issue-feedback.ts'
import type { Feedback } from '../../ledger/mail-feedback.ts'
import { settleLapsedPersonalMails } from '../../ledger/personal-mails.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { letterNow, sentLetters } from '../../testing/sent-letter.ts'
import { resumeIssue } from '../steer-issue.ts'
import { followRefusals } from './follow-refusals.ts'
import { recordFeedback } from './record-feedback.ts'

let payload: Payload
let practiceLetter: string
let policyLetter: string
let item: { relationTo: 'news'; value: string }

beforeAll(async () => {
  payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en'])
  ;[practiceLetter, policyLetter] = newsletterIds
  item = { relationTo: 'news', value: (await createTestItem(payload)).id }
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(sql`
    truncate email_deliveries, personal_mails, mail_feedback, issue_alarms, mail_decisions, issues, subscribers,
      subscriptions, follows, suppressions, consent_events cascade
  `)
})

const now = new Date('2026-11-23T10:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000)
const topic = randomUUID()

const somebody = (email = 'amina@example.org') =>
  confirmedPerson(payload, {
    address: email,
    newsletterIds: [practiceLetter, policyLetter],
    follows: [{ target: 'topics', targetId: topic, reminder: false }],
    now: inDays(-400),
  })

const letterTo = async ({ id }: Pick<Subscriber, 'id'>, submittedAt = now) => {
  const [letter = ''] = await sentLetters(payload, [
    { subscriberId: id, newsletterId: practiceLetter, submittedAt },
  ])
  return letter
}

type Told = Partial<Feedback> & Pick<Feedback, 'kind'>

const tell = (deliveryId: string | null, told: Told) =>
  recordFeedback(
    payload,
    {
      key: `mail:${randomUUID()}`,
      source: 'mailbox',
      deliveryId,
      providerId: null,
      bounceClass: null,
      status: null,
      replyCode: null,
      at: now,
      ...told,
    },
    told.at ?? now,
  )

const bounced = (bounceClass: Feedback['bounceClass'], at = now): Told => ({
  kind: 'bounced',
  bounceClass,
  at,
})

const stateOf = async ({ id }: Pick<Subscriber, 'id'>) => {
  const person = await findSubscriber(id, databaseOf(payload))
  return person === null ? null : [person.status, person.newsletterIds, person.follows.length]
}

const barringOf = async ({ addressKey }: Pick<Subscriber, 'addressKey'>) =>
  (await suppressionsOf(addressKey, databaseOf(payload)))
    .filter(({ scope }) => scope === 'global')
    .map(({ reason, origin, note }) => [reason, origin, note])

const kept = async () => {
  const { rows } = await databaseOf(payload).execute<{ kind: string; known: boolean }>(sql`
    select kind, delivery_id is not null as known from mail_feedback order by id
  `)
  return rows.map(({ kind, known }) => `${kind}${known ? '' : ' of no mail'}`)
}

test.for([
  [
    'a mailbox that is not there',
    { ...bounced('hard'), status: '5.1.1' },
    ['hard-bounce', 'mailbox', '5.1.1'],
  ],
  ['a complaint', { kind: 'complained' }, ['complaint', 'mailbox', null]],
] as const)('%s bars the address from everything, and the ledger proves it', async ([, told, barring]) => {
  const person = await somebody()
  expect(await tell(await letterTo(person), told)).toBe('recorded')

  expect(await barringOf(person)).toEqual([barring])
  expect(await stateOf(person)).toEqual(['ended', [], 0])
  expect(await checkLedger(databaseOf(payload))).toMatchObject({ people: 1, differing: 0, falsified: 0 })
})

test.for([
  ['a refusal by policy', bounced('policy')],
  ['one soft bounce', bounced('soft')],
  ['a delay', { kind: 'delayed' }],
  ['a delivery', { kind: 'delivered' }],
  ['somebody who is away', { kind: 'auto-reply' }],
  ['somebody who answers', { kind: 'other' }],
] as const)('%s changes nothing for the person', async ([, told]) => {
  const person = await somebody()
  await tell(await letterTo(person), told)

  expect(await barringOf(person)).toEqual([])
  expect(await stateOf(person)).toEqual(['active', [practiceLetter, policyLetter], 1])
  expect(await kept()).toEqual([told.kind])
})

test('who asks their mail program to leave has left that newsletter and nothing else', async () => {
  const person = await somebody()
  await tell(await letterTo(person), { kind: 'left' })

  expect(await barringOf(person)).toEqual([])
  expect(await stateOf(person)).toEqual(['active', [policyLetter], 1])
  expect(await checkLedger(databaseOf(payload))).toMatchObject({ differing: 0 })
})

test.for([
  ['digest', [[], 1]],
  ['notice', [2, 0]],
] as const)('who leaves by answering to a %s has left what it belongs to', async ([kind, left]) => {
  const person = await somebody()
  const mail = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into personal_mails (id, subscriber_id, kind, key, state, submitted_at)
    values (${mail}, ${person.id}::uuid, ${kind}, '1', 'submitted', now())
  `)
  await tell(mail, { kind: 'left' })

  const [newsletters, follows] = left
  const [, newsletterIds, followed] = (await stateOf(person)) ?? []
  expect([newsletterIds, followed]).toEqual([
    newsletters === 2 ? [practiceLetter, policyLetter] : newsletters,
    follows,
  ])
})

test('what is told twice is kept once, and counts once', async () => {
  const letter = await letterTo(await somebody())
  const told: Told = { ...bounced('hard'), key: 'mail:the-same' }

  expect([await tell(letter, told), await tell(letter, told)]).toEqual(['recorded', 'known'])
  expect(await kept()).toEqual(['bounced'])
})

test('of facts that come in any order the earliest time stands', async () => {
  const letter = await letterTo(await somebody())
  await tell(letter, { kind: 'delivered', at: inDays(2) })
  await tell(letter, bounced('policy', inDays(3)))
  await tell(letter, { kind: 'delivered', at: inDays(1) })
  await tell(letter, bounced('soft', inDays(1)))
  await tell(letter, bounced('policy', inDays(2)))

  expect(await letterNow(payload, letter)).toEqual({
    state: 'submitted',
    reason: null,
    delivered: '2026-11-24T10:00:00',
    bounced: '2026-11-24T10:00:00',
    bounceClass: 'soft',
    complained: null,
  })
})

test.for([
  ['delivered', { kind: 'delivered' }, 'submitted'],
  ['delayed', { kind: 'delayed' }, 'submitted'],
  ['bounced', bounced('policy'), 'submitted'],
  ['answered by a person', { kind: 'other' }, 'unconfirmed'],
] as const)('a mail in doubt that was %s: whether it is out of doubt', async ([, told, state]) => {
  const { id: subscriberId } = await somebody()
  const [letter = ''] = await sentLetters(payload, [
    { subscriberId, newsletterId: practiceLetter, state: 'unconfirmed', submittedAt: now },
  ])
  await tell(letter, told)

  expect(await letterNow(payload, letter)).toMatchObject({ state })
})

test('a personal mail that was told of while it was under way is in no doubt when its worker vanished', async () => {
  const { id: subscriberId } = await somebody()
  const [told, untold] = [randomUUID(), randomUUID()]
  await databaseOf(payload).execute(sql`
    insert into personal_mails (id, subscriber_id, kind, key, state, lease_until)
    select id, ${subscriberId}::uuid, 'notice', id::text, 'submitting', now() - interval '1 minute'
    from (values (${told}::uuid), (${untold}::uuid)) as mail (id)
  `)
  await tell(told, { kind: 'delivered' })

  expect(await settleLapsedPersonalMails(databaseOf(payload))).toEqual({ unconfirmed: 1 })
  const { rows } = await databaseOf(payload).execute(sql`
    select state, reason from personal_mails order by state
  `)
  expect(rows).toEqual([
    { state: 'submitted', reason: null },
    { state: 'unconfirmed', reason: 'worker-vanished' },
  ])
})

test('what is told about none of our mails is kept where it is grave, and follows nobody', async () => {
  const person = await somebody()
  expect([
    await tell(randomUUID(), bounced('hard')),
    await tell(null, { kind: 'complained' }),
    await tell(null, { kind: 'delivered' }),
    await tell(null, { kind: 'other' }),
  ]).toEqual(['recorded', 'recorded', 'ignored', 'ignored'])

  expect(await kept()).toEqual(['bounced of no mail', 'complained of no mail'])
  expect(await barringOf(person)).toEqual([])
})

test('of somebody who was erased the fact is kept, and nobody is barred', async () => {
  const person = await somebody()
  const letter = await letterTo(person)
  await inTransaction(payload, (transaction) => eraseSubscriber(person, now, transaction))
  await tell(letter, bounced('hard'))

  expect(await letterNow(payload, letter)).toMatchObject({ bounceClass: 'hard' })
  expect(await barringOf(person)).toEqual([['erased', 'person', null]])
})

const softly = async (days: readonly number[], others: readonly (readonly [number, Told | null])[] = []) => {
  const person = await somebody()
  const mails = [...days.map((day) => [day, bounced('soft', inDays(day))] as const), ...others]
  for (const [day, told] of mails.toSorted(([one], [other]) => one - other)) {
    const letter = await letterTo(person, inDays(day))
    if (told !== null) await tell(letter, told)
  }
  return barringOf(person)
}

test.for([
  ['three in a month and a day', [0, 10, 31], [], 1],
  ['three in a month less a day', [0, 10, 29], [], 0],
  ['two in two months', [0, 60], [], 0],
  ['three, with one that arrived between', [0, 10, 40], [[20, null]], 0],
  ['three, with a refusal by policy between', [0, 10, 40], [[20, bounced('policy')]], 0],
  ['three, and one of which nothing is known yet', [0, 10, 40], [[41, null]], 1],
  ['four, the first long ago and one that arrived since', [-90, 0, 10, 31], [[-60, null]], 1],
] as const)('after soft bounces, %s: barred or not', async ([, days, others, entries]) => {
  const barring = await softly(days, others)
  expect(barring).toEqual(Array(entries).fill(['hard-bounce', 'mailbox', 'soft-bounces']))
})

/** They were written to at one address, and are at another by now. */
const moved = async () => {
  const before = await somebody()
  const letter = await letterTo(before)
  await databaseOf(payload).execute(sql`
    update email_deliveries set address_key = ${before.addressKey} where id = ${letter}::uuid
  `)
  const key = addressKey('moved@example.org')
  await databaseOf(payload).execute(sql`
    update subscribers set email = 'moved@example.org', address_key = ${key} where id = ${before.id}::uuid
  `)
  return { before, now: { ...before, addressKey: key }, letter }
}

test.for([
  ['a bounce', bounced('hard')],
  ['a complaint', { kind: 'complained' }],
] as const)(
  '%s about a mail to an address that was left bars that one, and ends nothing',
  async ([, told]) => {
    const { before, now: present, letter } = await moved()
    await tell(letter, told)

    expect((await barringOf(before)).length).toBe(1)
    expect(await barringOf(present)).toEqual([])
    expect(await stateOf(present)).toEqual(['active', [practiceLetter, policyLetter], 1])
  },
)

test('nothing follows for somebody who took the address over: they have confirmed it since', async () => {
  const { before, letter } = await moved()
  const successor = await somebody()
  await tell(letter, bounced('hard'))

  expect(successor.addressKey).toBe(before.addressKey)
  expect(await barringOf(before)).toEqual([])
  expect(await stateOf(successor)).toEqual(['active', [practiceLetter, policyLetter], 1])
})

test('who asks to leave by a mail to an address that they left has left', async () => {
  const { now: present, letter } = await moved()
  await tell(letter, { kind: 'left' })

  expect(await stateOf(present)).toEqual(['active', [policyLetter], 1])
})

test('soft bounces of an address that was left count for nothing at the new one', async () => {
  const { before, now: present, letter } = await moved()
  await tell(letter, bounced('soft'))
  for (const day of [10, 31]) {
    const later = await letterTo(present, inDays(day))
    await databaseOf(payload).execute(sql`
      update email_deliveries set address_key = ${present.addressKey} where id = ${later}::uuid
    `)
    await tell(later, bounced('soft', inDays(day)))
  }

  expect([await barringOf(before), await barringOf(present)]).toEqual([[], []])
})

test('of somebody who was erased no mail says where it went', async () => {
  const { now: present, letter } = await moved()
  await databaseOf(payload).execute(sql`
    update email_deliveries set domain = 'theirname.example', mx_group = 'theirname.example' where id = ${letter}::uuid
  `)
  await inTransaction(payload, (transaction) => eraseSubscriber(present, now, transaction))
  const { rows } = await databaseOf(payload).execute(sql`
    select address_key, domain, mx_group from email_deliveries where id = ${letter}::uuid
  `)

  expect(rows).toEqual([{ address_key: null, domain: null, mx_group: null }])
})

let issues = 0

/** An issue that is being sent, with so many letters submitted, to nobody that is known any more. */
async function issueWith(letters: number) {
  const { id: issueId } = await payload.create({
    collection: 'issues',
    locale: 'en',
    data: {
      newsletter: practiceLetter,
      number: ++issues,
      subject: 'What worked',
      state: 'draft',
      contents: [{ blockType: 'items', items: [item] }],
    },
  })
  await databaseOf(payload).execute(sql`update issues set state = 'sending' where id = ${issueId}::uuid`)
  const sent = (count: number, submittedAt: Date) =>
    sentLetters(
      payload,
      Array.from({ length: count }, () => ({ issueId, newsletterId: practiceLetter, submittedAt })),
    )
  const ids = await sent(letters, new Date(Date.now() - 60_000))
  /** So many more leave, after all that has happened so far. */
  const leave = (count: number) => sent(count, new Date(Date.now() + 1000))
  const stands = async () => {
    const { rows } = await databaseOf(payload).execute<{ state: string; problem: string | null }>(sql`
      select state, problem from issues where id = ${issueId}::uuid
    `)
    return [rows[0]?.state, rows[0]?.problem]
  }
  return { issueId, ids, leave, stands }
}

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

test('what came back of an issue is counted by kind', async () => {
  const { issueId, ids } = await issueWith(6)
  const told: readonly Told[] = [
    { kind: 'delivered' },
    { kind: 'complained' },
    bounced('hard'),
    bounced('soft'),
    bounced('policy'),
  ]
  for (const [index, each] of told.entries()) await tell(ids[index] ?? '', each)

  expect(await issueFeedback(issueId, databaseOf(payload))).toEqual({
    submitted: 6,
    delivered: 1,
    hard: 1,
    soft: 1,
    policy: 1,
    complained: 1,
  })
})
