import { afterEach, expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { skewClock } from '../../testing/faults/skewed-clock.ts'
import { personalNetwork, renderers } from '../../testing/personal-network.ts'

const { run, allow, person, plan, rowOf, makeDue, sendBySmtp } = await personalNetwork()

afterEach(() => skewClock(0))

test('a personal mail can be left with one click, names its language and list, and leaves once', async () => {
  await using server = await fakeSmtp()
  const mail = await plan(await person(), 'digest')
  await sendBySmtp(server)
  await sendBySmtp(server)

  expect(await rowOf(mail)).toEqual({ state: 'submitted', reason: null, late: false })
  expect(server.mails()).toHaveLength(1)
  const head = Object.fromEntries(
    server.mails()[0]?.parsed.headers.map(({ key, value }) => [key, value]) ?? [],
  )
  expect(head).toMatchObject({
    'list-unsubscribe': expect.stringMatching(/^<http:\/\/localhost:3000\/u\/v1\.[^>]+>$/),
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    'list-id': expect.stringContaining('<digest.el.'),
    'message-id': expect.stringContaining(mail),
    'feedback-id': '2026-W48:el:digest:emissary',
    'content-language': 'el',
    'auto-submitted': 'auto-generated',
    precedence: 'bulk',
    'x-delivery-id': mail,
  })
  expect(server.mails()[0]?.parsed.html).not.toContain('{{')
})

test('who left, is suppressed or paused is looked up when the mail is about to leave', async () => {
  await using server = await fakeSmtp()
  const [left, barred, resting, unfollowing, reminded] = [
    await person(),
    await person(),
    await person(),
    await person(),
    await person(),
  ]
  const mails = [
    await plan(left, 'digest'),
    await plan(barred, 'digest'),
    await plan(resting, 'digest'),
    await plan(unfollowing, 'notice'),
    await plan(reminded, 'reminder'),
  ]
  await run(sql`update subscriptions set state = 'ended' where subscriber_id = ${left}`)
  await run(sql`
    insert into suppressions (address_key, scope, reason) values (${barred}, 'global', 'complaint')
  `)
  await run(sql`
    update subscribers set paused_until = now() + interval '1 day' where id in (${resting}, ${reminded})
  `)
  await run(sql`delete from follows where subscriber_id = ${unfollowing}`)
  await sendBySmtp(server)

  expect(await Promise.all(mails.map(rowOf))).toEqual([
    { state: 'skipped', reason: 'unsubscribed', late: false },
    { state: 'skipped', reason: 'suppressed', late: false },
    { state: 'planned', reason: 'paused', late: true },
    { state: 'skipped', reason: 'unsubscribed', late: false },
    { state: 'skipped', reason: 'paused', late: false },
  ])
  expect(server.mails()).toEqual([])
})

test('whoever has had as many mails as the network allows gets the digest later, and a reminder at its moment', async () => {
  await using server = await fakeSmtp()
  await allow(2)
  const reader = await person()
  const [first, second, third] = [
    await plan(reader, 'notice', '1'),
    await plan(reader, 'notice', '2'),
    await plan(reader, 'digest'),
  ]
  const reminder = await plan(reader, 'reminder')
  await sendBySmtp(server)
  // The reminder left and counts, so there was room for one other.
  expect(await rowOf(reminder)).toMatchObject({ state: 'submitted' })
  const states = [await rowOf(first), await rowOf(second), await rowOf(third)]
  expect(states.map((row) => row?.state).toSorted()).toEqual(['planned', 'planned', 'submitted'])
  expect(states.filter((row) => row?.state === 'planned')).toEqual([
    { state: 'planned', reason: 'frequency-cap', late: true },
    { state: 'planned', reason: 'frequency-cap', late: true },
  ])

  await run(sql`
    update personal_mails set submitted_at = now() - interval '8 days' where state = 'submitted'
  `)
  await makeDue()
  await sendBySmtp(server)
  expect(server.mails()).toHaveLength(4)
})

test('a mail that cannot be made keeps nobody else from theirs', async () => {
  await using server = await fakeSmtp()
  const [broken, empty, whole] = [
    await plan(await person(), 'digest'),
    await plan(await person(), 'notice'),
    await plan(await person(), 'reminder'),
  ]
  await sendBySmtp(server, {
    renderers: {
      ...renderers,
      digest: () => Promise.reject(new Error('a fault of ours')),
      notice: async () => ({ skip: 'nothing-left' }),
    },
  })
  expect(await Promise.all([broken, empty, whole].map(rowOf))).toEqual([
    { state: 'planned', reason: 'rendering-failed', late: true },
    { state: 'skipped', reason: 'nothing-left', late: false },
    { state: 'submitted', reason: null, late: false },
  ])
})

test('of two workers each mail is sent by one', async () => {
  await using server = await fakeSmtp()
  for (let index = 0; index < 60; index++) await plan(await person(), 'digest')
  await Promise.all([1, 2].map(() => sendBySmtp(server)))
  expect(new Set(server.mails().map(({ to }) => to)).size).toBe(60)
  expect(server.mails()).toHaveLength(60)
})

test('a mailbox that is not there gets no further mail of any kind', async () => {
  await using server = await fakeSmtp()
  const reader = await person()
  const first = await plan(reader, 'digest')
  server.failNext({ at: 'rcpt', answer: '550 5.1.1 no such user' })
  await sendBySmtp(server)
  const second = await plan(reader, 'notice', 'later')
  await sendBySmtp(server)
  const { rows } = await run(sql`select reason, note from suppressions`)

  expect(await rowOf(first)).toMatchObject({ state: 'failed', reason: 'address-rejected' })
  expect(await rowOf(second)).toMatchObject({ state: 'skipped' })
  expect(rows).toEqual([{ reason: 'hard-bounce', note: '5.1.1' }])
  expect(server.mails()).toEqual([])
})

const DAY_MS = 86_400_000

test.for([
  ['ahead', DAY_MS],
  ['behind', -DAY_MS],
] as const)('a clock that is a day %s makes no personal mail wait longer or shorter', async ([, skew]) => {
  await using server = await fakeSmtp()
  const [putOff, broken] = [await plan(await person(), 'digest'), await plan(await person(), 'notice')]
  skewClock(skew)
  server.failNext({ at: 'rcpt', answer: '450 4.2.1 try again later' })
  const notice = () => Promise.reject(new Error('a fault of ours'))
  await sendBySmtp(server, { renderers: { ...renderers, notice } })
  const { rows } = await run(sql`
    select id, due_at between now() + interval '1 minute' and now() + interval '2 hours' as soon from personal_mails
  `)
  expect(new Map(rows.map(({ id, soon }) => [id, soon]))).toEqual(
    new Map([
      [putOff, true],
      [broken, true],
    ]),
  )
})
