import { randomUUID } from 'node:crypto'

import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import config from '../../payload.config.ts'
import type { Follow } from '../audience/follow.ts'
import { databaseOf, sql } from '../database/database.ts'
import { confirmedPerson } from './confirmed-person.ts'
import { createTestNetwork } from './create-network.ts'
import { emptying } from './emptying.ts'

/** When those agreed who did so at the beginning. */
export const START = new Date('2026-01-01T10:00:00Z').getTime()
export const HOUR_MS = 3_600_000

/** What can be followed: one of them with a reminder. */
export const things: readonly Follow[] = [
  { target: 'events', targetId: randomUUID(), reminder: true },
  { target: 'topics', targetId: randomUUID(), reminder: false },
  { target: 'practices', targetId: randomUUID(), reminder: false },
]

/** For the top of a test file: a network with two newsletters. Each test begins with nobody and an empty ledger. */
export async function consentNetwork() {
  const payload = await getPayload({ config })
  const { newsletterIds } = await createTestNetwork(payload, ['en'])

  afterAll(() => payload.destroy())
  beforeEach(async () => {
    await databaseOf(payload).execute(
      emptying('subscribers subscriptions follows consent_events suppressions'),
    )
  })

  /** Every event, as it is stored. */
  const ledger = async () => {
    const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
      select * from consent_events order by id
    `)
    return rows
  }

  /** Agreed to everything, at the beginning. */
  const person = (name: string) =>
    confirmedPerson(payload, {
      address: `${name}@example.org`,
      newsletterIds,
      follows: things,
      now: new Date(START),
    })

  return { payload, newsletterIds, ledger, person }
}
