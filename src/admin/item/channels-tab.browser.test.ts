import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'

import { demoAccounts, demoSites } from '../../demo/partners/partner-accounts.ts'
import { adminPage } from '../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../testing/browser.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { ownProduct } from '../../testing/own-product.ts'

const { partnersUrl } = ownProduct()
const { url, payload, person, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'tab-editor@example.org', name: 'Eva Editor', roles: ['editor'] })
const MOMENT_MS = 60_000
const ALT = 'A market hall with people at its stalls'

let item: TestItem

beforeAll(async () => {
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Sample network', enabledLocales: ['en', 'ar'] },
  })
  const accountIn = (locale: 'en' | 'ar') => demoAccounts.find((account) => account.locale === locale)
  for (const [name, locale, mode] of [
    ['Network account', 'en', 'ask'],
    ['حساب الشبكة', 'ar', 'auto'],
  ] as const)
    await payload.create({
      collection: 'channels',
      data: {
        name,
        service: 'mastodon',
        baseUrl: partnersUrl,
        secrets: { accessToken: accountIn(locale)?.accessToken },
        locales: [locale],
        mode,
        timeZone: 'Europe/Athens',
        collections: ['news'],
      },
    })
  const [site] = demoSites
  await payload.create({
    collection: 'channels',
    data: {
      name: 'Portal of the city',
      service: 'webhook',
      baseUrl: `${partnersUrl}/hooks/${site?.name}`,
      secrets: { signingSecret: site?.secret },
      locales: ['en', 'ar'],
      mode: 'auto',
      collections: ['news'],
    },
  })
  const data = await sharp({ create: { width: 1200, height: 700, channels: 3, background: '#0b5563' } })
    .png()
    .toBuffer()
  await payload.create({
    collection: 'media',
    locale: 'en',
    data: { alt: ALT },
    file: { data, mimetype: 'image/png', name: 'market-hall.png', size: data.length },
  })
  item = await createTestItem(payload)
  await item.saveDraft('ar', {
    title: 'إرشاد القادمين الجدد خطوة بخطوة',
    teaser: 'ثلاثة برامج تجمع كل قادم جديد بشخص سبق أن أسّس مشروعًا في المدينة نفسها.',
  })
  await signIn(editor)
})

const openTab = async (): Promise<void> => {
  await page.goto(`${url}/admin/collections/news/${item.id}/dissemination`, {
    waitUntil: 'networkidle',
    timeout: MOMENT_MS,
  })
}

const cell = (channel: string): Locator => page.getByRole('row', { name: channel }).getByRole('button')
const panel = (): Locator => page.getByRole('dialog')
const words = (): Locator => panel().getByLabel('Your own words')

test('a draft shows what would go where, and a cell the post as its service shows it', async () => {
  await openTab()
  await page.getByRole('heading', { name: 'Nothing is sent until you publish' }).waitFor()
  expect(await cell('Network account').textContent()).toContain('To approve')
  expect(await cell('Portal of the city').first().textContent()).toContain('When public')

  await cell('Network account').click()
  await panel().getByRole('heading', { name: 'Network account English' }).waitFor()
  await panel().locator('.em-drawn-post').getByText('Mentoring starts (en)').waitFor()
  await panel()
    .getByText(/^\d+ of 500 characters$/)
    .waitFor()
  await panel().getByText('Posts can be corrected.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-cell')
})

test('the focus stays in an opened cell, and goes back to where it was when Escape closes it', async () => {
  await openTab()
  await cell('Network account').focus()
  await page.keyboard.press('Enter')
  await words().waitFor()

  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab')
    // At its end the focus may pass through the browser's own bars, never through the page.
    expect(
      await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      ),
    ).toBe(true)
  }
  await page.keyboard.press('Escape')
  await panel().waitFor({ state: 'detached' })
  expect(await cell('Network account').evaluate((element) => element === document.activeElement)).toBe(true)
})

test('words of one’s own are measured while they are written, and kept when they are saved', async () => {
  await openTab()
  await cell('Network account').click()
  await words().fill('x'.repeat(600))
  await panel().getByText('Too long for this service. Shorten your words.').waitFor()
  await panel()
    .getByText(/too many$/)
    .waitFor()

  await words().fill('Join us as a mentor.')
  await panel().locator('.em-drawn-post').getByText('Join us as a mentor.').waitFor()
  await panel().getByText('Fits').waitFor()
  await page.keyboard.press('Escape')
  await panel().getByRole('button', { name: 'Stay' }).click()
  await panel().getByRole('button', { name: 'Save' }).click()
  await panel().getByText('Saved.').waitFor()
  await page.keyboard.press('Escape')
  await panel().waitFor({ state: 'detached' })

  await openTab()
  expect(await cell('Network account').textContent()).toContain('With words or a picture of your own')
})

