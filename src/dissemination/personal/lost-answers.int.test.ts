import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { settleLapsedPersonalMails } from '../../ledger/personal-mails.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { mailsInDoubt, saying } from '../../testing/mails-in-doubt.ts'
import { withSilence } from '../../testing/with-silence.ts'

const {
  payload,
  run,
  service,
  send,
  sendBySmtp,
  later,
  makeDue,
  person,
  plan,
  planned,
  rowOf,
  told,
  tellsThat,
} = await mailsInDoubt()

test('a lost answer of a mail server leaves the mail unconfirmed, and nobody sends it again', async () => {
  await using server = await fakeSmtp()
  const mail = await plan(await person(), 'digest')
  server.failNext({ at: 'accepted', hangUp: true })
  await sendBySmtp(server)
  await makeDue()
  await sendBySmtp(server)

  expect(await rowOf(mail)).toMatchObject({ state: 'unconfirmed', reason: 'no-answer' })
  expect(server.mails()).toHaveLength(1)
})

test('a mail server that answers nobody is left alone after three rounds, and the others keep their mail', async () => {
  await using server = await fakeSmtp()
  for (let people = 0; people < 20; people++) await plan(await person(), 'digest')
  await withSilence(server, 20, () => sendBySmtp(server))
  const { rows } = await run(sql`
    select state, count(*)::int as mails from personal_mails group by 1 order by 1
  `)

  expect(rows).toEqual([
    { state: 'planned', mails: 5 },
    { state: 'unconfirmed', mails: 15 },
  ])
})

test('a service that drops repeated keys is asked again under the same one, so a lost answer costs nothing', async () => {
  const mail = await plan(await person(), 'digest')
  service.failNext({ hangUp: 'after' })
  await send()
  expect(await rowOf(mail)).toEqual({ state: 'planned', reason: 'no-answer', late: true })
  await makeDue()
  await send()

  expect(await rowOf(mail)).toMatchObject({ state: 'submitted', reason: null })
  expect(service.mails()).toHaveLength(1)
})

test('what a vanished worker had under way is unconfirmed, or asked for again where keys are dropped', async () => {
  const [plainMail, keyed] = [await plan(await person(), 'digest'), await plan(await person(), 'digest')]
  await run(sql`
    update personal_mails set state = 'submitting', lease_token = gen_random_uuid(), lease_until = now() - interval '1 second',
      first_attempt_at = case when id = ${keyed} then now() end
  `)
  expect(await settleLapsedPersonalMails(databaseOf(payload))).toEqual({ unconfirmed: 1 })
  expect(await Promise.all([plainMail, keyed].map(rowOf))).toMatchObject([
    { state: 'unconfirmed', reason: 'worker-vanished' },
    { state: 'planned', reason: 'worker-vanished' },
  ])
})

test.for(['delivered', 'bounced'] as const)(
  'what the service tells of a mail that is in doubt ends the doubt, and the copy goes: %s',
  async (kind) => {
    const { id } = await planned()
    service.failNext({ hangUp: 'after' })
    await send()
    expect(await tellsThat(kind, id)).toBe('recorded')
    expect(await told()).toEqual(['submitted'])
    await later()
    await send()
    expect([await told(), service.requests()]).toEqual([['submitted'], 1])
  },
)

test('what the service tells before its answer is lost is what came of the mail', async () => {
  const { id } = await planned()
  const first = service.transport()
  service.failNext({ hangUp: 'after' })
  await send(saying('Νέα'), {
    ...first,
    sendOne: async (mail, options) => {
      const outcome = await first.sendOne(mail, options)
      await tellsThat('delivered', id)
      return outcome
    },
  })
  expect([await told(), service.mails().length]).toEqual([['submitted'], 1])
})

test('what the service tells of a mail whose worker vanished is what came of it, and holds up nothing', async () => {
  const { id } = await planned()
  await planned()
  const first = service.transport()
  await send(saying('Νέα'), {
    ...first,
    sendOne: async (mail, options) => {
      await first.sendOne(mail, options)
      throw new Error('nobody sees what came of it')
    },
  }).catch(() => undefined)
  expect(await told()).toEqual(['submitting kept', 'submitting kept'])
  await tellsThat('delivered', id)
  await later()
  await settleLapsedPersonalMails(databaseOf(payload))
  expect((await told()).sort()).toEqual(['planned worker-vanished kept', 'submitted'])
})
