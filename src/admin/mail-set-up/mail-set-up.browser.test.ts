import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { signInTo } from '../../testing/sign-in.ts'

const { url } = ownProduct()
const password = 'one door for everyone'
const administrator = { email: 'set-up@example.org', password, name: 'Ada Administrator' }
const editor = { email: 'set-up-editor@example.org', password, name: 'Eva Editor' }

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  for (const [person, role] of [
    [administrator, 'administrator'],
    [editor, 'editor'],
  ] as const)
    await payload.create({ collection: 'users', data: { ...person, roles: [role] } })
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

const open = (page: Page) => page.goto(`${url}/admin/mail-set-up`, { waitUntil: 'networkidle' })

test('an administrator sees what is to do before letters leave, and how', async () => {
  await using person = await visitor({ viewport: { width: 1440, height: 900 } })
  const { page } = person
  await signInTo(page, url, administrator)
  await page.goto(`${url}/admin`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Open Menu' }).first().click()
  await page.getByRole('link', { name: 'Mail set-up' }).click()
  await page.getByRole('heading', { name: '2 things to do before letters leave' }).waitFor()

  expect(await page.locator('.em-set-up > li').count()).toBe(6)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-mail-set-up')
})

test.for([
  ['dark', 'en', 1440],
  ['light', 'ar', 1440],
  ['light', 'en', 390],
] as const)('it can be read everywhere: %s, %s, %i wide', async ([theme, language, width]) => {
  await using person = await visitor({ viewport: { width, height: 900 } })
  const { page } = person
  await signInTo(page, url, administrator)
  await person.addCookies([
    { name: 'payload-theme', value: theme, url },
    { name: 'payload-lng', value: language, url },
  ])
  await open(page)

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, `admin-mail-set-up-${theme}-${language}-${width}`)
})

test('an editor is told that it is not theirs', async () => {
  await using person = await visitor()
  const { page } = person
  await signInTo(page, url, editor)
  await open(page)

  await page.getByText('This view is for administrators.').waitFor()
  expect(await page.getByRole('link', { name: 'Mail set-up' }).count()).toBe(0)
})
