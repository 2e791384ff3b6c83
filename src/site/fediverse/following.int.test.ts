import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { ownFederation } from '../../dissemination/fediverse/own-federation.ts'
import { claimDue } from '../../fediverse/deliveries.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { startFediverseChannel } from '../../testing/fediverse-channel.ts'
import type { FediversePeer } from '../../testing/fediverse-peer.ts'
import { practiceInArabic, practiceInEnglish, practiceInFrench } from '../../testing/items.ts'

let payload: Payload
let channelId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'ar'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  const database = databaseOf(payload)
  await database.execute(sql`
    truncate fediverse_actors, fediverse_followers, fediverse_objects, fediverse_deliveries, fediverse_received,
      channel_deliveries
  `)
  await payload.delete({ collection: 'channels', where: {} })
  const { id } = await payload.create({
    collection: 'channels',
    data: {
      name: 'Fediverse',
      service: 'activitypub',
      baseUrl: 'https://fediverse.invalid/',
      settings: { accountName: 'news' },
      locales: ['en', 'fr', 'ar'],
      mode: 'auto',
    },
  })
  channelId = id
})

const start = (more?: Parameters<typeof startFediverseChannel>[2]) =>
  startFediverseChannel(payload, channelId, more)
/** All that waits is due now. */
const makeDue = () =>
  databaseOf(payload).execute(
    sql`update fediverse_deliveries set due_at = now(), lease_until = null where state = 'due'`,
  )
const states = async () => {
  const { rows } = await databaseOf(payload).execute<{ state: string }>(
    sql`select concat_ws(' ', kind, state, reason) as state from fediverse_deliveries order by id`,
  )
  return rows.map(({ state }) => state)
}
const contents = ({ notes }: FediversePeer) => [...notes.values()].map(({ content }) => content)
const revised = { ...practiceInEnglish, title: 'Mentoring, now in four cities' }

describe('a reader on another server', () => {
  test('follows the account of one language, is accepted, and gets posts in that language alone', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-fr'))
    await it.publish(practiceInEnglish, 'k1')
    await it.publish(practiceInFrench, 'k2')
    await it.deliver()

    expect(it.peer.acceptedBy).toEqual([it.actor('news-fr')])
    expect([...it.peer.notes.values()]).toEqual([
      {
        content: expect.stringContaining(`<strong>${practiceInFrench.title}</strong>`),
        languages: ['fr'],
        url: practiceInFrench.url,
        alt: practiceInFrench.image?.alt ?? null,
      },
    ])
  })

  test('sees what was corrected, and no more what was withdrawn', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    const { remoteId } = await it.publish(practiceInEnglish)
    await it.deliver()
    await it.revise(remoteId, revised, 'k2')
    await it.deliver()

    expect(contents(it.peer)).toEqual([expect.stringContaining(revised.title)])
    await it.withdraw(remoteId)
    await it.deliver()
    expect(it.peer.received).toEqual(['Accept', 'Create', 'Update', 'Delete'])
    expect(contents(it.peer)).toEqual([])
  })

  test('who follows no more gets nothing new, and loses what is withdrawn', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    const { remoteId } = await it.publish(practiceInEnglish)
    await it.deliver()
    await it.peer.unfollow(it.actor('news-en'))
    await it.publish({ ...practiceInEnglish, title: 'Another' }, 'k2')
    await it.withdraw(remoteId)
    await it.deliver()

    expect(it.peer.received).toEqual(['Accept', 'Create', 'Delete'])
    expect(await followers()).toEqual([])
  })

  test('whose account is removed is forgotten', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    expect(await followers()).toEqual([it.peer.actorOf()])
    await it.peer.removeReader(it.actor('news-en'))

    expect(await followers()).toEqual([])
  })

  test('and another there get a post once, over the inbox that they share', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'), 'ada')
    await it.peer.follow(it.actor('news-en'), 'grace')
    await it.publish(practiceInEnglish)
    await it.deliver()

    expect(await states()).toEqual(['accept delivered', 'accept delivered', 'create delivered'])
  })

  test('is reached at an inbox of their own where their server shares none', async () => {
    await using it = await start({ ownInboxes: true })
    await it.peer.follow(it.actor('news-ar'))
    await it.publish(practiceInArabic)
    await it.deliver()

    expect([...it.peer.notes.values()].map(({ languages }) => languages)).toEqual([['ar']])
  })
})

