import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Locale } from '../i18n/locales.ts'
import type { TestItem } from '../testing/create-item.ts'
import type { TestNewsletter } from '../testing/create-newsletter.ts'

/** Our own site, of which one page is gone. The product reads its address when it is imported. */
const site = createServer(({ url = '' }, response) => {
  response.writeHead(url.startsWith('/en/pages/privacy') ? 404 : 200).end()
})
site.listen(0, '127.0.0.1')
await once(site, 'listening')
process.env.PUBLIC_URL = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { databaseOf, sql } = await import('../database/database.ts')
const { keepEdition } = await import('../ledger/editions.ts')
const { rest, signIn } = await import('../testing/api.ts')
const { createTestItem } = await import('../testing/create-item.ts')
const { createTestNewsletter } = await import('../testing/create-newsletter.ts')

let payload: Payload
let newsletter: TestNewsletter
let item: TestItem
let editor: string

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
  item = await createTestItem(payload)
  await item.publish('en')
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(async () => {
  await payload.destroy()
  site.close()
})

const createIssue = async (texts: { readonly subject?: string } = {}) => {
  const id = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await payload.update({ collection: 'issues', id, locale: 'en', data: texts })
  return id
}

const preview = (issueId: string, locale: Locale, as = editor) =>
  rest(`/issues/${issueId}/preview?locale=${locale}`, { as })

test('a letter with nothing wrong says how many things were looked for', async () => {
  const { status, body } = await preview(await createIssue(), 'en')
  expect(status).toBe(200)
  expect(body).toMatchObject({ locale: 'en', findings: [] })
  expect(body.checks).toBeGreaterThan(23)
})

test('what somebody should look at comes with the letter', async () => {
  const { body } = await preview(await createIssue({ subject: 'What worked '.repeat(6).trim() }), 'en')
  expect(body.findings).toEqual([{ check: 'long-subject', level: 'warn', part: '71' }])
})

test('a letter that would not be sent says which check refuses it', async () => {
  const id = await createIssue()
  // More than the form takes, as an import or an older version may have left it.
  await databaseOf(payload).execute(
    sql`update issues_locales set intro = repeat('Too many words. ', 7000) where _parent_id = ${id}`,
  )
  const { status, body } = await preview(id, 'en')
  expect(status).toBe(422)
  expect(body).toMatchObject({
    error: 'edition-refused',
    findings: [{ check: 'too-large', level: 'stop', part: expect.stringMatching(/^\d+$/) }],
  })
})

test('a language in which no item is public has no letter', async () => {
  expect(await preview(await createIssue(), 'el')).toMatchObject({
    status: 422,
    body: { error: 'no-edition' },
  })
})

test('a letter that was kept is shown as it was kept, and nothing is looked for in it', async () => {
  const id = await createIssue()
  const kept = {
    subject: 'As sent',
    preheader: '',
    html: '<p>As sent</p>',
    text: 'As sent',
    contentHash: 'x',
  }
  await keepEdition({ issueId: id, locale: 'en', manifest: [], ...kept }, databaseOf(payload))
  expect((await preview(id, 'en')).body).toMatchObject({ html: '<p>As sent</p>', findings: [], checks: 0 })
})

test('a link to a page that is gone is found; the letter’s own page, which comes later, is no fault', async () => {
  const { body } = await rest(`/issues/${await createIssue()}/preview/links?locale=en`, { as: editor })
  expect(body.findings).toEqual([
    { check: 'dead-link', level: 'warn', part: `${process.env.PUBLIC_URL}/en/pages/privacy` },
  ])
})

test('who may not publish sees no letter and has no links asked for', async () => {
  const id = await createIssue()
  const translator = await signIn(payload, { roles: ['translator'], locales: ['en'] })
  expect((await preview(id, 'en', translator)).status).toBe(403)
  expect((await rest(`/issues/${id}/preview/links?locale=en`, { as: translator })).status).toBe(403)
})
