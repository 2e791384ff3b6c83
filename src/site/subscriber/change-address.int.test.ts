import { beforeEach, expect, test } from 'vitest'

import { endSubscriptions } from '../../audience/end-subscriptions.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { confirmedPerson, personOf } from '../../testing/confirmed-person.ts'
import { emptying } from '../../testing/emptying.ts'
import { preferencesToken, sendPreferences } from '../../testing/preferences-page.ts'
import { replayed, stored } from '../../testing/replayed.ts'
import { seen, subscriberPath } from '../../testing/subscriber-path.ts'
import { tampered } from '../../testing/tampered.ts'
import { answerChangeAddress, answerChangeAddressForm } from './change-address-answers.ts'

const path = subscriberPath()
let person: Subscriber

const OLD = 'amina@old.example'
const NEW = 'amina@new.example'
const SUBJECT: Subscriber['follows'][number] = {
  target: 'topics',
  targetId: '0199c0de-0000-7000-8000-00000000000a',
  reminder: false,
}

beforeEach(async () => {
  person = await confirmedPerson(path.payload, {
    address: OLD,
    newsletterIds: [path.practiceLetter],
    follows: [SUBJECT],
  })
})

async function ask(newAddress: string, whom = person) {
  const fields = [
    ['locales', 'en'],
    ['newsletters', path.practiceLetter],
    ['newAddress', newAddress],
    ['action', 'move'],
  ] as const
  return seen(await sendPreferences(path.amina, whom, fields))
}

