import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { bluesky } from '../../channels/bluesky.ts'
import { openService } from '../../channels/channel-for.ts'
import { digestOf } from '../../channels/digest.ts'
import { indexnow } from '../../channels/indexnow.ts'
import { linkedin } from '../../channels/linkedin.ts'
import { type Service, sessionInMemory } from '../../channels/service.ts'
import { telegram } from '../../channels/telegram.ts'
import { websub } from '../../channels/websub.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { adoptDelivery, overwriteDelivery } from '../../ledger/channel-decisions.ts'
import { bareChannel } from '../../testing/bare-channel.ts'
import { type BareServer, bareService, startBareServer } from '../../testing/services/bare-service.ts'
import { blueskyAccount, startFakeBluesky } from '../../testing/services/fake-bluesky.ts'
import { startFakeHub } from '../../testing/services/fake-hub.ts'
import { linkedInAccount, startFakeLinkedIn } from '../../testing/services/fake-linkedin.ts'
import { searchEngineKey, startFakeSearchEngine } from '../../testing/services/fake-search-engine.ts'
import { startFakeTelegram, telegramAccount } from '../../testing/services/fake-telegram.ts'
import type { ChannelPolicies } from './next-step.ts'
import type { PlannedChannel } from './plan.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

interface Setting {
  readonly abilities?: Parameters<typeof bareService>[0]
  readonly policies?: Partial<ChannelPolicies>
  readonly rules?: Partial<PlannedChannel>
}

async function setUp({ abilities = { finds: true }, policies = {}, rules = {} }: Setting = {}) {
  const service: Service = bareService(abilities)
  const server = await startBareServer(service.capabilities)
  const channel = bareChannel({ database: databaseOf(payload), service, url: server.url, policies, rules })
  return {
    server,
    channel,
    texts: () => server.posts.map(({ text }) => text.split(' | https').at(0)),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

const made = ({ made: identities }: BareServer) => identities.length
const unseen = { finds: true, update: 'unseen' } as const
const unfollowing = { finds: false, update: 'none', remove: 'none' } as const

test('ten corrections in a moment become one change', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publish('v0')
  await it.channel.settle()
  for (let version = 1; version <= 10; version++) await it.channel.publish(`v${version}`)
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v10'])
  expect(it.server.posts).toMatchObject([{ mark: 2 }])
})

test('a post that would say the same is not submitted again', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.publish('v1')
  await it.channel.settle()

  expect(it.server.posts).toMatchObject([{ mark: 1 }])
  expect(await it.channel.standing()).toBe('submitted live')
})

test.for([
  { service: indexnow, startOther: startFakeSearchEngine, addresses: 1 },
  { service: websub, startOther: startFakeHub, addresses: 6 },
])('$service.name is told of every edit, and of none twice', async ({ service, startOther, addresses }) => {
  await using other = await startOther()
  const channel = bareChannel({
    database: databaseOf(payload),
    service,
    url: other.url,
    settings: { key: searchEngineKey },
  })
  const settle = async () => {
    await channel.makeDue()
    await channel.settle()
  }
  await channel.publish('v1')
  await settle()
  expect(other.told).toHaveLength(addresses)

  await channel.publish('v2')
  await settle()
  expect(other.told).toHaveLength(2 * addresses)
  await channel.choose({ approval: 'approved' })
  await settle()
  expect(other.told).toHaveLength(2 * addresses)
})

test.for([
  { service: indexnow, startOther: startFakeSearchEngine, addresses: 1 },
  { service: websub, startOther: startFakeHub, addresses: 6 },
])(
  '$service.name is told of ten edits and of a withdrawal once each, and not before our pages show them',
  async ({ service, startOther, addresses }) => {
    await using other = await startOther()
    const channel = bareChannel({
      database: databaseOf(payload),
      service,
      url: other.url,
      settings: { key: searchEngineKey },
    })
    for (let version = 1; version <= 10; version++) {
      await channel.publish(`v${version}`)
      await channel.settle()
    }
    expect(other.told).toEqual([])
    expect(await channel.dueInSeconds()).toBeGreaterThan(25)
    await channel.makeDue()
    await channel.settle()
    expect(other.told).toHaveLength(addresses)

    for (let version = 11; version <= 20; version++) {
      await channel.publish(`v${version}`)
      await channel.settle()
    }
    expect(other.told).toHaveLength(addresses)
    expect(await channel.dueInSeconds()).toBeGreaterThan(25)
    await channel.makeDue()
    await channel.settle()
    expect(other.told).toHaveLength(2 * addresses)

    await channel.withdraw()
    await channel.settle()
    expect(other.told).toHaveLength(2 * addresses)
    await channel.makeDue()
    await channel.settle()
    expect(other.told).toHaveLength(3 * addresses)
  },
)

