import { randomBytes, randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { eraseSubscriber } from '../../audience/erase-subscriber.ts'
import { forgetQuestions } from '../../audience/questions/forget-questions.ts'
import { findSubscriber } from '../../audience/subscriber.ts'
import { suppress } from '../../audience/suppression/suppress.ts'
import { inTransaction, sql } from '../../database/database.ts'
import { env } from '../../env.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { mailsInDoubt, saying } from '../../testing/mails-in-doubt.ts'

const { payload, run, service, send, sendBySmtp, later, planned, told } = await mailsInDoubt()

test('the copy says nothing to whoever reads the database', async () => {
  const { subscriberId } = await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  const { rows } = await run(sql`select handed_over from personal_mails`)
  const copy = String(rows[0]?.handed_over)

  expect(copy).toMatch(/^v1\.[\w-]+\.[\w.-]+$/)
  expect(copy).not.toContain(subscriberId)
})

test('the copy goes with the service’s memory of the key, and nobody can tell any more', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  expect(await told()).toEqual(['planned no-answer kept'])
  await later()
  await run(sql`update personal_mails set first_attempt_at = now() - interval '22 hours 1 minute'`)
  await send()

  expect([await told(), service.requests()]).toEqual([['unconfirmed no-answer'], 1])
})

test.for([
  [
    'too many requests',
    { status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } },
    'planned rate-limited',
  ],
  ['a refusal', { status: 422, name: 'validation_error' }, 'failed message-refused'],
] as const)('%s is an answer: no copy is kept', async ([, answer, says]) => {
  await planned()
  service.failNext(answer)
  await send()
  expect(await told()).toEqual([says])
})

test('over a server that drops no repeated mail no copy is made', async () => {
  await using server = await fakeSmtp()
  await planned()
  server.failNext({ at: 'rcpt', answer: '450 4.2.1 later' })
  await sendBySmtp(server)
  expect(await told()).toEqual(['planned busy'])
})

test('a mail without its copy is not made a second time', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await later()
  env.EMISSARY_KEYS = `other:${randomBytes(32).toString('base64')}`
  await send()
  expect([await told(), service.requests()]).toEqual([['unconfirmed payload-changed'], 1])
})

test('of who is erased no copy is kept, and nobody says that they got nothing', async () => {
  const { subscriberId } = await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await inTransaction(payload, async (transaction) => {
    const person = await findSubscriber(subscriberId, transaction)
    if (person !== null) await eraseSubscriber(person, new Date(), transaction)
  })
  expect(await told()).toEqual(['unconfirmed no-answer'])
  await later()
  await send()
  expect([await told(), service.requests()]).toEqual([['unconfirmed no-answer'], 1])
})

test('who asked and is erased is in no copy of their answer', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  const questionId = randomUUID()
  await run(
    sql`update personal_mails set kind = 'answer', question_id = ${questionId}, subscriber_id = null, address_key = null`,
  )
  await inTransaction(payload, (transaction) => forgetQuestions([questionId], transaction))
  expect(await told()).toEqual(['unconfirmed no-answer'])
})

test('who is deleted from the press list is in no copy', async () => {
  const { id: contactId } = await payload.create({
    collection: 'press-contacts',
    data: { name: 'A paper', email: `${randomUUID()}@paper.example`, locale: 'el', consentBasis: 'asked' },
  })
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await run(
    sql`update personal_mails set kind = 'press', contact_id = ${String(contactId)}::uuid, subscriber_id = null, address_key = null`,
  )
  await payload.delete({ collection: 'press-contacts', id: contactId })
  expect(await told()).toEqual(['planned no-answer'])
  await later()
  await send()
  expect([await told(), service.requests()]).toEqual([['unconfirmed no-answer'], 1])
})

test('who is deleted from the press list while their mail is made gets none, and is in no copy', async () => {
  const { id: contactId } = await payload.create({
    collection: 'press-contacts',
    data: { name: 'A paper', email: `${randomUUID()}@paper.example`, locale: 'el', consentBasis: 'asked' },
  })
  await planned()
  await run(sql`
    update personal_mails set kind = 'press', contact_id = ${String(contactId)}::uuid, subscriber_id = null, address_key = null
  `)
  service.failNext({ hangUp: 'after' })
  await send(async (held, mail) => {
    await payload.delete({ collection: 'press-contacts', id: contactId })
    return saying('Νέα')(held, mail)
  })
  expect([await told(), service.requests()]).toEqual([['skipped unsubscribed'], 0])
})

test('who is barred while their mail is in doubt gets no second one, and nobody says that they got none', async () => {
  const { subscriberId } = await planned()
  service.failNext({ hangUp: 'before' })
  await send()
  await inTransaction(payload, (transaction) =>
    suppress(
      {
        addressKey: subscriberId,
        scope: 'global',
        reason: 'manual',
        origin: 'officer',
        note: null,
        actor: null,
        now: new Date(),
      },
      transaction,
    ),
  )
  await later()
  await send()
  expect([await told(), service.requests()]).toEqual([['unconfirmed no-answer'], 1])
})
