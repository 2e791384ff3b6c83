import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'

import { demoAccounts } from '../../demo/partners/partner-accounts.ts'
import { adminPage } from '../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../testing/browser.ts'
import { ownProduct } from '../../testing/own-product.ts'

const { partnersUrl } = ownProduct()
const { url, payload, person, page, enrol, signIn } = await adminPage({
  viewport: { width: 1440, height: 1000 },
})
const administrator = await enrol({ email: 'form-admin@example.org', name: 'Ada', roles: ['administrator'] })
const MOMENT_MS = 60_000
const [account] = demoAccounts
const TOKEN = String(account?.accessToken)

beforeAll(async () => {
  await signIn(administrator)
})

const open = async (path: string): Promise<void> => {
  await page.goto(`${url}/admin/collections/channels/${path}`, {
    waitUntil: 'networkidle',
    timeout: MOMENT_MS,
  })
}

const token = (): Locator => page.getByLabel('Access token')
const save = async (): Promise<number> => {
  const saved = page.waitForResponse(
    (answer) =>
      ['POST', 'PATCH'].includes(answer.request().method()) && answer.url().includes('/api/channels'),
  )
  await page.locator('#action-save').click()
  return (await saved).status()
}

test('the form asks for what the chosen service needs, and says what it can and cannot do', async () => {
  await open('create')
  await page.getByLabel('Service').selectOption('webhook')
  await page.getByLabel('Signing secret').waitFor()

  await page.getByLabel('Service').selectOption('mastodon')
  await token().waitFor()
  await page.getByText('Posts can be corrected.').waitFor()
  expect(await page.getByLabel('Signing secret').count()).toBe(0)
  expect(await accessibilityFindings(page, '.em-channel-field')).toEqual([])
  expect(await accessibilityFindings(page, '.em-channel-inputs')).toEqual([])
  await picture(page, 'admin-channel-new')
})

test('an account without its secret is refused by name; with it, it is stored and never shown again', async () => {
  await page.locator('#field-name').fill('Account of the network')
  await page.locator('#field-baseUrl').fill(partnersUrl)
  await page.locator('#field-locales').click()
  await page.getByText('English', { exact: true }).last().click()
  expect(await save()).toBe(400)
  await page.locator('#field-secrets-faults').getByText('Access token: fill this in.').waitFor()
  await picture(page, 'admin-channel-refused')

  await token().fill(TOKEN)
  expect(await save()).toBe(201)
  await page.waitForURL(/channels\/[0-9a-f-]{36}/)
  await page.getByText('Stored. Leave empty to keep it.').waitFor()
  expect(await token().inputValue()).toBe('')
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByText('Stored. Leave empty to keep it.').waitFor()
  expect(await page.content()).not.toContain(TOKEN)
})

test('a test says who we are there, and why it fails when it does', async () => {
  await page.getByRole('button', { name: 'Test the connection' }).click()
  await page.getByText(/^It works\. We are @/).waitFor()
  expect(await accessibilityFindings(page, '.em-channel-care')).toEqual([])
  await picture(page, 'admin-channel')

  await token().fill('a token that nobody gave out')
  await page.getByText('Replaces the stored one when you save').waitFor()
  expect(await page.getByRole('button', { name: 'Test the connection' }).isDisabled()).toBe(true)
  expect(await save()).toBe(200)
  await page.getByText('Stored. Leave empty to keep it.').waitFor()
  expect(await token().inputValue()).toBe('')
  await page.getByRole('button', { name: 'Test the connection' }).click()
  await page.getByText('The service no longer knows our account. Connect it again.').waitFor()
})

test('a backfill is counted before it may start', async () => {
  expect(await page.getByRole('button', { name: 'Announce them' }).count()).toBe(0)
  await page.getByLabel('Published since').fill('2099-01-01')
  await page.getByRole('button', { name: 'Count' }).click()
  await page.getByText('There is nothing that it has not announced.').waitFor()
  expect(await page.getByRole('button', { name: 'Announce them' }).count()).toBe(0)
})

test('another address wants the secret anew', async () => {
  await page.locator('#field-baseUrl').fill('https://elsewhere.example')
  await page.getByText('Not given yet').waitFor()
  expect(await save()).toBe(400)
  await page.getByText('Access token: fill this in.', { exact: true }).first().waitFor()
})

test.for([
  [1440, 'light', 'en'],
  [390, 'dark', 'en'],
  [1440, 'light', 'ar'],
] as const)('the form fits %i px, %s, in %s', async ([width, theme, language]) => {
  await person.addCookies([
    { name: 'payload-theme', value: theme, url },
    { name: 'payload-lng', value: language, url },
  ])
  await page.setViewportSize({ width, height: 1000 })
  const { docs } = await payload.find({ collection: 'channels', limit: 1, sort: '-createdAt' })
  page.once('dialog', (dialog) => void dialog.accept())
  await open(String(docs[0]?.id))
  await page.locator('.em-channel-care').waitFor()

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  for (const part of ['.em-channel-field', '.em-channel-inputs', '.em-channel-care'])
    expect(await accessibilityFindings(page, part)).toEqual([])
  await picture(page, `admin-channel-${width}-${theme}-${language}`)
})
