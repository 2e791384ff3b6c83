import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { eraseSubscriber } from '../audience/erase-subscriber.ts'
import { providerState } from '../audience/suppression/provider-state.ts'
import { release } from '../audience/suppression/release.ts'
import { suppress } from '../audience/suppression/suppress.ts'
import { EVERYTHING } from '../audience/suppression/suppression-reasons.ts'
import { databaseOf, inTransaction, sql } from '../database/database.ts'
import { resendSuppressions } from '../newsletter/transports/resend-suppressions.ts'
import { addressKey } from '../secrets/address-key.ts'
import { confirmedPerson } from '../testing/confirmed-person.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { emptying } from '../testing/emptying.ts'
import { fakeResend } from '../testing/fake-resend.ts'
import { RESEND, syncOwnSuppressions, syncSuppressions } from './sync-suppressions.ts'

let payload: Payload
let newsletterIds: readonly string[]

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletterIds = (await createTestNetwork(payload, ['en'])).newsletterIds
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('subscribers subscriptions suppressions provider_suppressions provider_syncs'),
  )
})

const now = new Date()
const quick = { betweenMs: 0, timeoutMs: 20_000, backoffMs: 1 }

type Service = Awaited<ReturnType<typeof fakeResend>>

const sync = ({ url, apiKey }: Service) =>
  syncSuppressions(payload, resendSuppressions({ apiKey, baseUrl: url }, quick))

const person = (name: string) =>
  confirmedPerson(payload, { address: `${name}@example.org`, newsletterIds, now })

const bar = (key: string, reason: 'complaint' | 'hard-bounce' | 'manual') =>
  inTransaction(payload, (transaction) =>
    suppress(
      { addressKey: key, scope: EVERYTHING, reason, origin: 'mailbox', note: null, actor: null, now },
      transaction,
    ),
  )

const free = (key: string, reason: 'complaint' | 'hard-bounce' | 'manual') =>
  inTransaction(payload, (transaction) =>
    release(
      {
        addressKey: key,
        scope: EVERYTHING,
        reason,
        note: 'They asked',
        actor: randomUUID(),
        now: new Date(),
      },
      transaction,
    ),
  )

async function ours(): Promise<unknown[]> {
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
    select coalesce(person.email, '-') as email, s.reason, s.origin from suppressions s
    left join subscribers person on person.address_key = s.address_key
    where s.scope = 'global' order by 1, 2
  `)
  return rows
}

const theirs = (service: Service) =>
  service
    .suppressions()
    .map(({ email }) => email)
    .toSorted()

const state = () => providerState(RESEND, databaseOf(payload))

const quiet = { taken: 0, given: 0, untellable: 0, problem: null }

test('what the service lists bars here too, for its reason, and ends what the person had', async () => {
  await using service = await fakeResend()
  for (const name of ['amina', 'basil', 'carla']) await person(name)
  service.suppress('Amina@example.org', 'complaint')
  service.suppress('basil@example.org', 'bounce')
  service.suppress('carla@example.org', 'manual')
  service.suppress('stranger@example.org', 'bounce')

  expect(await sync(service)).toEqual({ ...quiet, taken: 4 })
  expect(await ours()).toEqual([
    { email: '-', reason: 'hard-bounce', origin: 'resend' },
    { email: 'amina@example.org', reason: 'complaint', origin: 'resend' },
    { email: 'basil@example.org', reason: 'hard-bounce', origin: 'resend' },
    { email: 'carla@example.org', reason: 'manual', origin: 'resend' },
  ])
  const { rows } = await databaseOf(payload).execute(sql`select from subscribers where status = 'active'`)
  expect(rows).toEqual([])
  expect(await sync(service)).toEqual(quiet)
})

test('what bars here is told to the service where an address is known; where only a hash is left it is counted', async () => {
  await using service = await fakeResend()
  const [amina, basil] = [await person('amina'), await person('basil')]
  await bar(amina.addressKey, 'complaint')
  await bar(basil.addressKey, 'hard-bounce')
  await bar(addressKey('stranger@example.org'), 'manual')

  expect(await sync(service)).toEqual({ ...quiet, given: 2, untellable: 1 })
  expect(theirs(service)).toEqual(['amina@example.org', 'basil@example.org'])
  expect(await sync(service)).toEqual({ ...quiet, untellable: 1 })
  expect(await state()).toMatchObject({ shared: 2, onlyOurs: 1, toRemove: 0, gone: 0 })
})

test('neither who merely left nor who had themselves erased is told to the service', async () => {
  await using service = await fakeResend()
  const amina = await person('amina')
  await inTransaction(payload, (transaction) => eraseSubscriber(amina, now, transaction))

  expect(await sync(service)).toEqual(quiet)
  expect(theirs(service)).toEqual([])
})

test('more than a hundred go in several requests, and more than a page comes in', async () => {
  await using service = await fakeResend()
  await databaseOf(payload).execute(sql`
    insert into subscribers (id, email, address_key, locale, status, confirmed_at)
    select gen_random_uuid(), 'p' || n || '@example.org', 'key-' || n, 'en', 'ended', now()
    from generate_series(1, 230) n
  `)
  await databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason) select address_key, 'global', 'manual' from subscribers
  `)
  for (let count = 0; count < 130; count++) service.suppress(`other${count}@example.org`, 'bounce')

  expect(await sync(service)).toEqual({ ...quiet, taken: 130, given: 230 })
  expect(service.suppressions()).toHaveLength(360)
})

