import { getPayload, type Payload } from 'payload'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { translator } from '../../i18n/translator.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { createTestChoices } from '../../testing/create-choices.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { signInTo } from '../../testing/sign-in.ts'

const { url, mailsUrl } = ownProduct()
const editor = { email: 'answers@example.org', password: 'one door for everyone', name: 'Eva Editor' }
const ASKER = 'asks-in-arabic@example.org'
const QUESTION = 'كيف أفتح مخبزاً في بلجيكا؟'
const ANSWER = 'اتصلي بمكتب الشركات في مدينتك.'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await createTestNetwork(payload, ['en', 'ar'])
  await createTestChoices(payload, ['en', 'ar'])
  const { id } = await payload.create({
    collection: 'organisations',
    locale: 'en',
    data: { name: 'Bakers’ help' },
  })
  await payload.create({
    collection: 'question-routes',
    data: { name: 'Everything', organisation: id, contactEmail: 'help@bakers.example' },
  })
  await payload.create({ collection: 'users', data: { ...editor, roles: ['editor'] } })
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

interface Mail {
  readonly subject: string
  readonly text: string
}

/** The newest mail to an address that holds something, once it has arrived. */
async function mailTo(address: string, holding: RegExp): Promise<Mail> {
  const newest = async (): Promise<Mail | null> => {
    const { mails } = await (await fetch(`${mailsUrl}/api/mails?to=${address}`)).json()
    for (const { id } of mails) {
      const mail = await (await fetch(`${mailsUrl}/api/mails/${id}`)).json()
      if (holding.test(mail.text)) return mail
    }
    return null
  }
  await expect.poll(newest, { timeout: 30_000 }).not.toBeNull()
  const mail = await newest()
  if (mail === null) throw new Error('the mail went away again')
  return mail
}

const press = async (page: Page, button: Locator): Promise<void> =>
  void (await Promise.all([page.waitForEvent('load'), button.click()]))
const accessible = async (page: Page): Promise<void> => expect(await accessibilityFindings(page)).toEqual([])

test('a question in Arabic is confirmed, answered in the admin, mailed, and becomes a public entry of the FAQ', {
  timeout: 120_000,
}, async () => {
  const t = translator('ar', 'site')
  await using asking = await visitor({ locale: 'ar' })
  const { page } = asking
  await page.goto(`${url}/ar/ask`)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await accessible(page)
  const opened = Date.now()
  await press(page, page.getByRole('button', { name: t('ask.button') }))
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    t('ask.error.question', { number: 1500 }),
    t('ask.error.topic'),
    t('ask.error.country'),
    t('subscribe.error.email'),
    t('subscribe.error.consent'),
  ])
  await accessible(page)
  await picture(page, 'ask-ar-errors')
  await page.locator('#question').fill(QUESTION)
  await page.locator('#topic').selectOption({ index: 1 })
  await page.locator('#country').selectOption({ index: 1 })
  await page.locator('#name').fill('أمينة')
  await page.locator('#email').fill(ASKER)
  await page.locator('#consent').check()
  await expect.poll(() => Date.now() - opened, { timeout: 5000 }).toBeGreaterThan(2000)
  await press(page, page.getByRole('button', { name: t('ask.button') }))
  await page.waitForURL(`${url}/ar/ask/sent`)
  await accessible(page)

  const { text } = await mailTo(ASKER, /\/ask\/confirm\//)
  await page.goto(/https?:\S+\/ask\/confirm\/\S+/.exec(text)?.[0] ?? '')
  await accessible(page)
  await picture(page, 'ask-ar-confirm')
  await press(page, page.getByRole('button', { name: t('ask.confirmButton') }))
  await page.getByRole('heading', { name: t('ask.doneTitle') }).waitFor()

  const told = await mailTo('help@bakers.example', /\/admin\/questions\//)
  await using staff = await visitor({ viewport: { width: 1440, height: 1000 } })
  await signInTo(staff.page, url, editor)
  await staff.page.goto(`${url}/admin/questions`, { waitUntil: 'networkidle' })
  await accessible(staff.page)
  await picture(staff.page, 'questions-en')
  await staff.page.goto(/https?:\S+\/admin\/questions\/\S+/.exec(told.text)?.[0] ?? '', {
    waitUntil: 'networkidle',
  })
  expect(await staff.page.content()).not.toContain(ASKER)
  await staff.page.getByLabel('Your answer').fill(ANSWER)
  await staff.page.getByRole('button', { name: 'Send the answer' }).press('Enter')
  await staff.page.getByRole('heading', { level: 1, name: 'Answered' }).waitFor()
  await accessible(staff.page)
  await picture(staff.page, 'question-en')

  const mail = await mailTo(ASKER, new RegExp(ANSWER))
  expect(mail.text).toContain(QUESTION)

  await staff.page.getByRole('button', { name: 'Make a draft of the FAQ' }).click()
  await staff.page.getByRole('link', { name: 'Draft of the FAQ made from it' }).waitFor()
  await staff.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await staff.page.reload({ waitUntil: 'networkidle' })
  expect(await staff.page.locator('html').getAttribute('dir')).toMatch(/rtl/i)
  await accessible(staff.page)
  await picture(staff.page, 'question-ar')

  const { docs } = await payload.find({ collection: 'faqs', locale: 'ar', draft: true, depth: 0 })
  const [entry] = docs
  expect(entry?.title).toBe(QUESTION)
  await payload.update({
    collection: 'faqs',
    id: String(entry?.id),
    locale: 'ar',
    data: { _status: 'published' },
  })
  // What somebody else looked at a moment ago may be answered from memory for less than a second more.
  const listed = async (): Promise<number> => {
    await page.goto(`${url}/ar/faq`)
    return page.getByRole('link', { name: QUESTION }).count()
  }
  await expect.poll(listed, { timeout: 10_000 }).toBe(1)
  await accessible(page)
  await picture(page, 'faq-ar')
  await press(page, page.getByRole('link', { name: QUESTION }))
  await page.getByText(ANSWER).waitFor()
  await accessible(page)
})