describe('whatever happens on the way', () => {
  test.for([
    { kind: 'hang-up-before' },
    { kind: 'hang-up-after' },
    { kind: 'cut' },
    { kind: 'answer', status: 502, done: true },
    { kind: 'answer', status: 500 },
    { kind: 'answer', status: 503 },
    { kind: 'answer', status: 429 },
    { kind: 'answer', status: 404 },
    { kind: 'answer', status: 410 },
    { kind: 'answer', status: 302, headers: { location: '/elsewhere' } },
  ] as const)('($kind $status) a post stands there once, corrected and withdrawn as here', async (fault) => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    await it.deliver()
    const through = async () => {
      it.peer.failNext(fault)
      await it.deliver()
      await makeDue()
      await it.deliver()
    }
    const { remoteId } = await it.publish(practiceInEnglish)
    await through()
    expect([...it.peer.notes.keys()]).toEqual([remoteId])
    await it.revise(remoteId, revised, 'k2')
    await through()
    expect(contents(it.peer)).toEqual([expect.stringContaining(revised.title)])
    await it.withdraw(remoteId)
    await through()

    expect(it.peer.notes.size).toBe(0)
    // Receivers know an activity again by its name: what arrives twice is taken up once.
    expect(it.peer.received).toEqual(['Accept', 'Create', 'Update', 'Delete'])
    expect(await followers()).toEqual([it.peer.actorOf()])
  })

  test('what a server does not want is not sent again; its reader goes on following', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    await it.deliver()
    await it.publish(practiceInEnglish)
    it.peer.failNext({ kind: 'answer', status: 422 })
    await it.deliver()

    expect(await states()).toEqual(['accept delivered', 'create failed rejected'])
    expect(await followers()).toHaveLength(1)
  })

  test('a signature that is refused is made the other way, and what is refused then waits', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    await it.deliver()
    const { remoteId } = await it.publish(practiceInEnglish)
    it.peer.failNext({ kind: 'answer', status: 401 })
    await it.deliver()
    expect([...it.peer.notes.keys()]).toEqual([remoteId])

    await it.revise(remoteId, revised, 'k2')
    it.peer.failNext({ kind: 'answer', status: 401 })
    it.peer.failNext({ kind: 'answer', status: 401 })
    await it.deliver()
    expect((await states()).at(-1)).toBe('update due unauthorised')
  })

  test('a worker that vanishes leaves what another delivers, and nothing overtakes it', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    await it.deliver()
    const { remoteId } = await it.publish(practiceInEnglish)
    await claimDue(10, databaseOf(payload))
    await it.revise(remoteId, revised, 'k2')
    await it.deliver()
    expect(it.peer.received).toEqual(['Accept'])

    await makeDue()
    await it.deliver()
    expect(it.peer.received).toEqual(['Accept', 'Create', 'Update'])
    expect(contents(it.peer)).toEqual([expect.stringContaining(revised.title)])
  })

  test('ten edits while a server is away are one change there', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    const { remoteId } = await it.publish(practiceInEnglish)
    await it.deliver()
    for (let edit = 1; edit <= 10; edit++)
      await it.revise(remoteId, { ...practiceInEnglish, title: `Edit ${edit}` }, `e${edit}`)
    await it.deliver()

    expect(it.peer.received).toEqual(['Accept', 'Create', 'Update'])
    expect(contents(it.peer)).toEqual([expect.stringContaining('Edit 10')])
  })

  test('the word that a follow is accepted comes first, and holds nothing up where it cannot be told', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    await it.publish(practiceInEnglish)
    it.peer.failNext({ kind: 'answer', status: 503 })
    await it.deliver()
    expect([await states(), it.peer.received]).toEqual([
      ['accept due unavailable', 'create delivered'],
      ['Create'],
    ])

    await makeDue()
    await it.deliver()
    expect(it.peer.received).toEqual(['Create', 'Accept'])
  })

  test('an inbox that is gone for a week is forgotten, one that is only away is not', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    await it.deliver()
    const fail = async (status: number, days: number, key: string) => {
      await databaseOf(payload).execute(
        sql`update fediverse_followers set failing_since = now() - make_interval(days => ${days})`,
      )
      it.peer.failNext({ kind: 'answer', status })
      await it.publish({ ...practiceInEnglish, url: `${practiceInEnglish.url}-${key}` }, key)
      await it.deliver()
      return followers()
    }

    expect(await fail(503, 20, 'a')).toHaveLength(1)
    await makeDue()
    expect(await fail(410, 6, 'b')).toHaveLength(1)
    await makeDue()
    it.peer.failNext({ kind: 'answer', status: 410 })
    expect(await fail(410, 8, 'c')).toEqual([])
  })
})