test('their manual entry never makes a complaint of ours less grave, and their complaint makes a bounce graver', async () => {
  await using service = await fakeResend()
  const [amina, basil] = [await person('amina'), await person('basil')]
  await bar(amina.addressKey, 'complaint')
  await bar(basil.addressKey, 'hard-bounce')
  service.suppress('amina@example.org', 'manual')
  service.suppress('basil@example.org', 'complaint')

  expect(await sync(service)).toEqual({ ...quiet, taken: 1 })
  expect(await ours()).toEqual([
    { email: 'amina@example.org', reason: 'complaint', origin: 'mailbox' },
    { email: 'basil@example.org', reason: 'complaint', origin: 'resend' },
  ])
})

test('what went from their list stays barred here and is shown; it is not given to them again', async () => {
  await using service = await fakeResend()
  await person('amina')
  service.suppress('amina@example.org', 'bounce')
  await sync(service)
  service.unsuppress('amina@example.org')

  expect(await sync(service)).toEqual(quiet)
  expect(await ours()).toHaveLength(1)
  expect(theirs(service)).toEqual([])
  expect(await state()).toMatchObject({ shared: 0, onlyOurs: 1, gone: 1 })
})

test('what an officer releases is taken off their list and does not come back, also when nobody knows the address', async () => {
  await using service = await fakeResend()
  service.suppress('stranger@example.org', 'bounce')
  await sync(service)
  await free(addressKey('stranger@example.org'), 'hard-bounce')
  expect(await state()).toMatchObject({ toRemove: 1 })

  expect(await sync(service)).toEqual(quiet)
  expect(theirs(service)).toEqual([])
  expect(await ours()).toEqual([])
  expect(await state()).toMatchObject({ shared: 0, onlyOurs: 0, toRemove: 0 })
})

test('while the service is away a release waits, and what it lists anew after it bars again', async () => {
  await using service = await fakeResend()
  service.suppress('stranger@example.org', 'bounce')
  await sync(service)
  await free(addressKey('stranger@example.org'), 'hard-bounce')
  for (let count = 0; count < 5; count++) service.failNext({ gatewayError: 503 })
  expect(await sync(service)).toEqual({ ...quiet, problem: 'server-error' })
  expect(await ours()).toEqual([])

  service.unsuppress('stranger@example.org')
  service.suppress('stranger@example.org', 'complaint', new Date(Date.now() + 60_000))
  expect(await sync(service)).toEqual({ ...quiet, taken: 1 })
  expect(await ours()).toEqual([{ email: '-', reason: 'complaint', origin: 'resend' }])
})

test('a comparison that fails half way is in the books with its reason and what it had done', async () => {
  await using service = await fakeResend()
  for (let count = 0; count < 150; count++) service.suppress(`other${count}@example.org`, 'bounce')
  const list = resendSuppressions({ apiKey: service.apiKey, baseUrl: service.url }, quick)
  await syncSuppressions(payload, {
    ...list,
    async *pages() {
      for await (const page of list.pages()) {
        yield page
        for (let count = 0; count < 5; count++) service.failNext({ hangUp: 'before' })
      }
    },
  })

  const { syncs } = await state()
  expect(syncs).toEqual([
    {
      startedAt: expect.any(Date),
      finishedAt: expect.any(Date),
      taken: 100,
      given: 0,
      untellable: 0,
      problem: 'no-answer',
    },
  ])
})

test('without a key of the service nothing is asked and nothing is written', async () => {
  expect(await syncOwnSuppressions(payload, {})).toBeNull()
  expect((await state()).syncs).toEqual([])
})
