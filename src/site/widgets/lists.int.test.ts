import { afterAll, expect, test } from 'vitest'

import { closeBrowser, visitor } from '../../testing/browser.ts'
import { eventNote, listsServer } from '../../testing/lists-server.ts'

afterAll(closeBrowser)

const openDay = {
  title: 'Open day',
  countries: ['EL'],
  event: eventNote({
    start: '2030-06-03T06:00:00.000Z',
    end: '2030-06-03T08:00:00.000Z',
    timeZone: 'Europe/Athens',
  }),
}

test.for([
  ['el-GR', 'el'],
  ['EL', 'el'],
  ['en-US', 'en'],
])('a page that says it is in %s gets the list in %s', async ([tag, locale]) => {
  await using server = await listsServer(['en', 'el'], [openDay])
  await using person = await visitor()
  await person.page.goto(server.page(tag ?? '', '<emissary-events></emissary-events>'))
  const list = person.page.locator('emissary-events section')
  await list.waitFor()

  expect(await list.getAttribute('lang')).toBe(locale)
  expect(server.asked.map(({ searchParams }) => searchParams.get('locale'))).toEqual([locale])
})

test('days of which no hours are known are shown without hours, and others with theirs', async () => {
  const wholeDay = eventNote({
    start: '2030-06-04T21:00:00.000Z',
    end: '2030-06-06T20:59:00.000Z',
    timeZone: 'Europe/Athens',
  })
  await using server = await listsServer(['en'], [openDay, { ...openDay, event: wholeDay }])
  await using person = await visitor()
  await person.page.goto(server.page('en', '<emissary-events></emissary-events>'))
  const days = person.page.locator('emissary-events li .note:first-of-type')
  await days.first().waitFor()

  expect((await days.allTextContents()).map((text) => text.match(/\d{2}:\d{2}/g))).toEqual([
    ['09:00', '11:00'],
    null,
  ])
})

test('a list follows the choice of its page, and asks once for several changes', async () => {
  const elsewhere = { ...openDay, title: 'Far away', countries: ['NL'] }
  await using server = await listsServer(['en'], [openDay, elsewhere])
  await using person = await visitor()
  const { page } = person
  await page.goto(server.page('en', '<emissary-events country="EL"></emissary-events>'))
  await page.getByRole('link', { name: 'Open day' }).waitFor()
  await page.locator('emissary-events').evaluate((element) => {
    element.setAttribute('country', 'NL')
    element.setAttribute('heading', 'In the Netherlands')
  })
  await page.getByRole('link', { name: 'Far away' }).waitFor()

  expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('In the Netherlands')
  expect(await page.locator('emissary-events li').count()).toBe(1)
  expect(server.asked.map(({ searchParams }) => searchParams.get('country'))).toEqual(['EL', 'NL'])
})