test('a hub is told once of a feed in which several items changed within a window', async () => {
  await using hub = await startFakeHub()
  const session = sessionInMemory()
  const items = Array.from({ length: 3 }, () =>
    bareChannel({ database: databaseOf(payload), service: websub, url: hub.url, session }),
  )
  await items[0]?.publish('v1')
  await items[0]?.settle()
  // Within one window, whenever this test began.
  const waits = await items[0]?.dueInSeconds()
  for (const item of items.slice(1)) await item.publish('v1')
  expect(waits).toBeGreaterThan(29)
  expect(waits).toBeLessThanOrEqual(60)
  const later = () => items.map((item) => item.passWindow())
  await Promise.all(later())
  for (const item of items) await item.settle()
  expect(hub.told).toHaveLength(6)

  await items[1]?.publish('v2')
  await items[2]?.withdraw()
  await Promise.all(later())
  for (const item of items) await item.settle()
  expect(hub.told).toHaveLength(12)
})

test('an edit during a ping waits as long as any other', async () => {
  await using other = await startFakeSearchEngine()
  const channel = bareChannel({
    database: databaseOf(payload),
    service: indexnow,
    url: other.url,
    settings: { key: searchEngineKey },
  })
  await channel.publish('v1')
  await channel.makeDue()
  const held = await channel.take()
  if (held === null) throw new Error('it was not due')
  await channel.publish('v2')
  await channel.goOn(held)
  await channel.settle()
  expect(other.told).toHaveLength(1)
  expect(await channel.dueInSeconds()).toBeGreaterThan(25)
})

test('what readers see is changed and taken away at once', async () => {
  await using it = await setUp()
  await it.channel.publish('v1')
  expect(await it.channel.dueInSeconds()).toBeLessThanOrEqual(0)
  await it.channel.settle()
  await it.channel.publish('v2')
  expect(await it.channel.dueInSeconds()).toBeLessThanOrEqual(0)
  await it.channel.settle()
  await it.channel.withdraw()
  expect(await it.channel.dueInSeconds()).toBeLessThanOrEqual(0)
})

test('a post in doubt that a person found is corrected and withdrawn, where the service shows us nothing', async () => {
  await using fake = await startFakeTelegram()
  const { chat, botToken } = telegramAccount
  const account = { baseUrl: fake.url, settings: { chat }, secrets: { botToken } }
  const channel = bareChannel({ database: databaseOf(payload), service: telegram, url: fake.url, ...account })
  await channel.publish('v1')
  await channel.settle()
  const { id, remote_url: url } = await channel.row()
  await databaseOf(payload).execute(sql`
    update channel_deliveries set state = 'unconfirmed', remote_state = 'unconfirmed', remote_id = null, remote_url = null where id = ${id}
  `)
  const { state, updated_at } = await channel.row()
  const { addresses } = openService(telegram, account, {
    allowedPrivateHosts: [],
    publicUrl: 'https://emen.example',
  })
  const remoteId = addresses?.nameOf(url ?? '') ?? null
  const seen = { deliveryId: id, state, updatedAt: new Date(updated_at) }
  await adoptDelivery(seen, { url: url ?? '', remoteId, hash: null }, databaseOf(payload))
  await channel.publish('v2')
  await channel.settle()
  expect(fake.messages().map(({ text }) => text.split('\n')[0])).toEqual(['v2'])

  await channel.withdraw()
  await channel.settle()
  expect(fake.messages()).toEqual([])
})

