import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { GET as askGraphql } from '../../app/(site)/v1/graphql/route.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { answerV1 } from './router.ts'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en'])
  // A database that another version has changed under us.
  await databaseOf(payload).execute(sql`
    alter table public_documents rename to elsewhere;
    alter table persisted_queries rename to persisted_elsewhere;
  `)
})
afterAll(() => payload.destroy())

const byHash = encodeURIComponent(
  JSON.stringify({ persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } }),
)

test.for([
  ['/v1/news?locale=en', (request: Request) => answerV1(payload, request, new Date())],
  [`/v1/graphql?extensions=${byHash}`, askGraphql],
] as const)('%s that we fail to answer is told as a problem, without why', async ([path, answer]) => {
  const response = await answer(new Request(`http://localhost:3000${path}`))

  expect([response.status, response.headers.get('Content-Type')]).toEqual([500, 'application/problem+json'])
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(await response.json()).toEqual({
    type: 'http://localhost:3000/v1/docs#problem-failed',
    title: 'We failed to answer',
    status: 500,
    detail: 'The fault is ours. Try again later.',
  })
})
