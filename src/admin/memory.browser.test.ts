import { beforeAll, expect, test } from 'vitest'

import { databaseOf } from '../database/database.ts'
import { adminPage } from '../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../testing/browser.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { remember } from '../translation/memory/remember.ts'

const { url, payload, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'memory@example.org', name: 'Eva Editor', roles: ['editor'] })

beforeAll(async () => {
  await createTestNetwork(payload, ['en', 'el', 'ar'])
  const texts = [
    ['Mentors meet newcomers twice a week.', 'يلتقي المرشدون بالوافدين الجدد مرتين في الأسبوع.', 'ar'],
    ['⟦1⟧Mentors⟦/1⟧ stay for a year.', 'Οι ⟦1⟧μέντορες⟦/1⟧ μένουν έναν χρόνο.', 'el'],
    ['Doors open at nine.', 'Οι πόρτες ανοίγουν στις εννέα.', 'el'],
  ] as const
  await remember(
    texts.map(([sourceText, targetText, targetLocale], at) => ({
      sourceLocale: 'en',
      targetLocale,
      sourceText,
      targetText,
      context: `practices/${at}#summary`,
      field: 'practices.summary',
      provenance: 'Mentors in pairs',
      authorId: editor.id,
      at: new Date('2026-11-20T10:00:00Z'),
    })),
    databaseOf(payload),
  )
  await signIn(editor)
})

const open = async (query = ''): Promise<void> => {
  await page.goto(`${url}/admin/translation/memory${query}`, { waitUntil: 'networkidle' })
}
const rows = () => page.locator('.em-memory-table tbody tr')

test('an editor looks through the memory by words and languages', async () => {
  await open()
  await page.getByText('3 pairs').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-memory')

  await page.getByLabel('Words in source or translation').fill('μέντορ')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('1 pair', { exact: true }).waitFor()
  expect(await rows().textContent()).toContain('by Eva Editor')
  // A choice that is made before the page is at work may be lost.
  await page.waitForLoadState('networkidle')

  await page.getByLabel('Into').selectOption('ar')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('No pair matches.').waitFor()
  await page.getByRole('link', { name: 'Show all' }).click()
  await page.getByText('3 pairs').waitFor()
})

test('a pair is forgotten after one question', async () => {
  await open()
  await page.getByRole('button', { name: 'Forget Doors open at nine.' }).click()
  await page.getByRole('group', { name: 'Forget this pair?' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-memory-forget')
  await page.keyboard.press('Escape')
  expect(await rows().count()).toBe(3)
  await page.getByRole('button', { name: 'Forget Doors open at nine.' }).click()
  await page.getByRole('button', { name: 'Yes, forget it' }).click()
  await page.getByText('2 pairs').waitFor()
})

test('a TMX file is checked first, then remembered', async () => {
  await open()
  const unit = (target: string, language: string) =>
    `<tu><tuv xml:lang="en"><seg>Welcome</seg></tuv><tuv xml:lang="${language}"><seg>${target}</seg></tuv></tu>`
  const buffer = Buffer.from(
    `<tmx version="1.4"><header srclang="en"/><body>${unit('Καλώς ήρθατε', 'el')}${unit('ようこそ', 'ja')}</body></tmx>`,
  )
  const choose = (content: Buffer) =>
    page
      .getByLabel('TMX file')
      .setInputFiles({ name: 'old.tmx', mimeType: 'application/x-tmx+xml', buffer: content })
  await choose(Buffer.from('<xliff/>'))
  await page.getByText('This is not a TMX file.').waitFor()
  await choose(buffer)
  await page.getByText('New or newer: 1 of 1 pairs.').waitFor()
  await page.getByText('Unit 2 has a text in ja, which the network does not know.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Remember 1 pair' }).click()
  await page.getByText('Remembered: 1 of 1 pairs.').waitFor()
  await page.getByText('3 pairs').waitFor()
  await picture(page, 'admin-memory-import')
})

test('the view fits a phone without moving sideways', async () => {
  await page.setViewportSize({ width: 390, height: 800 })
  await open()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await picture(page, 'admin-memory-phone')
})
