import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import type { Locale } from '../i18n/locales.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../testing/browser.ts'
import { arabic, createHalfTranslated, GOALS, PASSWORD } from '../testing/half-translated.ts'
import { ownProduct } from '../testing/own-product.ts'
import { signInTo } from '../testing/sign-in.ts'

const { url } = ownProduct()
const MOMENT_MS = 60_000

let payload: Payload
let practiceId = ''

type Session = Awaited<ReturnType<typeof visitor>>

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  practiceId = await createHalfTranslated(payload)
})

afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

async function signedIn(name: string, size = { width: 1440, height: 1000 }): Promise<Session> {
  const session = await visitor({ viewport: size })
  const { page } = session
  await signInTo(page, url, { email: `${name}@example.org`, password: PASSWORD })
  return session
}

const open = async (page: Page, locale: Locale): Promise<void> => {
  await page.goto(`${url}/admin/translation/practices/${practiceId}/${locale}`, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1, name: 'Mentoring newcomers step by step' }).waitFor()
}

const segment = (page: Page, name: string) =>
  page.getByRole('button', { name: `Translate ${name}`, exact: true })
const field = (page: Page, language: string, name: string) =>
  page.getByRole('textbox', { name: `${language}: ${name}`, exact: true })
const saved = (page: Page) => page.getByText(/^Saved at \d\d:\d\d\.$/).waitFor({ timeout: MOMENT_MS })

test('a translator sees what changed in the source and takes up the first open segment', async () => {
  await using nadia = await signedIn('nadia')
  const { page } = nadia
  await open(page, 'ar')

  expect(await field(page, 'Arabic', 'Challenge').inputValue()).toBe(arabic.challenge)
  expect(await page.locator('.em-te-active del').allInnerTexts()).toEqual([
    expect.stringContaining('a good plan'),
  ])
  expect(await page.locator('.em-te-active ins').allInnerTexts()).toEqual([
    expect.stringContaining('years of experience'),
    expect.stringContaining('Advisers rarely speak their language.'),
  ])
  const glossary = page.getByRole('region', { name: 'Glossary' })
  await glossary.getByText('Not “قرض”').waitFor()
  await page.getByRole('button', { name: 'Submit for review' }).waitFor()
  expect(await page.getByRole('button', { name: 'Submit for review' }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Write a comment' }).fill('“Trade” here means craft, not commerce.')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  const comments = page.getByRole('region', { name: 'Comments' })
  await comments.getByText('Nadia Haddad').waitFor({ timeout: MOMENT_MS })
  await field(page, 'Arabic', 'Challenge').focus()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-editor')
})

test('by keyboard alone everything is translated, kept and handed in', async () => {
  await using nadia = await signedIn('nadia')
  const { page } = nadia
  await open(page, 'ar')
  const { keyboard } = page
  const write = async (text: string): Promise<void> => {
    await keyboard.press('Control+A')
    await keyboard.insertText(text)
  }
  const isOn = (name: string) =>
    expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), {
        timeout: MOMENT_MS,
      })
      .toBe(`Arabic: ${name}`)

  await keyboard.press('Control+ArrowDown')
  await isOn('Goals')
  await keyboard.press('Control+ArrowUp')
  await isOn('Challenge')
  await keyboard.press('Control+d')
  await page.getByRole('button', { name: 'Show changes' }).waitFor()
  expect(await page.locator('.em-te-active del').count()).toBe(0)
  await write(`${arabic.challenge} قرض`)
  await page.getByText('Glossary: “قرض” must not be used for “credit”.').waitFor()
  await write(`${arabic.challenge} ونادرًا ما يتحدث المستشارون لغتهم.`)
  await keyboard.press('Control+Enter')

  await isOn('Goals')
  await page.getByRole('button', { name: 'Take match 1' }).waitFor()
  await keyboard.press('Alt+1')
  expect(await field(page, 'Arabic', 'Goals').inputValue()).toBe(arabic.goals)
  await keyboard.press('Control+Enter')

  await isOn('How it works, 1')
  await keyboard.insertText(arabic.first)
  await keyboard.press('Control+Enter')
  await isOn('How it works, 2')
  await keyboard.insertText(arabic.second)
  await page.getByText('Mark 1 is missing: link to example.org.').waitFor()
  await page.getByText('Mark 2 is missing: bold.').waitFor()
  await picture(page, 'translation-editor-marks')
  await keyboard.press('Control+Enter')
  await saved(page)
  await isOn('How it works, 2')
  await write('اطلبوا ⟦1⟧دليل المرشد⟦/1⟧ ⟦2⟧قبل⟦/2⟧ أن تبدؤوا.')
  await keyboard.press('Control+Enter')

  await isOn('Results: What was measured')
  await write('ا'.repeat(217))
  await page.getByText('17 too many').first().waitFor()
  await keyboard.press('Control+Enter')
  await isOn('Results: What was measured')
  await write(arabic.indicator)
  await keyboard.press('Control+Enter')

  await isOn('What others can learn')
  await page.getByText('A machine wrote this.').waitFor()
  await write(arabic.lessons)
  await keyboard.press('Control+Enter')
  await page.getByText('2 of 8 approved.').waitFor()

  const submit = page.getByRole('button', { name: 'Submit for review' })
  await expect
    .poll(() => submit.evaluate((button) => button === document.activeElement), { timeout: MOMENT_MS })
    .toBe(true)
  await keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await keyboard.press('Escape')
  await submit.focus()
  await keyboard.press('Enter')
  await page.getByText('Handed in. An editor reads it').waitFor({ timeout: MOMENT_MS })
})

