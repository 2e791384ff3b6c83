import { beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { adminPage } from '../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../testing/browser.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { emptying } from '../../testing/emptying.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage({
  viewport: { width: 1440, height: 1000 },
  acceptDownloads: true,
})
const officer = await enrol({
  email: 'imports.officer@example.org',
  name: 'Olga Officer',
  roles: ['data-officer'],
})
const editor = await enrol({ email: 'imports.editor@example.org', name: 'Edith Editor', roles: ['editor'] })

const list = [
  'E-mail;Language;Newsletter;Country',
  'ann@people.example;en;Practice letter;',
  'bob@people.example;en;Practice letter;',
  'eve@people.example;en;Practice letter;Atlantis',
  'ANN@people.example;en;Practice letter;',
].join('\r\n')

beforeAll(async () => {
  await createTestNetwork(payload, ['en', 'ar'])
  await databaseOf(payload).execute(
    emptying(`
      subscribers subscriptions consent_events suppressions address_looks audience_imports
      audience_import_rows
    `),
  )
})

const emails = async () =>
  (await databaseOf(payload).execute(sql`select email from subscribers order by email`)).rows

const stepHeading = (name: string) => page.locator('h2').filter({ hasText: new RegExp(`^${name}$`, 'u') })

/** Presses a button as somebody without a mouse does. */
async function press(name: string): Promise<void> {
  await page.locator('.em-import-panel').getByRole('button', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

test('an editor is told who may, and sees neither lists nor the way to export people', async () => {
  await signIn(editor)
  await page.goto(`${url}/admin/audience/imports`)
  await page.getByText('Only data officers see this.').waitFor()

  expect(await page.locator('input[type=file]').count()).toBe(0)
  await person.clearCookies()
})

test('a list is uploaded and shown as it is read, addresses masked', async () => {
  await signIn(officer)
  await page.goto(`${url}/admin/audience/imports`)
  await page.getByText('No list was brought in so far.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-imports-empty')

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Partners.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/u)
  await page.getByRole('heading', { level: 1, name: 'Partners.csv' }).waitFor()

  expect(await page.getByLabel('Separator').inputValue()).toBe(';')
  expect(await page.getByRole('cell', { name: 'b***@p***.example' }).count()).toBe(1)
  expect(await page.content()).not.toContain('@people.example')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-import-file')
})

test('another separator shows at once what would become of the columns', async () => {
  await page.getByLabel('Separator').selectOption('Comma')
  await page.getByRole('columnheader', { name: 'E-mail;Language;Newsletter;Country' }).waitFor()
  await page.getByLabel('Separator').selectOption('Semicolon')
  await page.getByRole('columnheader', { name: 'Country', exact: true }).waitFor()
})

test('with the keyboard alone the list goes through its steps, and what is wrong is said beside the button', async () => {
  await press('Save and continue')
  await stepHeading('Columns').waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Columns')
  expect(await page.getByRole('combobox', { name: 'Newsletter', exact: true }).inputValue()).toBe(
    'newsletters',
  )
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-import-columns')

  await press('Save and continue')
  await stepHeading('Evidence').waitFor()
  await page.getByLabel('Where they agreed').focus()
  await page.keyboard.type('Form on paper at the fair in Lyon')
  await press('Save and continue')
  await page.getByText('Choose a first day that is not in the future.').waitFor()
  await page.getByLabel('From', { exact: true }).fill('2024-03-01')
  await page.getByLabel('Until', { exact: true }).fill('2024-03-03')
  await page.getByLabel('The exact words they agreed to').fill('I want to get the practice letter.')
  await page.getByLabel('Where the record is kept').fill('Archive, folder 12')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-import-evidence')
  await page.keyboard.press('Enter')
  await stepHeading('Check').waitFor()
})

test('a check says what would come of the rows, in which line something is wrong, and what helps', async () => {
  await press('Check')
  await page.locator('.em-import-rows').getByText('There is no such country. Correct it.').waitFor()

  expect(await page.getByRole('row', { name: /New people/u }).textContent()).toBe('New people2')
  expect(await page.locator('.em-import-rows tbody th').allTextContents()).toEqual(['4', '5'])
  expect(await emails()).toEqual([])
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-import-check')

  await page.getByRole('combobox', { name: 'Filter' }).selectOption({ index: 1 })
  await page.getByRole('rowheader', { name: '4', exact: true }).waitFor({ state: 'detached' })
  expect(await page.getByRole('rowheader', { name: '5', exact: true }).count()).toBe(1)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save the report' }).click()
  expect((await download).suggestedFilename()).toBe('import-report.csv')
})

test('the same is read from right to left, and fits a phone', async () => {
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await page.reload()
  await page.locator('.em-import-rows').waitFor()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-import-ar')

  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await picture(page, 'admin-import-ar-narrow')
  await person.addCookies([{ name: 'payload-lng', value: 'en', url }])
  await page.setViewportSize({ width: 1440, height: 1000 })
  await page.reload()
  await page.locator('.em-import-rows').waitFor()
})

test('the people are there once somebody was sure, and gone when it was undone', async () => {
  await press('Import')
  await stepHeading('Import').waitFor()
  await press('Import 2 rows')
  await page.getByText('Import now? What was refused stays out.').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Undo the import' }).waitFor()
  expect(await emails()).toEqual([{ email: 'ann@people.example' }, { email: 'bob@people.example' }])
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-import-applied')

  const file = await person.newPage()
  await file.goto(`${url}/admin/audience/imports`)
  const form = file.getByRole('form', { name: 'Export people' })
  await form.getByLabel('Purpose').fill('Move to a new server')
  const download = file.waitForEvent('download')
  await form.getByRole('button', { name: 'Export' }).click()
  expect((await download).suggestedFilename()).toMatch(/^people-.*\.csv$/u)
  await picture(file, 'admin-imports')
  await file.close()

  await press('Undo the import')
  await page.getByText('Undo it?').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Removed: 2. Kept: 0. May get mail again: 0.').waitFor()
  expect(await emails()).toEqual([])
})
