import { beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../../database/database.ts'
import { messages } from '../../../i18n/translator.ts'
import { adminPage } from '../../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../../testing/browser.ts'
import { createTestEvent } from '../../../testing/create-event.ts'
import { createTestItem } from '../../../testing/create-item.ts'
import { createTestNewsletter } from '../../../testing/create-newsletter.ts'
import { type IssueForm, issueForm } from '../../../testing/issue-form.ts'
import { textReader } from '../../client-texts.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage({
  viewport: { width: 1440, height: 1000 },
})
const editor = await enrol({ email: 'composer@example.org', name: 'Cleo Composer', roles: ['editor'] })
const MOMENT_MS = 60_000

let form: IssueForm
let issueId = ''

beforeAll(async () => {
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
  form = issueForm(page)
  await signIn(editor)
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

const order = () => page.locator('.em-order > li')
const titles = (): Promise<string[]> => order().locator('bdi').allTextContents()

async function saved(): Promise<string[]> {
  expect(await form.save()).toBe(200)
  // The form takes nothing before it has read what the server answered.
  await expect.poll(() => form.field('subject').isEnabled(), { timeout: MOMENT_MS }).toBe(true)
  await page.waitForLoadState('networkidle')
  const { contents } = await payload.findByID({ collection: 'issues', id: issueId, depth: 1, locale: 'en' })
  return contents.flatMap((part) =>
    part.blockType === 'items'
      ? part.items.map(({ value }) => (typeof value === 'string' ? value : String(value.title)))
      : [],
  )
}

test('an item that is not public in the language being edited is named in the source language', async () => {
  await expect
    .poll(titles, { timeout: MOMENT_MS })
    .toEqual(['Ένα μαγαζί για έξι εβδομάδες', 'Mentors wanted'])
  expect(await order().locator('bdi').nth(1).getAttribute('lang')).toBe('en')
})

test('with the keyboard alone an item gets another place, which is spoken, and nothing is added', async () => {
  await page.goto(`${url}/admin/collections/issues/${issueId}?locale=en`, { waitUntil: 'networkidle' })
  await expect.poll(titles, { timeout: MOMENT_MS }).toEqual(['A shop for six weeks', 'Mentors wanted'])
  await order().getByRole('button', { name: 'Mentors wanted', exact: true }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(titles, { timeout: MOMENT_MS }).toEqual(['Mentors wanted', 'A shop for six weeks'])
  await page.getByRole('status').getByText('Mentors wanted: 1 of 2').waitFor({ state: 'attached' })
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused, { timeout: MOMENT_MS }).toBe('Move Up: Mentors wanted')
  // At the end of its way it stays, and no key of an arrow moves anything.
  for (const key of ['Space', 'ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
  expect(await saved()).toEqual(['Mentors wanted', 'A shop for six weeks'])

  // The other way its row is put elsewhere in the page: the focus follows.
  await order().getByRole('button', { name: 'Move Down: Mentors wanted' }).focus()
  await page.keyboard.press('Space')
  await expect.poll(titles, { timeout: MOMENT_MS }).toEqual(['A shop for six weeks', 'Mentors wanted'])
  await expect.poll(focused, { timeout: MOMENT_MS }).toBe('Move Down: Mentors wanted')
  await picture(page, 'compose-order')
  expect(await accessibilityFindings(page, '.em-order')).toEqual([])
})

test('the mouse drags an item to another place', async () => {
  await order().nth(1).dragTo(order().nth(0))
  await expect.poll(titles, { timeout: MOMENT_MS }).toEqual(['Mentors wanted', 'A shop for six weeks'])
  expect(await saved()).toEqual(['Mentors wanted', 'A shop for six weeks'])
})

test('what is taken out can be chosen again, and then stands last', async () => {
  await order().getByRole('button', { name: 'Remove: Mentors wanted' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(titles, { timeout: MOMENT_MS }).toEqual(['A shop for six weeks'])
  await form.choose('contents__0__items', 'Mentors wanted')
  await expect.poll(titles, { timeout: MOMENT_MS }).toEqual(['A shop for six weeks', 'Mentors wanted'])
  expect(await saved()).toEqual(['A shop for six weeks', 'Mentors wanted'])
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
  const items = form.field('contents__0__items')
  expect(await items.locator('.field-label').textContent()).toContain(t('field.items'))
  await items.getByText(t('field.items.help')).waitFor()
  await picture(page, 'compose-order-ar-phone')
  expect(await accessibilityFindings(page, '.em-order')).toEqual([])
})

test('in an issue that has left the items are read in their order, and nothing moves them', async () => {
  await databaseOf(payload).execute(sql`update issues set state = 'preparing' where id = ${issueId}::uuid`)
  await page.goto(`${url}/admin/collections/issues/${issueId}?locale=en`, { waitUntil: 'networkidle' })
  await expect.poll(titles, { timeout: MOMENT_MS }).toEqual(['A shop for six weeks', 'Mentors wanted'])
  expect(await page.locator('.em-order [data-act], .em-order [draggable="true"]').count()).toBe(0)
  expect(await form.field('contents__0__items').getByRole('combobox').isVisible()).toBe(false)
})
