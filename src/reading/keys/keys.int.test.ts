import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { apiConsumer, rest, signIn } from '../../testing/api.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { answerV1 } from '../v1/router.ts'
import { endKey, issueKey, keysOf } from './keys.ts'
import { flushUsage, usageOf } from './usage.ts'
import { withReader } from './with-reader.ts'

let payload: Payload
let draft: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en'])
  const item = await createTestItem(payload)
  draft = item.id
})
afterAll(() => payload.destroy())

async function read(authorization: string, path = '/news?locale=en') {
  const headers = { Authorization: authorization }
  const response = await answerV1(
    payload,
    new Request(`http://localhost:3000/v1${path}`, { headers }),
    new Date(),
  )
  return { status: response.status, headers: response.headers, body: await response.json() }
}

async function consumer(): Promise<string> {
  const { id } = await payload.create({
    collection: 'api-consumers',
    data: { name: 'Partner', scopes: ['read'], ratePerMinute: 100 },
  })
  return id
}

const newKey = (consumerId: string, endsAt: Date | null = null) =>
  issueKey({ consumerId, endsAt }, databaseOf(payload))

describe('a key', () => {
  test('opens what the public sees and nothing else', async () => {
    const as = await apiConsumer(payload)
    expect((await read(as)).body.data).toEqual([])
    expect((await read(as, `/news/${draft}?locale=en`)).status).toBe(404)
  })

  test.for(['Bearer emk_wrong', `Bearer emk_${'A'.repeat(43)}`, 'Bearer', 'Basic YTpi', 'JWT abc'])(
    '%s is refused and never read as the public',
    async (authorization) => {
      const { status, headers, body } = await read(authorization)
      expect([status, headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
      expect(body.type).toBe('http://localhost:3000/v1/docs#problem-key')
    },
  )

  test('cannot be read again, not even from the database', async () => {
    const id = await consumer()
    const key = await newKey(id)
    const { rows } = await databaseOf(payload).execute<{ stored: string }>(
      sql`select row_to_json(api_keys)::text as stored from api_keys where consumer_id = ${id}::uuid`,
    )
    expect(rows[0]?.stored).not.toContain(key.slice(12))
    expect((await keysOf(id, databaseOf(payload)))[0]?.prefix).toBe(key.slice(0, 12))
  })

  test('that is replaced goes on to open for a week, and the new one opens at once', async () => {
    const id = await consumer()
    const [first, second] = [await newKey(id), await newKey(id)]
    expect([(await read(`Bearer ${first}`)).status, (await read(`Bearer ${second}`)).status]).toEqual([
      200, 200,
    ])
    const [fresh, old] = await keysOf(id, databaseOf(payload))
    const days = ((old?.endsAt?.getTime() ?? 0) - Date.now()) / 86_400_000
    expect([fresh?.endsAt, Math.round(days)]).toEqual([null, 7])
  })

  test('that would expire sooner is not given a week by a new one', async () => {
    const id = await consumer()
    const soon = new Date(Date.now() + 3_600_000)
    await newKey(id, soon)
    await newKey(id)
    expect((await keysOf(id, databaseOf(payload))).map(({ endsAt }) => endsAt)).toEqual([null, soon])
  })

  test('that has expired or was ended opens nothing', async () => {
    const id = await consumer()
    const expired = await newKey(id, new Date(Date.now() - 1000))
    expect((await read(`Bearer ${expired}`)).status).toBe(401)
    const ended = await newKey(id)
    const [listed] = await keysOf(id, databaseOf(payload))
    expect(await endKey({ consumerId: id, keyId: listed?.id ?? '' }, databaseOf(payload))).toBe(true)
    expect((await read(`Bearer ${ended}`)).status).toBe(401)
  })

  test('goes with its consumer', async () => {
    const id = await consumer()
    const key = await newKey(id)
    await payload.delete({ collection: 'api-consumers', id })
    expect((await read(`Bearer ${key}`)).status).toBe(401)
    expect(await keysOf(id, databaseOf(payload))).toEqual([])
  })

  test('takes nothing away: what it is not for is read as by anybody', async () => {
    const policy = async (as: string, path: string) => {
      const { status, headers } = await read(as, path)
      return [status, headers.get('RateLimit-Policy')]
    }
    const reading = await apiConsumer(payload, { scopes: ['read'], ratePerMinute: 7 })
    expect(await policy(reading, '/news?locale=en')).toEqual([200, '"key";q=7;w=60'])
    expect(await policy(reading, '/changes')).toEqual([200, null])
    const following = await apiConsumer(payload, { scopes: ['changes'], ratePerMinute: 7 })
    expect(await policy(following, '/news?locale=en')).toEqual([200, null])
  })
})

test('a consumer that asks too often in a minute is told when to come again', async () => {
  const as = await apiConsumer(payload, { ratePerMinute: 2 })
  const first = await read(as)
  expect(first.headers.get('RateLimit-Policy')).toBe('"key";q=2;w=60')
  await read(as)
  const { status, headers, body } = await read(as)
  expect([status, body.type]).toEqual([429, 'http://localhost:3000/v1/docs#problem-rate'])
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
})

test('a quota of the day holds, also when the process that counted is another', async () => {
  const as = await apiConsumer(payload, { quotaPerDay: 3 })
  await read(as)
  await flushUsage(payload)
  // Another process has counted one more.
  await databaseOf(payload).execute(sql`
    update api_usage set requests = requests + 1 where requests = 1 and consumer_id = (
      select id from api_consumers where quota_per_day = 3
    )
  `)
  await read(as)
  await flushUsage(payload)
  const { status, body, headers } = await read(as)
  expect([status, body.type]).toEqual([429, 'http://localhost:3000/v1/docs#problem-quota'])
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
})

test('who reads what is counted by day and address, and the day of a key’s last use is kept', async () => {
  const id = await consumer()
  const key = `Bearer ${await newKey(id)}`
  await read(key)
  await read(key)
  await read(key, '/network?locale=en')
  await flushUsage(payload)
  await read(key)
  await flushUsage(payload)
  const day = new Date().toISOString().slice(0, 10)
  expect(await usageOf(id, 30, databaseOf(payload))).toEqual([
    { day, route: 'listNews', requests: 3 },
    { day, route: 'getNetwork', requests: 1 },
  ])
  expect((await keysOf(id, databaseOf(payload)))[0]?.lastUsedOn).toBe(day)
})

describe('Payload’s own API', () => {
  const open = async () => payload
  const answer = withReader(open, 'rest', async () => Response.json({ docs: [] }))
  const ask = (authorization?: string) =>
    answer(
      new Request('http://localhost:3000/api/news', {
        headers: authorization === undefined ? {} : { Authorization: authorization },
      }),
    )

  test('knows a key, counts it and tells of its limits', async () => {
    const response = await ask(await apiConsumer(payload))
    expect([response.status, response.headers.get('RateLimit-Policy')]).toEqual([200, '"key";q=1000;w=60'])
  })

  test('refuses a key that is not right, and lets everybody else sign in their own way', async () => {
    expect((await ask('Bearer emk_wrong')).status).toBe(401)
    expect((await ask('JWT of a person')).status).toBe(200)
    expect((await ask()).status).toBe(200)
  })
})

describe('keys are made', () => {
  const make = (id: string, as: string | null, body: object = {}) =>
    rest(`/api-consumers/${id}/keys`, { as, method: 'POST', body })

  test('by administrators, who are shown them once', async () => {
    const id = await consumer()
    const as = await signIn(payload, { roles: ['administrator'] })
    const { status, body } = await make(id, as, { lastDay: '2999-01-31' })
    expect([status, (await read(`Bearer ${body.key}`)).status]).toEqual([201, 200])
    const [{ id: keyId, endsAt } = { id: '', endsAt: null }] = await keysOf(id, databaseOf(payload))
    expect(endsAt?.toISOString()).toBe('2999-02-01T00:00:00.000Z')
    const end = { as, method: 'POST', body: { keyId } } as const
    expect((await rest(`/api-consumers/${id}/end-key`, end)).status).toBe(200)
    expect((await read(`Bearer ${body.key}`)).status).toBe(401)
  })

  test('by nobody else', async () => {
    const id = await consumer()
    const others = [null, await apiConsumer(payload), await signIn(payload, { roles: ['editor'] })]
    for (const as of others) expect((await make(id, as)).status).toBe(403)
    expect(await keysOf(id, databaseOf(payload))).toEqual([])
  })

  test('for days that are to come', async () => {
    const as = await signIn(payload, { roles: ['administrator'] })
    const { status, body } = await make(await consumer(), as, { lastDay: '2020-01-01' })
    expect([status, body.field]).toEqual([400, 'lastDay'])
  })
})
