import { expect, test } from 'vitest'

import { bareChannels, unfollowing, unseen } from '../../testing/bare-channels.ts'

const { setUp } = bareChannels()

test('ten corrections in a moment become one change', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publishAndSettle('v0')
  for (let version = 1; version <= 10; version++) await it.channel.publish(`v${version}`)
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v10'])
  expect(it.server.posts).toMatchObject([{ mark: 2 }])
})

test('a post that would say the same is not submitted again', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publishAndSettle('v1')
  await it.channel.publishAndSettle('v1')

  expect(it.server.posts).toMatchObject([{ mark: 1 }])
  expect(await it.channel.standing()).toBe('submitted live')
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

test('words that an editor chooses afterwards change what stands there', async () => {
  await using it = await setUp()
  await it.channel.publishAndSettle('v1')
  await it.channel.choose({ text: 'In my own words' })
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | In my own words'])
})

test('an item that an editor takes out of a channel leaves it, and comes back as a new post', async () => {
  await using it = await setUp()
  await it.channel.publishAndSettle('v1')
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
  await it.channel.publishAndSettle('v1')
  expect(await it.channel.standing()).toBe('skipped channel-off none')

  await it.channel.choose({ wanted: 'yes' })
  await it.channel.settle()
  await it.channel.choose({ wanted: null })
  await it.channel.publishAndSettle('v2')
  expect(it.texts()).toEqual(['published | v2'])
})

test('what awaits approval is held, then posted; what is rejected is not', async () => {
  await using it = await setUp({ rules: { mode: 'ask' } })
  await it.channel.publishAndSettle('v1')
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
  await it.channel.publishAndSettle('v1')
  expect(await it.channel.standing()).toBe('planned none')
  expect(it.texts()).toEqual([])

  await it.channel.makeDue()
  await it.channel.settle()
  await it.channel.publishAndSettle('v2')
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
    await it.channel.publishAndSettle('v1')
    await it.channel.publishAndSettle('v2')

    expect(it.texts()).toEqual(texts)
    expect(await it.channel.standing()).toBe(standing)
  },
)

test('a correction with a reason is never too small: the ledger says that it could not be made', async () => {
  await using it = await setUp({ abilities: unfollowing })
  await it.channel.publishAndSettle('v1')
  it.channel.explain('The date was wrong.')
  await it.channel.publishAndSettle('v2')

  expect(await it.channel.standing()).toBe('skipped cannot-edit live')
})

test('what cannot be removed any more is not replaced', async () => {
  await using it = await setUp({
    abilities: { ...unseen, removeWithinMs: 0 },
    policies: { edits: 'replace' },
  })
  await it.channel.publishAndSettle('v1')
  await it.channel.publishAndSettle('v2')

  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe('skipped window-over live')
})
