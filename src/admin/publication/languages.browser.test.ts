import { beforeAll, expect, test } from 'vitest'

import { adminPage } from '../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../testing/browser.ts'
import { createSurroundings, practiceFacts, practiceTexts } from '../../testing/create-practice.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'languages@example.org', name: 'Eva Editor', roles: ['editor'] })

let id = ''

beforeAll(async () => {
  const around = await createSurroundings(payload, ['en', 'fr', 'el', 'ar'])
  const practice = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...practiceFacts(around), ...practiceTexts('Market hall') },
  })
  id = practice.id
  const texts = practiceTexts('Halles')
  await payload.update({ collection: 'practices', id, locale: 'fr', draft: true, data: texts })
  await payload.update({ collection: 'practices', id, locale: 'el', draft: true, data: { title: 'Αγορά' } })
  await signIn(editor)
})

const open = () =>
  page.goto(`${url}/admin/collections/practices/${id}/languages`, { waitUntil: 'networkidle' })
const row = async (name: string): Promise<string> =>
  (await page.getByRole('row', { name }).textContent()) ?? ''

test('an editor publishes the languages that they choose, and is told what a language lacks', async () => {
  await open()
  await page.getByRole('heading', { name: 'Public in 0 of 4 languages' }).waitFor()
  expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true)
  expect(await row('Ελληνικά')).toMatch(/Draft.*Summary/)

  await page.getByRole('checkbox', { name: 'Ελληνικά' }).check()
  await page.getByRole('checkbox', { name: 'Français' }).check()
  await page.getByText('2 languages chosen').waitFor()
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const answer = await answered
  expect([answer.status(), await answer.text()]).toEqual([
    400,
    expect.stringContaining('Summary is missing in Greek.'),
  ])
  await page.getByText('Summary is missing in Greek.').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])

  await page.getByRole('checkbox', { name: 'Ελληνικά' }).uncheck()
  await page.getByRole('checkbox', { name: 'English' }).check()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('heading', { name: 'Public in 2 of 4 languages' }).waitFor()
  expect(await row('Français')).toMatch(/Public/)
})

test('an editor plans to take a language back, sees it planned, and cancels', async () => {
  await open()
  await page.getByRole('checkbox', { name: 'Français' }).check()
  await page.getByRole('button', { name: 'Schedule…' }).click()
  const form = page.getByRole('form', { name: 'Schedule' })
  await form.getByLabel('What').selectOption('unpublish')
  await form.getByLabel('When').fill(`${new Date().getUTCFullYear() + 1}-12-01T09:00`)
  await form.getByLabel('Time zone').fill('Europe/Athens')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'admin-languages')
  await form.getByRole('button', { name: 'Plan' }).click()
  const planned = page.getByRole('region', { name: 'Planned' })
  await planned.getByText(/To be taken back on \d{4}-12-01 09:00 \(Europe\/Athens\)/).waitFor()
  expect(await row('Français')).toMatch(/To be taken back/)
  await planned.getByRole('button', { name: 'Cancel' }).click()
  await planned.getByText(/Cancelled/).waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
})

test('it works on a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open()
  await page.getByRole('checkbox', { name: 'English' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await picture(page, 'admin-languages-390')
})

test('it works in Arabic, from right to left', async () => {
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await open()
  await page.getByRole('checkbox', { name: 'English' }).waitFor()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
  await picture(page, 'admin-languages-ar')
})
