import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { actorOf } from '../../fediverse/actors.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'
import { startFediverseSite } from '../../testing/fediverse-site.ts'
import { loopbackApi } from '../../testing/services/loopback-api.ts'
import { account, ada, json, mallory, pem, send, startStrangers } from '../../testing/signed-activity.ts'

let payload: Payload
const channelId = '019ad000-0000-7000-8000-000000000001'

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying(`
      fediverse_actors fediverse_followers fediverse_objects fediverse_deliveries fediverse_received
      rate_limits
    `),
  )
  await actorOf({ channelId, locale: 'en', name: 'news' }, databaseOf(payload))
})

async function start(more?: Parameters<typeof startStrangers>[0]) {
  const strangers = await startStrangers(more)
  const { host } = new URL(strangers.url)
  const site = await startFediverseSite(payload, [host])
  const actor = `${strangers.url}/ada`
  return {
    strangers,
    site,
    actor,
    inbox: `${site.url}/fediverse/inbox`,
    follow: (by = actor, serial = 1) => ({
      '@context': 'https://www.w3.org/ns/activitystreams',
      id: `${by}#follow-${serial}`,
      type: 'Follow',
      actor: by,
      object: `${site.url}/fediverse/actors/news-en`,
    }),
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await strangers[Symbol.asyncDispose]()
    },
  }
}

const followers = async () => {
  const { rows } = await databaseOf(payload).execute<{ follower: string }>(
    sql`select follower from fediverse_followers order by follower`,
  )
  return rows.map(({ follower }) => follower)
}

describe('a follow', () => {
  test('that its sender has signed counts', async () => {
    await using it = await start()

    expect(await send(it.inbox, it.follow(), { keyId: `${it.actor}#key` })).toBe(202)
    expect(await followers()).toEqual([it.actor])
  })

  const hour = 3_600_000
  test.for([
    ['whose body was changed', (actor: string) => ({ keyId: `${actor}#key`, signedBody: '{}' })],
    [
      'whose body is not signed',
      (actor: string) => ({ keyId: `${actor}#key`, signed: ['(request-target)', 'host', 'date'] }),
    ],
    [
      'whose address is not signed',
      (actor: string) => ({ keyId: `${actor}#key`, signed: ['host', 'date', 'digest'] }),
    ],
    [
      'from yesterday',
      (actor: string) => ({ keyId: `${actor}#key`, date: new Date(Date.now() - 24 * hour) }),
    ],
    ['from tomorrow', (actor: string) => ({ keyId: `${actor}#key`, date: new Date(Date.now() + 24 * hour) })],
    ['with a date that is none', (actor: string) => ({ keyId: `${actor}#key`, date: new Date(Number.NaN) })],
    ['for another inbox', (actor: string) => ({ keyId: `${actor}#key`, path: '/inbox' })],
    ['for another host', (actor: string) => ({ keyId: `${actor}#key`, host: 'elsewhere.example' })],
    ['with another key', (actor: string) => ({ keyId: `${actor}#key`, key: mallory.privateKey })],
    [
      'by another account',
      (actor: string) => ({ keyId: actor.replace('ada', 'mallory#key'), key: mallory.privateKey }),
    ],
    ['with a key that nobody has', (actor: string) => ({ keyId: `${actor}/none#key` })],
    ['with a key that is no address', () => ({ keyId: 'ada' })],
  ] as const)('%s is refused', async ([, signing]) => {
    await using it = await start()

    expect(await send(it.inbox, it.follow(), signing(it.actor))).toBe(401)
    expect(await followers()).toEqual([])
  })

  test('that nobody signed is refused', async () => {
    await using it = await start()

    expect(await send(it.inbox, it.follow(), null)).toBe(401)
    expect(await followers()).toEqual([])
  })

  test('with a key that only says whose it is, is refused', async () => {
    await using it = await start(({ url }, origin) =>
      url.pathname === '/stray-key'
        ? json({
            '@context': 'https://w3id.org/security/v1',
            id: `${origin}/stray-key`,
            type: 'Key',
            owner: `${origin}/ada`,
            publicKeyPem: pem(mallory),
          })
        : null,
    )

    const forged = { keyId: `${it.strangers.url}/stray-key`, key: mallory.privateKey }
    expect(await send(it.inbox, it.follow(), forged)).toBe(401)
    expect(await followers()).toEqual([])
  })

  test('that was recorded does nothing when it is sent again', async () => {
    await using it = await start()
    const signing = { keyId: `${it.actor}#key` }
    const undo = { id: `${it.actor}#undo`, type: 'Undo', actor: it.actor, object: it.follow() }
    await send(it.inbox, it.follow(), signing)
    await send(it.inbox, { '@context': 'https://www.w3.org/ns/activitystreams', ...undo }, signing)
    expect(await followers()).toEqual([])

    expect(await send(it.inbox, it.follow(), signing)).toBe(202)
    expect(await followers()).toEqual([])
    // A new one counts.
    await send(it.inbox, it.follow(it.actor, 2), signing)
    expect(await followers()).toEqual([it.actor])
  })

  test('of one whose inbox is at somebody else’s server is refused', async () => {
    await using victim = await loopbackApi(() => ({ status: 202 }))
    await using it = await start(({ url }, origin) =>
      url.pathname === '/ada'
        ? json(account(`${origin}/ada`, pem(ada), { inbox: `${victim.url}/inbox` }))
        : null,
    )

    expect(await send(it.inbox, it.follow(), { keyId: `${it.actor}#key` })).toBe(401)
    expect(await followers()).toEqual([])
  })

  test('comes from one sender a thousand times an hour, no more', async () => {
    await using it = await start()
    await send(it.inbox, it.follow(), null)
    await databaseOf(payload).execute(sql`update rate_limits set count = 1000`)

    expect(await send(it.inbox, it.follow(), { keyId: `${it.actor}#key` })).toBe(429)
    expect(await followers()).toEqual([])
  })
})

