import { readFileSync } from 'node:fs'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { requestSend } from '../dissemination/request-send.ts'
import { closeBrowser, visitor } from '../testing/browser.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { ownProduct } from '../testing/own-product.ts'

const { url, connectionsFile } = ownProduct()

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

const isHere = (place: string): boolean =>
  place.startsWith('/') || /^(localhost|127\.0\.0\.1|::1|\[::1\]):/.test(place)

test('publishing, sending and being visited reach no machine but this one', {
  timeout: 120_000,
}, async () => {
  const newsletter = await createTestNewsletter(payload)
  const item = await createTestItem(payload)
  await item.publish('en')
  await newsletter.subscribe(1, ['en'])
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await requestSend(payload, issueId)
  const state = async () =>
    (await databaseOf(payload).execute(sql`select state from issues where id = ${issueId}`)).rows
  await expect.poll(state, { timeout: 60_000 }).toEqual([{ state: 'sent' }])

  await using person = await visitor()
  const asked: string[] = []
  person.page.on('request', (request) => void asked.push(new URL(request.url()).host))
  for (const path of ['/en', '/en/news', '/en/subscribe', '/admin'])
    await person.page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  expect([...new Set(asked)]).toEqual([new URL(url).host])

  // Those of all tests before this one too: whatever they did, nothing of it left.
  const places = readFileSync(connectionsFile, 'utf8').trim().split('\n')
  expect(places.length).toBeGreaterThan(0)
  expect([...new Set(places)].filter((place) => !isHere(place))).toEqual([])
})
