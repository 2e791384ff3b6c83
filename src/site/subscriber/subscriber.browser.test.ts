import { getPayload, type Payload } from 'payload'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { preferencesUrl, unsubscribeUrl } from '../../audience/links.ts'
import { translator } from '../../i18n/translator.ts'
import { accessibilityFindings, closeBrowser, visitor } from '../../testing/browser.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'

const { url, mailsUrl } = ownProduct()

let payload: Payload
let newsletterId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[newsletterId] = (await createTestNetwork(payload, ['en', 'ar'])).newsletterIds
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

/** The confirmation link of the newest mail to an address, once it has arrived. */
async function mailedLink(address: string): Promise<string> {
  const link = async (): Promise<string | undefined> => {
    const { mails } = await (await fetch(`${mailsUrl}/api/mails?to=${address}`)).json()
    if (mails.length === 0) return undefined
    const { text } = await (await fetch(`${mailsUrl}/api/mails/${mails[0].id}`)).json()
    return /https?:\S+\/confirm\/\S+/.exec(text)?.[0]
  }
  return expect
    .poll(link, { timeout: 20_000 })
    .toMatch(/^https?:/)
    .then(async () => (await link()) ?? '')
}

/** Presses a button that sends a form, and waits for the page that answers. */
const press = async (page: Page, button: Locator): Promise<void> =>
  void (await Promise.all([page.waitForEvent('load'), button.click()]))

const accessible = async (page: Page): Promise<void> => expect(await accessibilityFindings(page)).toEqual([])

test.for(['en', 'ar'] as const)(
  'a person signs up, confirms, changes settings and leaves, all in %s',
  { timeout: 120_000 },
  async (locale) => {
    await using person = await visitor({ locale, javaScriptEnabled: true })
    const { page } = person
    const elsewhere: string[] = []
    page.on('request', (request) => void (request.url().startsWith(url) || elsewhere.push(request.url())))
    const t = translator(locale, 'site')
    const address = `reader-${locale}@example.org`

    await page.goto(`${url}/${locale}`)
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr')
    await accessible(page)
    await page.getByLabel(t('subscribe.email')).fill(address)
    await press(page, page.getByRole('button', { name: t('signUp.button') }))

    expect(await page.getByLabel(t('subscribe.email')).inputValue()).toBe(address)
    await press(page, page.getByRole('button', { name: t('signUp.button') }))
    const summary = page.getByRole('alert')
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      t('subscribe.error.newsletters'),
      t('subscribe.error.consent'),
    ])
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await accessible(page)

    const opened = Date.now()
    // Other tests share the product and have letters of their own.
    await page.locator(`input[name=newsletters][value="${newsletterId}"]`).check()
    await page.locator('#consent').check()
    // Faster than this no person is, so a machine is taken for one.
    await expect.poll(() => Date.now() - opened, { timeout: 5000 }).toBeGreaterThan(2000)
    await press(page, page.getByRole('button', { name: t('signUp.button') }))
    await page.waitForURL(`${url}/${locale}/subscribe/sent`)
    await accessible(page)

    await page.goto(await mailedLink(address))
    await accessible(page)
    expect(await subscribersOf(payload, address)).toEqual([])
    await press(page, page.getByRole('button', { name: t('confirm.button') }))
    await page.getByRole('heading', { name: t('confirm.doneTitle') }).waitFor()
    await accessible(page)
    const people = await subscribersOf(payload, address)
    expect(people).toMatchObject([{ locale, status: 'active' }])
    const subscriberId = people[0]?.id ?? ''

    await page.goto(preferencesUrl(subscriberId))
    await accessible(page)
    await press(page, page.getByRole('button', { name: t('preferences.addButton'), exact: true }))
    expect(await page.locator('.order li').count()).toBe(2)
    await press(page, page.locator('.order button').nth(1))
    await page
      .getByRole('button', { name: t('preferences.save') })
      .last()
      .click()
    await page.locator('.saved').waitFor()
    const other = locale === 'en' ? 'ar' : 'en'
    expect(await page.locator('html').getAttribute('lang')).toBe(other)

    await page.goto(unsubscribeUrl({ subscriberId, list: newsletterId }))
    await accessible(page)
    const theirs = translator(other, 'site')
    await press(page, page.getByRole('button', { name: theirs('unsubscribe.button') }))
    await page.getByRole('heading', { name: theirs('unsubscribe.leftTitle') }).waitFor()
    await accessible(page)
    await press(page, page.getByRole('button', { name: theirs('unsubscribe.undo') }))
    await page.getByRole('heading', { name: theirs('unsubscribe.undoneTitle') }).waitFor()

    expect(elsewhere).toEqual([])
    expect(await person.cookies()).toEqual([])
  },
)

test('signing up works without any script', async () => {
  await using person = await visitor({ javaScriptEnabled: false })
  const { page } = person
  const opened = Date.now()
  await page.goto(`${url}/en/subscribe`)
  await page.locator('#email').fill('no-script@example.org')
  await page.locator('input[name=newsletters]').first().check()
  await page.locator('#consent').check()
  await expect.poll(() => Date.now() - opened, { timeout: 5000 }).toBeGreaterThan(2500)
  await press(page, page.locator('#sign-up button[type=submit]'))

  await page.waitForURL(`${url}/en/subscribe/sent`)
  expect(await mailedLink('no-script@example.org')).toMatch(/\/en\/confirm\//)
})

test('the sheet of languages closes on Escape, and the focus goes back to its button', async () => {
  await using person = await visitor()
  const { page } = person
  await page.goto(`${url}/en`)
  const button = page.locator('details.language summary')
  await button.press('Enter')
  expect(await page.locator('.language .sheet').isVisible()).toBe(true)
  await accessible(page)
  await page.keyboard.press('Escape')

  expect(await page.locator('.language .sheet').isVisible()).toBe(false)
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
})

test.for([
  ['/u/nonsense', 404],
  ['/en/practices', 200],
  ['/en/feeds/all/atom.xml', 200],
  ['/brand/eu-emblem.png', 200],
  ['/covers/0199c0de-0000-7000-8000-000000000001.png?w=1120', 200],
  ['/xx/anything', 404],
] as const)('the web server answers %s with %i', async ([path, status]) => {
  expect((await fetch(`${url}${path}`)).status).toBe(status)
})

test('a mail program’s click gets through the whole server: no redirect, no cookie, an empty answer', async () => {
  const token = new URL(
    unsubscribeUrl({ subscriberId: '0199c0de-0000-7000-8000-000000000001', list: newsletterId }),
  ).pathname
  for (const body of [new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), multipart()]) {
    const answer = await fetch(`${url}${token}`, { method: 'POST', body, redirect: 'manual' })
    expect([answer.status, answer.headers.get('Set-Cookie'), await answer.text()]).toEqual([200, null, ''])
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
  }
})

function multipart(): FormData {
  const form = new FormData()
  form.append('List-Unsubscribe', 'One-Click')
  return form
}
