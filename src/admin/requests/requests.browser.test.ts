import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { emptying } from '../../testing/emptying.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { signInTo } from '../../testing/sign-in.ts'
import { createSource } from '../../testing/translation-source.ts'

const { url } = ownProduct()

const editor = { email: 'requests@example.org', password: 'one door for everyone', name: 'Rita Requests' }
const PATH = `${url}/admin/translation/requests`

let payload: Payload
let person: Awaited<ReturnType<typeof visitor>>
let page: Page

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await payload.create({ collection: 'users', data: { ...editor, roles: ['editor'] } })
  const translator = await payload.create({
    collection: 'users',
    data: {
      email: 'lena.requests@example.org',
      password: editor.password,
      name: 'Lena Vogt',
      roles: ['translator'],
      locales: ['de'],
    },
  })
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: {
      name: 'Sample network',
      enabledLocales: ['en', 'de', 'el', 'ar'],
      machineCharactersPerMonth: 2_000,
    },
  })
  const database = databaseOf(payload)
  await database.execute(emptying('translation_requests translation_request_log translation_usage'))
  await database.execute(sql`
    insert into translation_usage (engine, month, characters)
    select engine, to_char(now() at time zone 'utc', 'YYYY-MM'), characters
    from (values ('all', 1240), ('deepl', 900), ('libretranslate', 340)) as used (engine, characters)
  `)
  person = await visitor({ viewport: { width: 1440, height: 900 } })
  page = person.page
  await signInTo(page, url, editor)

  const letter = await createSource(database, {
    title: 'Mentoring for women who start a business',
    teaser: 'Six months, in pairs, with ⟦1⟧people of the trade⟦/1⟧.',
  })
  const page2 = await createSource(database, {
    title: 'Info line: ask in your language',
    teaser: 'Call us at any time.',
  })
  await askFor({ items: [letter], locales: ['ar', 'el'], engine: 'pseudo' })
  await askFor({
    items: [letter, page2],
    locales: ['de'],
    assigneeId: translator.id,
    deadline: new Date(Date.now() + 5 * 24 * 3_600_000).toISOString(),
  })
  await database.execute(sql`
    update translation_requests set deadline = now() - interval '1 day'
    where item_id = ${page2.id} and locale = 'de'
  `)
})

afterAll(async () => {
  await person.close()
  await closeBrowser()
  await payload.destroy()
})

async function askFor(wish: object): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const answer = await fetch('/api/translation/requests', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    return answer.status
  }, JSON.stringify(wish))
  expect(status).toBe(201)
}

const states = () => page.locator('.em-requests .em-standing b').allTextContents()

test('the page says how much is under way, who does what, and what machines may still have', async () => {
  await page.goto(PATH)
  await page.locator('.em-standing b', { hasText: 'In review' }).nth(1).waitFor({ timeout: 30_000 })

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('4 translations are under way')
  expect((await states()).toSorted()).toEqual(['In review', 'In review', 'Requested', 'Requested'])
  expect(
    await page.getByRole('img', { name: '1,240 of 2,000 characters are used, 760 are left.' }).isVisible(),
  ).toBe(true)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-requests')
})

test('each request tells what happened to it', async () => {
  await page.getByText('What happened').first().click()
  await page.getByText('What happened').last().click()

  expect(await page.locator('.em-log[open] li b').allTextContents()).toEqual([
    'Requested',
    'Requested',
    'In progress',
    'Delivered',
    'In review',
  ])
  expect(await page.locator('.em-log[open] li small').first().textContent()).toBe(editor.name)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-requests-log')
})

test('filters stand in the address', async () => {
  const filter = page.getByRole('form', { name: 'Filter' })
  await filter.getByLabel('State').selectOption({ label: 'In review' })
  await filter.getByLabel('Language').selectOption('ar')
  await filter.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/state=in-review/u)

  expect(await states()).toEqual(['In review'])
  expect(new URL(page.url()).searchParams.get('language')).toBe('ar')
})

test('ending a request is asked for once more, with the keyboard too, and the row says what became of it', async () => {
  await page.goto(`${PATH}?engine=none`)
  await page.getByRole('button', { name: /^Cancel: Info line/u }).focus()
  await page.keyboard.press('Enter')
  expect(await page.getByText('Cancel this request?').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.getByText('Cancel this request?').isVisible()).toBe(false)
  await page.getByRole('button', { name: /^Reject: Info line/u }).click()
  await page.keyboard.type('Written anew next week')
  await picture(page, 'admin-requests-reject')
  await page.getByRole('button', { name: 'Reject', exact: true }).click()
  await page.getByText('Written anew next week').first().waitFor()

  expect((await states()).toSorted()).toEqual(['Rejected', 'Requested'])
  expect(await accessibilityFindings(page)).toEqual([])
})

test('the page fits a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(PATH)
  await page.getByRole('heading', { level: 1 }).waitFor()

  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-requests-narrow')
})

test('whoever is not signed in is asked to sign in', async () => {
  await using stranger = await visitor()
  await stranger.page.goto(PATH)
  await stranger.page.getByLabel('Password').waitFor()

  expect(new URL(stranger.page.url()).pathname).toBe('/admin/login')
})
