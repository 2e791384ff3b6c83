import { readFile } from 'node:fs/promises'

import { beforeAll, expect, test } from 'vitest'

import { databaseOf } from '../../database/database.ts'
import { adminPage } from '../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../testing/browser.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { sampleSegment } from '../../testing/exchange.ts'
import { targetRows, writeSegments } from '../../testing/translation-rows.ts'
import { refreshLocales } from '../../translation/sync/refresh-locales.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'exchange@example.org', name: 'Ed Editor', roles: ['editor'] })
const WORDS = 'Η καθοδήγηση αρχίζει'
const body = sampleSegment({
  key: 'body#n1',
  field: 'body',
  source: 'Read ⟦1⟧all⟦/1⟧ of it',
  marks: [{ id: 1, kind: 'format', format: 1 }],
  sourceHash: 'hash-of-the-body',
})

let item: { readonly collection: 'news'; readonly id: string }
let exported = ''

beforeAll(async () => {
  await createTestNetwork(payload, ['en', 'el', 'ar'])
  item = { collection: 'news', id: (await createTestItem(payload)).id }
  await writeSegments(payload, item, [sampleSegment({ maxCharacters: 60 }), body])
  await refreshLocales(item, databaseOf(payload))
  await signIn(editor)
})
const open = (query = ''): Promise<unknown> =>
  page.goto(`${url}/admin/translation/exchange?locale=el&items=news/${item.id}${query}`, {
    waitUntil: 'networkidle',
  })

const choose = (text: string): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({
    name: 'from-the-tool.xlf',
    mimeType: 'application/xliff+xml',
    buffer: Buffer.from(text),
  })

test('an editor saves an item as a file that says what it is', async () => {
  await open()
  await page.getByRole('heading', { level: 1, name: 'Exchange translations' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-exchange')

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export 1 item' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('mentoring-starts.en-el.xlf')
  exported = await readFile(await download.path(), 'utf8')
  await page.getByText('Saved as mentoring-starts.en-el.xlf.').waitFor()
})

test('a damaged translation is refused by name and with its remedy, and nothing is imported', async () => {
  await choose(exported.replaceAll(/(<source>Read[\s\S]*?<\/source>)/gu, '$1<target>Διαβάστε όλο</target>'))

  await page.getByRole('heading', { name: '1 text is refused' }).waitFor()
  const row = page.getByRole('row', { name: 'body#n1' })
  expect(await row.textContent()).toContain('Markup of the source is missing in the translation: number 1.')
  expect(await page.getByRole('button', { name: /^Import/u }).count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-exchange-refused')
})

test('a file that hides other files is refused as a whole', async () => {
  await choose(exported.replace('<xliff', '<!DOCTYPE xliff SYSTEM "http://x.example/x.dtd"><xliff'))

  await page.getByRole('heading', { name: 'from-the-tool.xlf is refused' }).waitFor()
  await page.getByText('The file declares a document type (line 2).').waitFor()
})

test('a good translation is shown first and imported when told to', async () => {
  await choose(exported.replaceAll(/(<source>Mentoring[\s\S]*?<\/source>)/gu, `$1<target>${WORDS}</target>`))
  await page.getByRole('heading', { name: '1 translation can be imported' }).waitFor()
  expect(await targetRows(payload, item)).toEqual([])

  await page.getByRole('button', { name: 'Import 1 translation' }).click()

  await page.getByRole('heading', { name: '1 translation is imported' }).waitFor()
  expect(await targetRows(payload, item)).toMatchObject([
    { text: WORDS, state: 'needs-review', origin: 'import' },
  ])
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-exchange-imported')
})

test('the view is mirrored in Arabic and fits a phone', async () => {
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await page.setViewportSize({ width: 390, height: 800 })
  await open()

  expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await picture(page, 'admin-exchange-phone')
})
