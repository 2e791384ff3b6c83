import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import config from '../../../payload.config.ts'
import { preferencesUrl, unsubscribeUrl } from '../../audience/links.ts'
import { myDataUrl } from '../../audience/my-data-token.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { personOf } from '../../testing/confirmed-person.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerConfirm, answerConfirmForm } from './confirm-answers.ts'
import { answerMyData } from './my-data-answers.ts'
import { answerPreferences, answerPreferencesForm } from './preferences-answers.ts'
import { answerSignUp, answerSignUpForm } from './sign-up-answers.ts'
import { answerOffer, answerSignUpData } from './sign-up-data.ts'
import { answerUnsubscribe, answerUnsubscribeForm } from './unsubscribe-answers.ts'

let payload: Payload
let practiceLetter: string
let policyLetter: string
let amina: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en'])
  ;[practiceLetter, policyLetter] = newsletterIds
})
afterAll(() => payload.destroy())

beforeEach(async () => {
  amina = visitor(payload)
  await databaseOf(payload).execute(
    sql`truncate subscribers, subscriptions, consent_events, suppressions, rate_limits cascade`,
  )
})

const ADDRESS = 'amina@example.org'

async function rowsOf(table: string, columns: string): Promise<Record<string, unknown>[]> {
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(
    sql.raw(`select ${columns} from ${table} order by ${columns}`),
  )
  return rows
}

/** Everything that is kept about people. */
const kept = async () => ({
  subscribers: await rowsOf('subscribers', 'email, locale, further_locales::text, status, paused_until'),
  subscriptions: await rowsOf('subscriptions', 'newsletter_id, state, ended_how'),
  consents: await rowsOf('consent_events', 'kind, newsletter_ids::text, source'),
  suppressions: await rowsOf('suppressions', 'scope, reason'),
})

const nothing = { subscribers: [], subscriptions: [], consents: [], suppressions: [] }

const english = { locale: 'en' } as const

async function formToken(): Promise<string> {
  const page = await (await answerSignUpForm(amina.get('/en/subscribe'), english)).text()
  amina.now = new Date(amina.now.getTime() + 5_000)
  return /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

interface SignUp {
  readonly address?: string
  readonly newsletters?: readonly string[]
  readonly consent?: boolean
  readonly trap?: string
  readonly from?: string
}

async function signUp({
  address = ADDRESS,
  newsletters = [practiceLetter],
  consent = true,
  trap = '',
  from = '192.0.2.1',
}: SignUp = {}) {
  const visit = amina.post(
    '/en/subscribe',
    [
      ['form', await formToken()],
      ['website', trap],
      ['email', address],
      ['locale', 'en'],
      ['second', ''],
      ...newsletters.map((id) => ['newsletters', id] as const),
      ...(consent ? [['consent', 'yes'] as const] : []),
    ],
    { headers: { 'X-Forwarded-For': from } },
  )
  const answer = await answerSignUp(visit, english)
  await amina.settle()
  return answer
}

/** The token of the link in the last mail. */
function mailedToken(): string {
  return /\/en\/confirm\/([\w.-]+)/.exec(amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''
}

const confirm = (token = mailedToken()) =>
  answerConfirm(amina.post(`/en/confirm/${token}`, [['action', 'confirm']]), { ...english, token })

async function subscribe(newsletters: readonly string[] = [practiceLetter]): Promise<string> {
  await signUp({ newsletters })
  await confirm()
  const [row] = await rowsOf('subscribers', 'id')
  return String(row?.id)
}

/** The last part of an absolute address. */
const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
const leavingToken = (subscriberId: string): string =>
  tokenOf(unsubscribeUrl({ subscriberId, list: practiceLetter }))

/** What an answer tells whoever gets it. */
const seen = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.text(),
})

test('who signs up gets one mail, and nothing about them is kept before they confirm', async () => {
  const answer = await signUp()

  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/en/subscribe/sent'])
  expect(amina.inbox.map(({ to, locale, subject }) => [to, locale, subject])).toEqual([
    [ADDRESS, 'en', 'Confirm that you want letters from Sample network'],
  ])
  expect(await kept()).toEqual(nothing)
})

