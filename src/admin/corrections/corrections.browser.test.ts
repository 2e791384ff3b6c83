import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { signInTo } from '../../testing/sign-in.ts'

const { url } = ownProduct()
const editor = { email: 'corrects@example.org', password: 'one door for everyone', name: 'Eva Editor' }
const reason = 'The number of participants was wrong: 24, not 42.'

let payload: Payload
let item: TestItem
let channelId: string

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await createTestNetwork(payload, ['en', 'ar'])
  await payload.create({ collection: 'users', data: { ...editor, roles: ['editor'] } })
  item = await createTestItem(payload)
  await item.publish('en')
  await item.publish('ar', { title: 'بداية الإرشاد' })
  const channel = await payload.create({
    collection: 'channels',
    data: {
      name: 'City portal',
      service: 'webhook',
      baseUrl: 'https://portal.example/hooks',
      secrets: { signingSecret: `whsec_${Buffer.alloc(32, 'x').toString('base64')}` },
      locales: ['en'],
      mode: 'auto',
      partnerContact: 'Web desk of the city',
    },
  })
  channelId = String(channel.id)
  // It stands there, and the service cannot change it.
  await databaseOf(payload).execute(sql`
    insert into channel_deliveries
      (id, collection, item_id, locale, channel_id, service, title, item_url, desired, outbox_id, state, reason, remote_state, remote_id, remote_url, due_at)
    values (gen_random_uuid(), 'news', ${item.id}, 'en', ${channelId}, 'webhook', 'Mentoring starts', '', 'live', 1000000,
      'skipped', 'cannot-edit', 'live', '1', 'https://portal.example/1', '2026-12-10T09:00:00Z')
  `)
  await databaseOf(payload).execute(sql`
    insert into channel_choices (collection, item_id, locale, channel_id, wanted, scheduled_for)
    values ('news', ${item.id}, 'ar', ${channelId}, 'yes', '2026-12-17T09:00:00Z')
  `)
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

async function person(language: 'en' | 'ar', theme = 'light', width = 1440) {
  const context = await visitor({ viewport: { width, height: 900 } })
  await signInTo(context.page, url, editor)
  await context.addCookies([
    { name: 'payload-theme', value: theme, url },
    { name: 'payload-lng', value: language, url },
  ])
  return context
}
const open = (page: Page, path: string) => page.goto(`${url}/admin/${path}`, { waitUntil: 'networkidle' })

test('an editor says once what was wrong, with the keyboard alone, and sees where it cannot be put right', async () => {
  await using editing = await person('en')
  const { page } = editing
  await open(page, `collections/news/${item.id}/corrections`)
  await page.getByRole('checkbox', { name: 'العربية' }).uncheck()
  await page.getByRole('textbox', { name: 'Reason in English' }).focus()
  await page.keyboard.type(reason)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Said.' }).waitFor()

  await page.getByText('Tell: Web desk of the city').waitFor()
  expect(await accessibilityFindings(page, '.em-view')).toEqual([])
  await picture(page, 'admin-corrections-item-en')
  await open(page, 'corrections')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText(reason).count()).toBe(1)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-corrections-en')
})

test('a reason that is missing is asked for, and nothing becomes public', async () => {
  await using editing = await person('en')
  const { page } = editing
  await open(page, `collections/news/${item.id}/corrections`)
  await page.getByRole('checkbox', { name: 'English' }).uncheck()
  await page.getByRole('textbox', { name: 'Reason in العربية' }).fill('   ')
  await page.getByRole('button', { name: 'Publish the correction' }).click()

  await page.getByText('Write a reason for each language you chose.').waitFor()
  const { rows } = await databaseOf(payload).execute(
    sql`select from item_corrections where locales @> '["ar"]'::jsonb`,
  )
  expect(rows).toEqual([])
})

test.for([
  ['light', 'ar', 1440],
  ['dark', 'en', 1440],
  ['light', 'en', 390],
] as const)(
  'calendar and corrections can be read everywhere: %s, %s, %i wide',
  async ([theme, language, width]) => {
    await using reading = await person(language, theme, width)
    const { page } = reading
    for (const place of [
      'calendar?month=2026-12',
      'corrections',
      `collections/news/${item.id}/corrections`,
    ]) {
      await open(page, place)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      expect(await accessibilityFindings(page, '.em-view')).toEqual([])
      await picture(page, `admin-${place.split(/[/?]/)[0]}-${theme}-${language}-${width}`)
    }
  },
)

test('the calendar shows what an editor planned on its day, and leads to it', async () => {
  await using reading = await person('en')
  const { page } = reading
  await open(page, 'calendar?month=2026-12')
  const cell = page.getByRole('cell').filter({ has: page.locator('time[datetime="2026-12-17"]') })

  expect(await cell.textContent()).toContain('City portal: Arabic')
  await cell.getByRole('link').first().click()
  await page.waitForURL(`**/news/${item.id}/dissemination`)
})
