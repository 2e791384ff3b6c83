import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { personalData } from '../../audience/personal-data.ts'
import { forgetQuestions } from '../../audience/questions/forget-questions.ts'
import { questionNumbers } from '../../audience/questions/question-numbers.ts'
import { ownQuestionPath } from '../../audience/questions/question-token.ts'
import { remindOfQuestions } from '../../audience/questions/remind.ts'
import { applyRetention } from '../../audience/retention/run-retention.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { sendPersonal } from '../../dissemination/personal/send-personal.ts'
import { translator } from '../../i18n/translator.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { type Credentials, rest, signIn } from '../../testing/api.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { createTestChoices, type TestChoices } from '../../testing/create-choices.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerFaq, answerFaqEntry } from '../faq/faq-answers.ts'
import { answerAsk, answerAskForm } from './ask-answers.ts'
import { answerConfirmQuestion, answerConfirmQuestionForm } from './confirm-answers.ts'
import { answerOwnQuestion, answerOwnQuestionForm } from './own-question-answers.ts'

const ASKER = 'amina@asks.example'
const QUESTION = 'كيف أفتح مخبزاً في بلجيكا؟\n\nليس لدي إقامة دائمة بعد.'

let payload: Payload
let choices: TestChoices
let partner: string
let other: string
let newsletterIds: readonly string[]
let editor: Credentials
let contributor: Credentials
let stranger: Credentials
let amina: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletterIds = (await createTestNetwork(payload, ['en', 'ar'])).newsletterIds
  await payload.updateGlobal({ slug: 'network', data: { contactEmail: 'office@network.example' } })
  choices = await createTestChoices(payload, ['en', 'ar'])
  partner = await organisation('Bakers’ help')
  other = await organisation('Other help')
  await payload.create({
    collection: 'question-routes',
    data: {
      name: 'Finance',
      organisation: partner,
      topics: choices.topicIds.slice(0, 1),
      contactEmail: 'help@partner.example',
    },
  })
  editor = await signIn(payload, { roles: ['editor'] })
  contributor = await signIn(payload, { roles: ['contributor'], organisation: partner })
  stranger = await signIn(payload, { roles: ['contributor'], organisation: other })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  amina = visitor(payload)
  await databaseOf(payload).execute(sql`
    truncate questions, question_answers, question_events, question_counts, personal_mails, consent_events,
      suppressions, rate_limits, subscribers, subscriptions, address_looks cascade
  `)
})

async function organisation(name: string): Promise<string> {
  const { id } = await payload.create({ collection: 'organisations', locale: 'en', data: { name } })
  return id
}

const fields = (form: string, changed: Record<string, string> = {}): (readonly [string, string])[] =>
  Object.entries({
    form,
    website: '',
    question: QUESTION,
    topic: choices.topicIds[0] ?? '',
    country: choices.countryIds[1] ?? '',
    locale: 'ar',
    further: 'en',
    name: 'Amina',
    email: ASKER,
    consent: 'yes',
    ...changed,
  })