test('opening the link of the mail changes nothing, pressing its button makes a subscriber with proof', async () => {
  await signUp({ newsletters: [practiceLetter, policyLetter] })
  const token = mailedToken()
  const page = await answerConfirmForm(amina.get(`/en/confirm/${token}`), { ...english, token })

  expect(page.status).toBe(200)
  expect(await kept()).toEqual(nothing)

  expect((await confirm(token)).status).toBe(200)
  expect(await kept()).toEqual({
    subscribers: [
      { email: ADDRESS, locale: 'en', further_locales: '[]', status: 'active', paused_until: null },
    ],
    subscriptions: [practiceLetter, policyLetter]
      .sort()
      .map((id) => ({ newsletter_id: id, state: 'confirmed', ended_how: null })),
    consents: [
      {
        kind: 'confirmed',
        newsletter_ids: `["${practiceLetter}", "${policyLetter}"]`,
        source: '/en/confirm',
      },
    ],
    suppressions: [],
  })
})

test('the proof holds the very words that the confirmation page showed, their version and their hash', async () => {
  await signUp()
  const token = mailedToken()
  const page = await (
    await answerConfirmForm(amina.get(`/en/confirm/${token}`), { ...english, token })
  ).text()
  await confirm(token)

  const [proof] = await rowsOf(
    'consent_events',
    'wording, wording_version, wording_hash, locale, token_id::text',
  )
  expect(page).toContain(`<p class="legal">${proof?.wording}</p>`)
  expect(proof).toMatchObject({
    wording:
      'I agree that Sample network sends the letters I ticked to the address I gave. I can withdraw at any time.',
    wording_version: expect.stringMatching(/^\d{4}-\d{2}-\d+$/),
    wording_hash: expect.stringMatching(/^[\w-]{43}$/),
    locale: 'en',
    token_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})

test('a confirmation link works once: pressed again it changes nothing, and brings nobody back who has left', async () => {
  const id = await subscribe()
  const token = mailedToken()
  expect((await confirm(token)).status).toBe(200)
  expect((await kept()).consents).toHaveLength(1)

  await answerUnsubscribe(amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), {
    token: leavingToken(id),
  })
  const afterLeaving = await kept()
  expect((await confirm(token)).status).toBe(200)
  expect(await kept()).toEqual(afterLeaving)
})

test('two presses of the same button at once make one subscriber and one proof', async () => {
  await signUp()
  const token = mailedToken()
  const answers = await Promise.all([confirm(token), confirm(token), confirm(token)])

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await kept()).consents).toHaveLength(1)
})

test('a link that is two days old, tampered with or made for something else does nothing', async () => {
  await signUp()
  const token = mailedToken()
  const id = '0199c0de-0000-7000-8000-000000000001'
  for (const wrong of [`${token.slice(0, -2)}AA`, 'v1.k1.x', leavingToken(id)])
    expect((await confirm(wrong)).status).toBe(410)

  amina.now = new Date(amina.now.getTime() + 48 * 3_600_000)
  expect((await confirm(token)).status).toBe(410)
  expect(await kept()).toEqual(nothing)
})

test('the form answers alike for an unknown address, a subscriber, one who complained and a machine', async () => {
  const unknown = await seen(await signUp({ address: 'nobody@example.org' }))
  await subscribe()
  const known = await seen(await signUp())
  await databaseOf(payload).execute(sql`insert into suppressions (address_key, scope, reason)
    select address_key, 'global', 'complaint' from subscribers`)
  const complained = await seen(await signUp())
  const machine = await seen(await signUp({ address: 'bot@example.org', trap: 'https://spam.example' }))

  expect(known).toEqual(unknown)
  expect(complained).toEqual(unknown)
  expect(machine).toEqual(unknown)
  expect(amina.inbox.map(({ to, subject }) => [to, subject])).toEqual([
    ['nobody@example.org', 'Confirm that you want letters from Sample network'],
    [ADDRESS, 'Confirm that you want letters from Sample network'],
    [ADDRESS, 'You already get our letters'],
  ])
})

test('two spellings of one address are one person, who is written to as they first confirmed', async () => {
  await subscribe()
  await signUp({ address: ' AMINA@Example.org ' })

  expect(amina.inbox.map(({ to, subject }) => [to, subject]).at(-1)).toEqual([
    ADDRESS,
    'You already get our letters',
  ])
})

test('a subscriber who asks for one more newsletter is asked to confirm', async () => {
  await subscribe()
  await signUp({ newsletters: [practiceLetter, policyLetter] })

  expect(amina.inbox.at(-1)?.subject).toBe('Confirm that you want letters from Sample network')
})

