import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { bareChannels, unfollowing, unseen } from '../../testing/bare-channels.ts'

const { database, setUp } = bareChannels()

test('a withdrawal takes away all that stands there, one after the other', async () => {
  await using it = await setUp({ abilities: unseen, policies: { edits: 'correct' } })
  for (const title of ['v1', 'v2', 'v3']) {
    await it.channel.publishAndSettle(title)
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
  await it.channel.publishAndSettle('v1')
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
  await it.channel.publishAndSettle('v1')
  await it.channel.withdraw()
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe(`skipped ${reason} live`)
})

test('an item that is only left out of a channel is not called withdrawn there', async () => {
  await using it = await setUp({ abilities: unfollowing })
  await it.channel.publishAndSettle('v1')
  await it.channel.choose({ wanted: 'no' })
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe('skipped cannot-remove live')
})

test('an item that is public again takes the place of the word that it was withdrawn', async () => {
  await using it = await setUp({ abilities: { finds: true, removeWithinMs: 0 } })
  await it.channel.publishAndSettle('v1')
  await it.channel.withdraw()
  await it.channel.settle()
  await it.channel.publishAndSettle('v2')

  expect(it.texts()).toEqual(['published | v2'])
})

test('a language that is taken off a channel leaves it with what stands there, and nothing new comes', async () => {
  await using it = await setUp()
  await it.channel.publishAndSettle('v1')
  it.channel.rule({ locales: ['fr'] })
  await it.channel.publishAndSettle('v2')

  expect(it.texts()).toEqual([])
  expect(await it.channel.standing()).toBe('submitted absent')
})

test('what can never be taken back goes out as a person approved it, each version by itself', async () => {
  await using it = await setUp({ abilities: { finds: true, isFinal: true } })
  await it.channel.publishAndSettle('v1')
  expect(await it.channel.standing()).toBe('held awaits-approval none')
  await it.channel.approve()
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v1'])

  await it.channel.publishAndSettle('v2')
  expect(it.texts()).toEqual(['published | v1'])
  expect(await it.channel.standing()).toBe('held awaits-approval live')
  await it.channel.approve()
  await it.channel.settle()
  expect(it.texts()).toEqual(['published | v2'])
})

test('where people post by hand, the ledger says what is to be done each time', async () => {
  await using it = await setUp({ abilities: { finds: false, posts: 'by-hand' } })
  await it.channel.publishAndSettle('v1')
  expect(await it.channel.standing()).toBe('held to-post-by-hand none')
  await database().execute(sql`
    update channel_deliveries set state = 'submitted', reason = null, remote_state = 'live', remote_url = 'https://social.example/1'
    where id = ${(await it.channel.row()).id}
  `)
  await it.channel.publishAndSettle('v2')
  expect(await it.channel.standing()).toBe('held to-change-by-hand live')

  await it.channel.withdraw()
  await it.channel.settle()
  expect(await it.channel.standing()).toBe('held to-remove-by-hand live')
  expect(it.texts()).toEqual([])
})
