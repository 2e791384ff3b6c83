import { randomUUID } from 'node:crypto'

import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { sendPersonal } from '../dissemination/personal/send-personal.ts'
import { smtp } from '../newsletter/transports/smtp.ts'
import { answerAsk, answerAskForm } from '../site/ask/ask-answers.ts'
import { answerConfirmQuestion } from '../site/ask/confirm-answers.ts'
import { type Credentials, rest, signIn } from './api.ts'
import { createTestChoices } from './create-choices.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'
import type { fakeSmtp } from './fake-smtp.ts'
import { visitor } from './visitor.ts'

export const ASKER = 'amina@asks.example'
export const QUESTION = 'كيف أفتح مخبزاً في بلجيكا؟\n\nليس لدي إقامة دائمة بعد.'
/** What is kept where nobody has asked. */
export const nothing = [{ questions: 0, proofs: 0, mails: 0 }]

/**
 * For the top of a test file: a network in which partners answer questions, and Amina, who asks. Each test begins with
 * nothing asked.
 */
export async function askPath() {
  const payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en', 'ar'])
  await payload.updateGlobal({ slug: 'network', data: { contactEmail: 'office@network.example' } })
  const choices = await createTestChoices(payload, ['en', 'ar'])
  const partner = await organisation('Bakers’ help')
  const other = await organisation('Other help')
  await payload.create({
    collection: 'question-routes',
    data: {
      name: 'Finance',
      organisation: partner,
      topics: choices.topicIds.slice(0, 1),
      contactEmail: 'help@partner.example',
    },
  })
  const editor = await signIn(payload, { roles: ['editor'] })
  const contributor = await signIn(payload, { roles: ['contributor'], organisation: partner })
  const stranger = await signIn(payload, { roles: ['contributor'], organisation: other })

  async function organisation(name: string): Promise<string> {
    const { id } = await payload.create({ collection: 'organisations', locale: 'en', data: { name } })
    return id
  }

  /** As whoever has just come. */
  const self = { amina: visitor(payload) }
  afterAll(() => payload.destroy())
  beforeEach(async () => {
    self.amina = visitor(payload)
    await databaseOf(payload).execute(
      emptying(`
        questions question_answers question_events question_counts personal_mails consent_events
        suppressions rate_limits subscribers subscriptions address_looks
      `),
    )
  })

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
    const page = await (await answerAskForm(self.amina.get(`/${locale}/ask`), { locale })).text()
    self.amina.now = new Date(self.amina.now.getTime() + 60_000)
    return /name="form" value="([^"]+)"/.exec(page)?.[1] ?? ''
  }

  async function ask(changed: Record<string, string> = {}, locale = 'ar'): Promise<Response> {
    const token = await formToken(locale)
    const answer = await answerAsk(self.amina.post(`/${locale}/ask`, fields(token, changed)), { locale })
    await self.amina.settle()
    return answer
  }

  const mailedToken = (): string =>
    /\/ask\/confirm\/([\w.-]+)/.exec(self.amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''

  const press = (token = mailedToken()) =>
    answerConfirmQuestion(self.amina.post('/ar/ask/confirm/x', [['action', 'confirm']]), {
      locale: 'ar',
      token,
    })

  async function rowsOf(statement: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
    return (await databaseOf(payload).execute<Record<string, unknown>>(statement)).rows
  }

  const kept = () =>
    rowsOf(sql`
      select (select count(*)::int from questions) as questions, (select count(*)::int from consent_events) as proofs,
        (select count(*)::int from personal_mails) as mails
    `)

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

  return Object.assign(self, {
    payload,
    choices,
    newsletterIds,
    partner,
    other,
    editor,
    contributor,
    stranger,
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
  })
}
