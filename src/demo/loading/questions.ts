import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { canonicalAddress } from '../../audience/canonical-address.ts'
import { confirmQuestion } from '../../audience/questions/confirm-question.ts'
import { answerQuestion, notePromoted } from '../../audience/questions/question-steps.ts'
import { type Database, inTransaction, sql } from '../../database/database.ts'
import { directionOf } from '../../i18n/locales.ts'
import { type DemoQuestion, demoQuestionRoutes, demoQuestions } from '../network/questions.ts'
import { demoLocales } from '../network/shapes.ts'
import { richText } from '../prose.ts'
import { findRow, keepRow } from './keep-row.ts'
import { madeUp } from './made-up.ts'
import type { Bodies } from './organisations.ts'
import type { Vocabularies } from './vocabularies.ts'

interface Known {
  readonly bodies: Bodies
  readonly vocabularies: Vocabularies
}

const DAY_MS = 24 * 3_600_000

/** The rules of the info line, entries of the FAQ, and made-up questions: one answered, one with its partner, one with nobody's. */
export async function loadQuestions(payload: Payload, known: Known): Promise<void> {
  const { bodies, vocabularies } = known
  for (const { name, organisation, topics, countries, contactEmail } of demoQuestionRoutes)
    await keepRow(
      payload,
      { collection: 'question-routes', where: { name: { equals: name } } },
      {
        name,
        contactEmail,
        organisation: bodies.organisation(organisation),
        topics: topics.map((key) => vocabularies.topic(key)),
        countries: countries.map((code) => vocabularies.term('countries', code)),
      },
    )
  for (const question of demoQuestions) {
    const faqId = question.faq === null ? null : await keepEntry(payload, question, known)
    await inTransaction(payload, (transaction) => keepQuestion(question, known, faqId, transaction))
  }
}

/** Published in each language in which it is written, in the asker's first. */
async function keepEntry(
  payload: Payload,
  { faq, locale: sourceLocale, topic }: DemoQuestion,
  { vocabularies }: Known,
): Promise<string | null> {
  const title = faq?.[sourceLocale]?.question
  if (!faq || title === undefined) return null
  let id = await findRow(payload, {
    collection: 'faqs',
    where: { title: { equals: title } },
    locale: sourceLocale,
  })
  for (const locale of [sourceLocale, ...demoLocales.filter((each) => each !== sourceLocale)]) {
    const texts = faq[locale]
    if (texts === undefined) continue
    const data = {
      title: texts.question,
      body: richText(texts.answer, directionOf(locale)),
      _status: 'published' as const,
    }
    if (id === null) {
      const shared = { sourceLocale, topics: [vocabularies.topic(topic)] }
      id = (await payload.create({ collection: 'faqs', locale, data: { ...data, ...shared }, depth: 0 })).id
    } else await payload.update({ collection: 'faqs', id, locale, data, depth: 0, select: {} })
  }
  return id
}

/** As if somebody had pressed the button, and where it is answered, an editor theirs. Nobody is mailed. */
async function keepQuestion(
  { email, name, locale, furtherLocales, topic, country, question, daysAgo, answer }: DemoQuestion,
  { vocabularies }: Known,
  faqId: string | null,
  transaction: Database,
): Promise<void> {
  const { rows: there } = await transaction.execute(sql`select from questions where email = ${email}`)
  if (there.length > 0) return
  const address = canonicalAddress(email)
  if (address === null) throw new RangeError('a made-up address is none')
  const now = new Date(Date.now() - daysAgo * DAY_MS)
  const confirmed = await confirmQuestion(
    {
      tokenId: randomUUID(),
      asked: {
        ...{ address, name, question, locale, furtherLocales },
        topicId: vocabularies.topic(topic),
        countryId: vocabularies.term('countries', country),
      },
    },
    { wording: madeUp, source: 'demo', now },
    transaction,
  )
  if (confirmed.state !== 'confirmed') throw new Error('a made-up question cannot be entered')
  const { questionId } = confirmed
  if (answer !== null) {
    const { rows } = await transaction.execute<{ id: string }>(
      sql`select id from users where email = 'editor@emen.example'`,
    )
    const by = { questionId, userId: rows[0]?.id ?? randomUUID(), now: new Date(now.getTime() + DAY_MS) }
    await answerQuestion(by, { id: randomUUID(), locale, text: answer }, transaction)
    if (faqId !== null) await notePromoted(by, faqId, transaction)
  }
  await transaction.execute(sql`
    update personal_mails set state = 'submitted', submitted_at = ${now.toISOString()}::timestamptz
    where question_id = ${questionId}::uuid
  `)
}
