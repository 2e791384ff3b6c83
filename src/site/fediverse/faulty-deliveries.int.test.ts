import { describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { claimDue } from '../../fediverse/deliveries.ts'
import { contents, followedNetwork, revised } from '../../testing/followed-network.ts'
import { practiceInEnglish } from '../../testing/items.ts'

const { payload, start, makeDue, states, followers } = await followedNetwork()

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
