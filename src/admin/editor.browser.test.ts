import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'

import { demoAccounts, demoSites } from '../demo/partners/partner-accounts.ts'
import type { Locale } from '../i18n/locales.ts'
import { adminPage } from '../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../testing/browser.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { createSurroundings, practiceFacts } from '../testing/create-practice.ts'
import { issueForm } from '../testing/issue-form.ts'
import { ownProduct } from '../testing/own-product.ts'

const { mailsUrl, partnersUrl } = ownProduct()
const { url, payload, person, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'editor@example.org', name: 'Eva Editor', roles: ['editor'] })

/** What the editor writes, as titles of the practice. */
const titles = {
  en: 'A lift to the market hall',
  fr: 'Un trajet vers les halles',
  el: 'Μια διαδρομή προς την αγορά',
  ar: 'توصيلة إلى السوق',
} as const satisfies Partial<Record<Locale, string>>
const written = Object.keys(titles) as (keyof typeof titles)[]
const READERS = 4
const MOMENT_MS = 60_000

let practiceId = ''

beforeAll(async () => {
  const surroundings = await createSurroundings(payload, written)
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(READERS, ['en', 'fr', 'ar', 'it'])
  const [site] = demoSites
  await payload.create({
    collection: 'channels',
    data: {
      name: 'City portal',
      service: 'webhook',
      baseUrl: `${partnersUrl}/hooks/${site?.name}`,
      secrets: { signingSecret: site?.secret },
      locales: ['en', 'ar', 'it'],
      mode: 'auto',
    },
  })
  await payload.create({
    collection: 'channels',
    data: {
      name: 'Mastodon in French',
      service: 'mastodon',
      baseUrl: partnersUrl,
      secrets: { accessToken: demoAccounts.find(({ locale }) => locale === 'fr')?.accessToken },
      locales: ['fr'],
      mode: 'auto',
    },
  })
  const facts = { ...practiceFacts(surroundings), evidenceLevel: 'described' as const }
  const practice = await payload.create({ collection: 'practices', locale: 'en', draft: true, data: facts })
  practiceId = String(practice.id)

  await signIn(editor)
})

const open = async (path: string): Promise<void> => {
  // The server renders all letters of an issue one after the other, which may take longer than a page may.
  await page.goto(`${url}/admin/${path}`, { waitUntil: 'networkidle', timeout: MOMENT_MS })
}

const field = (name: string): Locator => page.locator(`#field-${name}`)

/** Fills in what a described practice must say in one language, as an editor does, and publishes it. */
async function publishIn(locale: keyof typeof titles): Promise<void> {
  await open(`collections/practices/${practiceId}?locale=${locale}`)
  const text = titles[locale]
  // The form opens where it was left.
  await page.getByRole('button', { name: 'Description' }).click()
  await field('title').fill(text)
  for (const name of ['summary', 'challenge', 'goals']) await field(name).fill(`${text}.`)
  await page.locator('.rich-text-lexical [contenteditable="true"]').fill(`${text}.`)
  await page.getByRole('button', { name: 'Evidence' }).click()
  await field('transferability').fill(`${text}.`)
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.locator('#action-save').click()
  expect((await saved).status()).toBe(200)
}