describe('the accounts', () => {
  test('are found by their names, say who they are in their language, and show what they posted', async () => {
    await using it = await start()
    const { host } = new URL(it.site.url)
    const { remoteId } = await it.publish(practiceInArabic)
    const finger = await read(`${it.site.url}/.well-known/webfinger?resource=acct:news-ar@${host}`)
    const self = finger.links.find(({ rel }: { rel: string }) => rel === 'self').href
    const actor = await read(self)
    const outbox = await read(actor.outbox)

    expect(self).toBe(it.actor('news-ar'))
    expect(actor).toMatchObject({
      type: 'Service',
      preferredUsername: 'news-ar',
      name: 'Sample network (العربية)',
    })
    expect(outbox.orderedItems[0].object).toMatchObject({
      id: remoteId,
      contentMap: { ar: expect.anything() },
    })
    expect(JSON.stringify(actor)).not.toContain('"d":')
  })

  test('tell how many follow, not who', async () => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    const told = await read(`${it.actor('news-en')}/followers`)

    expect(told).toMatchObject({ totalItems: 1, orderedItems: [] })
  })

  test('lead a browser to the page, and a program to the data', async () => {
    await using it = await start()
    const { remoteId } = await it.publish(practiceInEnglish)
    const open = (address: string) => fetch(address, { headers: { accept: 'text/html' }, redirect: 'manual' })
    const post = await open(remoteId)

    expect([post.status, post.headers.get('location'), post.headers.get('vary')]).toEqual([
      303,
      practiceInEnglish.url,
      'Accept',
    ])
    expect((await open(it.actor('news-en'))).headers.get('location')).toBe(`${it.site.url}/en`)
  })

  test('keep a withdrawn post as a tombstone, which says nothing of what it was', async () => {
    await using it = await start()
    const { remoteId } = await it.publish(practiceInEnglish)
    await it.withdraw(remoteId)
    const answer = await fetch(remoteId, { headers: { accept: 'application/activity+json' } })
    const said = await answer.text()

    expect(answer.status).toBe(410)
    expect(JSON.parse(said)).toMatchObject({ id: remoteId, type: 'Tombstone' })
    expect(said).not.toContain(practiceInEnglish.title)
  })

  test.for([
    'acct:news-en@elsewhere.example',
    'acct:nobody@HOST',
    'acct:news-en',
    'acct:\0@HOST',
    'https://elsewhere.example/news-en',
  ])('are none that are asked for as %s', async (resource) => {
    await using it = await start()
    const asked = encodeURIComponent(resource.replace('HOST', new URL(it.site.url).host))

    expect((await fetch(`${it.site.url}/.well-known/webfinger?resource=${asked}`)).status).toBe(404)
  })

  test('have names that are for ever, and no other channel can have', async () => {
    await using it = await start()
    const federation = (id: string) => ownFederation(payload, id, it.site.url)
    const other = '019ad000-0000-7000-8000-000000000001'
    const post = {
      locale: 'en',
      url: 'https://emen.example/en',
      html: '',
      hashtags: [],
      image: null,
    } as const

    expect(await federation(channelId).accounts('other')).toEqual({ fault: 'renamed', username: 'news-en' })
    expect(await federation(other).publish('news', post, 'x')).toEqual({
      fault: 'taken',
      username: 'news-en',
    })
  })
})

const followers = async () => {
  const { rows } = await databaseOf(payload).execute<{ follower: string }>(
    sql`select follower from fediverse_followers order by follower`,
  )
  return rows.map(({ follower }) => follower)
}

const read = async (address: string) =>
  JSON.parse(await (await fetch(address, { headers: { accept: 'application/activity+json' } })).text())
