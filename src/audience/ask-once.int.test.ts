import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../database/database.ts'
import { addressKey } from '../secrets/address-key.ts'
import { pressConfirm } from '../testing/confirmed-person.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { emptying } from '../testing/emptying.ts'
import { canonicalAddress } from './canonical-address.ts'
import { requestSubscription } from './request-subscription.ts'
import { UNREAD } from './suppression.ts'

let payload: Payload
let newsletterId = ''

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[newsletterId = ''] = (await createTestNetwork(payload, ['en'])).newsletterIds
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('subscribers subscriptions suppressions consent_events rate_limits'),
  )
})

const now = new Date('2026-11-23T10:00:00Z')
const address = 'amina@example.org'

const bar = (note: string | null) =>
  databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason, origin, note, at)
    values (${addressKey(address)}, 'global', 'hard-bounce', 'mailbox', ${note}, ${now.toISOString()}::timestamptz)
  `)

/** How many mails the form's sending leads to. */
async function signUp(): Promise<number> {
  const read = canonicalAddress(address)
  if (read === null) throw new Error('a test needs an address that could receive mail')
  let mails = 0
  const choices = {
    address: read,
    locale: 'en',
    furtherLocales: [],
    newsletterIds: [newsletterId],
    follows: [],
    interests: { topics: [], countries: [], frequency: 'every-issue' },
  } as const
  const send = async () => {
    mails += 1
  }
  await requestSubscription(choices, { database: databaseOf(payload), now, send })
  return mails
}

const confirm = async () =>
  (
    await inTransaction(payload, (transaction) =>
      pressConfirm({ address, newsletterIds: [newsletterId], now }, transaction),
    )
  ).state

test('whose mailbox took nothing for long is asked once, when they sign up anew', async () => {
  await bar(UNREAD)
  expect([await signUp(), await signUp()]).toEqual([1, 0])
})

test('what they answer shows that it is read, and bars them no longer', async () => {
  await bar(UNREAD)
  await signUp()
  expect(await confirm()).toBe('confirmed')
  expect((await databaseOf(payload).execute(sql`select 1 from suppressions`)).rows).toEqual([])
})

test('nobody who was not asked is let in by an older link', async () => {
  await bar(UNREAD)
  expect(await confirm()).toBe('barred')
})

test('a mailbox that does not exist is not asked', async () => {
  await bar('5.1.1')
  expect([await signUp(), await confirm()]).toEqual([0, 'barred'])
})
