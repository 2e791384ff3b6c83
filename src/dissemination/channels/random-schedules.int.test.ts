import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { digestOf } from '../../channels/digest.ts'
import { databaseOf } from '../../database/database.ts'
import { adoptDelivery, decideDelivery, overwriteDelivery } from '../../ledger/channel-decisions.ts'
import type { ClaimedDelivery } from '../../ledger/channel-deliveries.ts'
import { type BareChannel, bareChannel } from '../../testing/bare-channel.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { type BareServer, bareService, startBareServer } from '../../testing/services/bare-service.ts'
import type { ChannelPolicies } from './next-step.ts'

/** Another one is tried with `SCHEDULE_SEED=7 npx vitest run --project int random-schedules`. */
const SEED = Number(process.env.SCHEDULE_SEED ?? 20_261_128)
const SCHEDULES = 16
const STEPS = 13
const AT_ONCE = 8

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

/** What readers may find in the end, of what was wanted: texts of what stands there, oldest first. */
type IsRight = (texts: readonly string[], wanted: string | null) => boolean

const isMirrored: IsRight = (texts, wanted) =>
  wanted === null ? texts.length === 0 : texts.length === 1 && texts[0] === `published ${wanted}`
const isKept: IsRight = (texts, wanted) => texts.length === (wanted === null ? 0 : 1)
const isCorrected: IsRight = (texts, wanted) =>
  wanted === null ? texts.length === 0 : texts.at(-1)?.endsWith(` ${wanted}`) === true
const neverSaysWrong: IsRight = (texts, wanted) =>
  texts.length === 0
    ? wanted === null
    : wanted === null
      ? texts.at(-1)?.startsWith('withdrawn ') === true
      : texts.at(-1)?.endsWith(` ${wanted}`) === true

const isSettled = new Set(['submitted', 'skipped'])

interface Kind {
  readonly name: string
  readonly abilities: Parameters<typeof bareService>[0]
  readonly policies: Partial<ChannelPolicies>
  readonly mode?: 'auto' | 'ask'
  /** Whether editors take it out of the channel, which is not possible where posts stay for good. */
  readonly leavesOut: boolean
  readonly isRight: IsRight
  /** How many may stand there at any moment. */
  readonly most: number
}

const kinds: readonly Kind[] = [
  {
    name: 'a service that can do everything',
    abilities: { finds: true, marks: true },
    policies: {},
    leavesOut: true,
    isRight: isMirrored,
    most: 1,
  },
  {
    name: 'one where posts are approved first',
    abilities: { finds: true, marks: true },
    policies: {},
    mode: 'ask',
    leavesOut: true,
    isRight: isMirrored,
    most: 1,
  },
  {
    name: 'one that shows nothing, and drops what it has seen',
    abilities: { finds: false, deduplicates: true },
    policies: {},
    leavesOut: true,
    isRight: isMirrored,
    most: 1,
  },
  {
    name: 'one where both holds',
    abilities: { finds: true, deduplicates: true },
    policies: {},
    leavesOut: true,
    isRight: isMirrored,
    most: 1,
  },
  {
    name: 'one that shows no change, where posts are replaced',
    abilities: { finds: true, update: 'unseen' },
    policies: { edits: 'replace' },
    leavesOut: true,
    isRight: isMirrored,
    most: 1,
  },
  {
    name: 'one that takes no change, where posts are replaced',
    abilities: { finds: true, deduplicates: true, update: 'none' },
    policies: { edits: 'replace' },
    leavesOut: true,
    isRight: isMirrored,
    most: 1,
  },
  {
    name: 'one that takes no change, where small ones are let be',
    abilities: { finds: true, update: 'none' },
    policies: { edits: 'ignore' },
    leavesOut: true,
    isRight: isKept,
    most: 1,
  },
  {
    name: 'one that shows no change, where corrections are posted',
    abilities: { finds: true, update: 'unseen' },
    policies: { edits: 'correct' },
    leavesOut: true,
    isRight: isCorrected,
    most: STEPS,
  },
  {
    name: 'one that removes nothing, but takes changes',
    abilities: { finds: true, marks: true, remove: 'none' },
    policies: {},
    leavesOut: false,
    isRight: neverSaysWrong,
    most: 1,
  },
  {
    name: 'one that follows nothing and shows nothing, of which people are asked',
    abilities: { finds: false, update: 'none', remove: 'none' },
    policies: { edits: 'correct' },
    leavesOut: false,
    isRight: neverSaysWrong,
    most: 2 * STEPS,
  },
]

/** A person looks at the other side when nobody else can. */
async function answerTruthfully(channel: BareChannel, server: BareServer, url: string): Promise<void> {
  const row = await channel.row()
  if (row.state !== 'unconfirmed') return
  const seen = { deliveryId: row.id, state: row.state, updatedAt: new Date(row.updated_at) }
  const arrived = server.posts.find(({ identity }) => identity === `${row.id}.${row.generation}`)
  const tookEffect =
    arrived === undefined
      ? await decideDelivery(seen, 'send-again', databaseOf(payload))
      : await adoptDelivery(
          seen,
          { url: `${url}/posts/${arrived.id}`, remoteId: null, hash: null },
          databaseOf(payload),
        )
  expect(tookEffect).toBe(true)
}

