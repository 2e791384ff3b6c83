import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createTestNetwork } from '../testing/create-network.ts'
import { startWorkerProcess } from '../testing/worker-process.ts'

// The worker processes take their settings from here.
process.env.SMTP_URL = 'smtp://127.0.0.1:9'
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { moveImport } = await import('../audience/imports/import-store.ts')
const { replay } = await import('../audience/replay.ts')
const { databaseOf, inTransaction, sql } = await import('../database/database.ts')
const { confirmedPerson } = await import('../testing/confirmed-person.ts')
const { doStep, handIn, stateOf } = await import('../testing/audience-import.ts')

let payload: Payload
let newsletterIds: readonly [string, string]

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletterIds = (await createTestNetwork(payload, ['en'])).newsletterIds
})
afterAll(() => payload.destroy())

const people = Array.from({ length: 200 }, (_, number) => `reader${number}@example.org`)
const list = `email,language\n${['known@example.org', ...people].map((address) => `${address},en`).join('\n')}\n`

async function counted(what: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await databaseOf(payload).execute<{ many: number }>(
    sql`select count(*)::int as many from ${what}`,
  )
  return rows[0]?.many ?? 0
}

const state = async () => ({
  people: await counted(sql`subscribers`),
  ties: await counted(sql`subscriptions where state = 'confirmed'`),
  proofs: await counted(sql`consent_events where kind = 'imported'`),
})

test('a worker killed in the middle of bringing people in leaves nothing, and the next one brings each in once', async () => {
  const [practice, policy] = newsletterIds
  await confirmedPerson(payload, { address: 'known@example.org', newsletterIds: [policy], now: new Date() })
  const before = await state()
  const id = await handIn(payload, list, { defaults: { locale: 'en', newsletterIds: [practice] } })
  await doStep(payload, id, 'check')

  // Known people come last, and this one is held: so the worker has entered all the others when it waits.
  await inTransaction(payload, async (transaction) => {
    await transaction.execute(sql`select from subscribers for update`)
    await moveImport(id, { from: ['checked'], to: 'applying' }, databaseOf(payload))
    const worker = await startWorkerProcess()
    await expect
      .poll(async () => (await stateOf(payload, id)).progress, { timeout: 30_000 })
      .toBeGreaterThan(0.9)
    await worker.kill()
  })
  expect([(await stateOf(payload, id)).state, await state()]).toEqual(['applying', before])

  await using _next = await startWorkerProcess()
  await expect.poll(async () => (await stateOf(payload, id)).state, { timeout: 60_000 }).toBe('applied')
  expect(await state()).toEqual({ people: 201, ties: 202, proofs: 201 })
  const { rows } = await databaseOf(payload).execute<{ kind: 'imported'; newsletterIds: string[] }>(sql`
    select kind, newsletter_ids as "newsletterIds" from consent_events where kind = 'imported'
  `)
  const agreed = rows.map((row) => replay([{ ...row, follows: [] }]).newsletterIds)
  expect(new Set(agreed.map(String))).toEqual(new Set([practice]))
})