describe('what follows no more', () => {
  test.for(['Undo', 'Delete'] as const)('is not believed without a signature (%s)', async (type) => {
    await using it = await start()
    await send(it.inbox, it.follow(), { keyId: `${it.actor}#key` })
    const object = type === 'Undo' ? it.follow() : it.actor
    const forged = { id: `${it.actor}#forged`, type, actor: it.actor, object }

    expect(await send(it.inbox, forged, { keyId: `${it.actor}/gone#key` })).toBe(401)
    expect(await followers()).toEqual([it.actor])
  })

  test('may be named by its follow alone', async () => {
    await using it = await start()
    await send(it.inbox, it.follow(), { keyId: `${it.actor}#key` })
    const undo = { id: `${it.actor}#undo`, type: 'Undo', actor: it.actor, object: it.follow().id }

    expect(await send(it.inbox, undo, { keyId: `${it.actor}#key` })).toBe(202)
    expect(await followers()).toEqual([])
  })

  test('is what its sender followed, not what another did', async () => {
    await using it = await start()
    await send(it.inbox, it.follow(), { keyId: `${it.actor}#key` })
    const by = it.actor.replace('ada', 'mallory')
    await send(it.inbox, it.follow(by), { keyId: `${by}#key`, key: mallory.privateKey })
    const undo = { id: `${by}#undo`, type: 'Undo', actor: by, object: it.follow() }

    expect(await send(it.inbox, undo, { keyId: `${by}#key`, key: mallory.privateKey })).toBe(400)
    expect(await followers()).toEqual([it.actor, by])
  })
})

