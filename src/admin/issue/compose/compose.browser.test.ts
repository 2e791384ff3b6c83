import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../../payload.config.ts'
import { messages } from '../../../i18n/translator.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../../testing/browser.ts'
import { createTestEvent } from '../../../testing/create-event.ts'
import { createTestItem } from '../../../testing/create-item.ts'
import { createTestNewsletter } from '../../../testing/create-newsletter.ts'
import { type IssueForm, issueForm } from '../../../testing/issue-form.ts'
import { ownProduct } from '../../../testing/own-product.ts'
import { signInTo } from '../../../testing/sign-in.ts'
import { textReader } from '../../client-texts.ts'

const { url } = ownProduct()
const editor = { email: 'composer@example.org', password: 'one door for everyone', name: 'Cleo Composer' }
const MOMENT_MS = 60_000

let payload: Payload
let person: Awaited<ReturnType<typeof visitor>>
let page: Page
let form: IssueForm
let issueId = ''

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await payload.create({ collection: 'users', data: { ...editor, roles: ['editor'] } })
  const newsletter = await createTestNewsletter(payload)
  await payload.update({
    collection: 'newsletters',
    id: newsletter.id,
    data: { proposals: { collections: ['news', 'events'] } },
  })
  const shops = await createTestItem(payload)
  await shops.publish('en', { title: 'A shop for six weeks' })
  await shops.publish('el', { title: 'Ένα μαγαζί για έξι εβδομάδες' })
  const mentors = await createTestItem(payload)
  await mentors.publish('en', { title: 'Mentors wanted' })
  const day = await createTestEvent(payload, new Date('2031-02-18T08:00:00Z'))
  await day.publish('en', { title: 'Open day in Athens' })
  await day.publish('ar', { title: 'يوم مفتوح في أثينا' })
  person = await visitor({ viewport: { width: 1440, height: 1000 } })
  page = person.page
  form = issueForm(page)
  await signInTo(page, url, editor)
})

afterAll(async () => {
  await person.close()
  await closeBrowser()
  await payload.destroy()
})

const found = (): Promise<string[]> => form.search.locator('li bdi').allTextContents()

test('before an issue is stored its editor finds items by the newsletter’s own conditions', async () => {
  await page.goto(`${url}/admin/collections/issues/create?locale=en`, { waitUntil: 'networkidle' })
  await form.openSearch('Find items')
  await form.search.getByText('Choose the newsletter first.').waitFor()

  await form.choose('newsletter', 'EMEN letter')
  await form.search.getByText('3 items found').waitFor()
  expect(await found()).toEqual(['Open day in Athens', 'Mentors wanted', 'A shop for six weeks'])
  expect(await form.search.locator('li').first().textContent()).toMatch(/Takes place on 18 Feb 2031.*en.*ar/)
  expect(await form.search.locator('summary').first().textContent()).toMatch(/Events.*News|News.*Events/)
  await picture(page, 'compose-found')
  expect(await accessibilityFindings(page, '.em-find')).toEqual([])
})

test('with the keyboard alone fewer kinds are asked for, and what is ticked becomes a part of the contents', async () => {
  const kinds = form.search.locator('summary').first()
  await kinds.focus()
  await page.keyboard.press('Enter')
  await form.search.getByRole('checkbox', { name: 'Events', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await form.search.getByText('2 items found').waitFor()

  await form.search.getByRole('checkbox', { name: 'A shop for six weeks' }).focus()
  await page.keyboard.press('Space')
  await form.search.getByRole('button', { name: 'Add 1 item' }).focus()
  await page.keyboard.press('Enter')
  await form.search.getByText('1 item is in the contents now.').waitFor()
  await expect.poll(found, { timeout: MOMENT_MS }).toEqual(['Mentors wanted'])
  await page.locator('#field-contents').getByText('A shop for six weeks').waitFor()

  // The next one joins the part that is there.
  await form.search.getByRole('checkbox', { name: 'Mentors wanted' }).check()
  await form.search.getByRole('button', { name: 'Add 1 item' }).click()
  await page.locator('#field-contents').getByText('Mentors wanted').waitFor()
  expect(await page.locator('#field-contents .blocks-field__row').count()).toBe(1)
})

test('the sheet of a condition closes when something else is clicked that cannot have the focus', async () => {
  const topics = form.search.locator('details').nth(1)
  await topics.locator('summary').click()
  await expect.poll(() => topics.getAttribute('open'), { timeout: MOMENT_MS }).not.toBeNull()
  await page.mouse.click(1400, 960)
  await expect.poll(() => topics.getAttribute('open'), { timeout: MOMENT_MS }).toBeNull()
})

test('a new issue has its newsletter’s next number, which may be another', async () => {
  await expect.poll(() => form.field('number').inputValue(), { timeout: MOMENT_MS }).toMatch(/^[1-9]\d*$/)
})

test('an empty subject says what readers would get, and takes it over when asked', async () => {
  const proposal = form
    .field('subject')
    .locator('xpath=ancestor::*[contains(@class, "field-type")][1]')
    .locator('.em-proposal')
  await proposal.getByText('EMEN letter: A shop for six weeks').waitFor({ timeout: MOMENT_MS })
  expect(await proposal.textContent()).toContain('Left empty, readers in this language get:')
  await picture(page, 'compose-proposal')
  await proposal.getByRole('button', { name: 'Use proposal' }).click()
  expect(await form.field('subject').inputValue()).toBe('EMEN letter: A shop for six weeks')

  await form.field('number').fill('11')
  expect(await form.save()).toBe(201)
  await page.waitForURL(/issues\/[0-9a-f-]{36}/)
  issueId = /issues\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  const issue = await payload.findByID({ collection: 'issues', id: issueId, depth: 0, locale: 'en' })
  expect(issue.subject).toBe('EMEN letter: A shop for six weeks')
  expect(issue.contents).toMatchObject([
    { blockType: 'items', items: [{ relationTo: 'news' }, { relationTo: 'news' }] },
  ])
})

test('in another language the proposal is in that language', async () => {
  await page.goto(`${url}/admin/collections/issues/${issueId}?locale=el`, { waitUntil: 'networkidle' })
  await page
    .locator('.em-proposal')
    .getByText('EMEN letter el: Ένα μαγαζί για έξι εβδομάδες')
    .waitFor({ timeout: MOMENT_MS })
})

test('an invitation to what is no event is refused at the field that says so', async () => {
  await page.goto(`${url}/admin/collections/issues/${issueId}?locale=en`, { waitUntil: 'networkidle' })
  await form.choose('design', 'Invitation')
  expect(await form.save()).toBe(400)
  await page.getByText('An invitation asks to an event').first().waitFor()
})

test('in Arabic and on a phone the search reads from the right and fits', async () => {
  const t = textReader(messages('ar', 'admin'), 'ar')
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${url}/admin/collections/issues/${issueId}?locale=ar`, { waitUntil: 'networkidle' })
  await form.openSearch(t('views.compose.find'))
  await form.search.locator('li bdi').first().waitFor()
  expect(await found()).toEqual(['يوم مفتوح في أثينا'])
  await picture(page, 'compose-ar-phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await accessibilityFindings(page, '.em-find')).toEqual([])
})