test('whoever is signed out while a cell is open is told so in it, and keeps what they wrote', async () => {
  await openTab()
  await cell('Network account').click()
  await words().fill('Written before it happened.')
  await person.clearCookies({ name: 'payload-token' })
  await panel().getByRole('button', { name: 'Save' }).click()
  await panel().getByRole('alert').getByText('You are signed out.').waitFor({ timeout: MOMENT_MS })
  await page.waitForLoadState('networkidle')

  expect(await words().inputValue()).toBe('Written before it happened.')
  await signIn(editor)
})

test('another picture comes from the library with its words, and none goes out without', async () => {
  await openTab()
  await cell('Network account').click()
  await panel().getByLabel('Another').check()
  await panel().getByLabel('Find a picture').fill('market')
  await panel().getByRole('radio', { name: ALT }).check({ force: true })
  await panel().locator('.em-drawn-picture').getByText(ALT).waitFor()
  await picture(page, 'admin-cell-picture')
  await panel().getByLabel('What the picture shows').fill('A hall full of people')
  await panel().locator('.em-drawn-picture').getByText('A hall full of people').waitFor()
  await panel().getByRole('button', { name: 'Save' }).click()
  await panel().getByText('Saved.').waitFor()
})

test('what is planned by the clocks of the channel is told by them', async () => {
  await openTab()
  await cell('Portal of the city').first().click()
  await panel().getByLabel('Not before').fill('2099-01-04T09:30')
  await panel().getByRole('button', { name: 'Save' }).click()
  await panel().getByText('Saved.').waitFor()
  await panel()
    .getByText(/^Not before .*2099, 09:30 \(Europe\/Brussels\)/)
    .waitFor()
})

test('a channel that asks is approved, and what went out is what was previewed', async () => {
  await item.publish('en')
  await openTab()
  await cell('Network account').click()
  await panel().getByRole('button', { name: 'Approve' }).click()
  await panel().getByText('Done.').waitFor()
  await panel().getByText('Submitted').first().waitFor({ timeout: MOMENT_MS })
  await panel().getByText('1 attempt').click()
  await panel()
    .getByText(/New post · Submitted/)
    .waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-cell-submitted')

  const link = await panel().getByRole('link', { name: 'See the post' }).getAttribute('href')
  const shown = await (await fetch(String(link))).text()
  expect(shown).toContain('Join us as a mentor.')
  expect(shown).toContain('A hall full of people')
})

test('a post is taken back after one question', async () => {
  await openTab()
  await cell('Network account').click()
  await panel().getByRole('button', { name: 'Take back' }).click()
  await panel()
    .getByText(/are gone for good/)
    .waitFor()
  await page.keyboard.press('Escape')
  await panel().getByRole('button', { name: 'Take back' }).click()
  await panel().getByRole('button', { name: 'Take back' }).click()
  await panel().getByText('Done.').waitFor()
  await panel().getByText('Taken back').first().waitFor({ timeout: MOMENT_MS })
})

test('with an Arabic interface everything is mirrored, and the post stays in its own direction', async () => {
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await page.setViewportSize({ width: 1440, height: 1100 })
  await openTab()
  await cell('حساب الشبكة').click()
  const drawn = panel().locator('.em-drawn-post')
  await drawn.waitFor()

  expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
  expect(await drawn.getAttribute('lang')).toBe('ar')
  expect(await drawn.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-cell-arabic')
  await page.keyboard.press('Escape')
  await panel().waitFor({ state: 'detached' })
  await cell('Network account').click()
  await drawn.waitFor()
  expect(await drawn.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
})

test.for(['light', 'dark'] as const)('a cell fits a phone without moving sideways, %s', async (theme) => {
  await person.clearCookies({ name: 'payload-lng' })
  await person.addCookies([{ name: 'payload-theme', value: theme, url }])
  await page.setViewportSize({ width: 390, height: 800 })
  await openTab()
  await picture(page, `admin-item-390-${theme}`)
  await cell('Network account').click()
  await panel().locator('.em-drawn-post').waitFor()

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await panel().evaluate((element) => element.scrollWidth)).toBe(390)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, `admin-cell-390-${theme}`)
  await page.setViewportSize({ width: 1440, height: 900 })
  await picture(page, `admin-cell-1440-${theme}`)
})
