import { createPublicKey } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { type Database, databaseOf, sql } from '../../database/database.ts'
import { emptying } from '../../testing/emptying.ts'
import {
  activateDkimKey,
  type DkimKey,
  dkimKeysOf,
  generateDkimKey,
  recordOf,
  retireDkimKey,
} from './dkim-keys.ts'
import { signingKeysIn } from './own-signing-keys.ts'

const domain = 'news.emen.example'
const november = new Date('2026-11-28T12:00:00Z')
let payload: Payload
let database: Database

beforeAll(async () => {
  payload = await getPayload({ config })
  database = databaseOf(payload)
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await database.execute(emptying('dkim_keys'))
})

async function made(): Promise<DkimKey> {
  const key = await generateDkimKey(domain, november, database)
  if (key === null) throw new Error('no key was made')
  return key
}

const states = async () =>
  (await dkimKeysOf(domain, database)).map(({ selector, state }) => `${selector} ${state}`).toSorted()

test('a new key waits, is named after its month, and only one waits at a time', async () => {
  const key = await made()
  expect(recordOf(key)).toEqual({
    name: `em202611._domainkey.${domain}`,
    value: `v=DKIM1; k=rsa; p=${key.publicKey}`,
  })
  expect(await generateDkimKey(domain, november, database)).toBeNull()
  expect(await signingKeysIn(database)(domain)).toBeNull()
})

test('of two that are made at the same moment one is kept', async () => {
  const keys = await Promise.all([1, 2].map(() => generateDkimKey(domain, november, database)))
  expect(keys.filter((key) => key !== null)).toHaveLength(1)
})

test('the next key takes over, and the one before is retired; neither comes back', async () => {
  const first = await made()
  await activateDkimKey(first.id, database)
  const second = await made()
  expect(second.selector).toBe('em202611a')
  await activateDkimKey(second.id, database)
  expect(await states()).toEqual(['em202611 retired', 'em202611a active'])

  expect(await activateDkimKey(first.id, database)).toBeNull()
  expect(await retireDkimKey(first.id, database)).toBeNull()
  expect(await retireDkimKey(second.id, database)).toMatchObject({ state: 'retired' })
})

test('mails are signed with the active key of their domain, of which the world knows the other half', async () => {
  const key = await made()
  await activateDkimKey(key.id, database)
  const signing = await signingKeysIn(database)(domain)
  const publicKey = signing === null ? null : createPublicKey(signing.privateKey)
  expect(publicKey?.export({ type: 'spki', format: 'der' }).toString('base64')).toBe(key.publicKey)
  expect(signing).toMatchObject({ domain, selector: 'em202611' })
  expect(await signingKeysIn(database)('other.example')).toBeNull()
})

test('a key that was retired signs for a minute at most', async () => {
  const { id } = await made()
  await activateDkimKey(id, database)
  let now = 0
  const keys = signingKeysIn(database, () => now)
  expect(await keys(domain)).not.toBeNull()
  await retireDkimKey(id, database)
  now = 61_000
  expect(await keys(domain)).toBeNull()
})

test('the private half is never stored as it is, and thrown away when the key is retired', async () => {
  const { id } = await made()
  const stored = async () => {
    const { rows } = await database.execute<{ private_key: string }>(sql`select private_key from dkim_keys`)
    return rows[0]?.private_key
  }
  expect(await stored()).toMatch(/^v1\./)
  await retireDkimKey(id, database)
  expect(await stored()).toBe('')
})
