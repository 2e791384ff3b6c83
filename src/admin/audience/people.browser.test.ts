import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { keepRow } from '../../demo/loading/keep-row.ts'
import { loadReaders } from '../../demo/loading/readers.ts'
import { loadVocabularies } from '../../demo/loading/vocabularies.ts'
import { demoNewsletters } from '../../demo/network/newsletters.ts'
import { demoSubscribers } from '../../demo/network/subscribers.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { emptying } from '../../testing/emptying.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { signInTo } from '../../testing/sign-in.ts'

const { url } = ownProduct()
const password = 'one door for everyone'
const editor = { email: 'numbers.editor@staff.test', password, name: 'Edith Numbers' }
const officer = { email: 'numbers.officer@staff.test', password, name: 'Olga Officer' }
const [reader] = demoSubscribers()
const address = reader?.email ?? ''

let payload: Payload
let person: Awaited<ReturnType<typeof visitor>>
let page: Page

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await payload.create({ collection: 'users', data: { ...editor, roles: ['editor'] } })
  await payload.create({ collection: 'users', data: { ...officer, roles: ['data-officer'] } })
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Sample network', enabledLocales: ['en', 'fr', 'de', 'es', 'it', 'el', 'ar', 'uk'] },
  })
  await databaseOf(payload).execute(
    emptying(
      'subscribers subscriptions follows subscriber_facets suppressions address_looks audience_imports',
    ),
  )
  const vocabularies = await loadVocabularies(payload, () => undefined)
  const newsletters = new Map<(typeof demoNewsletters)[number]['key'], string>()
  for (const { key, texts, locales, ...policy } of demoNewsletters)
    newsletters.set(
      key,
      await keepRow(
        payload,
        { collection: 'newsletters', where: { slug: { equals: key } } },
        {
          ...policy,
          name: { en: texts.en.name },
          fromName: { en: texts.en.fromName },
          slug: key,
          locales: [...locales],
          fallbackLocale: 'en',
          postalAddress: 'Sample street 1, 1000 Brussels',
        },
      ),
    )
  await loadReaders(payload, { newsletters, vocabularies }, () => undefined)
  person = await visitor({ viewport: { width: 1440, height: 1000 } })
  page = person.page
})

afterAll(async () => {
  await person.close()
  await closeBrowser()
  await payload.destroy()
})

async function openNumbers(): Promise<void> {
  // It arrives in parts, each of which stands in the page twice for a moment, first hidden.
  await page.goto(`${url}/admin/audience`, { waitUntil: 'networkidle' })
  await page.locator('#em-rates:visible').waitFor()
  await page.locator('#em-wanted:visible').waitFor()
}

const width = () => page.evaluate(() => document.documentElement.scrollWidth)

test('an editor sees numbers, none below five, and no address anywhere', async () => {
  await signInTo(page, url, editor)
  await openNumbers()

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('200 people subscribe')
  expect(await page.getByRole('img', { name: /^Who came and who left/u }).isVisible()).toBe(true)
  const cells = await page.locator('.em-audience-bars tbody td.em-end').allTextContents()
  expect(cells.filter((cell) => /^[1-4]$/u.test(cell))).toEqual([])
  expect(cells).toContain('Kept back')
  const source = await page.content()
  expect(demoSubscribers().filter(({ email }) => source.includes(email))).toEqual([])
  expect(source).not.toMatch(/[\w.]+@(\w+\.)*example\.(org|com|net)/u)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-audience')
})

test('an editor who asks for people is told who may, and sees nobody', async () => {
  await page.goto(`${url}/admin/audience/people`)
  await page.getByText('Data officers alone see who subscribes.').waitFor()

  expect(await page.content()).not.toContain('***')
  expect(await page.locator('.em-people').count()).toBe(0)
})

test('numbers are read from right to left, in the dark and on a phone', async () => {
  await person.addCookies([
    { name: 'payload-lng', value: 'ar', url },
    { name: 'payload-theme', value: 'dark', url },
  ])
  await openNumbers()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-audience-ar-dark')

  await page.setViewportSize({ width: 390, height: 844 })
  expect(await width()).toBeLessThanOrEqual(390)
  await picture(page, 'admin-audience-ar-narrow')
  await person.clearCookies()
  await page.setViewportSize({ width: 1440, height: 1000 })
})

test('a data officer finds somebody by their address, which stays out of the address bar and of the page', async () => {
  await signInTo(page, url, officer)
  await page.goto(`${url}/admin/audience/people`)
  await page.locator('.em-people').waitFor()
  expect(await page.content()).not.toContain(address)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-people')

  await page.getByLabel('Find by whole address').fill(address)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/u)
  await page.getByRole('heading', { name: 'History' }).waitFor()

  expect(page.url()).not.toContain('@')
  expect(await page.content()).not.toContain(address)
  expect(await page.getByText('Looked the address up').isVisible()).toBe(true)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-person')
})

test('the address is shown when the officer says what for, and that is written down', async () => {
  await page.getByRole('button', { name: 'Show address' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('They rang')
  await picture(page, 'admin-person-asking')
  await page.keyboard.press('Enter')
  await page.getByText(address).waitFor()
  await page.getByText('They rang').waitFor()

  const { rows } = await databaseOf(payload).execute(sql`
    select kind, purpose, person.email from address_looks look
    join subscribers person on person.id = look.subscriber_id order by look.id
  `)
  expect(rows).toEqual([
    { kind: 'found', purpose: '', email: address },
    { kind: 'shown', purpose: 'They rang', email: address },
  ])
  expect(await accessibilityFindings(page)).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: 'Show address' }).waitFor()
  expect(await page.content()).not.toContain(address)
})

test('one person fits a phone, and erasing them is asked for once more', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await width()).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Erase' }).click()
  await page.getByLabel('Reason, without an address').fill('Asked by letter')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-person-narrow')
  await page.getByRole('button', { name: 'Erase' }).click()
  await page.waitForURL(/\/people$/u)
  await page.locator('.em-people').waitFor()
  await picture(page, 'admin-people-narrow')

  const { rows } = await databaseOf(payload).execute(sql`select from subscribers where email = ${address}`)
  expect(rows).toEqual([])
})
