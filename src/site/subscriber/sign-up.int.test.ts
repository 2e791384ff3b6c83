import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { isFirst, isWithinLimit, perAddress, perNetwork, proofUsed } from '../../audience/rate-limit.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { createTestChoices, type TestChoices } from '../../testing/create-choices.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerConfirm, answerConfirmForm } from './confirm-answers.ts'
import { answerFramedForm, answerFramedSignUp, answerSignUp, answerSignUpForm } from './sign-up-answers.ts'
import { answerOffer, answerSignUpData } from './sign-up-data.ts'

const english = { locale: 'en' } as const
const ADDRESS = 'amina@example.org'

let payload: Payload
let letter: string
let otherLetter: string
let choices: TestChoices
let reader: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[letter, otherLetter] = (await createTestNetwork(payload, ['en', 'fr', 'el', 'ar'])).newsletterIds
  choices = await createTestChoices(payload, ['en', 'fr'])
})
afterAll(() => payload.destroy())

beforeEach(async () => {
  reader = visitor(payload)
  await databaseOf(payload).execute(
    sql`truncate subscribers, subscriptions, consent_events, suppressions, rate_limits cascade`,
  )
})

/** Waits as long as somebody takes to fill in the form. */
function fillIn(): void {
  reader.now = new Date(reader.now.getTime() + 5_000)
}

const unescaped = (text: string): string => text.replaceAll('&quot;', '"')

/** What the form hands out: its token, and the proof that a browser with scripts makes of its challenge. */
async function handedOut(): Promise<{ readonly form: string; readonly proof: string }> {
  const page = await (await answerSignUpForm(reader.get('/en/subscribe'), english)).text()
  const [, given = ''] = /data-challenge="([^"]+)"/.exec(page) ?? []
  const challenge: Challenge = JSON.parse(unescaped(given))
  const solution = await solveChallenge({ challenge, deriveKey })
  const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
  return { form, proof: JSON.stringify({ challenge, solution }) }
}

interface Sent {
  readonly address?: string
  readonly form: string
  readonly proof?: string
  readonly from?: string
  readonly more?: readonly (readonly [string, string])[]
}

async function send({ address = ADDRESS, form, proof = '', from = '192.0.2.1', more = [] }: Sent) {
  const fields = [
    ['form', form],
    ['proof', proof],
    ['email', address],
    ['locale', 'en'],
    ['newsletters', letter],
    ['consent', 'yes'],
    ...more,
  ] as const
  const visit = reader.post('/en/subscribe', fields, { headers: { 'X-Forwarded-For': from } })
  const answer = await answerSignUp(visit, english)
  await reader.settle()
  return answer
}

const mailedToken = (): string => /\/en\/confirm\/([\w.-]+)/.exec(reader.inbox.at(-1)?.text ?? '')?.[1] ?? ''

const confirm = (token = mailedToken()) =>
  answerConfirm(reader.post(`/en/confirm/${token}`, [['action', 'confirm']]), { ...english, token })

test('all that was chosen is shown before it is confirmed, and kept when it is', async () => {
  const { form } = await handedOut()
  fillIn()
  await send({
    form,
    more: [
      ['further', 'el'],
      ['further', ''],
      ['further', 'fr'],
      ['frequency', 'monthly'],
      ['topics', choices.topicIds[0] ?? ''],
      ['topics', choices.topicIds[1] ?? ''],
      ['countries', choices.countryIds[1] ?? ''],
    ],
  })
  const token = mailedToken()
  const page = await (
    await answerConfirmForm(reader.get(`/en/confirm/${token}`), { ...english, token })
  ).text()
  expect(page).toContain('<li>Practice letter</li>')
  expect(page.replace(/<span[^>]*>|<\/span>/g, '')).toContain(
    '<dl class="chosen"><dt>Languages</dt><dd>English · Ελληνικά · Français</dd><dt>How often</dt><dd>Once a month</dd>' +
      '<dt>Topics</dt><dd>Access to finance Coaching and mentoring</dd><dt>Countries</dt><dd>Belgium</dd></dl>',
  )

  await confirm(token)
  const { rows } = await databaseOf(payload).execute(sql`
    select locale, further_locales, frequency, to_jsonb(topics) as topics, to_jsonb(countries) as countries
    from subscribers`)
  expect(rows).toEqual([
    {
      locale: 'en',
      further_locales: ['el', 'fr'],
      frequency: 'monthly',
      topics: choices.topicIds.slice(0, 2),
      countries: [choices.countryIds[1]],
    },
  ])
})

test('a form that comes back wrong is open where something was chosen, and says what to correct', async () => {
  const { form } = await handedOut()
  const closed = await (await send({ form, address: '' })).text()
  const open = await (
    await send({ form, address: '', more: [['countries', choices.countryIds[0] ?? '']] })
  ).text()
  const wrong = await (await send({ form, more: [['topics', 'nothing of ours']] })).text()

  expect(closed).toContain('<details class="more"><summary>')
  expect(open).toContain('<details class="more" open><summary>')
  expect(wrong).toContain('<details class="more" open><summary>')
  expect(wrong).toContain('<a href="#topics">Choose only from what is listed</a>')
})

test('a link says which letter is ticked from the start, by id or by its name in the address', async () => {
  const ticked = async (query: string) => {
    const page = await (await answerSignUpForm(reader.get(`/en/subscribe${query}`), english)).text()
    return [...page.matchAll(/name="newsletters" value="([^"]+)" checked/g)].map(([, id]) => id)
  }
  expect(await ticked('')).toEqual([])
  expect(await ticked(`?newsletter=${letter}`)).toEqual([letter])
  expect(await ticked('?newsletter=policy-letter')).toEqual([otherLetter])
  expect(await ticked(`?newsletter=policy-letter&newsletter=${letter}`)).toEqual([letter, otherLetter])
  expect(await ticked('?newsletter=nothing')).toEqual([])
})