test.for([
  { withdrawals: 'notice', standing: 'submitted notice-stands live', text: /withdrawn/i },
  { withdrawals: 'leave', standing: 'skipped window-over live', text: /^v1/ },
] as const)(
  'a post that stood for longer than we knew is withdrawn as the channel says ($withdrawals)',
  async ({ withdrawals, standing, text }) => {
    await using fake = await startFakeTelegram()
    const { chat, botToken } = telegramAccount
    const account = { settings: { chat }, secrets: { botToken }, policies: { withdrawals } }
    const channel = bareChannel({
      database: databaseOf(payload),
      service: telegram,
      url: fake.url,
      ...account,
    })
    await channel.publish('v1')
    await channel.settle()
    await channel.withdraw()
    fake.refuseNext("Bad Request: message can't be deleted for everyone")
    await channel.settle()

    expect(await channel.standing()).toBe(standing)
    expect(fake.messages().map((message) => message.text)).toEqual([expect.stringMatching(text)])
  },
)

test('a change that arrives in part is not said to be done, and is tried again with the next', async () => {
  await using fake = await startFakeLinkedIn()
  const { pageId, accessToken } = linkedInAccount
  const channel = bareChannel({
    database: databaseOf(payload),
    service: linkedin,
    url: fake.url,
    settings: { pageId },
    secrets: { accessToken },
  })
  await channel.publish('v1')
  await channel.settle()
  await channel.publish('v2')
  await channel.settle()
  expect(fake.newestText()).toMatch(/^v2/)
  expect(await channel.standing()).toBe('skipped cannot-edit live')

  await channel.publish('v2')
  await channel.settle()
  expect(await channel.standing()).toBe('skipped cannot-edit live')
  await channel.publish('v1')
  await channel.settle()
  expect(await channel.standing()).toBe('submitted live')
})

test('words that an editor chooses afterwards change what stands there', async () => {
  await using it = await setUp()
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.choose({ text: 'In my own words' })
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | In my own words'])
})

test('an item that an editor takes out of a channel leaves it, and comes back as a new post', async () => {
  await using it = await setUp()
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.choose({ wanted: 'no' })
  await it.channel.settle()
  expect(it.texts()).toEqual([])
  expect(await it.channel.standing()).toBe('submitted absent')

  await it.channel.choose({ wanted: null })
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v1'])
  expect(new Set(it.server.made).size).toBe(2)
})

test('a channel that is switched off is told of corrections to what stands there, and of nothing new', async () => {
  await using it = await setUp({ rules: { mode: 'off' } })
  await it.channel.publish('v1')
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('skipped channel-off none')

  await it.channel.choose({ wanted: 'yes' })
  await it.channel.settle()
  await it.channel.choose({ wanted: null })
  await it.channel.publish('v2')
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v2'])
})

test('what awaits approval is held, then posted; what is rejected is not', async () => {
  await using it = await setUp({ rules: { mode: 'ask' } })
  await it.channel.publish('v1')
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('held awaits-approval none')

  await it.channel.choose({ approval: 'rejected' })
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('held rejected-by-editor none')
  await it.channel.choose({ approval: 'approved' })
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v1'])
})

test('what is scheduled waits for its time, and a correction after that does not', async () => {
  await using it = await setUp()
  await it.channel.choose({ scheduledFor: new Date('2999-01-01T00:00:00Z') })
  await it.channel.publish('v1')
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('planned none')
  expect(it.texts()).toEqual([])

  await it.channel.makeDue()
  await it.channel.settle()
  await it.channel.publish('v2')
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v2'])
})

test.for([
  { edits: 'ignore', texts: ['published | v1'], standing: 'skipped small-edit live' },
  { edits: 'replace', texts: ['published | v2'], standing: 'submitted live' },
  { edits: 'correct', texts: ['published | v1', 'corrected | v2'], standing: 'submitted live' },
] as const)(
  'where changes are not seen, the channel says what is done: $edits',
  async ({ edits, texts, standing }) => {
    await using it = await setUp({ abilities: unseen, policies: { edits } })
    await it.channel.publish('v1')
    await it.channel.settle()
    await it.channel.publish('v2')
    await it.channel.settle()

    expect(it.texts()).toEqual(texts)
    expect(await it.channel.standing()).toBe(standing)
  },
)

test('a correction with a reason is never too small: the ledger says that it could not be made', async () => {
  await using it = await setUp({ abilities: unfollowing })
  await it.channel.publish('v1')
  await it.channel.settle()
  it.channel.explain('The date was wrong.')
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(await it.channel.standing()).toBe('skipped cannot-edit live')
})

