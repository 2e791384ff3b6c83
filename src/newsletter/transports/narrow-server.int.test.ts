import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { frozenBatch, frozenMail, singleMail } from '../../testing/describe-transport.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { doorsAt } from './connection-places.ts'
import { smtp } from './smtp.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())
beforeEach(() => run(emptying('mail_connections')))

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)
const patient = () => ({ signal: AbortSignal.timeout(20_000) })

/** A process of ours at a mail server that takes so many connections from all of them. */
const processAt = (url: string, most: number) =>
  smtp({ url, doors: doorsAt(most, () => databaseOf(payload)) })

const letters = (count: number) =>
  frozenBatch(Array.from({ length: count }, (_, index) => frozenMail(1, `reader${index}@example.org`)))

const kinds = (outcomes: readonly { readonly kind: string }[]) => [
  ...new Set(outcomes.map(({ kind }) => kind)),
]

describe.for([1, 2, 5])('at a server that takes %i connections', (most) => {
  test('a confirmation of another process leaves in the middle of an issue, and nobody is sent away', async () => {
    await using server = await fakeSmtp({ maxClients: most })
    server.delay(20)
    const [worker, web] = [processAt(server.url, most), processAt(server.url, most)]
    const issue = worker.send(letters(80), patient())
    await server.arrived(5)
    const confirmation = await web.sendOne(singleMail, patient())
    const before = server.mails().findIndex(({ to }) => to === singleMail.to)
    const outcomes = await issue
    await Promise.all([worker.close(), web.close()])

    expect([confirmation.kind, kinds(outcomes)]).toEqual(['accepted', ['accepted']])
    expect(server.mails()).toHaveLength(81)
    expect(before).toBeLessThan(60)
  })

  test('the letters of two workers all leave over them', async () => {
    await using server = await fakeSmtp({ maxClients: most })
    const workers = [processAt(server.url, most), processAt(server.url, most)]
    const outcomes = await Promise.all(workers.map((worker) => worker.send(letters(150), patient())))
    await Promise.all(workers.map((worker) => worker.close()))

    expect(kinds(outcomes.flat())).toEqual(['accepted'])
    expect(server.mails()).toHaveLength(300)
  })
})

test.for([
  [1, 1],
  [2, 1],
  [5, 4],
  [10, 8],
] as const)('at a server that takes %i connections letters use at most %i', async ([most, used]) => {
  await using server = await fakeSmtp()
  server.delay(10)
  const worker = processAt(server.url, most)
  await worker.send(letters(60), patient())
  expect(server.connections()).toBe(used)
  await worker.close()
})

test('what is made for one person gives way to a confirmation, mail by mail', async () => {
  await using server = await fakeSmtp({ maxClients: 2 })
  server.delay(50)
  const [worker, web] = [processAt(server.url, 2), processAt(server.url, 2)]
  const digest = (number: number) => ({
    ...singleMail,
    key: `personal/${number}`,
    to: `digest${number}@example.org`,
    listed: { messageId: `${number}@example.org`, deliveryId: crypto.randomUUID(), others: [] },
  })
  const digests = Array.from({ length: 30 }, (_, number) => worker.sendOne(digest(number), patient()))
  await server.arrived(2)
  await web.sendOne(singleMail, patient())
  const at = server.mails().findIndex(({ to }) => to === singleMail.to)
  expect(kinds(await Promise.all(digests))).toEqual(['accepted'])
  await Promise.all([worker.close(), web.close()])

  expect(at).toBeLessThan(20)
})

test('a process that vanishes with its connections holds them for a minute', async () => {
  await using server = await fakeSmtp({ maxClients: 1 })
  await run(sql`
    insert into mail_connections (place, holder, held_until)
    values (0, gen_random_uuid(), clock_timestamp() + interval '300 milliseconds')
  `)
  const web = processAt(server.url, 1)
  expect(await web.sendOne(singleMail, patient())).toMatchObject({ kind: 'accepted' })
  await web.close()
})

test('a worker that is told to stop waits for no connection: what was not begun is planned again', async () => {
  await using server = await fakeSmtp()
  await run(sql`
    insert into mail_connections (place, holder, held_until)
    values (0, gen_random_uuid(), clock_timestamp() + interval '1 hour')
  `)
  const worker = processAt(server.url, 1)
  const outcomes = await worker.send(letters(3), {
    signal: new AbortController().signal,
    patience: AbortSignal.timeout(200),
  })
  await worker.close()

  expect(outcomes).toMatchObject([1, 2, 3].map(() => ({ kind: 'not-now', about: 'nobody' })))
  expect(server.mails()).toEqual([])
})