test('one address gets three mails a day at most, whoever asks, and the answer stays the same', async () => {
  const first = await seen(await signUp({ from: '192.0.2.1' }))
  for (const from of ['198.51.100.1', '203.0.113.1']) await signUp({ from })
  const fourth = await seen(await signUp({ from: '192.0.2.77' }))

  expect(fourth).toEqual(first)
  expect(amina.inbox).toHaveLength(3)
})

test('a flood from one network is stopped, other networks are not', async () => {
  for (let count = 0; count < 5; count++)
    await signUp({ address: `a${count}@example.org`, from: `192.0.2.${count}` })

  expect((await signUp({ address: 'b@example.org', from: '192.0.2.200' })).status).toBe(429)
  expect((await signUp({ address: 'c@example.org', from: '198.51.100.1' })).status).toBe(303)
  expect(amina.inbox.map(({ to }) => to)).not.toContain('b@example.org')
})

test('a form that was filled in within two seconds is a machine’s: it gets the answer and no mail', async () => {
  const page = await (await answerSignUpForm(amina.get('/en/subscribe'), english)).text()
  const token = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const fields = [
    ['form', token],
    ['email', ADDRESS],
    ['locale', 'en'],
    ['second', ''],
    ['newsletters', practiceLetter],
    ['consent', 'yes'],
  ] as const
  const answer = await answerSignUp(amina.post('/en/subscribe', fields), english)
  await amina.settle()

  expect(answer.status).toBe(303)
  expect(amina.inbox).toEqual([])
})

test('what is wrong is said above the form and beside the field, and what was typed stays', async () => {
  const answer = await signUp({ address: 'amina@example', consent: false })
  const page = await answer.text()

  expect(answer.status).toBe(422)
  expect(page).toContain('There are 2 things to correct')
  expect(page).toContain(
    '<a href="#email">Write the address with an @ and a dot, such as amina@example.org</a>',
  )
  expect(page).toMatch(
    /value="amina@example" required aria-describedby="email-hint email-error" aria-invalid="true"/,
  )
  expect(page).toContain('<a href="#consent">Tick the box, or we may not write to you</a>')
  expect(amina.inbox).toEqual([])
})

test.for(['urlencoded', 'multipart'] as const)(
  'a mail program’s one click (%s) ends that subscription at once, as often as it clicks',
  async (as) => {
    const id = await subscribe([practiceLetter, policyLetter])
    const click = () =>
      answerUnsubscribe(amina.post('/u/x', [['List-Unsubscribe', 'One-Click']], { as }), {
        token: leavingToken(id),
      })
    const first = await seen(await click())
    const second = await seen(await click())

    expect(first.status).toBe(200)
    expect(first.body).toBe('')
    expect(first.headers.map(([name]) => name)).not.toContain('set-cookie')
    expect(second).toEqual(first)
    const { subscriptions, suppressions, consents } = await kept()
    expect(subscriptions).toEqual(
      [
        { newsletter_id: practiceLetter, state: 'ended', ended_how: 'one-click' },
        { newsletter_id: policyLetter, state: 'confirmed', ended_how: null },
      ].sort((one, other) => one.newsletter_id.localeCompare(other.newsletter_id)),
    )
    expect(suppressions).toEqual([{ scope: practiceLetter, reason: 'unsubscribed' }])
    expect(consents.map(({ kind }) => kind)).toEqual(['confirmed', 'ended'])
  },
)

test('opening an unsubscribe or settings link changes nothing and is kept by no cache and told to no other site', async () => {
  const id = await subscribe()
  const before = await kept()
  const pages = [
    await answerUnsubscribeForm(amina.get('/u/x'), { token: leavingToken(id) }),
    await answerPreferencesForm(amina.get('/preferences/x'), { token: tokenOf(preferencesUrl(id)) }),
  ]

  for (const page of pages) {
    expect(page.status).toBe(200)
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(page.headers.get('X-Robots-Tag')).toBe('noindex, nofollow')
  }
  expect(await kept()).toEqual(before)
})

test('the unsubscribe page shows so much of the address that only its owner knows it', async () => {
  const id = await subscribe()
  const page = await (await answerUnsubscribeForm(amina.get('/u/x'), { token: leavingToken(id) })).text()

  expect(page).toContain('a***@e***.org')
  expect(page).not.toContain(ADDRESS)
})

