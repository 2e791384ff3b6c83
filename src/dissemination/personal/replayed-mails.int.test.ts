import { randomBytes } from 'node:crypto'

import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { env } from '../../env.ts'
import { holdPersonalMails } from '../../ledger/hold-personal-mails.ts'
import { beginPersonalMails, settleLapsedPersonalMails } from '../../ledger/personal-mails.ts'
import { parseKeyring } from '../../secrets/keyring.ts'
import { mailsInDoubt, saying } from '../../testing/mails-in-doubt.ts'
import { reseal } from '../reseal.ts'
import { sealHandedOver } from './handed-over.ts'

const { payload, run, settings, service, send, later, planned, told } = await mailsInDoubt()

const meanwhile: Readonly<Record<string, (person: string) => Promise<unknown>>> = {
  'they moved to another address': (person) =>
    run(
      sql`update subscribers set email = ${`moved-${person}@example.org`}, address_key = 'moved' where id = ${person}`,
    ),
  'keys were rotated': async () => {
    env.EMISSARY_KEYS = `new:${randomBytes(32).toString('base64')},${env.EMISSARY_KEYS}`
  },
  'keys were rotated, and the old one left after a reseal': async () => {
    const added = `new:${randomBytes(32).toString('base64')}`
    await reseal(payload, parseKeyring(`${added},${env.EMISSARY_KEYS}`))
    env.EMISSARY_KEYS = added
  },
  'the sender changed': async () => {
    env.MAIL_FROM = 'another@emissary.example'
  },
}
const changes = Object.keys(meanwhile)

test.for(changes)('a mail that was taken is not handed over anew, though %s', async (change) => {
  const { subscriberId } = await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await meanwhile[change]?.(subscriberId)
  await later()
  await send(saying('Άλλα'))

  expect([await told(), service.mails().length, service.requests()]).toEqual([['submitted'], 1, 2])
})

test.for(changes)(
  'a mail that may have been taken, and was not, leaves as it was, though %s',
  async (change) => {
    const { subscriberId } = await planned()
    service.failNext({ hangUp: 'before' })
    await send()
    await meanwhile[change]?.(subscriberId)
    await later()
    await send(saying('Άλλα'))
    const [mail] = service.mails()

    expect(mail).toMatchObject({
      to: [`${subscriberId}@example.org`],
      subject: 'Νέα',
      from: expect.stringContaining(settings.MAIL_FROM),
    })
    expect(await told()).toEqual(['submitted'])
  },
)

test('what cannot be made any more is asked for all the same: it may have arrived', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  await send()
  await later()
  await send(async () => ({ skip: 'nothing-left' }))
  expect([await told(), service.mails().length]).toEqual([['submitted'], 1])
})

test.for([
  ['after the service took it', true],
  ['before it left', false],
] as const)('of a worker that vanished %s another asks with the same bytes', async ([, isTaken]) => {
  const { id } = await planned()
  const repeats = { idempotencyTtlMs: 23 * 60 * 60_000 }
  const database = databaseOf(payload)
  const { leaseToken, mails } = await holdPersonalMails({ limit: 1 }, repeats, database)
  const single = {
    key: `personal/${id}`,
    from: { name: 'Sample network', address: 'first@emissary.example' },
    replyTo: null,
    to: mails[0]?.address ?? '',
    subject: 'Όπως ήταν',
    html: '<p>😀</p>',
    text: '😀',
    locale: 'el',
  }
  const made = { id, locale: 'el' as const, items: [], handedOver: sealHandedOver(id, single) }
  await beginPersonalMails([made], leaseToken, repeats, database)
  const first = service.transport()
  if (isTaken) await first.sendOne(single, { signal: AbortSignal.timeout(5_000) })
  await later()
  await settleLapsedPersonalMails(database)
  expect(await told()).toEqual(['planned worker-vanished kept'])
  await send(saying('Άλλα'))

  expect([await told(), service.mails().map(({ subject }) => subject)]).toEqual([
    ['submitted'],
    ['Όπως ήταν'],
  ])
})

test('what is refused for now keeps its place under the same key as long as it is in doubt', async () => {
  await planned()
  service.failNext({ hangUp: 'after' })
  service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } })
  await send()
  await later()
  await send(saying('Άλλα'))
  expect(await told()).toEqual(['planned rate-limited kept'])
  await later()
  await send(saying('Άλλα'))
  expect([await told(), service.mails().length]).toEqual([['submitted'], 1])
})