test('nothing traps the keyboard, marks are put in by buttons, and what is done can be hidden', async () => {
  await using nadia = await signedIn('nadia')
  const { page } = nadia
  await open(page, 'ar')
  await page.getByRole('button', { name: 'Show: open only' }).click()
  await segment(page, 'Summary').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Show: open only' }).click()

  await open(page, 'el')
  await segment(page, 'How it works, 2').click()
  const words = field(page, 'Greek', 'How it works, 2')
  await words.fill('Ζητήστε τον οδηγό.')
  await words.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(8, 17))
  await page.getByRole('button', { name: 'Insert link to example.org' }).click()
  expect(await words.inputValue()).toBe('Ζητήστε ⟦1⟧τον οδηγό⟦/1⟧.')
  await page.keyboard.press('Escape')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: MOMENT_MS })
    .toBe('Translate How it works, 2')
  await page.keyboard.press('Enter')
  await words.waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Done and next')
})

test('what was typed survives a reload and a lost connection', async () => {
  await using eleni = await signedIn('eleni')
  const { page } = eleni
  await open(page, 'el')
  const title = field(page, 'Greek', 'Title')
  await title.fill('Καθοδήγηση νεοφερμένων')
  await saved(page)
  await page.reload({ waitUntil: 'networkidle' })
  expect(await title.inputValue()).toBe('Καθοδήγηση νεοφερμένων')

  await eleni.setOffline(true)
  await title.fill('Καθοδήγηση νεοφερμένων βήμα προς βήμα')
  await page.getByText('Not saved: no connection.').waitFor({ timeout: MOMENT_MS })
  await eleni.setOffline(false)
  await saved(page)
  await page.reload({ waitUntil: 'networkidle' })
  expect(await title.inputValue()).toBe('Καθοδήγηση νεοφερμένων βήμα προς βήμα')
})

test('two people in two languages never block each other; in one, nobody overwrites the other', async () => {
  await using nadia = await signedIn('nadia')
  await using eleni = await signedIn('eleni')
  await open(nadia.page, 'ar')
  await open(eleni.page, 'el')
  await segment(nadia.page, 'Summary').click()
  await segment(eleni.page, 'Summary').click()
  await Promise.all([
    field(nadia.page, 'Arabic', 'Summary').fill(`${arabic.summary} `),
    field(eleni.page, 'Greek', 'Summary').fill('Τρία προγράμματα.'),
  ])
  await Promise.all([saved(nadia.page), saved(eleni.page)])

  await open(nadia.page, 'el')
  await segment(nadia.page, 'Goals').click()
  await segment(eleni.page, 'Goals').click()
  await field(nadia.page, 'Greek', 'Goals').fill('Ένας μέντορας.')
  await saved(nadia.page)
  await field(eleni.page, 'Greek', 'Goals').fill('Ένα σχέδιο.')
  await eleni.page.getByText('Nadia Haddad changed this text meanwhile.').waitFor({ timeout: MOMENT_MS })
  expect(await accessibilityFindings(eleni.page)).toEqual([])
  await picture(eleni.page, 'translation-editor-conflict')
  await eleni.page.getByRole('button', { name: 'Take theirs' }).click()
  await expect
    .poll(() => field(eleni.page, 'Greek', 'Goals').inputValue(), { timeout: MOMENT_MS })
    .toBe('Ένας μέντορας.')
})

