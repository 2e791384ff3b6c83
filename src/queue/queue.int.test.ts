import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { closeQueue, enqueue } from './queue.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

const away = async () => {
  throw new Error('the database is away')
}

test('a job that could not leave because the database was away does not hold back the next one', async () => {
  const drizzle = Object.create(payload.db.drizzle, { execute: { value: away, configurable: true } })
  const own: Payload = Object.create(payload, {
    db: { value: Object.create(payload.db, { drizzle: { value: drizzle } }) },
  })

  await expect(enqueue(own, 'sweep', [{}])).rejects.toThrow('the database is away')
  Reflect.deleteProperty(drizzle, 'execute')
  await enqueue(own, 'sweep', [{}])
  await closeQueue(own)

  const { rows } = await databaseOf(payload).execute(sql`select name from pgboss.job`)
  expect(rows).toEqual([{ name: 'sweep' }])
})