test('what cannot be removed any more is not replaced', async () => {
  await using it = await setUp({
    abilities: { ...unseen, removeWithinMs: 0 },
    policies: { edits: 'replace' },
  })
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe('skipped window-over live')
})

test('a withdrawal takes away all that stands there, one after the other', async () => {
  await using it = await setUp({ abilities: unseen, policies: { edits: 'correct' } })
  for (const title of ['v1', 'v2', 'v3']) {
    await it.channel.publish(title)
    await it.channel.settle()
  }
  expect(it.texts()).toEqual(['published | v1', 'corrected | v2', 'corrected | v3'])
  await it.channel.withdraw()
  await it.channel.settle()

  expect(it.texts()).toEqual([])
  expect(await it.channel.standing()).toBe('submitted absent')
})

test.for([
  {
    name: 'a service that can change it says so in its place',
    abilities: { finds: true, removeWithinMs: 0 },
    texts: ['withdrawn | v1 | It was wrong.'],
    standing: 'submitted notice-stands live',
  },
  {
    name: 'one that cannot says so beside it',
    abilities: unfollowing,
    texts: ['published | v1', 'withdrawn | v1 | It was wrong.'],
    standing: 'submitted notice-stands live',
  },
])('where a withdrawn post cannot be removed, $name', async ({ abilities, texts, standing }) => {
  await using it = await setUp({ abilities })
  await it.channel.publish('v1')
  await it.channel.settle()
  it.channel.explain('It was wrong.')
  await it.channel.withdraw()
  await it.channel.settle()
  await it.channel.choose({})
  await it.channel.settle()

  expect(it.texts()).toEqual(texts)
  expect(await it.channel.standing()).toBe(standing)
})

test.for([
  { abilities: { finds: true, removeWithinMs: 0 }, reason: 'window-over' },
  { abilities: unfollowing, reason: 'cannot-remove' },
])('a channel may leave it there: the ledger says $reason', async ({ abilities, reason }) => {
  await using it = await setUp({ abilities, policies: { withdrawals: 'leave' } })
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.withdraw()
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe(`skipped ${reason} live`)
})

test('an item that is only left out of a channel is not called withdrawn there', async () => {
  await using it = await setUp({ abilities: unfollowing })
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.choose({ wanted: 'no' })
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe('skipped cannot-remove live')
})

test('an item that is public again takes the place of the word that it was withdrawn', async () => {
  await using it = await setUp({ abilities: { finds: true, removeWithinMs: 0 } })
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.withdraw()
  await it.channel.settle()
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v2'])
})

test.for([
  { removals: 'respect', texts: [], standing: 'skipped removed-there unlinked' },
  { removals: 'recreate', texts: ['published | v2'], standing: 'submitted live' },
] as const)('a post that somebody removed there: $removals', async ({ removals, texts, standing }) => {
  await using it = await setUp({ policies: { removals } })
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.posts.length = 0
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual(texts)
  expect(await it.channel.standing()).toBe(standing)
})

test('a post that somebody changed there is not overwritten unasked', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publish('v1')
  await it.channel.settle()
  for (const post of it.server.posts) Object.assign(post, { text: 'Theirs', mark: 7 })
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual(['Theirs'])
  expect(await it.channel.standing()).toBe('held changed-there live')
})

/** A person looks at what somebody changed there, and wants ours. */
async function overwrite({ channel, server }: Awaited<ReturnType<typeof setUp>>): Promise<void> {
  const { id, state, updated_at } = await channel.row()
  const seen = { deliveryId: id, state, updatedAt: new Date(updated_at) }
  await overwriteDelivery(seen, digestOf(server.posts.at(-1)?.text ?? ''), databaseOf(payload))
}

const replacing = {
  abilities: { finds: true, marks: true, update: 'unseen' },
  policies: { edits: 'replace' },
} as const

