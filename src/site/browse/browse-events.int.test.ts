import { load } from 'cheerio'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { createTestEvent } from '../../testing/create-event.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerList } from './browse-answer.ts'

const DAY = 24 * 3_600_000

let payload: Payload
let reader: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  reader = visitor(payload)
  await createTestNetwork(payload, ['en', 'fr'])
  await event(10, 'online')
  await event(20, 'onsite')
  await event(30, 'onsite')
  await event(-10, 'onsite')
  const other = await createTestEvent(payload, new Date(Date.now() + 5 * DAY))
  await other.publish('fr')
})
afterAll(() => payload.destroy())

async function event(inDays: number, mode: 'online' | 'onsite'): Promise<void> {
  const { publish } = await createTestEvent(payload, new Date(Date.now() + inDays * DAY))
  await publish('en', { mode })
}

/** Choice of a way to take part → what stands beside it, and how many are listed. */
async function open(query: string) {
  const answer = await answerList(reader.get(`/en/events${query}`), { locale: 'en', collection: 'events' })
  const $ = load(await answer.text())
  const choices = $('.choice:has(input[name=mode])').toArray()
  return {
    counts: Object.fromEntries(
      choices.map((each) => [$(each).find('input').val(), Number($(each).find('small').text())]),
    ),
    heard: $('[role=status]').text(),
  }
}

test.for([
  ['', { online: 1, onsite: 2 }, '3 results'],
  ['?when=past&mode=onsite', { onsite: 1 }, '1 result'],
  ['?mode=online', { online: 1, onsite: 2 }, '1 result'],
  ['?q=founders', { online: 1, onsite: 2 }, '3 results'],
  ['?when=past&mode=online', { online: 0, onsite: 1 }, '0 results'],
] as const)(
  'choices of events%s say how many of those that are listed they lead to',
  async ([query, counts, heard]) => {
    const page = await open(query)
    expect(page).toEqual({ counts, heard: expect.stringContaining(heard) })
  },
)