test('without a proof of work five may sign up from one network in an hour, with one thirty', async () => {
  for (let count = 0; count < 5; count++) {
    const { form } = await handedOut()
    fillIn()
    expect((await send({ form, address: `plain${count}@example.org` })).status).toBe(303)
  }
  const { form, proof } = await handedOut()
  fillIn()
  expect((await send({ form, address: 'sixth@example.org' })).status).toBe(429)
  expect((await send({ form, proof, address: 'sixth@example.org' })).status).toBe(303)
  const network = perNetwork('192.0.2.1')
  for (let count = 6; count < 30; count++) await isWithinLimit(network, reader.now, databaseOf(payload))
  const last = await handedOut()
  fillIn()
  expect((await send({ ...last, address: 'last@example.org' })).status).toBe(429)
  expect(reader.inbox.map(({ to }) => to)).not.toContain('last@example.org')
})

test('a proof counts once: sent again, or forged, it is no better than none', async () => {
  const { form, proof } = await handedOut()
  fillIn()
  const withoutProof = async () => {
    const { rows } = await databaseOf(payload).execute<{ count: number }>(
      sql`select coalesce(sum(count), 0)::int as count from rate_limits where key like 'unproven:%'`,
    )
    return rows[0]?.count
  }
  await send({ form, proof })
  expect(await withoutProof()).toBe(0)
  await send({ form, proof })
  expect(await withoutProof()).toBe(1)
  await send({
    form,
    proof: proof.replace(/"counter":\d+/, '"counter":1').replace(/"derivedKey":"../, '"derivedKey":"zz'),
  })
  expect(await withoutProof()).toBe(2)
})

test('of many that ask at once exactly as many get through as the limit says', async () => {
  const database = databaseOf(payload)
  const { now } = reader
  const within = async (limit: ReturnType<typeof perAddress>) => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => isWithinLimit(limit, now, database)))
    return answers.filter((isWithin) => isWithin).length
  }
  expect(await within(perNetwork('192.0.2.1'))).toBe(30)
  expect(await within(perAddress(ADDRESS))).toBe(3)

  const firsts = await Promise.all(
    Array.from({ length: 40 }, () => isFirst(proofUsed('a challenge'), now, database)),
  )
  expect(firsts.filter((first) => first)).toHaveLength(1)
})

test('what happened once happens again after a day at the earliest and two at the latest', async () => {
  const database = databaseOf(payload)
  const once = proofUsed('another challenge')
  const at = (hours: number): Date => new Date(Date.parse('2026-11-23T23:30:00Z') + hours * 3_600_000)
  const answers: boolean[] = []
  for (const hours of [0, 1, 23.9, 24.4, 24.5]) answers.push(await isFirst(once, at(hours), database))

  expect(answers).toEqual([true, false, false, false, true])
})

async function subscribed(): Promise<void> {
  const { form } = await handedOut()
  fillIn()
  await send({ form })
  await confirm()
}

test('who gets our letters already is told so once a day at most', async () => {
  await subscribed()
  for (const from of ['198.51.100.1', '203.0.113.1']) {
    const { form } = await handedOut()
    fillIn()
    await send({ form, from })
  }
  const subjects = () => reader.inbox.map(({ subject }) => subject)
  expect(subjects().slice(1)).toEqual(['You already get our letters'])

  reader.now = new Date(reader.now.getTime() + 48 * 3_600_000)
  const { form } = await handedOut()
  fillIn()
  await send({ form })
  expect(subjects().slice(1)).toEqual(['You already get our letters', 'You already get our letters'])
})

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
    await isWithinLimit(perAddress(states['over its limit']), reader.now, database)
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
  const visit = reader.post(
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
  const offer = await (await answerOffer(reader.get('/subscribe.json?locale=en'))).json()
  const data = async (email: string) => {
    const { request, ...visit } = reader.post('/subscribe.json', [])
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
  await reader.settle()

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

test('the frame shows the same form, answers in the frame, and may be framed by anybody', async () => {
  const page = await answerFramedForm(reader.get('/en/subscribe/embed'), english)
  const source = await page.text()
  const form = /name="form" value="([^"]+)"/.exec(source)?.[1] ?? ''
  fillIn()
  const wrong = await answerFramedSignUp(reader.post('/en/subscribe/embed', [['form', form]]), english)
  const fields = [
    ['form', form],
    ['email', ADDRESS],
    ['locale', 'en'],
    ['newsletters', letter],
    ['consent', 'yes'],
  ] as const
  const sent = await answerFramedSignUp(reader.post('/en/subscribe/embed', fields), english)
  await reader.settle()

  expect(source).toContain('action="/en/subscribe/embed"')
  expect(source).not.toContain('class="masthead"')
  for (const answer of [page, wrong])
    expect(answer.headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('action="/en/subscribe/embed"')
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/en/subscribe/embed/sent'])
  expect(reader.inbox.map(({ to }) => to)).toEqual([ADDRESS])
})

test('an address with a name in its own letters is written to under the name that mail servers know', async () => {
  const { form } = await handedOut()
  fillIn()
  await send({ form, address: 'Ελένη@ΔΟΚΙΜΉ.gr' })

  expect(reader.inbox.map(({ to }) => to)).toEqual(['Ελένη@xn--jxalpdlp.gr'])
})
