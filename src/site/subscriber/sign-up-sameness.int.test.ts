import { expect, test } from 'vitest'

import { isWithinLimit, perAddress } from '../../audience/rate-limit.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { english, signUpVisit } from '../../testing/sign-up-visit.ts'
import { answerSignUp } from './sign-up-answers.ts'
import { answerOffer, answerSignUpData } from './sign-up-data.ts'

const on = await signUpVisit()
const { payload, letter, fillIn, handedOut, send } = on

/** Each state that an address can be in, and how it comes to be in it. */
const states = {
  unknown: 'unknown@example.org',
  pending: 'pending@example.org',
  active: 'active@example.org',
  ended: 'ended@example.org',
  bounced: 'bounced@example.org',
  complained: 'complained@example.org',
  'over its limit': 'limit@example.org',
} as const

async function prepareStates(): Promise<void> {
  const database = databaseOf(payload)
  for (const [address, status] of [
    [states.active, 'active'],
    [states.ended, 'ended'],
  ] as const)
    await database.execute(sql`
      with person as (
        insert into subscribers (id, email, address_key, locale, status, confirmed_at)
        values (gen_random_uuid(), ${address}, ${addressKey(address)}, 'en', ${status}, now()) returning id
      )
      insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
      select id, ${letter}::uuid, ${status === 'active' ? 'confirmed' : 'ended'}, now() from person`)
  for (const [address, reason] of [
    [states.bounced, 'hard-bounce'],
    [states.complained, 'complaint'],
  ] as const)
    await database.execute(
      sql`insert into suppressions (address_key, scope, reason) values (${addressKey(address)}, 'global', ${reason})`,
    )
  for (let count = 0; count < 4; count++)
    await isWithinLimit(perAddress(states['over its limit']), on.reader.now, database)
  const { form } = await handedOut()
  fillIn()
  await send({ form, address: states.pending, from: '203.0.113.9' })
}

/** What an answer tells whoever gets it. */
const seen = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.text(),
})

/** One ask as a form and one as data, each from a network of its own; nothing that is put off has been done yet. */
let network = 0
async function ask(address: string, form: string) {
  network += 1
  const headers = { 'X-Forwarded-For': `2001:db8:${network.toString(16)}::1` }
  const visit = on.reader.post(
    '/en/subscribe',
    [
      ['form', form],
      ['email', address],
      ['locale', 'en'],
      ['newsletters', letter],
      ['consent', 'yes'],
    ],
    { headers },
  )
  return seen(await answerSignUp({ ...visit, later: (work) => void postponed.push(work) }, english))
}
const postponed: (() => Promise<void>)[] = []

test('every byte of the answer is the same, whoever is behind the address', async () => {
  await prepareStates()
  const { form } = await handedOut()
  fillIn()
  const offer = await (await answerOffer(on.reader.get('/subscribe.json?locale=en'))).json()
  const data = async (email: string) => {
    const { request, ...visit } = on.reader.post('/subscribe.json', [])
    const body = {
      email,
      page: 'en',
      locale: 'en',
      newsletters: [letter],
      consent: offer.consent.version,
      form,
    }
    network += 1
    const headers = { 'X-Forwarded-For': `2001:db8:${network.toString(16)}::1` }
    const sent = new Request(request.url, { method: 'POST', body: JSON.stringify(body), headers })
    return seen(await answerSignUpData({ ...visit, request: sent }))
  }
  const addresses = Object.values(states)
  const asForm = await Promise.all(addresses.map((address) => ask(address, form)))
  const asData: unknown[] = []
  for (const address of addresses) asData.push(await data(address))
  await on.reader.settle()

  expect(asForm[0]).toMatchObject({ status: 303, body: '' })
  expect(asForm).toEqual(addresses.map(() => asForm[0]))
  expect(asData[0]).toMatchObject({ status: 202, body: '{"state":"asked"}' })
  expect(asData).toEqual(addresses.map(() => asData[0]))
})

test('the answer takes equally long, since what differs is done after it has left', {
  timeout: 120_000,
}, async () => {
  await prepareStates()
  const { form } = await handedOut()
  fillIn()
  await ask(states.unknown, form)
  postponed.length = 0
  const took = new Map<string, number[]>(Object.values(states).map((address) => [address, []]))
  const rounds = 25
  for (let round = 0; round < rounds; round++)
    for (const [address, times] of took) {
      const start = performance.now()
      await ask(address, form)
      times.push(performance.now() - start)
    }
  // No address has been looked at when the answer is there: that this is so for each is stronger than any clock.
  expect(postponed).toHaveLength(rounds * took.size)
  const { rows } = await databaseOf(payload).execute<{ count: number }>(
    sql`select coalesce(sum(count), 0)::int as count from rate_limits where key like 'address:%'`,
  )
  const before = rows[0]?.count
  expect(before).toBe(4 + 1)

  // Making and handing over a mail, which only some of them cause, takes several times as long as the answer. The quicker
  // quarter, so that other work on the machine does not count.
  const times = [...took.values()].map(quickerQuarter)
  expect(Math.max(...times) / Math.min(...times)).toBeLessThan(2.5)
})

const quickerQuarter = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 4)] ?? Number.NaN
