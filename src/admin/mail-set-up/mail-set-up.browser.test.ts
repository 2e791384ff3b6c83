import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

import config from '../../../payload.config.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { signInTo } from '../../testing/sign-in.ts'

const { url } = inject('product')
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

async function as(person: typeof administrator, look: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await visitor({ viewport: { width: 1440, height: 900 } })
  await signInTo(page, url, person)
  await look(page)
  await close()
}

const open = (page: Page) => page.goto(`${url}/admin/mail-set-up`, { waitUntil: 'networkidle' })

test('an administrator sees what is to do before letters leave, and how', async () => {
  await as(administrator, async (page) => {
    await page.goto(`${url}/admin`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Mail set-up' }).click()
    await page.getByRole('heading', { name: '2 things to do before letters leave' }).waitFor()
    expect(await page.locator('.em-set-up > li').count()).toBe(6)
    expect(await accessibilityFindings(page)).toEqual([])
    await picture(page, 'admin-mail-set-up')
    await page.setViewportSize({ width: 390, height: 800 })
    await open(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await picture(page, 'admin-mail-set-up-phone')
  })
})

test('an editor is told that it is not theirs', async () => {
  await as(editor, async (page) => {
    await open(page)
    await page.getByText('This view is for administrators.').waitFor()
    expect(await page.getByRole('link', { name: 'Mail set-up' }).count()).toBe(0)
  })
})