test('who left by the page can undo it there, and is subscribed with a proof again', async () => {
  const id = await subscribe()
  const token = leavingToken(id)
  const page = await (
    await answerUnsubscribe(amina.post('/u/x', [['action', 'unsubscribe']]), { token })
  ).text()
  expect((await kept()).subscriptions).toMatchObject([{ state: 'ended', ended_how: 'page' }])

  const undo = /name="undo" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await answerUnsubscribe(
    amina.post('/u/x', [
      ['action', 'undo'],
      ['undo', undo],
    ]),
    { token },
  )
  expect(answer.status).toBe(200)
  const { subscribers, subscriptions, suppressions, consents } = await kept()
  expect(subscribers).toMatchObject([{ status: 'active' }])
  expect(subscriptions).toMatchObject([{ state: 'confirmed', ended_how: null }])
  expect(suppressions).toEqual([])
  expect(consents.map(({ kind }) => kind)).toEqual(['changed', 'confirmed', 'ended'])
})

test('undoing needs the page: not an hour later, not another person’s', async () => {
  const id = await subscribe()
  const token = leavingToken(id)
  const page = await (
    await answerUnsubscribe(amina.post('/u/x', [['action', 'unsubscribe']]), { token })
  ).text()
  const undo = /name="undo" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const other = leavingToken('0199c0de-0000-7000-8000-000000000001')
  expect(
    (
      await answerUnsubscribe(
        amina.post('/u/x', [
          ['action', 'undo'],
          ['undo', undo],
        ]),
        { token: other },
      )
    ).status,
  ).toBe(410)

  amina.now = new Date(amina.now.getTime() + 3_600_000)
  expect(
    (
      await answerUnsubscribe(
        amina.post('/u/x', [
          ['action', 'undo'],
          ['undo', undo],
        ]),
        { token },
      )
    ).status,
  ).toBe(410)
  expect((await kept()).subscriptions).toMatchObject([{ state: 'ended' }])
})

test('a tampered unsubscribe link is answered like one that never was, without detail', async () => {
  const id = await subscribe()
  const token = `${leavingToken(id).slice(0, -3)}AAA`
  const clicked = await answerUnsubscribe(amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), { token })
  const opened = await answerUnsubscribeForm(amina.get('/u/x'), { token: 'nonsense' })

  expect([clicked.status, await clicked.text(), opened.status]).toEqual([404, '', 404])
  expect((await kept()).subscriptions).toMatchObject([{ state: 'confirmed' }])
})

test('who left comes back by signing up and confirming anew, and by nothing less', async () => {
  const id = await subscribe()
  await answerUnsubscribe(amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), {
    token: leavingToken(id),
  })
  await signUp()
  expect((await kept()).suppressions).toEqual([{ scope: practiceLetter, reason: 'unsubscribed' }])

  await confirm()
  const { subscriptions, suppressions } = await kept()
  expect(subscriptions).toEqual([{ newsletter_id: practiceLetter, state: 'confirmed', ended_how: null }])
  expect(suppressions).toEqual([])
})

test('whoever complained between asking and confirming is not subscribed', async () => {
  await signUp()
  await databaseOf(payload).execute(
    sql`insert into suppressions (address_key, scope, reason) values (${addressKey(ADDRESS)}, 'global', 'complaint')`,
  )

  expect((await confirm()).status).toBe(409)
  expect((await kept()).subscribers).toEqual([])
})

const settings = (id: string, fields: readonly (readonly [string, string])[]) =>
  answerPreferences(amina.post('/preferences/x', fields), { token: tokenOf(preferencesUrl(id)) })

test('settings are saved as one: newsletters left and added, each with its proof, and a pause', async () => {
  const id = await subscribe([practiceLetter])
  const answer = await settings(id, [
    ['locales', 'en'],
    ['newsletters', policyLetter],
    ['pause', '2026-12-24'],
    ['action', 'save'],
  ])

  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Saved.')
  const { subscribers, subscriptions, consents } = await kept()
  expect(subscribers).toMatchObject([{ locale: 'en', paused_until: expect.stringContaining('2026-12-24') }])
  expect(subscriptions).toEqual(
    [
      { newsletter_id: practiceLetter, state: 'ended', ended_how: 'preferences' },
      { newsletter_id: policyLetter, state: 'confirmed', ended_how: null },
    ].sort((one, other) => one.newsletter_id.localeCompare(other.newsletter_id)),
  )
  expect(consents.map(({ kind }) => kind)).toEqual(['changed', 'confirmed', 'ended'])
})

