import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { consentNetwork, HOUR_MS, START } from '../../testing/consent-network.ts'
import { consentWording } from '../consent-wording.ts'
import { eraseSubscriber } from '../erase-subscriber.ts'
import { replay } from '../replay.ts'
import { proofOf, proofsOver } from './proof.ts'

const wording = consentWording('en', 'Sample network')

const { payload, newsletterIds, ledger, person } = await consentNetwork()

test.for([
  ['changed', sql`update consent_events set wording = 'something else'`],
  ['removed', sql`delete from consent_events`],
] as const)('no event can be %s', async ([, statement]) => {
  await person('amina')
  const before = await ledger()

  await expect(databaseOf(payload).execute(statement)).rejects.toMatchObject({
    cause: { message: 'consent_events is append-only' },
  })
  expect(await ledger()).toEqual(before)
})

test('the proof of a person outlives the person, and says all that was shown, where, when and by which link', async () => {
  const amina = await person('amina')
  await inTransaction(payload, (transaction) =>
    eraseSubscriber(amina, new Date(START + HOUR_MS), transaction),
  )

  expect(await proofOf(amina.addressKey, databaseOf(payload))).toEqual({
    addressKey: amina.addressKey,
    subscriberId: null,
    address: null,
    agreesTo: replay([]),
    events: [
      expect.objectContaining({
        kind: 'confirmed',
        at: new Date(START),
        newsletterIds,
        wording: wording.text,
        wordingVersion: wording.version,
        wordingHash: wording.hash,
        isGenuine: true,
        locale: 'en',
        source: '/en/confirm',
        tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
        actor: null,
        import: null,
      }),
      expect.objectContaining({
        kind: 'erased',
        at: new Date(START + HOUR_MS),
        source: '/my-data',
        isGenuine: null,
      }),
    ],
  })
})

test('who came by a list has the evidence of that list in their proof', async () => {
  const importId = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into audience_imports (id, file_name, state, format, evidence, actor, applied_at)
    values (${importId}, 'fair.csv', 'applied', '{}', '{"where": "Fair in Patras"}', ${randomUUID()},
      '2026-02-01T00:00:00Z')
  `)
  await databaseOf(payload).execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source, import_id)
    values ('somebody', 'imported', '[]', 'en', '', '', '', 'import', ${importId})
  `)

  const proof = await proofOf('somebody', databaseOf(payload))
  expect(proof?.events[0]?.import).toEqual({
    id: importId,
    fileName: 'fair.csv',
    evidence: { where: 'Fair in Patras' },
    appliedAt: '2026-02-01T00:00:00.000Z',
  })
})

test('of an address that nobody ever used there is no proof', async () => {
  expect(await proofOf('nobody', databaseOf(payload))).toBeNull()
})

test('the proofs of a period are those of its days, in their order, however many there are', async () => {
  await databaseOf(payload).execute(sql`
    insert into consent_events
      (address_key, kind, newsletter_ids, locale, wording, wording_version, wording_hash, source, at)
    select 'key-' || n, 'confirmed', '[]', 'en', '', '', '', '/', '2026-03-01'::timestamptz + make_interval(hours => n)
    from generate_series(0, 2399) n
  `)
  const period = { from: new Date('2026-03-02T00:00:00Z'), until: new Date('2026-05-30T00:00:00Z') }
  const keys: string[] = []
  for await (const page of proofsOver(period, databaseOf(payload)))
    keys.push(...page.map(({ addressKey }) => addressKey))

  expect(keys).toEqual(Array.from({ length: 90 * 24 - 24 }, (_, index) => `key-${index + 24}`))
})
