import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { actorKeyPlace, actorOf } from '../fediverse/actors.ts'
import { generateDkimKey, placeOf, retireDkimKey } from '../newsletter/dkim/dkim-keys.ts'
import { type Keyring, ownKeyring, parseKeyring } from '../secrets/keyring.ts'
import { openSecret } from '../secrets/secret.ts'
import { sessionOf, sessionPlace } from './channel-care/session.ts'
import { accountPlace } from './open-account.ts'
import { reseal } from './reseal.ts'

let payload: Payload
const database = () => databaseOf(payload)
const [newKey] = parseKeyring(`new:${Buffer.alloc(32, 'n').toString('base64')}`)
/** As after somebody put a key in front. */
const rotated = (): Keyring => [newKey, ...ownKeyring()]
const onlyNew: Keyring = [newKey]

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

const account = { service: 'bluesky', baseUrl: 'https://bsky.social' }
async function channelWithSession(): Promise<string> {
  const { id } = await payload.create({
    collection: 'channels',
    data: {
      name: randomUUID(),
      ...account,
      settings: { handle: 'emen.example' },
      secrets: { appPassword: 'open-sesame' },
      locales: ['en'],
      mode: 'off',
    },
  })
  await sessionOf(String(id), payload).renew(null, async () => ({ value: 'a-session', expiresAt: null }))
  return String(id)
}
const stored = async (id: string) => {
  const { rows } = await database().execute<{ sealed_secret: string; sealed: string }>(sql`
    select c.sealed_secret, s.sealed from channels c join channel_sessions s on s.channel_id = c.id where c.id = ${id}::uuid
  `)
  const { sealed_secret: secret = '', sealed = '' } = rows[0] ?? {}
  return { secret, session: sealed }
}

test('after a rotation everything that is sealed opens with the new key alone, and nothing is sealed twice', async () => {
  const channelId = await channelWithSession()
  const actor = await actorOf({ channelId, locale: 'en', name: 'network' }, database())
  const actorId = 'id' in actor ? actor.id : ''
  const dkim = await generateDkimKey('news.example.org', new Date('2026-11-01'), database())
  const retired = await generateDkimKey('old.example.org', new Date('2026-11-01'), database())
  await retireDkimKey(retired?.id ?? '', database())

  const none = { resealed: 0, current: 0, unreadable: 0 }
  const resealed = { resealed: 1, current: 0, unreadable: 0 }
  expect(await reseal(payload, rotated())).toEqual({
    personal_mails: none,
    channels: resealed,
    channel_sessions: resealed,
    fediverse_actors: resealed,
    dkim_keys: resealed,
  })
  const { secret, session } = await stored(channelId)
  expect(openSecret(secret, accountPlace(account), onlyNew)).toBe('{"appPassword":"open-sesame"}')
  const place = sessionPlace(channelId, { ...account, sealedSecret: secret })
  expect(openSecret(session, place, onlyNew)).toBe('a-session')
  const { rows } = await database().execute<{ sealed: string; id: string }>(sql`
    select sealed_key as sealed, id from fediverse_actors union all select private_key, id from dkim_keys where private_key <> ''
  `)
  const places = new Map([
    [actorId, actorKeyPlace(actorId)],
    [dkim?.id ?? '', placeOf(dkim?.id ?? '')],
  ])
  for (const row of rows) expect(openSecret(row.sealed, places.get(row.id) ?? '', onlyNew)).not.toBe('')
  expect(rows).toHaveLength(2)

  const current = { resealed: 0, current: 1, unreadable: 0 }
  expect(await reseal(payload, rotated())).toEqual({
    personal_mails: none,
    channels: current,
    channel_sessions: current,
    fediverse_actors: current,
    dkim_keys: current,
  })
  expect(await stored(channelId)).toEqual({ secret, session })
})

test('what no key opens is counted and left alone, and keeps nobody from sealing the rest', async () => {
  const lost = await channelWithSession()
  await database().execute(sql`update channels set sealed_secret = 'v1.gone.x.y.z' where id = ${lost}::uuid`)
  const kept = await channelWithSession()
  const counts = await reseal(payload, rotated())

  expect(counts.channels).toMatchObject({ resealed: 1, unreadable: 1 })
  expect(counts.channel_sessions).toMatchObject({ resealed: 1, unreadable: 0 })
  expect(await stored(lost)).toEqual({ secret: 'v1.gone.x.y.z', session: null })
  expect((await stored(kept)).secret).toMatch(/^v1\.new\./)
})
