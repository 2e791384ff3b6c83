import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { claimDue } from '../../fediverse/deliveries.ts'
import { followedNetwork } from '../../testing/followed-network.ts'
import { practiceInEnglish } from '../../testing/items.ts'
import { seededRandom } from '../../testing/seeded-random.ts'

const { payload, start } = await followedNetwork(['en'])

const SEED = 20_261_129
const SCHEDULES = 8
const STEPS = 25
const faults = [
  { kind: 'hang-up-before' },
  { kind: 'hang-up-after' },
  { kind: 'cut' },
  { kind: 'answer', status: 502, done: true },
  { kind: 'answer', status: 503 },
  { kind: 'answer', status: 429 },
  { kind: 'answer', status: 401 },
] as const

const lapse = () =>
  databaseOf(payload).execute(sql`
    update fediverse_deliveries set due_at = now(), lease_until = now() - interval '1 second' where state = 'due'
  `)

test.for(Array.from({ length: SCHEDULES }, (_, index) => SEED + index))(
  'whatever happens in whatever order, a follower ends up with what stands here, each post once (seed %i)',
  async (seed) => {
    await using it = await start()
    await it.peer.follow(it.actor('news-en'))
    await it.deliver()
    const random = seededRandom(seed)
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value
    /** Remote id → title. */
    const wanted = new Map<string, string>()
    const story: string[] = []
    let posts = 0
    const steps = {
      publish: async () => {
        const title = `Post ${++posts}`
        const { remoteId } = await it.publish({ ...practiceInEnglish, title }, `p${posts}`)
        wanted.set(remoteId, title)
      },
      publishAgain: async () => void (posts > 0 && (await it.publish(practiceInEnglish, `p${posts}`))),
      correct: async () => {
        for (const remoteId of [...wanted.keys()].slice(0, 1)) {
          const title = `Corrected ${story.length}`
          await it.revise(remoteId, { ...practiceInEnglish, title }, `c${story.length}`)
          wanted.set(remoteId, title)
        }
      },
      withdraw: async () => {
        for (const remoteId of [...wanted.keys()].slice(-1)) {
          await it.withdraw(remoteId, `w${story.length}`)
          wanted.delete(remoteId)
        }
      },
      fail: async () => it.peer.failNext(pick(faults)),
      deliver: () => it.deliver(),
      twoWorkers: async () => void (await Promise.all([it.deliver(), it.deliver()])),
      crash: async () => void (await claimDue(5, databaseOf(payload))),
      lapse: async () => void (await lapse()),
    }
    const names = Object.keys(steps) as (keyof typeof steps)[]
    for (let step = 0; step < STEPS; step++) {
      const name = pick([...names, 'publish', 'correct', 'deliver'] as const)
      story.push(name)
      await steps[name]()
    }
    // Faults that nobody met are met now, and what is due afterwards arrives.
    for (let round = 0; round < STEPS; round++) {
      await lapse()
      await it.deliver()
    }

    const there = [...it.peer.notes].map(([remoteId, { content }]) => [
      remoteId,
      /<strong>(.*?)<\/strong>/.exec(content)?.[1],
    ])
    expect(there.sort(), story.join(', ')).toEqual([...wanted].sort())
    expect(it.peer.received.filter((kind) => kind === 'Create').length, story.join(', ')).toBeLessThanOrEqual(
      posts,
    )
  },
)
