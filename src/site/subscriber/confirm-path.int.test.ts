import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { ADDRESS, english, nothing, seen, subscriberPath } from '../../testing/subscriber-path.ts'
import { tampered } from '../../testing/tampered.ts'
import { answerConfirmForm } from './confirm-answers.ts'
import { answerSignUp, answerSignUpForm } from './sign-up-answers.ts'
import { answerOffer, answerSignUpData } from './sign-up-data.ts'
import { answerUnsubscribe } from './unsubscribe-answers.ts'

const path = subscriberPath()
const { rowsOf, kept, signUp, mailedToken, confirm, subscribe, leavingToken } = path

test('who signs up gets one mail, and nothing about them is kept before they confirm', async () => {
  const answer = await signUp()

  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/en/subscribe/sent'])
  expect(path.amina.inbox.map(({ to, locale, subject }) => [to, locale, subject])).toEqual([
    [ADDRESS, 'en', 'Confirm that you want letters from Sample network'],
  ])
  expect(await kept()).toEqual(nothing)
})

test('opening the link of the mail changes nothing, pressing its button makes a subscriber with proof', async () => {
  await signUp({ newsletters: [path.practiceLetter, path.policyLetter] })
  const token = mailedToken()
  const page = await answerConfirmForm(path.amina.get(`/en/confirm/${token}`), { ...english, token })

  expect(page.status).toBe(200)
  expect(await kept()).toEqual(nothing)

  expect((await confirm(token)).status).toBe(200)
  expect(await kept()).toEqual({
    subscribers: [
      { email: ADDRESS, locale: 'en', further_locales: '[]', status: 'active', paused_until: null },
    ],
    subscriptions: [path.practiceLetter, path.policyLetter]
      .sort()
      .map((id) => ({ newsletter_id: id, state: 'confirmed', ended_how: null })),
    consents: [
      {
        kind: 'confirmed',
        newsletter_ids: `["${path.practiceLetter}", "${path.policyLetter}"]`,
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
    await answerConfirmForm(path.amina.get(`/en/confirm/${token}`), { ...english, token })
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

  await answerUnsubscribe(path.amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), {
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
  for (const wrong of [tampered(token), 'v1.k1.x', leavingToken(id)])
    expect((await confirm(wrong)).status).toBe(410)

  path.amina.now = new Date(path.amina.now.getTime() + 48 * 3_600_000)
  expect((await confirm(token)).status).toBe(410)
  expect(await kept()).toEqual(nothing)
})

test('the form answers alike for an unknown address, a subscriber, one who complained and a machine', async () => {
  const unknown = await seen(await signUp({ address: 'nobody@example.org' }))
  await subscribe()
  const known = await seen(await signUp())
  await databaseOf(path.payload).execute(sql`insert into suppressions (address_key, scope, reason)
    select address_key, 'global', 'complaint' from subscribers`)
  const complained = await seen(await signUp())
  const machine = await seen(await signUp({ address: 'bot@example.org', trap: 'https://spam.example' }))

  expect(known).toEqual(unknown)
  expect(complained).toEqual(unknown)
  expect(machine).toEqual(unknown)
  expect(path.amina.inbox.map(({ to, subject }) => [to, subject])).toEqual([
    ['nobody@example.org', 'Confirm that you want letters from Sample network'],
    [ADDRESS, 'Confirm that you want letters from Sample network'],
    [ADDRESS, 'You already get our letters'],
  ])
})

test('two spellings of one address are one person, who is written to as they first confirmed', async () => {
  await subscribe()
  await signUp({ address: ' AMINA@Example.org ' })

  expect(path.amina.inbox.map(({ to, subject }) => [to, subject]).at(-1)).toEqual([
    ADDRESS,
    'You already get our letters',
  ])
})

test('a subscriber who asks for one more newsletter is asked to confirm', async () => {
  await subscribe()
  await signUp({ newsletters: [path.practiceLetter, path.policyLetter] })

  expect(path.amina.inbox.at(-1)?.subject).toBe('Confirm that you want letters from Sample network')
})

test('one address gets three mails a day at most, whoever asks, and the answer stays the same', async () => {
  const first = await seen(await signUp({ from: '192.0.2.1' }))
  for (const from of ['198.51.100.1', '203.0.113.1']) await signUp({ from })
  const fourth = await seen(await signUp({ from: '192.0.2.77' }))

  expect(fourth).toEqual(first)
  expect(path.amina.inbox).toHaveLength(3)
})

test('a flood from one network is stopped, other networks are not', async () => {
  for (let count = 0; count < 5; count++)
    await signUp({ address: `a${count}@example.org`, from: `192.0.2.${count}` })

  expect((await signUp({ address: 'b@example.org', from: '192.0.2.200' })).status).toBe(429)
  expect((await signUp({ address: 'c@example.org', from: '198.51.100.1' })).status).toBe(303)
  expect(path.amina.inbox.map(({ to }) => to)).not.toContain('b@example.org')
})

test('a form that was filled in within two seconds is a machine’s: it gets the answer and no mail', async () => {
  const page = await (await answerSignUpForm(path.amina.get('/en/subscribe'), english)).text()
  const token = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const fields = [
    ['form', token],
    ['email', ADDRESS],
    ['locale', 'en'],
    ['second', ''],
    ['newsletters', path.practiceLetter],
    ['consent', 'yes'],
  ] as const
  const answer = await answerSignUp(path.amina.post('/en/subscribe', fields), english)
  await path.amina.settle()

  expect(answer.status).toBe(303)
  expect(path.amina.inbox).toEqual([])
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
  expect(path.amina.inbox).toEqual([])
})

test('another site’s form asks for the offer and signs up with the same answer for everyone', async () => {
  const offer = await (await answerOffer(path.amina.get('/subscribe.json?locale=en'))).json()
  expect(offer.newsletters.map(({ name }: { name: string }) => name)).toEqual([
    'Practice letter',
    'Policy letter',
  ])
  path.amina.now = new Date(path.amina.now.getTime() + 5_000)
  const post = async (email: string, consent = offer.consent.version) => {
    const visit = path.amina.post('/subscribe.json', [])
    const body = {
      email,
      page: 'en',
      locale: 'en',
      newsletters: [path.practiceLetter],
      consent,
      form: offer.form,
    }
    const request = new Request(visit.request.url, { method: 'POST', body: JSON.stringify(body) })
    const answer = await answerSignUpData({ ...visit, request })
    await path.amina.settle()
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
  const { request, ...visit } = path.amina.post('/u/x', [])
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
