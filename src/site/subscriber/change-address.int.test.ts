import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { endSubscriptions } from '../../audience/end-subscriptions.ts'
import { preferencesUrl } from '../../audience/links.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { confirmedPerson, personOf } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { replayed, stored } from '../../testing/replayed.ts'
import { tampered } from '../../testing/tampered.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerChangeAddress, answerChangeAddressForm } from './change-address-answers.ts'
import { answerPreferences } from './preferences-answers.ts'

let payload: Payload
let practice: string
let policy: string
let amina: Visitor
let person: Subscriber

const OLD = 'amina@old.example'
const NEW = 'amina@new.example'
const SUBJECT: Subscriber['follows'][number] = {
  target: 'topics',
  targetId: '0199c0de-0000-7000-8000-00000000000a',
  reminder: false,
}

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[practice, policy] = (await createTestNetwork(payload, ['en'])).newsletterIds
})
afterAll(() => payload.destroy())

beforeEach(async () => {
  amina = visitor(payload)
  await databaseOf(payload).execute(
    sql`truncate subscribers, subscriptions, follows, consent_events, suppressions, rate_limits cascade`,
  )
  person = await confirmedPerson(payload, { address: OLD, newsletterIds: [practice], follows: [SUBJECT] })
})

const seen = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.text(),
})

async function ask(newAddress: string, whom = person) {
  const token = preferencesUrl(whom.id).split('/').at(-1) ?? ''
  const fields = [
    ['locales', 'en'],
    ['newsletters', practice],
    ['newAddress', newAddress],
    ['action', 'move'],
  ] as const
  const answer = await answerPreferences(amina.post('/preferences/x', fields), { token })
  await amina.settle()
  return seen(answer)
}

/** The token of the link in the last mail. */
const mailedToken = (): string =>
  /\/change-address\/([\w.-]+)/.exec(amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''

const look = async (token: string) =>
  seen(await answerChangeAddressForm(amina.get('/change-address/x'), { token }))

async function press(token: string) {
  const answer = await answerChangeAddress(amina.post('/change-address/x', [['action', 'yes']]), { token })
  await amina.settle()
  return seen(answer)
}

const bar = (address: string, reason: 'complaint' | 'manual' | 'hard-bounce') =>
  databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason, at)
    values (${addressKey(address)}, 'global', ${reason}, ${amina.now.toISOString()}::timestamptz)
  `)

/** Everything that is kept about people. */
async function kept(): Promise<unknown> {
  const { rows } = await databaseOf(payload).execute(sql`
    select (select jsonb_agg(s order by s.id) from subscribers s) as people,
      (select jsonb_agg(s order by s.newsletter_id) from subscriptions s) as ties,
      (select jsonb_agg(e order by e.id) from consent_events e) as ledger,
      (select jsonb_agg(s order by s.scope) from suppressions s) as suppressions
  `)
  return rows
}

async function ledgerOf(address: string): Promise<Record<string, unknown>[]> {
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
    select kind, newsletter_ids, follows, wording, source from consent_events
    where address_key = ${addressKey(address)} order by id
  `)
  return rows
}

test('an address is changed by a button behind a mail to the old one and then by one behind a mail to the new one', async () => {
  const before = await kept()
  expect((await ask(NEW)).status).toBe(200)
  const first = mailedToken()
  expect((await look(first)).body).toContain(NEW)
  expect(await kept()).toEqual(before)
  await press(first)
  const second = mailedToken()
  expect(amina.inbox.map(({ to, subject }) => [to, subject])).toEqual([
    [OLD, 'Shall your letters go to another address?'],
    [NEW, 'Confirm your new address'],
  ])
  const page = await look(second)
  expect(await kept()).toEqual(before)
  expect(page.body).toContain('<li>Practice letter</li>')

  expect((await press(second)).status).toBe(200)
  const after = await personOf(payload, person.id)
  expect(after).toEqual({ ...person, email: NEW, addressKey: addressKey(NEW) })
  const agreed = { newsletter_ids: [practice], follows: [{ target: 'topics', targetId: SUBJECT.targetId }] }
  const [, left] = await ledgerOf(OLD)
  expect(left).toEqual({ ...agreed, kind: 'moved-away', wording: '', source: '/change-address' })
  const [arrived] = await ledgerOf(NEW)
  expect(arrived).toMatchObject({ ...agreed, kind: 'moved-here', source: '/change-address' })
  expect(page.body).toContain(`<p class="legal">${arrived?.wording}</p>`)
  expect(await replayed(payload, after)).toEqual(stored(after))
  expect(await replayed(payload, person)).toEqual({ newsletterIds: [], follows: [] })
})

