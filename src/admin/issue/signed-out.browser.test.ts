import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { adminPage } from '../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../testing/browser.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'signed-out@example.org', name: 'Eva Editor', roles: ['editor'] })
const translator = await enrol({
  email: 'no-editor@example.org',
  name: 'Tea Translator',
  roles: ['translator'],
  locales: ['fr'],
})
const MOMENT_MS = 60_000
let issueId = ''

beforeAll(async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(6, ['en', 'fr'])
  const item = await createTestItem(payload)
  await item.publish('en')
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
})

const viewOf = (tab: string): string => `${url}/admin/collections/issues/${issueId}/${tab}`
const open = (tab: string) => page.goto(viewOf(tab), { waitUntil: 'networkidle', timeout: MOMENT_MS })
const note = (): Locator => page.getByRole('alert').getByText('You are signed out.')

const tries = {
  'sending it': ['send', (): Locator => page.getByRole('button', { name: /^Send \d+ mail/ })],
  'planning it': ['send', (): Locator => page.getByRole('button', { name: 'Schedule' })],
  'rehearsing it': ['rehearsal', (): Locator => page.getByRole('button', { name: 'Rehearse the issue' })],
  'a test to oneself': [
    'preview?edition=en',
    (): Locator => page.getByRole('button', { name: 'Send me a test in English' }),
  ],
  'a decision about a language': [
    'preview',
    (): Locator => page.getByRole('article', { name: 'Français' }).getByRole('button', { name: 'Leave out' }),
  ],
} as const

test.for(Object.keys(tries) as (keyof typeof tries)[])(
  'whoever is signed out meanwhile is told just that, and where they are stays: %s',
  async (what) => {
    const [tab, button] = tries[what]
    await signIn(editor)
    await open(tab)
    await button().waitFor({ timeout: MOMENT_MS })
    if (what === 'planning it')
      await page.getByLabel('Day and time').fill(`${new Date().getUTCFullYear() + 1}-01-20T09:00`)
    await person.clearCookies({ name: 'payload-token' })
    await button().click()
    if (what === 'sending it') await page.getByRole('button', { name: /^Yes, send/ }).click()

    await note().waitFor({ timeout: MOMENT_MS })
    expect(await page.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/admin/login')
    await page.waitForLoadState('networkidle')
    expect(page.url()).toBe(viewOf(tab))
    const said = await page.getByRole('status').allTextContents()
    expect(said.filter((words) => /did not answer|not possible/i.test(words))).toEqual([])
    // What was pressed can be pressed again once they are back.
    expect(await button().isEnabled()).toBe(true)
    expect(await accessibilityFindings(page)).toEqual([])
    if (what === 'sending it') await picture(page, 'signed-out')
  },
)

test('who may not decide about an issue is told so, where an address leads there', async () => {
  // Of others they would not even be told that they are there.
  await databaseOf(payload).execute(
    sql`update issues set state = 'sent', sent_at = now() where id = ${issueId}::uuid`,
  )
  await signIn(translator)
  for (const tab of ['send', 'preview', 'rehearsal', 'archive']) {
    await open(tab)
    await page.getByText('Only editors decide this.').waitFor({ timeout: MOMENT_MS })
    expect(await accessibilityFindings(page)).toEqual([])
  }
  await picture(page, 'issue-no-editor')
})