/** The token of the link in the last mail. */
const mailedToken = (): string =>
  /\/change-address\/([\w.-]+)/.exec(path.amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''

const look = async (token: string) =>
  seen(await answerChangeAddressForm(path.amina.get('/change-address/x'), { token }))

async function press(token: string) {
  const answer = await answerChangeAddress(path.amina.post('/change-address/x', [['action', 'yes']]), {
    token,
  })
  await path.amina.settle()
  return seen(answer)
}

const bar = (address: string, reason: 'complaint' | 'manual' | 'hard-bounce') =>
  databaseOf(path.payload).execute(sql`
    insert into suppressions (address_key, scope, reason, at)
    values (${addressKey(address)}, 'global', ${reason}, ${path.amina.now.toISOString()}::timestamptz)
  `)

/** Everything that is kept about people. */
async function kept(): Promise<unknown> {
  const { rows } = await databaseOf(path.payload).execute(sql`
    select (select jsonb_agg(s order by s.id) from subscribers s) as people,
      (select jsonb_agg(s order by s.newsletter_id) from subscriptions s) as ties,
      (select jsonb_agg(e order by e.id) from consent_events e) as ledger,
      (select jsonb_agg(s order by s.scope) from suppressions s) as suppressions
  `)
  return rows
}

async function ledgerOf(address: string): Promise<Record<string, unknown>[]> {
  const { rows } = await databaseOf(path.payload).execute<Record<string, unknown>>(sql`
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
  expect(path.amina.inbox.map(({ to, subject }) => [to, subject])).toEqual([
    [OLD, 'Shall your letters go to another address?'],
    [NEW, 'Confirm your new address'],
  ])
  const page = await look(second)
  expect(await kept()).toEqual(before)
  expect(page.body).toContain('<li>Practice letter</li>')

  expect((await press(second)).status).toBe(200)
  const after = await personOf(path.payload, person.id)
  expect(after).toEqual({ ...person, email: NEW, addressKey: addressKey(NEW) })
  const agreed = {
    newsletter_ids: [path.practiceLetter],
    follows: [{ target: 'topics', targetId: SUBJECT.targetId }],
  }
  const [, left] = await ledgerOf(OLD)
  expect(left).toEqual({ ...agreed, kind: 'moved-away', wording: '', source: '/change-address' })
  const [arrived] = await ledgerOf(NEW)
  expect(arrived).toMatchObject({ ...agreed, kind: 'moved-here', source: '/change-address' })
  expect(page.body).toContain(`<p class="legal">${arrived?.wording}</p>`)
  expect(await replayed(path.payload, after)).toEqual(stored(after))
  expect(await replayed(path.payload, person)).toEqual({ newsletterIds: [], follows: [] })
})

test('each link works for two days and for its own step only', async () => {
  await ask(NEW)
  const first = mailedToken()
  await press(first)
  const second = mailedToken()
  for (const wrong of [tampered(second), 'v1.k1.x', preferencesToken(person)])
    expect((await press(wrong)).status).toBe(410)
  path.amina.now = new Date(path.amina.now.getTime() + 48 * 3_600_000)

  expect([(await look(first)).status, (await press(second)).status]).toEqual([410, 410])
  expect((await personOf(path.payload, person.id)).email).toBe(OLD)
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

  await ask(OLD, await personOf(path.payload, person.id))
  await press(mailedToken())
  await press(mailedToken())
  expect((await personOf(path.payload, person.id)).email).toBe(OLD)
  expect((await press(second)).status).toBe(410)
  expect((await personOf(path.payload, person.id)).email).toBe(OLD)
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
  await confirmedPerson(path.payload, { address: 'known@new.example', newsletterIds: [path.policyLetter] })
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
  expect(path.amina.inbox.map(({ to, subject }) => [to, subject])).toEqual([
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
    await databaseOf(path.payload).execute(emptying('suppressions'))
    await bar(OLD, reason)
    expect((await press(second)).status).toBe(410)
    await ask('other@new.example')

    expect(path.amina.inbox).toHaveLength(2)
    expect((await personOf(path.payload, person.id)).email).toBe(OLD)
  },
)

test('an address that somebody took between the two mails stays theirs', async () => {
  await ask(NEW)
  await press(mailedToken())
  const other = await confirmedPerson(path.payload, { address: NEW, newsletterIds: [path.policyLetter] })

  expect((await press(mailedToken())).status).toBe(410)
  expect((await personOf(path.payload, other.id)).newsletterIds).toEqual([path.policyLetter])
  expect((await personOf(path.payload, person.id)).email).toBe(OLD)
})

test('what the owner of the new address had left by itself comes with the move, and what was left before stays left', async () => {
  const { id } = await confirmedPerson(path.payload, {
    address: OLD,
    newsletterIds: [path.practiceLetter, path.policyLetter],
  })
  await inTransaction(path.payload, (transaction) =>
    endSubscriptions(
      {
        subscriberId: id,
        newsletterIds: [path.policyLetter],
        how: 'page',
        locale: 'en',
        now: path.amina.now,
      },
      transaction,
    ),
  )
  await databaseOf(path.payload).execute(sql`
    insert into suppressions (address_key, scope, reason) values (${addressKey(NEW)}, ${path.practiceLetter}, 'unsubscribed')
  `)
  await ask(NEW)
  await press(mailedToken())
  await press(mailedToken())

  const { rows } = await databaseOf(path.payload).execute(
    sql`select scope, reason from suppressions where address_key = ${addressKey(NEW)}`,
  )
  expect(rows).toEqual([{ scope: path.policyLetter, reason: 'unsubscribed' }])
  const { rows: global } = await databaseOf(path.payload).execute(
    sql`select 1 from suppressions where scope = 'global'`,
  )
  expect(global).toEqual([])
})

test('three changes a day may be asked for; the page looks the same after the fourth, and no mail leaves', async () => {
  const first = await ask(NEW)
  for (const address of ['b@new.example', 'c@new.example']) await ask(address)
  const fourth = await ask('d@new.example')

  expect(fourth).toEqual(first)
  expect(path.amina.inbox).toHaveLength(3)
})

test('who types the address that they have already gets no mail and the same page', async () => {
  const other = await ask(NEW)
  const same = await ask(' AMINA@OLD.example ')

  expect(same).toEqual(other)
  expect(path.amina.inbox).toHaveLength(1)
})