test('an editor previews page and mail, approves what was handed in and publishes it for readers', async () => {
  await using ioanna = await signedIn('ioanna')
  const { page } = ioanna
  await open(page, 'ar')
  await page.getByRole('button', { name: 'Preview', exact: true }).click()
  await page.getByRole('heading', { name: 'Preview, not public' }).waitFor()
  const shown = page.frameLocator('iframe[title="The page in Arabic"]')
  await shown.getByRole('heading', { level: 1, name: arabic.title }).waitFor({ timeout: MOMENT_MS })
  expect(await shown.locator('html').getAttribute('dir')).toBe('rtl')
  await segment(page, 'Title').click()
  await field(page, 'Arabic', 'Title').fill(`${arabic.title} معًا`)
  await shown.getByRole('heading', { level: 1, name: `${arabic.title} معًا` }).waitFor({ timeout: MOMENT_MS })
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-editor-preview')
  await page.getByRole('button', { name: 'Mail', exact: true }).click()
  const mail = page.frameLocator('iframe[title="The mail in Arabic"]')
  await mail.getByText(`${arabic.title} معًا`).first().waitFor({ timeout: MOMENT_MS })
  await page.getByRole('button', { name: 'Close' }).click()

  // The translator touched the summary after handing in, so it is the next that is open.
  await page.getByRole('button', { name: 'Approve and next' }).click()
  await field(page, 'Arabic', 'Summary').waitFor({ timeout: MOMENT_MS })
  await page.getByRole('button', { name: 'Approve and next' }).click()
  await page.getByRole('button', { name: /^Approve \d and publish$/ }).click()
  await page.getByText('Published. Readers see it in Arabic now.').waitFor({ timeout: MOMENT_MS })
  await page.getByText('8 of 8 approved.').waitFor()

  const { slug } = await payload.findByID({
    collection: 'practices',
    id: practiceId,
    locale: 'ar',
    fallbackLocale: false,
  })
  await page.goto(`${url}/ar/practices/${encodeURIComponent(slug ?? '')}`)
  await page.getByRole('heading', { level: 1, name: `${arabic.title} معًا` }).waitFor()
  await page.getByRole('link', { name: 'دليل المرشد' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
})

test('a text that is still right after its source changed is kept with one press', async () => {
  await payload.update({
    collection: 'practices',
    id: practiceId,
    locale: 'en',
    data: { goals: GOALS.replace('six months', 'half a year'), _status: 'published' },
  })
  await using nadia = await signedIn('nadia')
  const { page } = nadia
  await open(page, 'ar')
  expect(await page.locator('.em-te-active del').allInnerTexts()).toEqual([
    expect.stringContaining('six months'),
  ])
  await page.getByRole('button', { name: 'Still right as it was' }).click()
  await expect.poll(() => page.getByText('Needs review').count(), { timeout: MOMENT_MS }).toBe(1)
  expect(await page.getByText('Outdated').count()).toBe(0)
})

test('who was not given a language is told so', async () => {
  await using eleni = await signedIn('eleni')
  await eleni.page.goto(`${url}/admin/translation/practices/${practiceId}/ar`)
  await eleni.page.getByRole('heading', { level: 1, name: 'This language is not yours' }).waitFor()
  await eleni.page.goto(`${url}/admin/translation/practices/${practiceId}/en`)
  await eleni.page.getByRole('heading', { level: 1, name: 'This language is not yours' }).waitFor()

  await using nobody = await visitor()
  await nobody.page.goto(`${url}/admin/translation/practices/${practiceId}/ar`)
  await nobody.page.getByRole('button', { name: 'Login' }).waitFor()
})

test('on a phone the source stands above the target and nothing moves sideways', async () => {
  await using nadia = await signedIn('nadia', { width: 390, height: 844 })
  const { page } = nadia
  await open(page, 'el')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'Previous', exact: true }).click()
  await page.getByRole('button', { name: /^Glossary \d$/ }).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  const [source, target] = [
    page.locator('.em-te-active .em-te-source'),
    page.locator('.em-te-active textarea.em-te-field'),
  ]
  const [above, below] = [await source.boundingBox(), await target.boundingBox()]
  expect(above?.y).toBeLessThan(below?.y ?? 0)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-editor-phone')
})

test('in an Arabic interface and in the dark nothing serious is in the way', async () => {
  await using ioanna = await signedIn('ioanna')
  const { page } = ioanna
  await ioanna.addCookies([{ name: 'payload-theme', value: 'dark', url }])
  await open(page, 'el')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-editor-dark')
  await ioanna.addCookies([
    { name: 'payload-theme', value: 'light', url },
    { name: 'payload-lng', value: 'ar', url },
  ])
  await open(page, 'ar')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'translation-editor-arabic-interface')
})