/** A person looks at what was changed there: ours is to stand there again, or theirs is to stay. */
async function answerChange(
  channel: BareChannel,
  server: BareServer,
  answer: 'overwrite' | 'keep-theirs',
): Promise<void> {
  const row = await channel.row()
  if (row.state !== 'held' || row.reason !== 'changed-there') return
  const seen = { deliveryId: row.id, state: row.state, updatedAt: new Date(row.updated_at) }
  const theirs = server.posts.find(({ id }) => id === row.remote_id)?.text ?? null
  const tookEffect =
    answer === 'overwrite'
      ? await overwriteDelivery(seen, theirs && digestOf(theirs), databaseOf(payload))
      : await decideDelivery(seen, answer, databaseOf(payload))
  expect(tookEffect).toBe(true)
  if (answer === 'overwrite') server.giveWay()
}

/** What happens to one item and its channel, at random; and then nothing more, until all is done. */
async function play(kind: Kind, seed: number): Promise<void> {
  const random = seededRandom(seed)
  const pick = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)] as T
  const service = bareService(kind.abilities)
  await using server = await startBareServer(service.capabilities)
  const channel = bareChannel({
    database: databaseOf(payload),
    service,
    url: server.url,
    policies: kind.policies,
    rules: { mode: kind.mode ?? 'auto' },
  })
  const story: string[] = []
  const slow: ClaimedDelivery[] = []
  const work = async (end: 'settled' | 'killed' = 'settled') => {
    const held = await channel.take()
    if (held !== null) await channel.goOn(held, end)
  }
  const happenings: Readonly<Record<string, () => Promise<unknown>>> = {
    publish: () => channel.publish(`v${story.length}`),
    correct: () => channel.publish(`v${story.length}`),
    back: () => channel.publish('v0'),
    withdraw: () => channel.withdraw(),
    words: () => channel.choose({ text: pick([null, 'own words', 'other words']) }),
    out: () => (kind.leavesOut ? channel.choose({ wanted: pick(['no', null]) }) : work()),
    language: async () => {
      if (!kind.leavesOut) return work()
      channel.rule({ locales: pick([['en'], []]) })
      await channel.choose({})
    },
    approval: () => channel.choose({ approval: pick(['requested', 'approved', 'rejected']) }),
    work,
    two: () => Promise.all([work(), work(), channel.publish(`v${story.length}`)]),
    lost: async () => {
      server.failNext('after')
      await work()
    },
    failed: async () => {
      server.failNext(pick(['before', 'away', 'busy']))
      await work()
    },
    killed: () => work('killed'),
    'killed before': () => channel.take(),
    slow: async () => void slow.push(...[await channel.take()].filter((held) => held !== null)),
    'slow goes on': async () => {
      for (const held of slow.splice(0)) await channel.goOn(held)
    },
    lapse: () => channel.lapse(),
    due: () => channel.makeDue(),
    'their edit': async () => {
      if (kind.abilities.marks) server.editByHand(`theirs ${story.length}`)
    },
    'their answer': () => answerChange(channel, server, pick(['overwrite', 'keep-theirs'])),
    person: async () => {
      if (story.includes('publish') && server.made.length > 0)
        await answerTruthfully(channel, server, server.url)
    },
  }
  const check = (): void => {
    const where = `seed ${seed}, ${kind.name}: ${story.join(', ')}`
    expect(new Set(server.made).size, `two posts; ${where}`).toBe(server.made.length)
    expect(server.overwritten, `somebody’s words are lost; ${where}`).toEqual([])
    expect(server.posts.length, `too many posts; ${where}`).toBeLessThanOrEqual(kind.most)
  }
  await channel.publish('v0')
  story.push('publish')
  for (let step = 0; step < STEPS; step++) {
    const name = pick(Object.keys(happenings))
    story.push(name)
    await happenings[name]?.()
    check()
  }
  server.failNext()
  await channel.choose({ approval: 'approved' })
  for (let round = 0; round < 6; round++) {
    await channel.lapse()
    await channel.makeDue()
    await channel.settle()
    await answerTruthfully(channel, server, server.url)
    await answerChange(channel, server, pick(['overwrite', 'keep-theirs']))
    if (isSettled.has((await channel.row()).state)) break
  }
  check()
  // What a person wrote there stays until it is withdrawn, or for good if that was the answer.
  const { reason } = await channel.row()
  const isTheirs = server.posts.some((post) => post.isTheirs)
  if (isTheirs && (reason === 'kept-theirs' || channel.wanted() !== null)) return
  const texts = server.posts.map(({ text }) => text.split(' | ').slice(0, 2).join(' '))
  const told = `seed ${seed}, ${kind.name}: ${story.join(', ')} → ${texts.join('; ')}, wanted ${channel.wanted()}, ${await channel.standing()}`
  expect(kind.isRight(texts, channel.wanted()), told).toBe(true)
}

test.for(kinds)(
  `whatever happens in whatever order, $name ends as it should, with never two posts (from seed ${SEED})`,
  async (kind) => {
    const seeds = Array.from({ length: SCHEDULES }, (_, index) => SEED + index)
    for (let first = 0; first < SCHEDULES; first += AT_ONCE)
      await Promise.all(seeds.slice(first, first + AT_ONCE).map((seed) => play(kind, seed)))
  },
)