test('buttons that only rearrange the form save nothing, and a pause in the past is refused', async () => {
  const id = await subscribe()
  const before = await kept()
  for (const action of ['up:en', 'remove:en', 'add', 'erase-for-good', 'data', 'nonsense'])
    expect(
      (
        await settings(id, [
          ['locales', 'en'],
          ['add', 'fr'],
          ['action', action],
        ])
      ).status,
    ).toBe(200)
  const refused = await settings(id, [
    ['locales', 'en'],
    ['newsletters', practiceLetter],
    ['pause', '2020-01-01'],
    ['action', 'save'],
  ])

  expect([refused.status, (await refused.text()).includes('Choose a date after today')]).toEqual([422, true])
  expect(await kept()).toEqual(before)
})

test('leaving everything is one click in the settings', async () => {
  const id = await subscribe([practiceLetter, policyLetter])
  await settings(id, [['action', 'leave']])

  expect((await kept()).subscribers).toMatchObject([{ status: 'ended' }])
  expect((await kept()).subscriptions).toMatchObject([{ state: 'ended' }, { state: 'ended' }])
})

/** By the page behind a link that was mailed just now. */
const erase = async (id: string) =>
  answerMyData(amina.post('/my-data/x', [['action', 'erase-for-good']]), {
    token: tokenOf(myDataUrl(await personOf(payload, id), amina.now)),
  })

test('erasing leaves the proof and the suppression under the keyed hash, and no address anywhere', async () => {
  const id = await subscribe()
  expect((await erase(id)).status).toBe(200)

  const { subscribers, subscriptions, consents, suppressions } = await kept()
  expect([subscribers, subscriptions]).toEqual([[], []])
  expect(consents.map(({ kind }) => kind)).toEqual(['confirmed', 'erased'])
  expect(suppressions).toEqual([{ scope: 'global', reason: 'erased' }])
  expect((await settings(id, [['action', 'save']])).status).toBe(404)
  const clicked = await answerUnsubscribe(amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), {
    token: leavingToken(id),
  })
  expect(clicked.status).toBe(200)
})

test('who was erased may come back by themselves', async () => {
  const id = await subscribe()
  await erase(id)
  await subscribe()

  const { subscribers, suppressions } = await kept()
  expect(subscribers).toHaveLength(1)
  expect(suppressions).toEqual([])
})

test('another site’s form asks for the offer and signs up with the same answer for everyone', async () => {
  const offer = await (await answerOffer(amina.get('/subscribe.json?locale=en'))).json()
  expect(offer.newsletters.map(({ name }: { name: string }) => name)).toEqual([
    'Practice letter',
    'Policy letter',
  ])
  amina.now = new Date(amina.now.getTime() + 5_000)
  const post = async (email: string, consent = offer.consent.version) => {
    const visit = amina.post('/subscribe.json', [])
    const body = { email, page: 'en', locale: 'en', newsletters: [practiceLetter], consent, form: offer.form }
    const request = new Request(visit.request.url, { method: 'POST', body: JSON.stringify(body) })
    const answer = await answerSignUpData({ ...visit, request })
    await amina.settle()
    return seen(answer)
  }
  const unknown = await post('nobody@example.org')
  await subscribe()

  expect(unknown).toMatchObject({ status: 202, body: '{"state":"asked"}' })
  expect(await post(ADDRESS)).toEqual(unknown)
  expect(await post(ADDRESS, 'an older wording')).toMatchObject({
    status: 422,
    body: '{"error":"invalid","fields":["consent"]}',
  })
  expect((await kept()).subscribers).toHaveLength(1)
})

test('a body that is no form, or longer than any form, is refused unread', async () => {
  const id = await subscribe()
  const { request, ...visit } = amina.post('/u/x', [])
  const send = (body: string, type: string) =>
    answerUnsubscribe(
      {
        ...visit,
        request: new Request(request.url, { method: 'POST', body, headers: { 'Content-Type': type } }),
      },
      { token: leavingToken(id) },
    )

  expect((await send('{"List-Unsubscribe":"One-Click"}', 'application/json')).status).toBe(415)
  const long = `List-Unsubscribe=One-Click&x=${'a'.repeat(70_000)}`
  expect((await send(long, 'application/x-www-form-urlencoded')).status).toBe(415)
  expect((await kept()).subscriptions).toMatchObject([{ state: 'confirmed' }])
})
