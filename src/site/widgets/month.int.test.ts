import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { eventNote, listsServer } from '../../testing/lists-server.ts'

afterAll(closeBrowser)

const today = new Date('2030-06-12T09:00:00Z')
const spoken = ['en', 'el', 'ar'] as const
const timeZone = 'Europe/Athens'

const openDay = {
  title: 'Open day',
  countries: ['EL'],
  event: eventNote({ start: '2030-06-03T06:00:00.000Z', end: '2030-06-03T08:00:00.000Z', timeZone }),
}
const training = {
  title: 'Training in bookkeeping',
  countries: ['NL'],
  event: { ...eventNote({ start: '2030-06-28T22:30:00.000Z', end: '2030-07-02T08:00:00.000Z', timeZone }) },
}
const cancelled = {
  title: 'Fair',
  countries: ['EL'],
  event: {
    ...eventNote({ start: '2030-06-03T12:00:00.000Z', end: '2030-06-03T13:00:00.000Z', timeZone }),
    status: 'cancelled' as const,
  },
}
const events = [openDay, cancelled, training]

async function opened(page: Page, address: string): Promise<void> {
  await page.clock.setFixedTime(today)
  await page.goto(address)
  await month(page).waitFor()
}

const element = (page: Page) => page.locator('emissary-events')
const month = (page: Page) => element(page).getByRole('grid')
const name = (page: Page) => element(page).locator('#month')
const listed = (page: Page) => element(page).locator('li h3').allTextContents()
/** The day that the keyboard is on. */
const here = (page: Page) => element(page).locator('td:focus b').textContent()
const days = (locale: Locale | 'en-GB', day: string): string =>
  new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day))

test.for(spoken.flatMap((locale) => [390, 900].map((width) => ({ locale, width }))))(
  'a month in $locale at $width pixels is accessible, with its events under the days of their place',
  async ({ locale, width }) => {
    await using server = await listsServer(spoken, events)
    await using person = await visitor({ viewport: { width, height: 1100 } })
    const { page } = person
    await opened(page, server.page(locale, '<emissary-events view="month"></emissary-events>'))

    expect(await month(page).locator('td[aria-selected]').count()).toBe(3)
    const third = days(locale === 'en' ? 'en-GB' : locale, '2030-06-03')
    const isOff = translator(locale, 'terms')('eventStatus.cancelled')
    await month(page)
      .getByRole('gridcell', { name: `${third} · Open day · Fair (${isOff})`, exact: true })
      .waitFor()
    expect(await listed(page)).toEqual(['Open day', 'Fair', 'Training in bookkeeping'])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
    expect(await accessibilityFindings(page)).toEqual([])
    await picture(page, `widget-month-${locale}-${width}`)
  },
)

test.for([
  ['en', 'Monday'],
  ['en-US', 'Sunday'],
  ['el', 'Δευτέρα'],
  ['ar', 'السبت'],
  ['ar-MA', 'الاثنين'],
] as const)('the week of a page in %s begins on %s', async ([tag, first]) => {
  await using server = await listsServer(spoken, events)
  await using person = await visitor()
  await opened(person.page, server.page(tag, '<emissary-events view="month"></emissary-events>'))

  expect(await month(person.page).getByRole('columnheader').first().getAttribute('aria-label')).toBe(first)
  const third = month(person.page).locator('td[aria-selected]').first()
  const column = await third.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex)
  const weekdays = await month(person.page).getByRole('columnheader').all()
  expect(await weekdays[column]?.getAttribute('aria-label')).toBe(
    new Intl.DateTimeFormat(tag, { weekday: 'long' }).format(new Date('2030-06-03T12:00:00Z')),
  )
})

test.for([
  ['en', 'ArrowRight', '13'],
  ['ar', 'ArrowLeft', '13'],
  ['ar', 'ArrowRight', '11'],
  ['en', 'ArrowUp', '5'],
  ['en', 'Home', '10'],
  ['en', 'End', '16'],
  ['ar', 'End', '14'],
] as const)('in %s the key %s leads from the 12th to the %s', async ([locale, key, day]) => {
  await using server = await listsServer(spoken, events)
  await using person = await visitor()
  const { page } = person
  await opened(page, server.page(locale, '<emissary-events view="month"></emissary-events>'))
  await month(page).locator('td[aria-current=date]').focus()
  await page.keyboard.press(key)

  expect(await here(page)).toBe(day)
  expect(await month(page).locator('td[tabindex="0"]').count()).toBe(1)
})

test('with the keyboard alone one gets to a day, narrows the list to it and goes to another month', async () => {
  await using server = await listsServer(spoken, events)
  await using person = await visitor()
  const { page } = person
  await opened(page, server.page('en', '<emissary-events view="month"></emissary-events>'))
  for (const _ of ['previous', 'next', 'grid']) await page.keyboard.press('Tab')
  expect(await here(page)).toBe('12')
  for (const key of ['ArrowUp', 'Home', 'Enter']) await page.keyboard.press(key)
  expect(await element(page).getByRole('status').textContent()).toBe(days('en-GB', '2030-06-03'))
  expect(await listed(page)).toEqual(['Open day', 'Fair'])
  expect(await month(page).locator('[aria-selected=true]').count()).toBe(1)
  expect(await accessibilityFindings(page)).toEqual([])

  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await listed(page)).toHaveLength(3)
  await page.keyboard.press('PageDown')
  await expect.poll(() => name(page).textContent()).toBe('July 2030')
  expect(await here(page)).toBe('3')
  expect(await listed(page)).toEqual(['Training in bookkeeping'])
  await element(page).getByRole('button', { name: 'Next month: August 2030' }).press('Enter')
  await expect.poll(() => name(page).textContent()).toBe('August 2030')
  expect(await element(page).locator('.months button:focus').getAttribute('aria-label')).toBe(
    'Next month: September 2030',
  )
  await element(page).getByText('Nothing takes place in this month.').waitFor()
})

test('a month that cannot be had is not shown as an empty one', async () => {
  await using server = await listsServer(spoken, events)
  await using person = await visitor()
  const { page } = person
  await opened(page, server.page('en', '<emissary-events view="month"></emissary-events>'))
  server.state.isAway = true
  const next = element(page).getByRole('button', { name: 'Next month: July 2030' })
  await next.click()
  await expect.poll(() => server.asked.length).toBe(2)
  await expect.poll(() => month(page).getAttribute('aria-busy')).toBeNull()
  expect(await name(page).textContent()).toBe('June 2030')

  server.state.isAway = false
  await next.click()
  await expect.poll(() => name(page).textContent()).toBe('July 2030')
})

test('a month follows its attributes, and becomes a list and a month again', async () => {
  await using server = await listsServer(spoken, events)
  await using person = await visitor()
  const { page } = person
  await opened(page, server.page('en', '<emissary-events view="month" country="EL"></emissary-events>'))
  expect(await listed(page)).toEqual(['Open day', 'Fair'])
  const set = (attribute: string, value: string) =>
    element(page).evaluate((own, [key, to]) => own.setAttribute(key ?? '', to ?? ''), [attribute, value])
  await set('country', 'NL')
  await expect.poll(() => listed(page)).toEqual(['Training in bookkeeping'])
  await set('locale', 'ar')
  await expect.poll(() => element(page).locator('section').getAttribute('dir')).toBe('rtl')
  await set('view', 'list')
  await month(page).waitFor({ state: 'detached' })
  await set('view', 'month')
  await month(page).waitFor()
})
