import { randomUUID } from 'node:crypto'
import config from '@payload-config'
import { parse } from 'csv-parse/sync'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { signIn } from '../../testing/api.ts'
import { createTestNetwork } from '../../testing/create-network.ts'

let payload: Payload
let editor: string
const channelId = randomUUID()

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(() => payload.destroy())

async function download(search: string, as = editor): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/dissemination/deliveries${search}`, {
    headers: { Authorization: as, 'Accept-Language': 'en' },
  })
  return handleEndpoints({ config, request })
}

interface Tried {
  readonly action: string
  readonly outcome: string
  readonly at: string
  readonly url?: string
}

/** A delivery with all that was tried, the last of which is where it stands. */
async function deliver(
  title: string,
  tried: readonly Tried[],
  now: { state: string; at: string },
): Promise<string> {
  const id = randomUUID()
  const itemId = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into channel_deliveries (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, reason, updated_at)
    values (${id}, 'news', ${itemId}, 'ar', ${channelId}, 'mastodon', ${title}, 'https://emen.example/x', 'live', 1,
      ${now.state}, ${now.state === 'skipped' ? 'not-chosen' : null}, ${now.at}::timestamptz)
  `)
  for (const { action, outcome, at, url = null } of tried)
    await databaseOf(payload).execute(sql`
      insert into channel_attempts (delivery_id, action, outcome, remote_url, at)
      values (${id}, ${action}, ${outcome}, ${url}, ${at}::timestamptz)
    `)
  return itemId
}

const january = '?from=2026-01-01&until=2026-01-31'
const url = 'https://social.example/@emen/1'

test('a period holds what was done and decided in it, and stays as it was whatever happens later', async () => {
  const published = { action: 'publish', outcome: 'submitted', at: '2026-01-15T10:00:00Z', url }
  const later = { action: 'remove', outcome: 'submitted', at: '2026-03-01T10:00:00Z' }
  const withdrawn = await deliver('=HYPERLINK("x")', [published, later], { state: 'submitted', at: later.at })
  const skipped = await deliver('الخبر', [], { state: 'skipped', at: '2026-01-31T21:30:00Z' })
  await deliver('Another month', [], { state: 'skipped', at: '2026-02-02T10:00:00Z' })

  const answered = await download(`${january}&format=json`)
  expect(answered.headers.get('Content-Disposition')).toBe(
    'attachment; filename="dissemination-2026-01-01-2026-01-31.json"',
  )
  const rows = await answered.json()
  expect(rows).toHaveLength(2)
  const about = { kind: 'news', locale: 'ar', channel: 'mastodon', service: 'mastodon' }
  expect(rows).toContainEqual({
    ...about,
    item: withdrawn,
    title: '=HYPERLINK("x")',
    action: 'publish',
    url,
    date: '2026-01-15T10:00:00.000Z',
    state: 'submitted',
    reason: null,
  })
  expect(rows).toContainEqual({
    ...about,
    item: skipped,
    title: 'الخبر',
    action: 'none',
    url: null,
    date: '2026-01-31T21:30:00.000Z',
    state: 'skipped',
    reason: 'not-chosen',
  })
})

test('as a table it opens in a spreadsheet, and no title is taken for a formula', async () => {
  const text = Buffer.from(await (await download(january)).arrayBuffer()).toString('utf8')

  expect(text.startsWith('\uFEFF')).toBe(true)
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(({ title }) => title).sort()).toEqual([`'=HYPERLINK("x")`, 'الخبر'].sort())
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'item',
    'kind',
    'title',
    'locale',
    'channel',
    'service',
    'action',
    'url',
    'date',
    'state',
    'reason',
  ])
})

test('a period in which nothing happened is an empty list', async () => {
  const answered = await download('?from=2025-01-01&until=2025-01-31&format=json')
  expect(await answered.json()).toEqual([])
})

test.for([
  ['', 'from'],
  ['?from=2026-01-01', 'until'],
  ['?from=yesterday&until=2026-01-31', 'from'],
  ['?from=2026-01-01&until=2026-02-30', 'until'],
  ['?from=2026-02-01&until=2026-01-31', 'until'],
  [`${january}&format=xls`, 'format'],
])(
  'a period that cannot be read (%s) is answered with its field and what to do',
  async ([search = '', field]) => {
    const answered = await download(search)

    expect(answered.status).toBe(422)
    expect(await answered.json()).toMatchObject({
      error: 'invalid',
      field,
      message: expect.stringMatching(/\w+ .+\.$/),
    })
  },
)

test('only those who decide what becomes public take it along', async () => {
  const translator = await signIn(payload, { roles: ['translator'] })
  expect((await download(january, translator)).status).toBe(403)
  expect((await download(january, '')).status).toBe(401)
})
