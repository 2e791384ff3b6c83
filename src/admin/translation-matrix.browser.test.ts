import { expect, test } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { adminPage } from '../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../testing/browser.ts'
import { fillWholeMatrix, matrixColumns } from '../testing/whole-matrix.ts'

/** A page comes late from a machine that has much to do. */
const soon = { timeout: 20_000 }
const { url, payload, person, page, enrol, signIn } = await adminPage({
  viewport: { width: 1440, height: 980 },
})
const ioanna = await enrol({ email: 'ioanna@example.org', name: 'Ioanna Markou', roles: ['editor'] })
const lena = await enrol({
  email: 'lena@example.org',
  name: 'Lena Vogt',
  roles: ['translator'],
  locales: ['de', 'ar'],
})
await payload.updateGlobal({
  slug: 'network',
  locale: 'en',
  data: { name: 'Sample network', enabledLocales: ['en', ...matrixColumns] },
})
const filled = await fillWholeMatrix(databaseOf(payload), { editorId: ioanna.id, translatorId: lena.id })
await signIn(ioanna)

const open = async (path: string): Promise<void> => {
  await page.goto(`${url}/admin/${path}`, { waitUntil: 'networkidle' })
}

const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

const cell = (row: number, language: string) =>
  page
    .locator('tbody tr')
    .nth(row)
    .getByRole('link', { name: `${language}: ` })

const titles = (): Promise<string[]> => page.locator('tbody th a').allInnerTexts()

