import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { formToken } from '../../audience/form-token.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerFramedSignUp, answerSignUp } from './sign-up-answers.ts'
import { answerSignUpData } from './sign-up-data.ts'

/** `SIGN_UP_BODIES=100000 npx vitest run --project int src/site/subscriber/sign-up-fuzz.int.test.ts` for the whole of it. */
const BODIES = Number(process.env.SIGN_UP_BODIES ?? 1200)
const SEED = Number(process.env.SIGN_UP_SEED ?? 1)
const AT_ONCE = 8

let payload: Payload
let letter: string
let reader: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[letter] = (await createTestNetwork(payload, ['en', 'ar'])).newsletterIds
  reader = visitor(payload)
})
afterAll(() => payload.destroy())

/** Rows of every table but the counts of the limits. */
async function rowCounts(): Promise<Record<string, unknown>[]> {
  const { rows } = await databaseOf(payload).execute(sql`
    select relname as name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text as rows
    from pg_stat_user_tables where schemaname = 'public' and relname <> 'rate_limits' order by relname`)
  return rows
}

const junk = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202eevil',
  '%00%ff%zz',
  "'; drop table subscribers; --",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '{"$ne":null}',
  '__proto__',
  'constructor',
  'xx',
  'fa-AF',
  '0199c0de-0000-7000-8000-000000000001',
  '9'.repeat(400),
  'é'.repeat(3000),
  '𝒜@example.org',
  'amina@example.org\r\nBcc: x@example.org',
  'x'.repeat(70_000),
] as const

const scalars = [null, true, 0, -1, 1e308, [], {}, [[]], { length: 3 }, ['en', 1]] as const

const names = [
  'form',
  'proof',
  'email',
  'locale',
  'further',
  'newsletters',
  'frequency',
  'topics',
  'countries',
] as const

/** Draws one request: mostly almost in order, sometimes nothing of the kind. */
function drawer(random: () => number) {
  const one = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value
  const often = (share: number): boolean => random() < share
  const fine = (name: string, number: number): string => {
    switch (name) {
      case 'form':
        return formToken(new Date(reader.now.getTime() - 5_000))
      case 'email':
        return `fuzz${number}@example.org`
      case 'locale':
        return 'en'
      case 'newsletters':
        return letter
      case 'frequency':
        return 'weekly'
      default:
        return ''
    }
  }
  const value = (name: string, number: number): string => (often(0.93) ? fine(name, number) : one(junk))

  const urlencoded = (number: number): RequestInit => {
    const pairs = names.map((name) => [name, value(name, number)]).filter(([, text]) => text !== '')
    if (often(0.9)) pairs.push(['consent', 'yes'])
    while (often(0.2)) pairs.push([one([...names, ...junk]), one(junk)])
    return { body: new URLSearchParams(pairs) }
  }
  const multipart = (number: number): RequestInit => {
    const form = new FormData()
    for (const name of names) {
      if (often(0.05)) form.append(name, new Blob(['file']), 'file.txt')
      else if (fine(name, number) !== '' || often(0.1)) form.append(name, value(name, number))
    }
    form.append('consent', 'yes')
    return { body: form }
  }
  const noForm = (): RequestInit => ({
    body: one(junk),
    headers: {
      'Content-Type': one([
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'text/plain',
        'application/json',
      ]),
    },
  })
  const json = (number: number): RequestInit => {
    const body: Record<string, unknown> = {
      page: often(0.95) ? 'en' : one(junk),
      consent: value('consent', number),
    }
    for (const name of names) {
      const isList = ['further', 'newsletters', 'topics', 'countries'].includes(name)
      const list = name === 'newsletters' ? [value(name, number)] : []
      body[name] = often(0.04) ? one(scalars) : isList ? list : value(name, number)
    }
    const text = JSON.stringify(body)
    return { body: often(0.95) ? text : text.slice(0, Math.floor(random() * text.length)) }
  }
  return (number: number) => ({
    kind: one(['page', 'frame', 'data'] as const),
    locale: often(0.97) ? 'en' : one(['ar', 'xx', '', '__proto__']),
    init: { form: one([urlencoded, multipart, noForm])(number), json: often(0.95) ? json(number) : noForm() },
    from: often(0.9) ? `2001:db8:${(number % 65_536).toString(16)}::1` : one(['', 'nonsense', '1.2.3', '::']),
  })
}

test(`${BODIES} random bodies: no error, and nothing is kept but the counts of the limits`, {
  timeout: Math.max(120_000, BODIES * 200),
}, async () => {
  const draw = drawer(seededRandom(SEED))
  const before = await rowCounts()
  const statuses = new Map<number, number>()
  const send = async (number: number): Promise<void> => {
    const { kind, locale, init, from } = draw(number)
    const { body, headers } = kind === 'data' ? init.json : init.form
    const visit = reader.get('/subscribe')
    const request = new Request(visit.request.url, {
      method: 'POST',
      body: body ?? null,
      headers: { ...headers, 'X-Forwarded-For': from },
    })
    const sent = { ...visit, request }
    const answer = await (kind === 'data'
      ? answerSignUpData(sent)
      : (kind === 'page' ? answerSignUp : answerFramedSignUp)(sent, { locale }))
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  }
  for (let number = 0; number < BODIES; number += AT_ONCE) {
    // An hour holds so many sign-ups, and a form may be open for a day.
    reader.now = new Date(reader.now.getTime() + 20_000)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, BODIES - number) }, (_, index) => send(number + index)),
    )
    await reader.settle()
  }

  expect([...statuses.keys()].filter((status) => ![202, 303, 404, 415, 422, 429].includes(status))).toEqual(
    [],
  )
  // Some got all the way to a mail, most were refused: otherwise this would prove little.
  expect(statuses.get(303) ?? 0).toBeGreaterThan(BODIES / 20)
  expect(statuses.get(422) ?? 0).toBeGreaterThan(BODIES / 20)
  expect(reader.inbox.length).toBeGreaterThan(BODIES / 20)
  expect(await rowCounts()).toEqual(before)
})