test('each link works for two days and for its own step only', async () => {
  await ask(NEW)
  const first = mailedToken()
  await press(first)
  const second = mailedToken()
  for (const wrong of [tampered(second), 'v1.k1.x', preferencesUrl(person.id).split('/').at(-1) ?? ''])
    expect((await press(wrong)).status).toBe(410)
  amina.now = new Date(amina.now.getTime() + 48 * 3_600_000)

  expect([(await look(first)).status, (await press(second)).status]).toEqual([410, 410])
  expect((await personOf(payload, person.id)).email).toBe(OLD)
})

test('a link works once: pressed again it says that it is done, and it never moves anybody a second time', async () => {
  await ask(NEW)
  const first = mailedToken()
  await press(first)
  const second = mailedToken()
  await press(second)
  const done = await kept()
  expect((await press(second)).status).toBe(200)
  expect((await press(first)).status).toBe(410)
  expect(await kept()).toEqual(done)

  await ask(OLD, await personOf(payload, person.id))
  await press(mailedToken())
  await press(mailedToken())
  expect((await personOf(payload, person.id)).email).toBe(OLD)
  expect((await press(second)).status).toBe(410)
  expect((await personOf(payload, person.id)).email).toBe(OLD)
})

test('two presses of the last button at once move once', async () => {
  await ask(NEW)
  await press(mailedToken())
  const second = mailedToken()
  const answers = await Promise.all([press(second), press(second), press(second)])

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await ledgerOf(NEW)).map(({ kind }) => kind)).toEqual(['moved-here'])
})

test('nothing tells whether the new address is known, barred or nobody’s: only its owner is told by mail', async () => {
  await confirmedPerson(payload, { address: 'known@new.example', newsletterIds: [policy] })
  await bar('barred@new.example', 'complaint')
  const answers: unknown[] = []
  for (const address of ['nobody@new.example', 'known@new.example', 'barred@new.example']) {
    const asked = await ask(address)
    const pressed = await press(mailedToken())
    answers.push([asked, pressed])
  }

  const [nobody, known, barred] = answers
  expect(known).toEqual(nobody)
  expect(barred).toEqual(nobody)
  expect(amina.inbox.map(({ to, subject }) => [to, subject])).toEqual([
    [OLD, 'Shall your letters go to another address?'],
    ['nobody@new.example', 'Confirm your new address'],
    [OLD, 'Shall your letters go to another address?'],
    ['known@new.example', 'This address has settings of its own'],
    [OLD, 'Shall your letters go to another address?'],
  ])
})

test.for(['complaint', 'manual', 'hard-bounce'] as const)(
  'whoever is barred for %s cannot get away by moving, neither from the old address nor to the new',
  async (reason) => {
    await ask(NEW)
    await press(mailedToken())
    const second = mailedToken()
    await bar(NEW, reason)
    expect((await press(second)).status).toBe(410)
    await databaseOf(payload).execute(sql`truncate suppressions`)
    await bar(OLD, reason)
    expect((await press(second)).status).toBe(410)
    await ask('other@new.example')

    expect(amina.inbox).toHaveLength(2)
    expect((await personOf(payload, person.id)).email).toBe(OLD)
  },
)

test('an address that somebody took between the two mails stays theirs', async () => {
  await ask(NEW)
  await press(mailedToken())
  const other = await confirmedPerson(payload, { address: NEW, newsletterIds: [policy] })

  expect((await press(mailedToken())).status).toBe(410)
  expect((await personOf(payload, other.id)).newsletterIds).toEqual([policy])
  expect((await personOf(payload, person.id)).email).toBe(OLD)
})

test('what the owner of the new address had left by itself comes with the move, and what was left before stays left', async () => {
  const { id } = await confirmedPerson(payload, { address: OLD, newsletterIds: [practice, policy] })
  await inTransaction(payload, (transaction) =>
    endSubscriptions(
      { subscriberId: id, newsletterIds: [policy], how: 'page', locale: 'en', now: amina.now },
      transaction,
    ),
  )
  await databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason) values (${addressKey(NEW)}, ${practice}, 'unsubscribed')
  `)
  await ask(NEW)
  await press(mailedToken())
  await press(mailedToken())

  const { rows } = await databaseOf(payload).execute(
    sql`select scope, reason from suppressions where address_key = ${addressKey(NEW)}`,
  )
  expect(rows).toEqual([{ scope: policy, reason: 'unsubscribed' }])
  const { rows: global } = await databaseOf(payload).execute(
    sql`select 1 from suppressions where scope = 'global'`,
  )
  expect(global).toEqual([])
})

test('three changes a day may be asked for; the page looks the same after the fourth, and no mail leaves', async () => {
  const first = await ask(NEW)
  for (const address of ['b@new.example', 'c@new.example']) await ask(address)
  const fourth = await ask('d@new.example')

  expect(fourth).toEqual(first)
  expect(amina.inbox).toHaveLength(3)
})

test('who types the address that they have already gets no mail and the same page', async () => {
  const other = await ask(NEW)
  const same = await ask(' AMINA@OLD.example ')

  expect(same).toEqual(other)
  expect(amina.inbox).toHaveLength(1)
})
