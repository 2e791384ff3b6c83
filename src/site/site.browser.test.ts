import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import type { Locale } from '../i18n/locales.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../testing/browser.ts'
import { createTestEvent } from '../testing/create-event.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../testing/create-practice.ts'
import { ownProduct } from '../testing/own-product.ts'

const { url } = ownProduct()
const locales = ['en', 'el', 'ar'] as const

let payload: Payload
let around: Surroundings
let mentoring: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, locales)
  mentoring = await term('services', 'mentoring')
  const greece = await term('countries', 'GR')
  await practice(
    'Athens',
    { services: [mentoring], location: { country: greece, latitude: 37.98, longitude: 23.73 } },
    { el: 'Συμβουλές για επιχειρήσεις', ar: 'تمويل المشاريع الصغيرة' },
  )
  await practice('Lyon', {})
  const event = await createTestEvent(payload, new Date(Date.now() + 10 * 24 * 3_600_000))
  for (const locale of locales) await event.publish(locale)
  const online = await createTestEvent(payload, new Date(Date.now() + 20 * 24 * 3_600_000))
  for (const locale of locales) await online.publish(locale, { mode: 'online' })
  await projectWork(payload)
}, 240_000)
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

async function term(vocabulary: 'services' | 'countries', code: string): Promise<string> {
  const { id } = await payload.create({
    collection: 'terms',
    locale: 'en',
    data: { vocabulary, code, label: `${code} (en)` },
  })
  for (const locale of ['el', 'ar'] as const)
    await payload.update({ collection: 'terms', id, locale, data: { label: `${code} (${locale})` } })
  return id
}

async function practice(
  word: string,
  data: Record<string, unknown>,
  titles: Readonly<Partial<Record<Locale, string>>> = {},
): Promise<void> {
  const texts = (locale: Locale) => ({
    ...practiceTexts(`${word} ${locale}`),
    ...(titles[locale] !== undefined && { title: titles[locale] }),
    _status: 'published' as const,
  })
  const { id } = await payload.create({
    collection: 'practices',
    locale: 'en',
    data: { ...practiceFacts(around), ...texts('en'), ...data } as never,
  })
  for (const locale of ['el', 'ar'] as const)
    await payload.update({ collection: 'practices', id, locale, data: texts(locale) as never })
}

const pages = [
  '',
  '/practices',
  '/practices?service=mentoring',
  '/practices?service=mentoring&country=sample',
  '/publications',
  '/events',
  '/events?month=',
  '/news',
  '/communities',
  '/about',
  '/partners',
  '/projects',
  '/peer-reviews',
  '/search?q=athens',
  '/practices?q=athens',
] as const

test.for(locales)(
  'every page in %s is accessible, fits a narrow screen and needs no script',
  { timeout: 240_000 },
  async (locale) => {
    await using reader = await visitor({ locale, viewport: { width: 320, height: 800 } })
    await using plain = await visitor({ locale, javaScriptEnabled: false })
    for (const path of pages) {
      await reader.page.goto(`${url}/${locale}${path}`)
      expect([path, await accessibilityFindings(reader.page)]).toEqual([path, []])
      const widths = await reader.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      expect([path, (widths[0] ?? 0) <= (widths[1] ?? 0)]).toEqual([path, true])
      await plain.page.goto(`${url}/${locale}${path}`)
      expect(await plain.page.locator('main h1').count()).toBe(1)
    }
    await plain.page.goto(`${url}/${locale}/practices`)
    await picture(plain.page, `finder-${locale}`)
  },
)

/** What each language says of the practice in Athens, how it is looked for, and the words that are then marked. */
const founds = [
  ['en', 'athens', 'Athens'],
  ['el', 'συμβουλ', 'Συμβουλές'],
  ['ar', 'مشاريع', 'المشاريع'],
] as const

test.for(founds)(
  'in %s the words that were found are marked, without a script',
  async ([locale, q, word]) => {
    await using reader = await visitor({ locale, javaScriptEnabled: false })
    const { page } = reader
    for (const path of ['search', 'practices']) {
      await page.goto(`${url}/${locale}/${path}?q=${encodeURIComponent(q)}`)
      const marks = page.locator('.rows h2 mark')
      expect([path, await marks.allTextContents()]).toEqual([path, [word]])
      expect(await marks.evaluate((mark) => getComputedStyle(mark).backgroundColor)).not.toBe(
        'rgba(0, 0, 0, 0)',
      )
      await picture(page, `found-${path}-${locale}`)
    }
  },
)

test.for(locales)(
  'in %s the choices of events say how many they lead to, without a script',
  async (locale) => {
    await using reader = await visitor({ locale, javaScriptEnabled: false })
    const { page } = reader
    await page.goto(`${url}/${locale}/events`)
    const choices = page.locator('.choice:has(input[name=mode])')
    expect(await choices.locator('small').allTextContents()).toEqual(['1', '1'])
    await picture(page, `events-${locale}`)
    await choices.first().locator('input').check()
    await page.locator('form.narrow button').click()
    await expect.poll(() => page.locator('.found > .rows li').count()).toBe(1)
  },
)

test('without a script, a reader narrows the list by a form and takes a choice back by a link', async () => {
  await using reader = await visitor({ javaScriptEnabled: false })
  const { page } = reader
  await page.goto(`${url}/en/practices`)
  await page.locator('.choice input[name=service][value=mentoring]').check()
  await page.locator('form.narrow button').click()

  await page.waitForURL(`${url}/en/practices?service=mentoring`)
  const found = page.locator('.found > .rows h2')
  await expect.poll(() => found.allTextContents()).toEqual(['Athens en title'])
  await page.locator('a.chip').click()
  await page.waitForURL(`${url}/en/practices`)
  await expect.poll(() => found.count()).toBe(2)
})

test('with scripts, the list changes in place, says so, and the way back leads back', async () => {
  await using reader = await visitor()
  const { page } = reader
  await page.goto(`${url}/en/practices`)
  const box = page.locator('.choice input[name=service][value=mentoring]')
  await box.focus()
  await page.keyboard.press('Space')

  await expect.poll(() => page.locator('[role=status]').textContent()).toBe('1 result')
  expect(new URL(page.url()).search).toBe('?service=mentoring')
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.goBack()
  await expect.poll(() => page.locator('[role=status]').textContent()).toBe('2 results')
})

test('a country is chosen on the map with the keyboard alone', async () => {
  await using reader = await visitor()
  const { page } = reader
  await page.goto(`${url}/en/practices`)
  const country = page.locator('.map svg a[aria-label]')
  expect(await country.getAttribute('aria-label')).toBe('GR (en): 1 practice')
  await country.focus()
  await page.keyboard.press('Enter')

  await expect.poll(() => new URL(page.url()).search).toBe('?country=GR')
  await expect.poll(() => page.locator('[role=status]').textContent()).toBe('1 result')
})
