import { expect, test } from 'vitest'

import { isFirst, isWithinLimit, perAddress, perNetwork, proofUsed } from '../../audience/rate-limit.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { ADDRESS, english, signUpVisit } from '../../testing/sign-up-visit.ts'
import { answerConfirmForm } from './confirm-answers.ts'
import { answerFramedForm, answerFramedSignUp, answerSignUpForm } from './sign-up-answers.ts'

const on = await signUpVisit()
const { payload, letter, otherLetter, choices, fillIn, handedOut, send, mailedToken, confirm, subscribed } =
  on

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
    await answerConfirmForm(on.reader.get(`/en/confirm/${token}`), { ...english, token })
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
    const page = await (await answerSignUpForm(on.reader.get(`/en/subscribe${query}`), english)).text()
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
  for (let count = 6; count < 30; count++) await isWithinLimit(network, on.reader.now, databaseOf(payload))
  const last = await handedOut()
  fillIn()
  expect((await send({ ...last, address: 'last@example.org' })).status).toBe(429)
  expect(on.reader.inbox.map(({ to }) => to)).not.toContain('last@example.org')
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
  const { now } = on.reader
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

test('who gets our letters already is told so once a day at most', async () => {
  await subscribed()
  for (const from of ['198.51.100.1', '203.0.113.1']) {
    const { form } = await handedOut()
    fillIn()
    await send({ form, from })
  }
  const subjects = () => on.reader.inbox.map(({ subject }) => subject)
  expect(subjects().slice(1)).toEqual(['You already get our letters'])

  on.reader.now = new Date(on.reader.now.getTime() + 48 * 3_600_000)
  const { form } = await handedOut()
  fillIn()
  await send({ form })
  expect(subjects().slice(1)).toEqual(['You already get our letters', 'You already get our letters'])
})

test('the frame shows the same form, answers in the frame, and may be framed by anybody', async () => {
  const page = await answerFramedForm(on.reader.get('/en/subscribe/embed'), english)
  const source = await page.text()
  const form = /name="form" value="([^"]+)"/.exec(source)?.[1] ?? ''
  fillIn()
  const wrong = await answerFramedSignUp(on.reader.post('/en/subscribe/embed', [['form', form]]), english)
  const fields = [
    ['form', form],
    ['email', ADDRESS],
    ['locale', 'en'],
    ['newsletters', letter],
    ['consent', 'yes'],
  ] as const
  const sent = await answerFramedSignUp(on.reader.post('/en/subscribe/embed', fields), english)
  await on.reader.settle()

  expect(source).toContain('action="/en/subscribe/embed"')
  expect(source).not.toContain('class="masthead"')
  for (const answer of [page, wrong])
    expect(answer.headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('action="/en/subscribe/embed"')
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/en/subscribe/embed/sent'])
  expect(on.reader.inbox.map(({ to }) => to)).toEqual([ADDRESS])
})

test('an address with a name in its own letters is written to under the name that mail servers know', async () => {
  const { form } = await handedOut()
  fillIn()
  await send({ form, address: 'Ελένη@ΔΟΚΙΜΉ.gr' })

  expect(on.reader.inbox.map(({ to }) => to)).toEqual(['Ελένη@xn--jxalpdlp.gr'])
})
