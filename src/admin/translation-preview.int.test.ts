import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { rest, signIn } from '../testing/api.ts'
import { createSurroundings, practiceFacts, practiceTexts } from '../testing/create-practice.ts'
import { paragraph } from '../testing/paragraph.ts'

let payload: Payload
let practiceId = ''
let pageId = ''
let translator = ''

beforeAll(async () => {
  payload = await getPayload({ config })
  const surroundings = await createSurroundings(payload, ['en', 'ar'])
  await payload.updateGlobal({ slug: 'network', data: { postalAddress: 'Sample street 1, 1000 Brussels' } })
  const practice = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...practiceFacts(surroundings), ...practiceTexts('Zebra') },
  })
  practiceId = practice.id
  const page = await payload.create({
    collection: 'pages',
    locale: 'en',
    draft: true,
    data: { title: 'About', body: paragraph('Who we are'), kind: 'other', sourceLocale: 'en' },
  })
  pageId = page.id
  translator = await signIn(payload, { roles: ['translator'], locales: ['ar'] })
  await write(`practices/${practiceId}`, 'title', 'إرشاد <القادمين>')
  await write(`practices/${practiceId}`, 'summary', 'ملخص')
  await write(`pages/${pageId}`, 'title', 'من نحن')
})
afterAll(() => payload.destroy())

async function write(item: string, key: string, text: string): Promise<void> {
  const { status } = await rest(`/translation/items/${item}/ar`, {
    as: translator,
    method: 'PATCH',
    body: { key, text, version: 0, verdict: 'in-translation' },
  })
  expect(status).toBe(200)
}

const preview = (path: string, as: string | null = translator) => rest(`/translation/preview/${path}`, { as })

test('a page shows what its translators have now, in their direction, and no word of the source', async () => {
  const { status, body } = await preview(`practices/${practiceId}/ar?as=page`)
  expect(status).toBe(200)
  expect(body.html).toContain('<html lang="ar" dir="rtl">')
  expect(body.html).toContain('<h1>إرشاد &lt;القادمين&gt;</h1>')
  expect(body.html).not.toContain('Zebra')
  expect(body.html).toContain('<base target="_blank">')
})

test('in a letter it stands as readers get it', async () => {
  const { status, body } = await preview(`practices/${practiceId}/ar?as=mail`)
  expect(status).toBe(200)
  expect(body.html).toContain('dir="rtl"')
  expect(body.html).toContain('إرشاد &#60;القادمين&#62;')
  expect(body.html).not.toContain('Zebra')
})

test('a text of the site has a page and stands in no letter', async () => {
  expect((await preview(`pages/${pageId}/ar?as=page`)).body.html).toContain('<h1>من نحن</h1>')
  expect(await preview(`pages/${pageId}/ar?as=mail`)).toMatchObject({
    status: 422,
    body: { error: 'not-in-mails' },
  })
})

test('previews change nothing and are for those who write the language', async () => {
  const contributor = await signIn(payload, { roles: ['contributor'] })
  const greek = await signIn(payload, { roles: ['translator'], locales: ['el'] })
  const asked = [null, contributor, greek].map((as) => preview(`practices/${practiceId}/ar`, as))
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([401, 403, 403])
  const stored = await payload.findByID({
    collection: 'practices',
    id: practiceId,
    locale: 'ar',
    draft: true,
    fallbackLocale: false,
  })
  expect(stored.title ?? null).toBeNull()
})

test('a language that the network does not speak has no page', async () => {
  const editor = await signIn(payload, { roles: ['editor'] })
  expect(await preview(`practices/${practiceId}/fr`, editor)).toMatchObject({
    status: 422,
    body: { error: 'not-enabled' },
  })
})