test.for([
  { name: 'changed in its place', setting: { abilities: { finds: true, marks: true } } },
  { name: 'replaced', setting: replacing },
])(
  'who says that ours is to stand means the words that they saw: later ones are asked about anew ($name)',
  async ({ setting }) => {
    await using it = await setUp(setting)
    await it.channel.publish('v1')
    await it.channel.settle()
    it.server.editByHand('Theirs')
    await it.channel.publish('v2')
    await it.channel.settle()
    await overwrite(it)
    it.server.editByHand('Theirs, better')
    await it.channel.settle()

    expect(it.texts()).toEqual(['Theirs, better'])
    expect(await it.channel.standing()).toBe('held changed-there live')
    await overwrite(it)
    await it.channel.settle()
    expect(it.texts()).toEqual(['published | v2'])
    expect(await it.channel.standing()).toBe('submitted live')
  },
)

test('ours stands although the answer was lost that overwrote theirs', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.editByHand('Theirs')
  await it.channel.publish('v2')
  await it.channel.settle()
  await overwrite(it)
  it.server.failNext('after')
  await it.channel.deliver()
  await it.channel.makeDue()
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v2'])
  expect(await it.channel.standing()).toBe('submitted live')
})

test('what somebody changed there is not removed to make room for a new post', async () => {
  await using it = await setUp(replacing)
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.editByHand('Theirs')
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual(['Theirs'])
  expect(await it.channel.standing()).toBe('held changed-there live')
})

test.for([
  { removals: 'respect', texts: [], standing: 'skipped removed-there unlinked' },
  { removals: 'recreate', texts: ['published | v2'], standing: 'submitted live' },
] as const)(
  'where posts are replaced, one that somebody removed there is no removal of ours: $removals',
  async ({ removals, texts, standing }) => {
    await using it = await setUp({ ...replacing, policies: { ...replacing.policies, removals } })
    await it.channel.publish('v1')
    await it.channel.settle()
    it.server.posts.length = 0
    await it.channel.publish('v2')
    await it.channel.settle()

    expect(it.texts()).toEqual(texts)
    expect(await it.channel.standing()).toBe(standing)
  },
)

test('at Bluesky, too, a post that somebody removed is not replaced, and one that somebody changed is held', async () => {
  await using fake = await startFakeBluesky()
  const open = () =>
    bareChannel({
      database: databaseOf(payload),
      service: bluesky,
      url: fake.url,
      settings: { handle: blueskyAccount.handle },
      secrets: { appPassword: blueskyAccount.appPassword },
      policies: { edits: 'replace' },
    })
  const [changed, removed] = [open(), open()]
  await changed.publish('v1')
  await changed.settle()
  fake.changeByHand()
  await changed.publish('v2')
  await changed.settle()
  expect(await changed.standing()).toBe('held changed-there live')

  await removed.publish('v1')
  await removed.settle()
  fake.removeByHand()
  await removed.publish('v2')
  await removed.settle()
  expect(await removed.standing()).toBe('skipped removed-there unlinked')
  expect(fake.standing()).toHaveLength(1)
})

test.for([
  { name: 'it had arrived', fault: 'after', edit: null, texts: ['published | v2'] },
  { name: 'it had not', fault: 'away', edit: null, texts: ['published | v2'] },
  { name: 'it had not, and somebody wrote there since', fault: 'away', edit: 'Theirs', texts: ['Theirs'] },
] as const)(
  'whether a removal arrived is looked at before the next post is made: $name',
  async ({ fault, edit, texts }) => {
    await using it = await setUp(replacing)
    await it.channel.publish('v1')
    await it.channel.settle()
    await it.channel.publish('v2')
    it.server.failNext(fault)
    await it.channel.deliver()
    for (const words of [edit ?? []].flat()) it.server.editByHand(words)
    await it.channel.makeDue()
    await it.channel.settle()

    expect(it.texts()).toEqual(texts)
    expect(made(it.server)).toBe(texts[0] === 'Theirs' ? 1 : 2)
  },
)

const MORNING_MS = 3_600_000

test.for([
  { name: 'looked for', abilities: { finds: true } },
  { name: 'sent under the same key', abilities: { finds: false, deduplicates: true } },
])(
  'a new post in doubt that did not arrive is not posted in quiet hours, and is afterwards ($name)',
  async ({ abilities }) => {
    await using it = await setUp({ abilities })
    it.server.failNext('after')
    await it.channel.publish('v1')
    await it.channel.deliver()
    it.server.posts.length = 0
    it.channel.beQuiet(new Date(Date.now() + MORNING_MS))
    await it.channel.makeDue()
    await it.channel.settle()

    expect(it.texts()).toEqual([])
    expect(await it.channel.standing()).toBe('planned quiet-hours unconfirmed')
    expect(await it.channel.dueInSeconds()).toBeGreaterThan(3_500)
    it.channel.beQuiet(null)
    await it.channel.makeDue()
    await it.channel.settle()
    expect(it.texts()).toEqual(['published | v1'])
  },
)