test('the start page names what waits for an editor and leads to it', async () => {
  await open('')
  await page.getByRole('heading', { name: /translations wait for review/ }).waitFor()
  await page.getByRole('heading', { name: /public translations are outdated/ }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-needs-editor')

  await page.getByRole('link', { name: 'See which' }).click()
  await page.getByRole('heading', { level: 1, name: 'Translations' }).waitFor()
  expect(await titles()).toEqual(['Info line: ask in your language'])
})

test('the matrix shows each item in each language, and who answers for it until when', async () => {
  await open('translation')

  expect(await titles()).toHaveLength(50)
  expect(await cell(0, 'German').textContent()).toContain('German: Outdated 3')
  expect(await page.locator('tbody tr').nth(1).textContent()).toContain('2 days late')
  expect(await page.locator('tbody tr').nth(3).textContent()).toContain('Complete')
  const nav = page.getByRole('link', { name: /^Translations/ })
  expect(await nav.first().getAttribute('aria-current')).toBe('page')
  await page.getByRole('button', { name: 'Open Menu' }).first().click()
  await page
    .getByRole('link', { name: /^Requests/ })
    .first()
    .waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-matrix')
})

test('by keyboard alone: arrows move, Enter opens a cell, Escape closes it, Space selects the item', async () => {
  await open('translation')
  await cell(0, 'German').focus()

  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Greek: Current')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('2Greek: Outdated 2')

  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Greek' })
  await sheet.getByText('18 of 20 segments stay approved.').waitFor()
  await sheet.getByText('Readers still see the text that was approved before.').waitFor()
  await sheet.getByRole('link', { name: 'Open 2 segments' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-sheet')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect(await focused()).toBe('2Greek: Outdated 2')

  await page.keyboard.press('Space')
  await page.getByRole('region', { name: 'Selected items' }).getByText('1 item').waitFor()
  expect(await page.locator('tbody tr').nth(1).getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.getByRole('region', { name: 'Selected items' }).waitFor({ state: 'detached' })
})

test('a state is chosen by its chip, a deadline and a text in the form, and the address says so', async () => {
  await open('translation')
  await page.getByRole('link', { name: /^Outdated/ }).click()
  await page.waitForURL('**/translation?state=outdated')
  await expect.poll(titles, soon).toHaveLength(3)

  await page.getByLabel('Deadline').selectOption('late')
  await page.waitForURL('**/translation?state=outdated&deadline=late')
  await expect.poll(titles, soon).toEqual(['Info line: ask in your language'])

  await page.getByLabel('Title').fill('nowhere to be found')
  await page.keyboard.press('Enter')
  await page.getByText('No item matches.').waitFor()
  await page.getByRole('link', { name: 'Show all' }).click()
  await expect.poll(titles, soon).toHaveLength(50)
})

test('languages are chosen as columns', async () => {
  await open('translation')
  await page.getByText('Languages: 12 of 12').click()
  await page.getByRole('group', { name: 'Languages' }).getByLabel('Arabic').check()
  await page.getByRole('button', { name: 'Show these languages' }).click()
  await page.waitForURL('**/translation?languages=ar')

  await expect.poll(() => page.locator('thead th').count(), soon).toBe(3)
})

test('selected items are given to somebody, in the chosen languages', async () => {
  await open('translation')
  await page.getByLabel('Select Working note on finance').check()
  await page.getByLabel('Select Mapping of coaching').check()
  const bar = page.getByRole('region', { name: 'Selected items' })
  await bar.getByText('Languages All 12').click()
  for (const name of ['French', 'Spanish', 'Italian', 'Greek', 'Polish', 'Portuguese', 'Romanian'])
    await bar.getByLabel(name).uncheck()
  for (const name of ['Turkish', 'Ukrainian', 'Persian']) await bar.getByLabel(name).uncheck()
  await bar.getByText('Languages 2 of 12').click()
  await picture(page, 'translation-bulk')
  await bar.getByRole('button', { name: 'Assign' }).click()
  await bar.getByLabel('Owner').selectOption({ label: 'Lena Vogt' })
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-bulk-assign')
  await bar.getByRole('form').getByRole('button', { name: 'Assign' }).click()
  await bar.getByText('Done: 1 of 1.').waitFor()

  await expect.poll(() => page.locator('tbody tr').nth(2).textContent(), soon).toContain('Lena Vogt')
  const { rows } = await databaseOf(payload).execute<{ locale: string }>(sql`
    select locale from translation_locales where owner_id = ${lena.id}::uuid and item_id = ${filled[2] ?? ''}::uuid
    order by locale`)
  expect(rows).toEqual([{ locale: 'ar' }, { locale: 'de' }])
})

test('what could not be done is named with its reason', async () => {
  await open('translation')
  await page.getByLabel('Select What lenders ask and why, part 1', { exact: true }).check()
  const bar = page.getByRole('region', { name: 'Selected items' })
  await bar.getByRole('button', { name: 'Request translation' }).click()
  await bar.getByLabel('Translated by').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-bulk-request')
  // The item stands in the matrix only: there is no text of it to translate.
  await bar.getByRole('button', { name: 'Send the request' }).click()
  await bar.getByRole('alert').getByText('1 was not done:').waitFor()
  await bar.getByRole('alert').getByRole('link', { name: '1 item' }).waitFor()
})

test('with an Arabic interface the matrix is mirrored, and the arrow keys with it', async () => {
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await open('translation')

  expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
  await page.locator('[data-place="0:2"]').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe('0:3')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.getByRole('dialog').getByRole('paragraph').first().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-matrix-arabic')
  await person.clearCookies({ name: 'payload-lng' })
})

test('in the dark theme nothing serious is in the way', async () => {
  await person.addCookies([{ name: 'payload-theme', value: 'dark', url }])
  await open('translation')
  await page.getByLabel('Select Info line: ask in your language').check()
  await cell(0, 'German').click()
  await page.getByRole('dialog', { name: 'German' }).getByText('stay approved').waitFor()

  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-matrix-dark')
  await person.clearCookies({ name: 'payload-theme' })
})

test('the matrix fits a phone, and moves sideways in its own box only', async () => {
  await page.setViewportSize({ width: 390, height: 800 })
  await open('translation')
  await page.getByLabel('Select Info line: ask in your language').check()

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-matrix-390')
  await cell(0, 'German').click()
  await page.getByRole('dialog', { name: 'German' }).getByText('stay approved').waitFor()
  await page.screenshot({ path: await picture(page, 'translation-sheet-390'), fullPage: false })
  await page.setViewportSize({ width: 1440, height: 980 })
})

test('a translator sees what waits in their languages, and takes over what nobody does', async () => {
  await person.clearCookies()
  await signIn(lena)
  await open('')
  await page.getByRole('heading', { name: 'Arabic: 2 texts are not in step' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-needs-translator')

  await open('translation?languages=ar&owner=none')
  const before = (await titles()).length
  await page.locator('tbody input').first().check()
  const bar = page.getByRole('region', { name: 'Selected items' })
  expect(await bar.getByRole('button', { name: 'Assign' }).count()).toBe(0)
  await bar.getByRole('button', { name: 'I do these' }).click()
  await expect.poll(async () => (await titles()).length, soon).toBe(before - 1)
})
