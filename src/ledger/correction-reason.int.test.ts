import { randomUUID } from 'node:crypto'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { correctionReason } from './correction-reason.ts'

let payload: Payload
let itemId: string

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())
beforeEach(() => {
  itemId = randomUUID()
})

const told = async (id: number, locale = 'en') =>
  databaseOf(payload).execute(sql`
    insert into outbox (id, collection, item_id, locale, kind, content_hash) values (${id}, 'news', ${itemId}, ${locale}, 'revised', 'x')
  `)

const say = (after: number, reasons: Readonly<Record<string, string>>, kind = 'corrected') =>
  databaseOf(payload).execute(sql`
    insert into item_corrections (id, collection, item_id, titles, kind, locales, reasons, after_outbox_id)
    values (${randomUUID()}, 'news', ${itemId}, '{"en": "Mentoring"}', ${kind},
      ${JSON.stringify(Object.keys(reasons))}::jsonb, ${JSON.stringify(reasons)}::jsonb, ${after})
  `)

interface Row {
  readonly carriesOut: number
  /** Null: nothing yet. */
  readonly shows?: number | null
  readonly desired?: 'live' | 'absent'
  readonly locale?: string
}

/** Why, as a channel is told that carries out one change and shows another. */
async function reason({ carriesOut, shows = null, desired = 'live', locale = 'en' }: Row) {
  const id = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into channel_deliveries (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, remote_outbox_id)
    values (${id}, 'news', ${itemId}, ${locale}, ${randomUUID()}, 'bare', 'Mentoring', '', ${desired}, ${carriesOut}, 'planned', ${shows})
  `)
  return correctionReason(id, databaseOf(payload))
}

test('a change is told with what was said last before it, in the language of the post', async () => {
  await say(1_010, { en: 'The date was wrong.', fr: 'La date était fausse.' })
  await told(1_011)
  await told(1_012, 'fr')
  await say(1_020, { en: 'The place was wrong.' })
  await told(1_021)

  expect(await reason({ carriesOut: 1_010 })).toBe(null)
  expect(await reason({ carriesOut: 1_011 })).toBe('The date was wrong.')
  expect(await reason({ carriesOut: 1_021, shows: 1_011 })).toBe('The place was wrong.')
  expect(await reason({ carriesOut: 1_012, locale: 'fr' })).toBe('La date était fausse.')
  expect(await reason({ carriesOut: 1_021, locale: 'ar' })).toBe(null)
})

test('a later edit does not say it again, unless the channel was not told yet', async () => {
  await say(2_010, { en: 'The date was wrong.' })
  await told(2_011)
  await told(2_015)

  expect(await reason({ carriesOut: 2_015, shows: 2_011 })).toBe(null)
  expect(await reason({ carriesOut: 2_015, shows: 2_005 })).toBe('The date was wrong.')
  // The same change once more, as after a lost answer.
  expect(await reason({ carriesOut: 2_011, shows: 2_011 })).toBe('The date was wrong.')
})

test('what is withdrawn without a word is not said to be withdrawn for an earlier correction', async () => {
  await say(3_010, { en: 'The date was wrong.' })
  await told(3_011)
  await told(3_020)

  expect(await reason({ carriesOut: 3_020, shows: 3_005, desired: 'absent' })).toBe(null)
  await say(3_015, { en: 'It never happened.' }, 'withdrawn')
  expect(await reason({ carriesOut: 3_020, shows: 3_005, desired: 'absent' })).toBe('It never happened.')
})