async function formToken(locale = 'ar'): Promise<string> {
  const page = await (await answerAskForm(amina.get(`/${locale}/ask`), { locale })).text()
  amina.now = new Date(amina.now.getTime() + 60_000)
  return /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

async function ask(changed: Record<string, string> = {}, locale = 'ar'): Promise<Response> {
  const token = await formToken(locale)
  const answer = await answerAsk(amina.post(`/${locale}/ask`, fields(token, changed)), { locale })
  await amina.settle()
  return answer
}

const mailedToken = (): string => /\/ask\/confirm\/([\w.-]+)/.exec(amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''

const press = (token = mailedToken()) =>
  answerConfirmQuestion(amina.post('/ar/ask/confirm/x', [['action', 'confirm']]), { locale: 'ar', token })

async function rowsOf(statement: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  return (await databaseOf(payload).execute<Record<string, unknown>>(statement)).rows
}

const kept = () =>
  rowsOf(sql`
    select (select count(*)::int from questions) as questions, (select count(*)::int from consent_events) as proofs,
      (select count(*)::int from personal_mails) as mails
  `)
const nothing = [{ questions: 0, proofs: 0, mails: 0 }]

/** Somebody asked and confirmed. Answers the question's id. */
async function asked(changed: Record<string, string> = {}): Promise<string> {
  await ask(changed)
  await press()
  const [row] = await rowsOf(sql`select id from questions order by number desc limit 1`)
  return String(row?.id)
}

const step = (id: string, name: string, body: unknown, as: Credentials = contributor) =>
  rest(`/questions/${id}/${name}`, { method: 'POST', body, as })

const answerWith = (id: string, text: string, as: Credentials = contributor, key = randomUUID()) =>
  step(id, 'answer', { id: key, locale: 'ar', text }, as)

async function send(server: Awaited<ReturnType<typeof fakeSmtp>>): Promise<void> {
  const transport = smtp({ url: server.url })
  await sendPersonal(payload, { transport, signal: new AbortController().signal })
  await transport.close()
}

test('nothing is stored before the address is confirmed, and nothing that was typed is in the mail', async () => {
  const answer = await ask()
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/ar/ask/sent'])
  const [mail] = amina.inbox
  expect([mail?.to, mail?.locale]).toEqual([ASKER, 'ar'])
  expect(`${mail?.text}${mail?.html}`).not.toMatch(/مخبز|Amina/)
  const page = await answerConfirmQuestionForm(amina.get('/ar/ask/confirm/x'), {
    locale: 'ar',
    token: mailedToken(),
  })
  expect(await page.text()).toContain('كيف أفتح مخبزاً في بلجيكا؟')
  expect(await kept()).toEqual(nothing)

  await press()
  expect(await kept()).toEqual([{ questions: 1, proofs: 1, mails: 1 }])
  const [proof] = await rowsOf(sql`select kind, locale, source, wording_version from consent_events`)
  expect(proof).toEqual({
    kind: 'asked',
    locale: 'ar',
    source: '/ar/ask/confirm',
    wording_version: 'ask-2026-11-1',
  })
})

test('a link works once: pressed several times at once, later and after erasure, there is one question', async () => {
  await ask()
  const token = mailedToken()
  const answers = await Promise.all([press(token), press(token), press(token)])
  await press(token)
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const [row] = await rowsOf(sql`select id from questions`)
  expect(await kept()).toEqual([{ questions: 1, proofs: 1, mails: 1 }])

  await answerOwnQuestionForm(amina.post('/question/x', [['action', 'erase-for-good']]), {
    token: ownQuestionPath(String(row?.id)).split('/').at(-1) ?? '',
  })
  await press(token)
  expect(await rowsOf(sql`select id from questions`)).toEqual([])
})

test('a link that was changed, is for something else or is two days old stores nothing', async () => {
  await ask()
  const token = mailedToken()
  for (const wrong of [`${token.slice(0, -3)}AAA`, token.replace('v2', 'v1'), 'v2.k1.x', ''])
    expect((await press(wrong)).status).toBe(410)
  amina.now = new Date(amina.now.getTime() + 48 * 3_600_000)
  expect((await press(token)).status).toBe(410)
  expect(await kept()).toEqual(nothing)
})

test.for([
  ['question', ''],
  ['question', 'x'.repeat(1501)],
  ['topic', ''],
  ['country', randomUUID()],
  ['locale', 'fr'],
  ['further', 'xx'],
  ['name', 'x'.repeat(81)],
  ['email', 'nobody'],
  ['consent', ''],
] as const)('a wrong %s is named, and what was typed stays', async ([name, value]) => {
  const answer = await ask({ [name]: value }, 'en')
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain(`<a href="#${name}">`)
  expect(page).toContain(`id="${name}-error"`)
  expect(page).toContain('There is 1 thing to correct')
  expect(amina.inbox).toEqual([])
})

test('a text that does not fit a link is refused before it is mailed, with what to do', async () => {
  const noise = Array.from({ length: 1500 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
  ).join('')
  const answer = await ask({ question: noise }, 'en')
  expect([answer.status, amina.inbox.length]).toEqual([422, 0])
  expect(await answer.text()).toContain('too long to be confirmed by a link')
})

test('a program is answered like a person and gets no mail', async () => {
  const trapped = await ask({ website: 'https://spam.example' })
  const token = await formToken()
  amina.now = new Date(amina.now.getTime() - 60_000)
  const hasty = await answerAsk(amina.post('/ar/ask', fields(token)), { locale: 'ar' })
  await amina.settle()
  expect([trapped.status, hasty.status, amina.inbox]).toEqual([303, 303, []])
})

test('without a script five questions an hour come from one network, and three mails a day go to one address', async () => {
  const statuses: number[] = []
  for (let count = 0; count < 6; count++) statuses.push((await ask()).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  expect(amina.inbox).toHaveLength(3)
})

test('an address that we must not write to gets no mail, and the page says the same', async () => {
  await databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason, at) values (${addressKey(ASKER)}, 'global', 'complaint', now())
  `)
  expect([(await ask()).status, amina.inbox]).toEqual([303, []])
})

test('from the question to the FAQ: its partner is told without the address, answers, and the answer is mailed once', async () => {
  await using server = await fakeSmtp()
  const id = await asked()
  await send(server)
  expect(server.mails().map(({ to }) => to)).toEqual(['help@partner.example'])
  const told = `${server.mails()[0]?.parsed.text}${server.mails()[0]?.parsed.html}`
  expect(told).toContain(`/admin/questions/${id}`)
  expect(told).not.toMatch(/amina|مخبز/i)

  const key = randomUUID()
  const answers = await Promise.all([
    answerWith(id, 'نعم، هذا ممكن.\n\nاتصلي بنا.', contributor, key),
    answerWith(id, 'نعم، هذا ممكن.\n\nاتصلي بنا.', contributor, key),
  ])
  expect(answers.map(({ status, body }) => [status, body.isNew]).sort()).toEqual([
    [200, false],
    [200, true],
  ])
  await send(server)
  await send(server)
  const [, mail] = server.mails()
  expect(server.mails()).toHaveLength(2)
  expect([mail?.to, mail?.parsed.replyTo?.[0]?.address]).toEqual([ASKER, 'office@network.example'])
  expect(mail?.parsed.html).toMatch(/<html[^>]* lang="ar"[^>]* dir="rtl"/)
  expect(mail?.parsed.text).toContain('نعم، هذا ممكن.')
  expect(mail?.parsed.text).toContain('> كيف أفتح مخبزاً في بلجيكا؟')
  expect(mail?.parsed.headers.map(({ key: name }) => name)).not.toContain('list-unsubscribe')

  const promoted = await step(id, 'promote', {}, editor)
  expect(promoted.status).toBe(200)
  const faqId = String(promoted.body.faqId)
  expect((await step(id, 'promote', {}, editor)).body.faqId).toBe(faqId)
  const draft = await payload.findByID({ collection: 'faqs', id: faqId, locale: 'ar', draft: true, depth: 0 })
  expect([draft.title, draft.sourceLocale, draft.topics]).toEqual([
    QUESTION.replace(/\s+/g, ' '),
    'ar',
    [choices.topicIds[0]],
  ])
  const before = await (await answerFaq(amina.get('/ar/faq'), { locale: 'ar' })).text()
  expect(before).not.toContain('مخبز')
  await payload.update({
    collection: 'faqs',
    id: faqId,
    locale: 'ar',
    data: { title: 'هل يمكنني أن أفتح مخبزاً؟', _status: 'published' },
  })
  const page = await (await answerFaq(amina.get('/ar/faq'), { locale: 'ar' })).text()
  expect(page).toContain('هل يمكنني أن أفتح مخبزاً؟')
  expect(page).toContain('"@type":"FAQPage"')
  const elsewhere = await (await answerFaq(amina.get('/en/faq'), { locale: 'en' })).text()
  expect(elsewhere).not.toContain('مخبز')
  const slug = /href="\/ar\/faq\/([^"#]+)"/.exec(page)?.[1] ?? ''
  const entry = await answerFaqEntry(amina.get('/ar/faq/x'), { locale: 'ar', slug })
  expect([entry.status, (await entry.text()).includes('اتصلي بنا')]).toEqual([200, true])
})

test('a mail that may have left is not sent again, and the question shows it', async () => {
  await using server = await fakeSmtp()
  const id = await asked()
  await send(server)
  await answerWith(id, 'نعم')
  server.failNext({ at: 'accepted', hangUp: true })
  await send(server)
  await send(server)
  expect(server.mails()).toHaveLength(2)
  expect(await rowsOf(sql`select state from personal_mails where kind = 'answer'`)).toEqual([
    { state: 'unconfirmed' },
  ])
})

test('a partner sees and answers the questions of their organisation only', async () => {
  const id = await asked()
  const translator = await signIn(payload, { roles: ['translator'], locales: ['ar'] })
  const officer = await signIn(payload, { roles: ['data-officer'] })
  expect((await answerWith(id, 'x', stranger)).status).toBe(404)
  expect((await step(id, 'close', { note: 'x' }, stranger)).status).toBe(404)
  expect((await step(id, 'give', { organisation: other, note: 'x' }, contributor)).status).toBe(409)
  expect((await step(id, 'promote', {}, contributor)).status).toBe(403)
  expect((await step(id, 'erase', {}, contributor)).status).toBe(403)
  expect((await answerWith(id, 'x', translator)).status).toBe(403)
  expect((await answerWith(id, 'x', officer)).status).toBe(403)
  expect((await answerWith(id, 'x', null)).status).toBe(401)
  expect(await rowsOf(sql`select * from question_answers`)).toEqual([])
})

test.for([
  [{ id: 'x', locale: 'ar', text: 'x' }, 422, 'id'],
  [{ id: randomUUID(), locale: 'ar', text: ' ' }, 422, 'text'],
  [{ id: randomUUID(), locale: 'ar', text: 'x'.repeat(6001) }, 422, 'text'],
  [{ id: randomUUID(), locale: 'fr', text: 'x' }, 409, 'locale'],
] as const)(
  'an answer that is not one, or in a language the asker does not read, is refused by field',
  async ([body, status, field]) => {
    const answer = await step(await asked(), 'answer', body)
    expect([answer.status, answer.body.field]).toEqual([status, field])
    expect(answer.body.message).not.toMatch(/^views\./)
  },
)

test('what no rule fits goes to the secretariat; who is given it by hand is told', async () => {
  await using server = await fakeSmtp()
  const id = await asked({ topic: choices.topicIds[1] ?? '' })
  await send(server)
  expect(await rowsOf(sql`select organisation_id, routed_why from questions`)).toEqual([
    { organisation_id: null, routed_why: 'fallback' },
  ])
  expect((await answerWith(id, 'x', contributor)).status).toBe(404)
  expect((await step(id, 'give', { organisation: partner, note: '' }, editor)).body.field).toBe('note')
  expect((await step(id, 'give', { organisation: partner, note: 'They know' }, editor)).status).toBe(200)
  await send(server)
  expect(server.mails().map(({ to }) => to)).toEqual(['office@network.example', 'help@partner.example'])
  expect((await step(id, 'give', { organisation: '', note: 'Not ours' }, contributor)).status).toBe(200)
  expect(await rowsOf(sql`select routed_why, routed_note from questions`)).toEqual([
    { routed_why: 'by-hand', routed_note: 'Not ours' },
  ])
})

test('who asks in a language without names for topics and countries asks about another, and the secretariat has it', async () => {
  const database = databaseOf(payload)
  const namesTaken = async (from: string, to: string) => {
    await database.execute(
      sql`update topics_locales set _locale = ${to}::_locales where _locale = ${from}::_locales`,
    )
    await database.execute(
      sql`update terms_locales set _locale = ${to}::_locales where _locale = ${from}::_locales`,
    )
  }
  await namesTaken('ar', 'fa')
  const page = await (await answerAskForm(amina.get('/ar/ask'), { locale: 'ar' })).text()
  await using server = await fakeSmtp()
  const wanted = { topic: 'other', country: 'other' }
  await ask(wanted)
  expect(await kept()).toEqual(nothing)
  const confirm = await answerConfirmQuestionForm(amina.get('/ar/ask/confirm/x'), {
    locale: 'ar',
    token: mailedToken(),
  })
  await namesTaken('fa', 'ar')
  const terms = translator('ar', 'terms')
  const others = [terms('questionOther.topic'), terms('questionOther.country')]
  expect([...page.matchAll(/<option value="other">([^<]+)</g)].map(([, text]) => text)).toEqual(others)
  expect(page).not.toMatch(/<option value="[0-9a-f-]{36}"/)
  const shown = await confirm.text()
  for (const other of others) expect(shown).toContain(`<li>${other}</li>`)

  await press()
  await send(server)
  expect(await rowsOf(sql`select topic_id, country_id, routed_why from questions`)).toEqual([
    { topic_id: null, country_id: null, routed_why: 'fallback' },
  ])
  const [mail] = server.mails()
  expect(mail?.to).toBe('office@network.example')
  expect(mail?.parsed.text).toMatch(/Another topic[\s\S]*Another country/)

  const [row] = await rowsOf(sql`select id from questions`)
  const id = String(row?.id)
  expect((await answerWith(id, 'نعم', editor)).status).toBe(200)
  const { body } = await step(id, 'promote', {}, editor)
  const draft = await payload.findByID({ collection: 'faqs', id: body.faqId, draft: true, depth: 0 })
  expect([draft.topics, draft.countries]).toEqual([[], []])

  await asked(wanted)
  await inTransaction(payload, (transaction) => forgetQuestions([id], transaction))
  const [later] = await rowsOf(sql`select id from questions`)
  await answerWith(String(later?.id), 'نعم', editor)
  await inTransaction(payload, (transaction) => forgetQuestions([String(later?.id)], transaction))
  expect(await questionNumbers(database)).toEqual([
    { month: '2026-11', topicId: null, countryId: null, locale: 'ar', state: 'answered', questions: 2 },
  ])
})

test('who does not answer is reminded every five days, from the second time with the secretariat; who answered is not', async () => {
  await using server = await fakeSmtp()
  const id = await asked()
  const later = (days: number) => new Date(amina.now.getTime() + days * 24 * 3_600_000)
  const remind = (days: number) =>
    inTransaction(payload, (transaction) => remindOfQuestions(later(days), transaction))
  expect([await remind(4), await remind(6), await remind(6), await remind(12)]).toEqual([0, 1, 0, 1])
  await send(server)
  expect(
    server
      .mails()
      .map(({ to }) => to)
      .sort(),
  ).toEqual([
    'help@partner.example',
    'help@partner.example',
    'help@partner.example',
    'office@network.example',
  ])
  await answerWith(id, 'نعم')
  expect(await remind(60)).toBe(0)
})

test('a question is closed with a reason and can be opened again', async () => {
  const id = await asked()
  expect((await step(id, 'close', {})).body.field).toBe('note')
  expect((await step(id, 'close', { note: 'No question' })).status).toBe(200)
  expect((await answerWith(id, 'x')).status).toBe(409)
  expect((await step(id, 'reopen', {})).status).toBe(200)
  expect((await answerWith(id, 'x')).status).toBe(200)
  expect(
    (await rowsOf(sql`select kind, note from question_events order by id`)).map(({ kind }) => kind),
  ).toEqual(['asked', 'given', 'closed', 'reopened', 'answered'])
})

test('looking at one’s question changes nothing; erased at one’s wish, only a number stays and nothing leaves', async () => {
  await using server = await fakeSmtp()
  const id = await asked()
  await answerWith(id, 'نعم')
  const token = ownQuestionPath(id).split('/').at(-1) ?? ''
  const before = await kept()
  const page = await (await answerOwnQuestion(amina.get('/question/x'), { token })).text()
  expect(page).toContain('نعم')
  expect(page).not.toContain(ASKER)
  await answerOwnQuestionForm(amina.post('/question/x', [['action', 'erase']]), { token })
  expect(await kept()).toEqual(before)

  await answerOwnQuestionForm(amina.post('/question/x', [['action', 'erase-for-good']]), { token })
  await send(server)
  expect(server.mails()).toEqual([])
  expect(await rowsOf(sql`select question_id, state from personal_mails`)).toEqual([
    { question_id: null, state: 'skipped' },
    { question_id: null, state: 'skipped' },
  ])
  expect(await questionNumbers(databaseOf(payload))).toEqual([
    {
      month: '2026-11',
      topicId: choices.topicIds[0],
      countryId: choices.countryIds[1],
      locale: 'ar',
      state: 'answered',
      questions: 1,
    },
  ])
  expect((await answerOwnQuestion(amina.get('/question/x'), { token })).status).toBe(410)
})

test('a data officer takes away and erases what one address asked, and nobody else does', async () => {
  await asked()
  const officer = await signIn(payload, { roles: ['data-officer'] })
  const at = (path: string, body: object, as: Credentials) =>
    rest(`/audience/questions/${path}`, { method: 'POST', body, as })
  const wanted = { email: ASKER, purpose: 'She telephoned' }
  expect((await at('export', wanted, editor)).status).toBe(403)
  expect((await at('erase', wanted, null)).status).toBe(401)
  const taken = await at('export', wanted, officer)
  expect(taken.body.map(({ question }: { question: string }) => question)).toEqual([QUESTION])
  expect(await rowsOf(sql`select kind, purpose from address_looks`)).toEqual([
    { kind: 'exported', purpose: 'She telephoned' },
  ])
  expect((await at('erase', wanted, officer)).body).toMatchObject({ erased: 1 })
  expect((await at('export', wanted, officer)).status).toBe(404)
  expect(await rowsOf(sql`select id from questions`)).toEqual([])
})

test('who reads our letters finds their questions among their data, and erases them with the rest', async () => {
  await asked()
  const reader = await confirmedPerson(payload, { address: ASKER, newsletterIds })
  const data = await personalData(reader.id, databaseOf(payload))
  expect(data?.questions.map(({ question, state }) => [question, state])).toEqual([[QUESTION, 'open']])
  expect(data?.consent.map(({ kind }) => kind)).toEqual(['asked', 'confirmed'])
  await inTransaction(payload, (transaction) => eraseSubscriber(reader, amina.now, transaction))
  expect(await rowsOf(sql`select id from questions`)).toEqual([])
})

test('questions are erased some months after they were settled; those that wait stay', async () => {
  const id = await asked()
  await asked()
  await step(id, 'close', { note: 'Nothing asked' })
  await databaseOf(payload).execute(sql`update questions set settled_at = settled_at - interval '181 days'`)
  expect(await applyRetention(payload, { actor: null, now: new Date() })).toMatchObject({ questions: 1 })
  expect(await rowsOf(sql`select state from questions`)).toEqual([{ state: 'open' }])
  expect((await rest('/questions/numbers', { as: contributor })).status).toBe(403)
  const { body } = await rest('/questions/numbers', { as: editor })
  const numbers: { state: string; questions: number }[] = body.numbers
  expect(numbers.map(({ state, questions }) => [state, questions])).toEqual([
    ['closed', 1],
    ['open', 1],
  ])
})
