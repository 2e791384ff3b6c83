import { beforeAll, expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { adminPage } from '../../testing/admin-page.ts'
import { accessibilityFindings, picture, visitor } from '../../testing/browser.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'editor@example.org', name: 'Eva Editor', roles: ['editor'] })

const titles = {
  en: 'Six weeks in a borrowed shop',
  el: 'Έξι εβδομάδες σε δανεικό κατάστημα',
  ar: 'ستة أسابيع في متجر مستعار',
} as const satisfies Partial<Record<Locale, string>>
/** The issue's own, or what is proposed by its first item. */
const subjects = { ...titles, en: 'What worked this month' }
const MOMENT_MS = 60_000

let issueId: string
let archivePath: string

beforeAll(async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(24, ['en', 'el', 'ar', 'fr'])
  await payload.update({
    collection: 'newsletters',
    id: newsletter.id,
    data: { seeds: [{ email: 'eva@staff.example' }, { email: 'eleni@staff.example', locales: ['el'] }] },
  })
  await payload.updateGlobal({ slug: 'network', data: { pace: { mailsPerSecond: 0.1 } } })
  const item = await createTestItem(payload)
  for (const [locale, title] of Object.entries(titles)) await item.publish(locale as Locale, { title })
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  const { slug } = await payload.findByID({ collection: 'newsletters', id: newsletter.id })
  archivePath = `newsletters/${slug}`
  await signIn(editor)
})
const openTab = (tab: string): Promise<unknown> =>
  page.goto(`${url}/admin/collections/issues/${issueId}/${tab}`, { waitUntil: 'networkidle' })

test('an editor rehearses an issue and is shown what sending it would come to', async () => {
  await openTab('rehearsal')
  await page.getByRole('button', { name: 'Rehearse the issue' }).click()
  await page.getByRole('heading', { name: '24 mails would leave' }).waitFor({ timeout: MOMENT_MS })

  expect(await page.locator('.em-strip').textContent()).toContain('4 minutes')
  expect(await page.getByRole('table').first().textContent()).toContain('Ελληνικά')
  expect(await accessibilityFindings(page, '.em-view')).toEqual([])
  await picture(page, 'issue-rehearsal')
})

test('a test in all languages goes to the colleagues of each, with how far it is', async () => {
  await openTab('rehearsal')
  await page.getByRole('button', { name: 'Send all languages' }).click()
  await page.getByText('3 of 3 languages sent').waitFor({ timeout: MOMENT_MS })

  const greek = page.getByRole('row', { name: 'Ελληνικά' }).last()
  expect(await greek.textContent()).toContain('Handed over: 2.')
  expect(await accessibilityFindings(page, '.em-view')).toEqual([])
})

test('an editor says something about what was sent, and readers of that language find it above the letter', async () => {
  await payload.updateGlobal({ slug: 'network', data: { pace: { mailsPerSecond: null } } })
  await page.evaluate((path) => fetch(path, { method: 'POST' }), `/api/issues/${issueId}/send`)
  await expect
    .poll(async () => (await payload.findByID({ collection: 'issues', id: issueId })).state, {
      timeout: MOMENT_MS,
    })
    .toBe('sent')
  await openTab('archive')
  await page.locator('.em-corrections summary').filter({ hasText: 'English' }).click()
  await page.getByLabel('Correction in English').fill('The shop is open until 24 June, not July.')
  await page.getByRole('button', { name: 'Publish the correction' }).locator('visible=true').click()
  await page.getByText('Eva Editor,').waitFor()
  expect(await accessibilityFindings(page, '.em-view')).toEqual([])
  await picture(page, 'issue-archive')

  await page.goto(`${url}/en/${archivePath}/1`)
  expect(await page.getByRole('note').textContent()).toContain('The shop is open until 24 June, not July.')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.goto(`${url}/ar/${archivePath}/1`)
  expect(await page.getByRole('note').count()).toBe(0)
})

test.for([
  ['en', 'light', 1280],
  ['ar', 'light', 1280],
  ['ar', 'dark', 390],
  ['el', 'dark', 1280],
] as const)(
  'the archive and the web edition are there for everyone: %s, %s, %i wide',
  async ([locale, colorScheme, width]) => {
    await using reader = await visitor({ viewport: { width, height: 800 }, colorScheme })
    const name = `${locale}-${colorScheme}-${width}`
    await reader.page.goto(`${url}/${locale}/${archivePath}`)
    expect(await reader.page.locator('main h3').textContent()).toContain(subjects[locale])
    expect(await accessibilityFindings(reader.page)).toEqual([])
    await picture(reader.page, `archive-${name}`)

    await reader.page.locator('main h3 a').click()
    await reader.page.locator('.web-links summary').click()
    expect(await reader.page.locator('.web-links li').count()).toBe(3)
    expect(await accessibilityFindings(reader.page, '.web-bar')).toEqual([])
    const overflow = await reader.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(overflow).toBeLessThanOrEqual(0)
    await picture(reader.page, `web-edition-${name}`)
  },
)

test.for([
  ['ar', 'light', { width: 1440, height: 1600 }],
  ['en', 'dark', { width: 390, height: 800 }],
] as const)('rehearsal and archive can be read everywhere: %s, %s, %o', async ([language, theme, size]) => {
  await page.setViewportSize(size)
  await person.addCookies([
    { name: 'payload-lng', value: language, url },
    { name: 'payload-theme', value: theme, url },
  ])
  for (const tab of ['rehearsal', 'archive']) {
    await openTab(tab)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
    expect(await accessibilityFindings(page, '.em-view')).toEqual([])
    await picture(page, `issue-${tab}-${language}-${size.width}`)
  }
})