test('a post in doubt that arrived is found and corrected at any hour', async () => {
  await using it = await setUp()
  it.server.failNext('after')
  await it.channel.publish('v1')
  await it.channel.deliver()
  await it.channel.publish('v2')
  it.channel.beQuiet(new Date(Date.now() + MORNING_MS))
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v2'])
  expect(await it.channel.standing()).toBe('submitted live')
})

test('a post that is replaced is replaced at any hour, also when its answer was lost', async () => {
  await using it = await setUp(replacing)
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.publish('v2')
  await it.channel.deliver()
  it.server.failNext('before')
  it.channel.beQuiet(new Date(Date.now() + MORNING_MS))
  await it.channel.deliver()
  expect(await it.channel.standing()).toContain('unconfirmed')
  await it.channel.makeDue()
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v2'])
})

test('a post that somebody removed and that is posted anew waits for the end of quiet hours', async () => {
  await using it = await setUp({ policies: { removals: 'recreate' } })
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.posts.length = 0
  it.channel.beQuiet(new Date(Date.now() + MORNING_MS))
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual([])
  expect(await it.channel.standing()).toBe('planned quiet-hours absent')
})

test('what somebody changed there after our answer was lost is not overwritten unasked', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.failNext('after')
  await it.channel.publish('v2')
  await it.channel.deliver()
  it.server.editByHand('Theirs')
  await it.channel.makeDue()
  await it.channel.settle()

  expect(it.texts()).toEqual(['Theirs'])
  expect(await it.channel.standing()).toBe('held changed-there live')
})

test('what somebody changed there before we found our own post is not overwritten unasked', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  it.server.failNext('after')
  await it.channel.publish('v1')
  await it.channel.deliver()
  it.server.editByHand('Theirs')
  await it.channel.makeDue()
  await it.channel.settle()
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual(['Theirs'])
  expect(await it.channel.standing()).toBe('held changed-there live')
})

test('what somebody changed there before we found our own post goes with a withdrawal', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  it.server.failNext('after')
  await it.channel.publish('v1')
  await it.channel.deliver()
  it.server.editByHand('Theirs')
  await it.channel.withdraw()
  await it.channel.settle()

  expect(it.texts()).toEqual([])
})

test('our own change whose answer was lost is known as ours by one that overtook it', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.failNext('after')
  await it.channel.publish('v2')
  await it.channel.deliver()
  await it.channel.publish('v3')
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v3'])
  expect(await it.channel.standing()).toBe('submitted live')
})

test.for([{ finds: true }, { finds: false, deduplicates: true }])(
  'what was taken away while nobody knew whether it stood has another name when it comes back ($finds)',
  async (abilities) => {
    await using it = await setUp({ abilities })
    it.server.failNext('after')
    await it.channel.publish('v1')
    await it.channel.deliver()
    await it.channel.withdraw()
    it.server.failNext('after')
    await it.channel.settle()
    await it.channel.publish('v1')
    await it.channel.settle()

    expect(it.texts()).toEqual(['published | v1'])
    expect(new Set(it.server.made).size).toBe(2)
  },
)

test('our own change whose answer was lost is not taken for somebody else’s', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.failNext('after')
  await it.channel.publish('v2')
  await it.channel.settle()
  await it.channel.makeDue()
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v2'])
  expect(await it.channel.standing()).toBe('submitted live')
})

test('a change that is taken back while its answer is lost is taken back there too', async () => {
  await using it = await setUp()
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.failNext('after')
  await it.channel.publish('v2')
  await it.channel.deliver()
  await it.channel.publish('v1')
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v1'])
})

test('a removal whose answer was lost is no removal by somebody else', async () => {
  await using it = await setUp()
  await it.channel.publish('v1')
  await it.channel.settle()
  it.server.failNext('after')
  await it.channel.withdraw()
  await it.channel.deliver()
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v2'])
  expect(await it.channel.standing()).toBe('submitted live')
})

