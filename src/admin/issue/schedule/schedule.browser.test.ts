import { beforeAll, expect, test } from 'vitest'

import { databaseOf } from '../../../database/database.ts'
import { decideLanguage } from '../../../ledger/issue-languages.ts'
import { adminPage } from '../../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../../testing/browser.ts'
import { clockChange } from '../../../testing/clock-change.ts'
import { createTestItem } from '../../../testing/create-item.ts'
import { createTestNewsletter } from '../../../testing/create-newsletter.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage({
  viewport: { width: 1440, height: 1100 },
})
const editor = await enrol({ email: 'schedule@example.org', name: 'Eva Editor', roles: ['editor'] })
const day = clockChange('March')
const year = day.slice(0, 4)

let issueId = ''

beforeAll(async () => {
  const newsletter = await createTestNewsletter(payload)
  const item = await createTestItem(payload)
  for (const locale of ['en', 'fr'] as const) await item.publish(locale)
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await newsletter.subscribe(30, ['en', 'fr', 'el'])
  await newsletter.subscribe(8, ['ar'])
  const hold = { rule: 'hold', deadline: null, afterwards: 'fallback' } as const
  await decideLanguage(issueId, { locale: 'el', ...hold }, editor.id, databaseOf(payload))
  const skip = { rule: 'skip', deadline: null, afterwards: null } as const
  await decideLanguage(issueId, { locale: 'ar', ...skip }, editor.id, databaseOf(payload))
  await signIn(editor)
})

const row = async (name: string): Promise<string> =>
  (await page.getByRole('row', { name }).first().textContent()) ?? ''

test('an editor sees what becomes of each language, and that everybody is counted', async () => {
  await page.goto(`${url}/admin/collections/issues/${issueId}/send`, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { name: '30 readers would get it' }).waitFor()
  await page.getByText('20 get it at once, 10 wait for their language, 8 get nothing').waitFor()

  expect(await row('English')).toContain('Ready')
  expect(await row('Ελληνικά')).toContain('On hold for 24 hours, then it falls back')
  expect(await row('العربية')).toMatch(/Left out.*8/)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'issue-before-sending')
})

test('an editor schedules an issue, is told of a time that the clocks skip, and takes it back', async () => {
  const form = page.getByRole('form', { name: 'Send it later' })
  expect(await form.getByLabel('Time zone').inputValue()).toBe('Europe/Brussels')
  await form.getByLabel('Day and time').fill(`${day}T02:30`)
  await form.getByRole('button', { name: 'Schedule' }).click()
  await form.getByText(new RegExp(`Choose Sun,? \\d+ Mar ${year}, 03:30 or another\\.$`)).waitFor()

  await form.getByLabel('Day and time').fill(`${year}-07-29T09:00`)
  await form.getByLabel('Time zone').selectOption('Europe/Athens')
  await form.getByRole('button', { name: 'Schedule' }).click()
  await page
    .getByRole('heading', { name: new RegExp(`^Scheduled for .*29 Jul ${year}, 09:00 \\(Europe/Athens\\)$`) })
    .waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'issue-scheduled')

  await page.getByRole('button', { name: 'Do not send it then' }).click()
  await page.getByRole('heading', { name: '30 readers would get it' }).waitFor()
})

test.for([
  ['ar', { width: 1440, height: 1600 }],
  ['en', { width: 390, height: 800 }],
] as const)('it can be decided everywhere: %s, %o', async ([language, size]) => {
  await page.setViewportSize(size)
  await person.addCookies([{ name: 'payload-lng', value: language, url }])
  await page.goto(`${url}/admin/collections/issues/${issueId}/send`, { waitUntil: 'networkidle' })

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, `issue-before-sending-${language}-${size.width}`)
})
