import { beforeAll, expect, test } from 'vitest'

import { refreshUnknown } from '../../../audience/refresh-people.ts'
import { databaseOf, sql } from '../../../database/database.ts'
import type { Locale } from '../../../i18n/locales.ts'
import { messages } from '../../../i18n/translator.ts'
import { adminPage } from '../../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../../testing/browser.ts'
import { createTestNewsletter } from '../../../testing/create-newsletter.ts'
import { emptying } from '../../../testing/emptying.ts'
import { textReader } from '../../client-texts.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'segments@example.org', name: 'Sela Segments', roles: ['editor'] })

const textsIn = (locale: Locale) => textReader(messages(locale, 'audience'), locale)

const topicIds: string[] = []

beforeAll(async () => {
  const newsletter = await createTestNewsletter(payload)
  for (const label of ['Access to finance', 'Mentoring'])
    topicIds.push((await payload.create({ collection: 'topics', data: { label } })).id)
  const database = databaseOf(payload)
  await database.execute(emptying('subscribers subscriptions subscriber_facets'))
  await newsletter.subscribe(48, ['de', 'fr', 'en', 'ar'], ['el'])
  await newsletter.subscribe(2, ['uk'])
  // The first twelve, three of each language, want one topic alone.
  await database.execute(sql`
    update subscribers set topics = array[${topicIds[0] ?? ''}::uuid]
    where id in (select id from subscribers order by length(email), email limit 12)
  `)
  await refreshUnknown(100, database)
  await signIn(editor)
})

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

const status = () => page.locator('.em-count [role="status"]')

/** Waits until so many people are said, and nothing is being counted any more. */
async function countOf(text: string): Promise<string[]> {
  await page.locator('.em-count[aria-busy="false"] .em-count-people', { hasText: text }).waitFor()
  return page.locator('.em-count-languages li').allTextContents()
}

async function storedCondition(): Promise<unknown> {
  const { docs } = await payload.find({ collection: 'segments', limit: 1, sort: '-updatedAt' })
  return docs[0]?.condition
}

test('an editor builds a segment with the keyboard alone and sees at once whom it chooses', async () => {
  await page.goto(`${url}/admin/collections/segments/create`, { waitUntil: 'networkidle' })
  await page.getByLabel('Name').fill('German readers who want mentoring')
  expect(await status().textContent()).toBe('Add a condition.')

  await page.getByRole('button', { name: 'Add condition' }).focus()
  await press('Enter')
  await status().getByText('Condition 1: Choose at least one value.').waitFor()
  // The new condition has the focus: about languages, read at all, and of those German.
  await press('Tab', 'Tab', 'Space')
  await page.getByRole('checkbox', { name: 'German' }).focus()
  await press('Space', 'Escape')
  expect(await countOf('12 people')).toEqual(['German12'])

  await page.getByRole('button', { name: 'Add condition' }).focus()
  await press('Enter', 'ArrowDown', 'ArrowDown')
  await press('Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Space')
  await picture(page, 'segment-values')
  await press('Escape')
  // Three of the twelve want finance alone; nine want everything.
  await countOf('9 people')
  expect(await page.getByText('Who chose no topics wants all of them').isVisible()).toBe(true)
  await picture(page, 'segment-en')
  expect(await accessibilityFindings(page, '.em-condition')).toEqual([])

  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('successfully created').waitFor()
  expect(await storedCondition()).toEqual({
    kind: 'all',
    of: [
      { kind: 'language', values: ['de'] },
      { kind: 'topic', values: [topicIds[1]] },
    ],
  })
})

test('a condition that is not filled in is named where it stands, and nothing is saved', async () => {
  await page.getByRole('button', { name: 'Add group' }).focus()
  await press('Enter')
  await status().getByText('Condition 3.1: Choose at least one value.').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('Condition 3.1: Choose at least one value.').waitFor()

  const row = page.getByRole('group', { name: 'Condition 3.1', exact: true })
  expect(await row.getByText('Choose at least one value.').isVisible()).toBe(true)
  await picture(page, 'segment-refused')
  expect(await accessibilityFindings(page, '.em-condition')).toEqual([])

  await page.getByRole('button', { name: 'Remove: Group 3' }).focus()
  await press('Enter')
  await countOf('9 people')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'What it is about',
  )
})

test('in Arabic the builder reads from the right and works the same', async () => {
  const t = textsIn('ar')
  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
  await countOf('9')

  await page
    .getByRole('button', { name: t('segment.remove') })
    .nth(1)
    .focus()
  await press('Enter')
  await countOf('12')
  await page.locator('.em-row .em-select').nth(1).focus()
  await press('ArrowDown')
  // All but the twelve; of the two in Ukrainian nothing is said by itself.
  expect((await countOf('38')).map((line) => line.replace(/\D/gu, ''))).toEqual(['12', '12', '14'])
  await picture(page, 'segment-ar')
  expect(await accessibilityFindings(page, '.em-condition')).toEqual([])
})

test('the builder fits a phone', async () => {
  await person.clearCookies({ name: 'payload-lng' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload({ waitUntil: 'networkidle' })
  await countOf('9')

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await picture(page, 'segment-narrow')
})