describe('nothing inside our network is asked', () => {
  /** Something on this machine that nobody allowed. */
  const startCanary = async () => {
    const calls: string[] = []
    const server = await loopbackApi(({ url }) => {
      calls.push(url.pathname)
      return json(account(url.href, pem(ada)))
    })
    return { ...server, calls, port: new URL(server.url).port }
  }

  test.for([
    'http://127.0.0.1:PORT/ada',
    'http://localhost:PORT/ada',
    'http://127.1:PORT/ada',
    'http://2130706433:PORT/ada',
    'http://0x7f.1:PORT/ada',
    'http://0.0.0.0:PORT/ada',
    'http://[::1]:PORT/ada',
    'http://[::ffff:127.0.0.1]:PORT/ada',
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/ada',
    'http://[fd00::1]/ada',
    'http://metadata.internal/ada',
  ])('for an account at %s', async (address) => {
    await using canary = await startCanary()
    await using it = await start()
    const by = new URL(address.replace('PORT', canary.port)).href

    expect(await send(it.inbox, it.follow(by), { keyId: `${by}#key` })).toBe(401)
    expect(canary.calls).toEqual([])
  })

  test.for(['file:///etc/passwd', 'ftp://elsewhere.example/ada', 'javascript:1', 'ada'])(
    'for an account that is %s',
    async (by) => {
      await using it = await start()

      expect(await send(it.inbox, { ...it.follow(), id: by, actor: by }, { keyId: by })).toBe(400)
    },
  )

  test('by way of a redirect', async () => {
    await using canary = await startCanary()
    await using it = await start(({ url }) =>
      url.pathname === '/ada' ? { status: 302, headers: { location: `${canary.url}/ada` } } : null,
    )

    expect(await send(it.inbox, it.follow(), { keyId: `${it.actor}#key` })).toBe(401)
    expect(canary.calls).toEqual([])
  })

  test('for a vocabulary that an account names', async () => {
    await using canary = await startCanary()
    await using it = await start(({ url }, origin) =>
      url.pathname === '/ada'
        ? json(
            account(`${origin}/ada`, pem(ada), {
              '@context': ['https://www.w3.org/ns/activitystreams', `${canary.url}/context`],
            }),
          )
        : null,
    )

    expect(await send(it.inbox, it.follow(), { keyId: `${it.actor}#key` })).toBe(401)
    expect(canary.calls).toEqual([])
  })

  test('for a key that lies elsewhere', async () => {
    await using canary = await startCanary()
    await using it = await start()

    expect(await send(it.inbox, it.follow(), { keyId: `${canary.url}/ada#key` })).toBe(401)
    expect(canary.calls).toEqual([])
  })
})

describe('whatever else comes', () => {
  test.for([
    ['a post', { type: 'Create', object: { type: 'Note', content: 'Hello' } }],
    ['a share', { type: 'Announce', object: 'https://elsewhere.example/1' }],
    ['a kind that nobody knows', { type: 'Sing' }],
    ['the removal of an account that never followed', { type: 'Delete', object: 'SELF' }],
    ['the end of what never was', { type: 'Undo', object: { type: 'Follow', object: 'NEWS' } }],
    ['a follow of nobody', { type: 'Follow', object: 'https://elsewhere.example/ada' }],
  ] as const)('%s is taken, looked at by nobody, and nobody is asked about it', async ([, told]) => {
    const calls: string[] = []
    await using it = await start(({ url }) => {
      calls.push(url.pathname)
      return null
    })
    const about = JSON.stringify({ id: `${it.actor}#1`, actor: it.actor, ...told })
      .replace('SELF', it.actor)
      .replace('NEWS', it.follow().object)

    expect(await send(it.inbox, about, { keyId: `${it.actor}#key` })).toBe(202)
    expect(calls).toEqual([])
  })

  test.for([
    ['no JSON', '{', 400],
    ['nothing', 'null', 400],
    ['a list', '[]', 400],
    ['nobody’s', '{"type":"Follow","id":"https://elsewhere.example/1"}', 400],
    ['more than anybody writes', `"${'x'.repeat(300_000)}"`, 413],
  ] as const)('%s is no activity', async ([, body, status]) => {
    await using it = await start()

    expect(await send(it.inbox, body, { keyId: `${it.actor}#key` })).toBe(status)
  })

  test('a form is none either', async () => {
    await using it = await start()

    expect(
      (await fetch(it.inbox, { method: 'POST', body: new URLSearchParams({ type: 'Follow' }) })).status,
    ).toBe(415)
  })
})
