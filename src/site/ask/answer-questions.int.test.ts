import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { remindOfQuestions } from '../../audience/questions/remind.ts'
import { inTransaction, sql } from '../../database/database.ts'
import { signIn } from '../../testing/api.ts'
import { ASKER, askPath, QUESTION } from '../../testing/ask-path.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { answerFaq, answerFaqEntry } from '../faq/faq-answers.ts'

const path = await askPath()
const {
  payload,
  choices,
  partner,
  other,
  editor,
  contributor,
  stranger,
  rowsOf,
  asked,
  step,
  answerWith,
  send,
} = path

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
  const before = await (await answerFaq(path.amina.get('/ar/faq'), { locale: 'ar' })).text()
  expect(before).not.toContain('مخبز')
  await payload.update({
    collection: 'faqs',
    id: faqId,
    locale: 'ar',
    data: { title: 'هل يمكنني أن أفتح مخبزاً؟', _status: 'published' },
  })
  const page = await (await answerFaq(path.amina.get('/ar/faq'), { locale: 'ar' })).text()
  expect(page).toContain('هل يمكنني أن أفتح مخبزاً؟')
  expect(page).toContain('"@type":"FAQPage"')
  const elsewhere = await (await answerFaq(path.amina.get('/en/faq'), { locale: 'en' })).text()
  expect(elsewhere).not.toContain('مخبز')
  const slug = /href="\/ar\/faq\/([^"#]+)"/.exec(page)?.[1] ?? ''
  const entry = await answerFaqEntry(path.amina.get('/ar/faq/x'), { locale: 'ar', slug })
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

test('who does not answer is reminded every five days, from the second time with the secretariat; who answered is not', async () => {
  await using server = await fakeSmtp()
  const id = await asked()
  const later = (days: number) => new Date(path.amina.now.getTime() + days * 24 * 3_600_000)
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
