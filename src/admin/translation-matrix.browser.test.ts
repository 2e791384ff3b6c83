import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../testing/browser.ts'
import { type FilledCell, fillMatrixItem } from '../testing/fill-matrix.ts'
import { ownProduct } from '../testing/own-product.ts'
import { signInTo } from '../testing/sign-in.ts'

const { url } = ownProduct()

const editor = { email: 'ioanna@example.org', password: 'one door for everyone', name: 'Ioanna Markou' }
const translator = { email: 'lena@example.org', password: 'one door for everyone', name: 'Lena Vogt' }
const languages = ['de', 'el', 'es', 'fr', 'it', 'pl', 'pt', 'ro', 'tr', 'uk', 'ar', 'fa'] as const
/** A page comes late from a machine that has much to do. */
const soon = { timeout: 20_000 }
const DAY_MS = 24 * 3600 * 1000
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS)

const filled: string[] = []
let payload: Payload
let person: Awaited<ReturnType<typeof visitor>>
let page: Page
let lena = ''

const states: Readonly<Record<string, string>> = {
  m: 'missing',
  d: 'machine',
  t: 'in-translation',
  r: 'needs-review',
  c: 'current',
  o: 'outdated',
  w: 'withdrawn',
  u: 'unwanted',
}

/** Cells from one letter for each language; a number behind it counts the segments. */
function cells(letters: string, beside: Partial<FilledCell> = {}): Partial<Record<Locale, FilledCell>> {
  return Object.fromEntries(
    letters.split(' ').flatMap((letter, column) => {
      const locale = languages[column]
      const state = states[letter[0] ?? ''] ?? 'missing'
      if (locale === undefined || letter === '-') return []
      const segments = letter.length > 1 ? { segments: Number(letter.slice(1)) } : {}
      const cell = state === 'unwanted' ? { state: 'missing', isWanted: false } : { state, ...segments }
      return [[locale, { ...cell, ...beside, isPublic: ['current', 'outdated'].includes(state) }]]
    }),
  )
}

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await payload.create({ collection: 'users', data: { ...editor, roles: ['editor'] } })
  const made = await payload.create({
    collection: 'users',
    data: { ...translator, roles: ['translator'], locales: ['de', 'ar'] },
  })
  lena = String(made.id)
  const ioanna = await payload.find({ collection: 'users', where: { email: { equals: editor.email } } })
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Sample network', enabledLocales: ['en', ...languages] },
  })
  const add = async (item: Parameters<typeof fillMatrixItem>[1]): Promise<void> => {
    filled.push(await fillMatrixItem(databaseOf(payload), item))
  }
  const ago = (days: number): Date => inDays(-days)
  const mine = { ownerId: lena, deadline: inDays(4) }
  const late = { ownerId: String(ioanna.docs[0]?.id), deadline: inDays(-1.4) }
  await add({
    collection: 'practices',
    title: 'Mentoring newcomers step by step: TERN, Start-Up Refugees and THSN compared',
    changedAt: ago(1),
    cells: cells('o3 c c t5 c m m m c t r m', mine),
  })
  await add({
    collection: 'pages',
    title: 'Info line: ask in your language',
    changedAt: ago(2),
    cells: cells('o2 o2 c c o2 d d m o2 o2 o2 o2', late),
  })
  await add({
    collection: 'publications',
    title: 'Working note on finance for migrant entrepreneurs',
    changedAt: ago(3),
    cells: cells('c c t m r m m m t r r m'),
  })
  await add({
    collection: 'events',
    title: 'Unlocking diversity: finance in crisis',
    changedAt: ago(4),
    cells: cells('c c c c c c c c c c c c'),
  })
  await add({
    collection: 'publications',
    title: 'Mapping of coaching and mentoring services in the EU and beyond',
    changedAt: ago(5),
    cells: cells('r d d d r d m m d m m m', { ownerId: lena }),
  })
  await add({
    collection: 'news',
    title: 'Peer-Review in Berlin: Gastgeber und Peers gesucht',
    sourceLocale: 'de',
    changedAt: ago(6),
    cells: cells('- c c c c t c t c c t t', { deadline: inDays(20) }),
  })
  await add({
    collection: 'practices',
    title: 'قائمة مراجعة التنوع لغرف التجارة',
    sourceLocale: 'ar',
    changedAt: ago(7),
    cells: cells('c o1 c m c m c m c m - m'),
  })
  await add({
    collection: 'events',
    title: 'Munich annual conference, 23–24 April',
    changedAt: ago(8),
    cells: cells('w w w w w w u u w u w u'),
  })
  for (let number = 1; number <= 52; number++)
    await add({
      title: `What lenders ask and why, part ${number}`,
      changedAt: ago(9 + number),
      cells: cells('c c c r c c c r c c c r'),
    })

  person = await visitor({ viewport: { width: 1440, height: 980 } })
  page = person.page
  await signInTo(page, url, editor)
})

afterAll(async () => {
  await person.close()
  await closeBrowser()
  await payload.destroy()
})

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
    select locale from translation_locales where owner_id = ${lena}::uuid and item_id = ${filled[2] ?? ''}::uuid
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
  await signInTo(page, url, translator)
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
