import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { correctionReason } from '../../ledger/correction-reason.ts'
import { bareChannels, unseen } from '../../testing/bare-channels.ts'
import type { BareServer } from '../../testing/services/bare-service.ts'

const { database, setUp } = bareChannels()

test.for([
  { removals: 'respect', texts: [], standing: 'skipped removed-there unlinked' },
  { removals: 'recreate', texts: ['published | v2'], standing: 'submitted live' },
] as const)('a post that somebody removed there: $removals', async ({ removals, texts, standing }) => {
  await using it = await setUp({ policies: { removals } })
  await it.channel.publishAndSettle('v1')
  it.server.posts.length = 0
  await it.channel.publishAndSettle('v2')

  expect(it.texts()).toEqual(texts)
  expect(await it.channel.standing()).toBe(standing)
})

test('a post that somebody changed there is not overwritten unasked', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publishAndSettle('v1')
  for (const post of it.server.posts) Object.assign(post, { text: 'Theirs', mark: 7 })
  await it.channel.publishAndSettle('v2')

  expect(it.texts()).toEqual(['Theirs'])
  expect(await it.channel.standing()).toBe('held changed-there live')
})

test('what somebody changed there after our answer was lost is not overwritten unasked', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publishAndSettle('v1')
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
  await it.channel.publishAndSettle('v2')

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
  await it.channel.publishAndSettle('v1')
  it.server.failNext('after')
  await it.channel.publish('v2')
  await it.channel.deliver()
  await it.channel.publishAndSettle('v3')

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
    await it.channel.publishAndSettle('v1')

    expect(it.texts()).toEqual(['published | v1'])
    expect(new Set(it.server.made).size).toBe(2)
  },
)

test('our own change whose answer was lost is not taken for somebody else’s', async () => {
  await using it = await setUp({ abilities: { finds: true, marks: true } })
  await it.channel.publishAndSettle('v1')
  it.server.failNext('after')
  await it.channel.publishAndSettle('v2')
  await it.channel.makeDue()
  await it.channel.settle()

  expect(it.texts()).toEqual(['published | v2'])
  expect(await it.channel.standing()).toBe('submitted live')
})

test('a change that is taken back while its answer is lost is taken back there too', async () => {
  await using it = await setUp()
  await it.channel.publishAndSettle('v1')
  it.server.failNext('after')
  await it.channel.publish('v2')
  await it.channel.deliver()
  await it.channel.publishAndSettle('v1')

  expect(it.texts()).toEqual(['published | v1'])
})

test('a removal whose answer was lost is no removal by somebody else', async () => {
  await using it = await setUp()
  await it.channel.publishAndSettle('v1')
  it.server.failNext('after')
  await it.channel.withdraw()
  await it.channel.deliver()
  await it.channel.publishAndSettle('v2')

  expect(it.texts()).toEqual(['published | v2'])
  expect(await it.channel.standing()).toBe('submitted live')
})

const made = ({ made: identities }: BareServer) => identities.length

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
    await it.channel.publishAndSettle('v1')
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
  await it.channel.publishAndSettle('v1')
  await it.channel.publishAndSettle('v2')

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

/** As though the first of its workers had vanished so long ago. */
const vanishSince = (since: string) =>
  database().execute(sql`
    update channel_deliveries set failing_since = now() - ${since}::interval where state = 'submitting'
  `)

test.for([
  { since: '71 hours', ends: 'before it sends', standing: 'planned worker-vanished none' },
  { since: '73 hours', ends: 'before it sends', standing: 'failed never-finished none' },
  { since: '73 hours', ends: 'after it sent', standing: 'unconfirmed worker-vanished unconfirmed' },
] as const)(
  'a post whose workers have vanished for $since, the last $ends: $standing',
  async ({ since, ends, standing }) => {
    await using it = await setUp({ abilities: { finds: false } })
    await it.channel.publish('v1')
    const held = await it.channel.take()
    if (held === null) throw new Error('it was not due')
    if (ends === 'after it sent') await it.channel.goOn(held, 'killed')
    await vanishSince(since)
    await it.channel.lapse()

    expect(await it.channel.standing()).toBe(standing)
  },
)

test('a correction that is killed while it is posted beside the first is there once', async () => {
  await using it = await setUp({ abilities: unseen, policies: { edits: 'correct' } })
  await it.channel.publishAndSettle('v1')
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
  await it.channel.publishAndSettle('v1')

  expect(await it.channel.standing()).toBe('unconfirmed duplicate unconfirmed')
})

/** Says why the next change is made, as an editor does. */
async function correct({ channel }: Awaited<ReturnType<typeof setUp>>, reason: string): Promise<void> {
  const { collection, item_id, outbox_id } = await channel.row()
  await database().execute(sql`
    insert into item_corrections (id, collection, item_id, titles, kind, locales, reasons, after_outbox_id)
    values (${randomUUID()}, ${collection}, ${item_id}, '{}', 'corrected', '["en"]',
      ${JSON.stringify({ en: reason })}::jsonb, ${outbox_id})
  `)
}
const reasonOf = async ({ channel }: Awaited<ReturnType<typeof setUp>>) =>
  correctionReason((await channel.row()).id, database())

test('what was corrected while an answer was lost is told with why, although it was edited once more', async () => {
  await using it = await setUp()
  it.server.failNext('after')
  await it.channel.publish('v1')
  await it.channel.deliver()
  await correct(it, 'The date was wrong.')
  await it.channel.publish('v2')
  await it.channel.publish('v3')
  await it.channel.deliver()

  expect(await it.channel.standing()).toBe('planned found-there live')
  expect(await reasonOf(it)).toBe('The date was wrong.')
})

test('a correction whose answer was lost was told all the same, and a later edit does not say it again', async () => {
  await using it = await setUp({ abilities: unseen, policies: { edits: 'correct' } })
  await it.channel.publishAndSettle('v1')
  await correct(it, 'The date was wrong.')
  await it.channel.publish('v2')
  await it.channel.deliver()
  it.server.failNext('after')
  await it.channel.deliver()
  await it.channel.makeDue()
  await it.channel.settle()
  await it.channel.publish('v3')

  expect(it.texts()).toEqual(['published | v1', 'corrected | v2'])
  expect(await reasonOf(it)).toBe(null)
})
