import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { forgetQuestions } from '../../audience/questions/forget-questions.ts'
import { questionNumbers } from '../../audience/questions/question-numbers.ts'
import { ownQuestionPath } from '../../audience/questions/question-token.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { translator } from '../../i18n/translator.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { ASKER, askPath, nothing } from '../../testing/ask-path.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { tampered } from '../../testing/tampered.ts'
import { answerAsk, answerAskForm } from './ask-answers.ts'
import { answerConfirmQuestionForm } from './confirm-answers.ts'
import { answerOwnQuestionForm } from './own-question-answers.ts'

const path = await askPath()
const {
  payload,
  editor,
  fields,
  formToken,
  ask,
  mailedToken,
  press,
  rowsOf,
  kept,
  asked,
  step,
  answerWith,
  send,
} = path

test('nothing is stored before the address is confirmed, and nothing that was typed is in the mail', async () => {
  const answer = await ask()
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/ar/ask/sent'])
  const [mail] = path.amina.inbox
  expect([mail?.to, mail?.locale]).toEqual([ASKER, 'ar'])
  expect(`${mail?.text}${mail?.html}`).not.toMatch(/مخبز|Amina/)
  const page = await answerConfirmQuestionForm(path.amina.get('/ar/ask/confirm/x'), {
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

  await answerOwnQuestionForm(path.amina.post('/question/x', [['action', 'erase-for-good']]), {
    token: ownQuestionPath(String(row?.id)).split('/').at(-1) ?? '',
  })
  await press(token)
  expect(await rowsOf(sql`select id from questions`)).toEqual([])
})

test('a link that was changed, is for something else or is two days old stores nothing', async () => {
  await ask()
  const token = mailedToken()
  for (const wrong of [tampered(token), token.replace('v2', 'v1'), 'v2.k1.x', ''])
    expect((await press(wrong)).status).toBe(410)
  path.amina.now = new Date(path.amina.now.getTime() + 48 * 3_600_000)
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
  expect(path.amina.inbox).toEqual([])
})

test('a text that does not fit a link is refused before it is mailed, with what to do', async () => {
  const noise = Array.from({ length: 1500 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
  ).join('')
  const answer = await ask({ question: noise }, 'en')
  expect([answer.status, path.amina.inbox.length]).toEqual([422, 0])
  expect(await answer.text()).toContain('too long to be confirmed by a link')
})

test('a program is answered like a person and gets no mail', async () => {
  const trapped = await ask({ website: 'https://spam.example' })
  const token = await formToken()
  path.amina.now = new Date(path.amina.now.getTime() - 60_000)
  const hasty = await answerAsk(path.amina.post('/ar/ask', fields(token)), { locale: 'ar' })
  await path.amina.settle()
  expect([trapped.status, hasty.status, path.amina.inbox]).toEqual([303, 303, []])
})

test('without a script five questions an hour come from one network, and three mails a day go to one address', async () => {
  const statuses: number[] = []
  for (let count = 0; count < 6; count++) statuses.push((await ask()).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  expect(path.amina.inbox).toHaveLength(3)
})

test('an address that we must not write to gets no mail, and the page says the same', async () => {
  await databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason, at) values (${addressKey(ASKER)}, 'global', 'complaint', now())
  `)
  expect([(await ask()).status, path.amina.inbox]).toEqual([303, []])
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
  const page = await (await answerAskForm(path.amina.get('/ar/ask'), { locale: 'ar' })).text()
  await using server = await fakeSmtp()
  const wanted = { topic: 'other', country: 'other' }
  await ask(wanted)
  expect(await kept()).toEqual(nothing)
  const confirm = await answerConfirmQuestionForm(path.amina.get('/ar/ask/confirm/x'), {
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
