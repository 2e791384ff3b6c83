import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'

import { networkTimeZone } from '../../../content/network-time-zone.ts'
import { momentAt } from '../../../content/publishing/wall-clock.ts'
import { adminPage } from '../../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../../testing/browser.ts'
import { createTestItem } from '../../../testing/create-item.ts'
import { createTestNewsletter } from '../../../testing/create-newsletter.ts'

/** The page in the test of each appearance is as high as its letters, which Chromium draws only where they are seen. */
const wide = { width: 1440, height: 1700 }
// Where the editor is does not matter: a deadline is shown as it was given.
const { url, payload, person, page, enrol, signIn } = await adminPage({
  viewport: wide,
  timezoneId: 'Pacific/Auckland',
})
const editor = await enrol({ email: 'preview@example.org', name: 'Petra Previewer', roles: ['editor'] })
const MOMENT_MS = 60_000

let issueId = ''

beforeAll(async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(24, ['en', 'el', 'ar', 'fr', 'uk', 'it'])
  const item = await createTestItem(payload)
  await item.publish('en', { title: 'Six weeks in a borrowed shop' })
  await item.publish('el', { title: 'Έξι εβδομάδες σε δανεικό κατάστημα' })
  await item.publish('ar', { title: 'ستة أسابيع في متجر مستعار' })
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await signIn(editor)
})

const viewOf = (tab: 'preview' | 'send'): string => `${url}/admin/collections/issues/${issueId}/${tab}`

/** Opens the preview and waits for its letters; whether their links lead anywhere is found out for longer. */
async function openPreview(): Promise<void> {
  await page.goto(viewOf('preview'))
  await expect.poll(() => page.locator('.em-tile[aria-busy="true"]').count(), { timeout: MOMENT_MS }).toBe(0)
}

const tile = (name: string): Locator => page.getByRole('article', { name })

test('in its tile a language is held until a time, and what was decided stands there', async () => {
  await openPreview()
  const french = tile('Français')
  await french.getByRole('button', { name: 'Hold' }).click()
  await french.getByText('Until somebody decides. Decided by Petra Previewer.').waitFor()
  await french.getByLabel('Hold until').fill('2031-02-18T16:00')
  await french.getByLabel('Then').selectOption('Leave out')
  await picture(page, 'preview-hold')
  await french.getByRole('button', { name: 'Save' }).click()

  await french.getByText(/^Until 18 Feb 2031, 16:00, then left out. Decided by Petra Previewer.$/).waitFor()
  await french.getByText('On hold').waitFor()
  const { languages } = await page.evaluate(async (path) => (await fetch(path)).json(), languagesPath())
  expect(languages.find(({ locale }: { locale: string }) => locale === 'fr')).toMatchObject({
    rule: 'hold',
    deadline: momentAt('2031-02-18T16:00', await networkTimeZone(payload))?.toISOString(),
    afterwards: 'skip',
  })
})

const languagesPath = (): string => `/api/issues/${issueId}/languages`

test('a deadline that has passed is refused where it was given', async () => {
  const french = tile('Français')
  await french.getByText(/^Until 18 Feb 2031/).click()
  await french.getByLabel('Hold until').fill('2020-02-18T16:00')
  await french.getByRole('button', { name: 'Save' }).click()

  await french.getByText('The deadline must lie in the future.').waitFor()
})

test('a language is left out and taken back with the keyboard alone', async () => {
  const ukrainian = tile('Українська')
  await ukrainian.getByRole('button', { name: 'Leave out' }).focus()
  await page.keyboard.press('Enter')
  await ukrainian.getByText('These readers get it in another language of theirs, or nothing.').waitFor()

  await ukrainian.getByRole('button', { name: 'Fall back' }).focus()
  await page.keyboard.press('Enter')
  await ukrainian.getByText('Falls back to English').waitFor()
  await ukrainian.getByRole('button', { name: 'Leave out' }).click()
  await ukrainian.getByText('These readers get it in another language of theirs, or nothing.').waitFor()
})

test('before sending stands what was decided in the preview', async () => {
  await page.goto(viewOf('send'))
  const row = async (name: string): Promise<string> =>
    (await page.getByRole('row', { name }).first().textContent()) ?? ''

  expect(await row('Français')).toMatch(/On hold until 18 Feb 2031, 16:00, then it is left out/)
  expect(await row('Українська')).toMatch(/Left out.*4/)
  expect(await row('Italiano')).toMatch(/Falls back/)
})

test.for([
  ['light', 'en', wide],
  ['dark', 'en', wide],
  ['light', 'ar', wide],
  ['light', 'en', { width: 390, height: 5200 }],
] as const)('all languages can be looked at: %s, %s, %o', async ([theme, language, size]) => {
  await page.setViewportSize(size)
  await person.addCookies([
    { name: 'payload-theme', value: theme, url },
    { name: 'payload-lng', value: language, url },
  ])
  await openPreview()

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, `preview-${theme}-${language}-${size.width}`)
})

test('one language is opened from its tile, and another one from there', async () => {
  await page.setViewportSize(wide)
  await person.clearCookies({ name: 'payload-lng' })
  await openPreview()
  await tile('Ελληνικά').getByRole('link', { name: 'Ελληνικά' }).click()
  await page.getByRole('heading', { name: 'Greek', exact: true }).waitFor({ timeout: MOMENT_MS })

  const others = page.getByRole('navigation', { name: 'Languages of the issue' })
  await others.getByRole('link', { name: 'العربية' }).click()
  await page.getByRole('heading', { name: 'Arabic', exact: true }).waitFor({ timeout: MOMENT_MS })
  await page.getByRole('link', { name: 'All languages' }).click()
  await page.getByRole('heading', { name: '8 languages, one issue' }).waitFor()
})

test('an issue without a subject is headed by its newsletter and number, not by its id', async () => {
  await payload.update({ collection: 'issues', id: issueId, data: { subject: null }, locale: 'en' })
  await page.goto(viewOf('send'))
  await expect
    .poll(() => page.locator('.doc-header__title').textContent(), { timeout: MOMENT_MS })
    .toMatch(/^EMEN letter, issue \d+$/)
})

test('an issue without a subject is listed by its newsletter and number, as a link', async () => {
  await page.goto(`${url}/admin/collections/issues`)
  await page
    .getByRole('link', { name: /^EMEN letter, issue \d+$/ })
    .first()
    .click({ timeout: MOMENT_MS })
  await page.waitForURL(new RegExp(`/issues/${issueId}$`))
})
