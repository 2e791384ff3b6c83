import { expect, test } from 'vitest'

import { bluesky } from '../../channels/bluesky.ts'
import { digestOf } from '../../channels/digest.ts'
import { overwriteDelivery } from '../../ledger/channel-decisions.ts'
import { noteGone } from '../../ledger/channel-probes.ts'
import { bareChannel } from '../../testing/bare-channel.ts'
import { bareChannels } from '../../testing/bare-channels.ts'
import { blueskyAccount, startFakeBluesky } from '../../testing/services/fake-bluesky.ts'

const { database, setUp } = bareChannels()

/** A person looks at what somebody changed there, and wants ours. */
async function overwrite({ channel, server }: Awaited<ReturnType<typeof setUp>>): Promise<void> {
  const { id, state, updated_at } = await channel.row()
  const seen = { deliveryId: id, state, updatedAt: new Date(updated_at) }
  await overwriteDelivery(seen, digestOf(server.posts.at(-1)?.text ?? ''), database())
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
    await it.channel.publishAndSettle('v1')
    it.server.editByHand('Theirs')
    await it.channel.publishAndSettle('v2')
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
  await it.channel.publishAndSettle('v1')
  it.server.editByHand('Theirs')
  await it.channel.publishAndSettle('v2')
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
  await it.channel.publishAndSettle('v1')
  it.server.editByHand('Theirs')
  await it.channel.publishAndSettle('v2')

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
    await it.channel.publishAndSettle('v1')
    it.server.posts.length = 0
    await it.channel.publishAndSettle('v2')

    expect(it.texts()).toEqual(texts)
    expect(await it.channel.standing()).toBe(standing)
  },
)

test('at Bluesky, too, a post that somebody removed is not replaced, and one that somebody changed is held', async () => {
  await using fake = await startFakeBluesky()
  const open = () =>
    bareChannel({
      database: database(),
      service: bluesky,
      url: fake.url,
      settings: { handle: blueskyAccount.handle },
      secrets: { appPassword: blueskyAccount.appPassword },
      policies: { edits: 'replace' },
    })
  const [changed, removed] = [open(), open()]
  await changed.publishAndSettle('v1')
  fake.changeByHand()
  await changed.publishAndSettle('v2')
  expect(await changed.standing()).toBe('held changed-there live')

  await removed.publishAndSettle('v1')
  fake.removeByHand()
  await removed.publishAndSettle('v2')
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
    await it.channel.publishAndSettle('v1')
    await it.channel.publish('v2')
    it.server.failNext(fault)
    await it.channel.deliver()
    for (const words of [edit ?? []].flat()) it.server.editByHand(words)
    await it.channel.makeDue()
    await it.channel.settle()

    expect(it.texts()).toEqual(texts)
    expect(it.server.made).toHaveLength(texts[0] === 'Theirs' ? 1 : 2)
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
  await it.channel.publishAndSettle('v1')
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
  await it.channel.publishAndSettle('v1')
  it.server.posts.length = 0
  it.channel.beQuiet(new Date(Date.now() + MORNING_MS))
  await it.channel.publishAndSettle('v2')

  expect(it.texts()).toEqual([])
  expect(await it.channel.standing()).toBe('planned quiet-hours absent')
})

test('one of which a look told that somebody removed it waits, too, also when its answer was lost', async () => {
  await using it = await setUp()
  await it.channel.publishAndSettle('v1')
  const { id: deliveryId, channel_id, remote_id: remoteId, remote_url: remoteUrl } = await it.channel.row()
  const post = { deliveryId, channelId: String(channel_id), remoteId, remoteUrl, mark: null }
  it.server.posts.length = 0
  await noteGone(post, 'recreate', database())
  it.server.failNext('before')
  await it.channel.deliver()
  it.channel.beQuiet(new Date(Date.now() + MORNING_MS))
  await it.channel.makeDue()
  await it.channel.settle()

  expect(it.texts()).toEqual([])
  expect(await it.channel.standing()).toBe('planned quiet-hours unconfirmed')
})