test('a practice that is not public says that nothing is sent, and where it would go', async () => {
  await open(`collections/practices/${practiceId}/dissemination`)

  await page.getByRole('heading', { name: 'Nothing is sent until you publish' }).waitFor()
  await page.getByRole('rowheader', { name: 'City portal' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
})

test('an editor publishes language by language and sees on the item what went where', async () => {
  for (const locale of written) await publishIn(locale)

  await page.getByRole('link', { name: 'Dissemination' }).click()
  await page.getByRole('heading', { name: 'It stands in 3 places' }).waitFor({ timeout: MOMENT_MS })

  const row = async (channel: string): Promise<string> =>
    (await page.getByRole('row', { name: channel }).textContent()) ?? ''
  expect(await row('City portal')).toMatch(/Submitted.*Skipped.*Not public in this language.*Submitted/)
  expect(await row('Mastodon in French')).toMatch(/Submitted.*See the post/)
  const places = page.getByRole('region', { name: 'Where readers find it' })
  for (const title of Object.values(titles)) await places.getByRole('link', { name: title }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-item')
})

test('an issue is composed, previewed in all its languages, read in Arabic, tested on oneself and sent, and its counts are seen', async () => {
  const form = issueForm(page)
  await open('collections/issues/create?locale=en')
  await form.choose('newsletter', 'EMEN letter')
  await form.field('number').fill('7')
  await form.field('subject').fill('What worked this month')
  await form.openSearch('Find items')
  await form.search.getByRole('checkbox', { name: titles.en }).check()
  await form.search.getByRole('button', { name: 'Add 1 item' }).click()
  await form.field('contents').getByText(titles.en).waitFor()
  expect(await form.save()).toBe(201)
  await page.waitForURL(/issues\/[0-9a-f-]{36}/)

  await page.getByRole('link', { name: 'Preview' }).click()
  await page.getByRole('heading', { name: '8 languages, one issue' }).waitFor()
  await page.getByText(/^Largest edition/).waitFor({ timeout: MOMENT_MS })
  const tile = page.getByRole('article', { name: 'العربية' })
  await tile.frameLocator('iframe').getByText(titles.ar, { exact: true }).last().waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-preview')

  await tile.getByRole('link', { name: 'العربية' }).click()
  await page.getByRole('heading', { name: 'Arabic', exact: true }).waitFor({ timeout: MOMENT_MS })
  const letter = page.frameLocator('iframe[title="The mail in Arabic"]')
  await letter.locator('body').getByText(titles.ar, { exact: true }).last().waitFor()
  expect(await letter.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-preview-arabic')

  await page.getByRole('button', { name: 'Plain text' }).click()
  expect(await page.locator('pre[dir="rtl"]').textContent()).toContain(titles.ar)

  await page.getByRole('button', { name: 'Send me a test in Arabic' }).click()
  await page.getByText('The test in Arabic was handed over.').waitFor({ timeout: MOMENT_MS })
  const { mails } = (await (await fetch(`${mailsUrl}/api/mails?to=${editor.email}`)).json()) as {
    mails: { locale: string }[]
  }
  expect(mails).toMatchObject([{ locale: 'ar' }])

  await page.getByRole('link', { name: 'Send', exact: true }).click()
  await page.getByRole('heading', { name: `${READERS} readers would get it` }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-send-before')
  await page.getByRole('button', { name: `Send ${READERS} mails` }).click()
  await page.getByRole('button', { name: `Yes, send ${READERS} mails` }).click()
  await page
    .getByRole('heading', { name: `Sent to ${READERS} of ${READERS}` })
    .waitFor({ timeout: MOMENT_MS })
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-send-after')

  await open(`collections/practices/${practiceId}/dissemination`)
  await page.getByRole('heading', { name: 'Newsletters that carried it' }).waitFor()
  await page.getByText('EMEN letter, issue 7').waitFor()
})

test('the start page says that nothing is left to do and where the practice went', async () => {
  await open('')

  await page.getByRole('heading', { level: 1, name: 'Nothing needs you' }).waitFor()
  await page.getByRole('link', { name: titles.en }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-start')
})

test('lists show the languages in which an item is public, and whether a channel works', async () => {
  await open('collections/practices?locale=en')
  expect(await page.getByRole('row', { name: titles.en }).locator('.em-tag').allInnerTexts()).toEqual([
    'en',
    'el',
    'fr',
    'ar',
  ])

  await open('collections/channels')
  expect(await page.getByRole('row', { name: 'City portal' }).textContent()).toContain('OK')
})

test('with an Arabic interface every view is mirrored and nothing serious is in the way', async () => {
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await page.setViewportSize({ width: 1440, height: 900 })
  const { docs } = await payload.find({ collection: 'issues', limit: 1, depth: 0 })
  const views = ['', `collections/practices/${practiceId}/dissemination`]
  const ofIssue = docs.flatMap(({ id }) => [
    `collections/issues/${id}/preview`,
    `collections/issues/${id}/send`,
  ])

  for (const path of [...views, ...ofIssue]) {
    await open(path)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
    expect({ path, findings: await accessibilityFindings(page) }).toEqual({ path, findings: [] })
  }
  await picture(page, 'admin-arabic')
})

test('a page that is read from the right scrolls as one, and not sideways to where the editor parks its menus', async () => {
  await page.setViewportSize({ width: 1440, height: 400 })
  await open(`collections/practices/${practiceId}`)
  await page.evaluate(() => scrollTo(-500, 200))

  expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 200])
})

test('views fit a phone without moving sideways', async () => {
  await person.clearCookies({ name: 'payload-lng' })
  await page.setViewportSize({ width: 390, height: 800 })

  const { docs } = await payload.find({ collection: 'issues', limit: 1, depth: 0 })
  const previews = docs.map(({ id }) => `collections/issues/${id}/preview`)

  for (const path of ['', `collections/practices/${practiceId}/dissemination`, ...previews]) {
    await open(path)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect({ path, width }).toEqual({ path, width: 390 })
  }
})