test.for([
  {
    name: 'a service that shows our posts',
    abilities: { finds: true },
    texts: ['published | v1'],
    standing: 'submitted live',
  },
  {
    name: 'a service that drops what it has seen',
    abilities: { finds: false, deduplicates: true },
    texts: ['published | v1'],
    standing: 'submitted live',
  },
  {
    name: 'a person',
    abilities: { finds: false },
    texts: ['published | v1'],
    standing: 'unconfirmed unconfirmed',
  },
])(
  'after a lost answer $name is asked before anything is sent again',
  async ({ abilities, texts, standing }) => {
    await using it = await setUp({ abilities })
    it.server.failNext('after')
    await it.channel.publish('v1')
    await it.channel.settle()
    await it.channel.makeDue()
    await it.channel.settle()

    expect(it.texts()).toEqual(texts)
    expect(made(it.server)).toBe(1)
    expect(await it.channel.standing()).toContain(standing)
  },
)

test('what is corrected while a person is asked waits for the answer', async () => {
  await using it = await setUp({ abilities: { finds: false } })
  it.server.failNext('after')
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(made(it.server)).toBe(1)
  expect(await it.channel.standing()).toContain('unconfirmed')
})

test('a worker that is killed before it sends leaves nothing in doubt', async () => {
  await using it = await setUp({ abilities: { finds: false } })
  await it.channel.publish('v1')
  await it.channel.take()
  await it.channel.lapse()
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe('submitted live')
})

test('a worker that wakes up late sends nothing', async () => {
  await using it = await setUp({ abilities: { finds: false } })
  await it.channel.publish('v1')
  const late = await it.channel.take()
  await it.channel.lapse()
  await it.channel.settle()
  if (late === null) throw new Error('it was not due')
  await it.channel.goOn(late)

  expect(made(it.server)).toBe(1)
  expect(await it.channel.standing()).toBe('submitted live')
})

test('a correction that is killed while it is posted beside the first is there once', async () => {
  await using it = await setUp({ abilities: unseen, policies: { edits: 'correct' } })
  await it.channel.publish('v1')
  await it.channel.settle()
  await it.channel.publish('v2')
  await it.channel.deliver()
  const held = await it.channel.take()
  if (held === null) throw new Error('it was not due')
  await it.channel.goOn(held, 'killed')
  await it.channel.lapse()
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v1', 'corrected | v2'])
  expect(await it.channel.standing()).toBe('submitted live')
})

test('a post that the service calls a duplicate without naming it is for a person to find', async () => {
  await using it = await setUp({ abilities: { finds: false } })
  it.server.failNext('duplicate')
  await it.channel.publish('v1')
  await it.channel.settle()

  expect(await it.channel.standing()).toBe('unconfirmed duplicate unconfirmed')
})

test('where people post by hand, the ledger says what is to be done each time', async () => {
  await using it = await setUp({ abilities: { finds: false, posts: 'by-hand' } })
  await it.channel.publish('v1')
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('held to-post-by-hand none')
  await databaseOf(payload).execute(sql`
    update channel_deliveries set state = 'submitted', reason = null, remote_state = 'live', remote_url = 'https://social.example/1'
    where id = ${(await it.channel.row()).id}
  `)
  await it.channel.publish('v2')
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('held to-change-by-hand live')

  await it.channel.withdraw()
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('held to-remove-by-hand live')
  expect(it.texts()).toEqual([])
})

test('a language that is taken off a channel leaves it with what stands there, and nothing new comes', async () => {
  await using it = await setUp()
  await it.channel.publish('v1')
  await it.channel.settle()
  it.channel.rule({ locales: ['fr'] })
  await it.channel.publish('v2')
  await it.channel.settle()

  expect(it.texts()).toEqual([])
  expect(await it.channel.standing()).toBe('submitted absent')
})

test('what can never be taken back goes out as a person approved it, each version by itself', async () => {
  await using it = await setUp({ abilities: { finds: true, isFinal: true } })
  await it.channel.publish('v1')
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('held awaits-approval none')
  await it.channel.approve()
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v1'])

  await it.channel.publish('v2')
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe('held awaits-approval live')
  await it.channel.approve()
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v2'])
})
