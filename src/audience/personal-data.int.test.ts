import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf } from '../database/database.ts'
import { personalData } from './personal-data.ts'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

test('of somebody unknown there is nothing to give', async () => {
  expect(await personalData('0199c0de-0000-7000-8000-000000000001', databaseOf(payload))).toBe(null)
})
