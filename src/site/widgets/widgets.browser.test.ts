import { createServer } from 'node:http'
import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { translator } from '../../i18n/translator.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { createTestEvent } from '../../testing/create-event.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { createSurroundings, practiceFacts, practiceTexts } from '../../testing/create-practice.ts'
import { ownProduct } from '../../testing/own-product.ts'

const { url } = ownProduct()
const spoken = ['en', 'el', 'ar'] as const

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, spoken)
  const event = await createTestEvent(payload, new Date('2030-06-03T12:00:00Z'))
  for (const locale of spoken) await event.publish(locale)
  const around = await createSurroundings(payload, spoken)
  await payload.create({
    collection: 'practices',
    locale: 'en',
    data: { ...practiceFacts(around), ...practiceTexts('Public'), _status: 'published' } as never,
  })
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

/** A page of somebody else that shows these lists. */
async function otherSite(body: string) {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><title>A partner</title><main><h1>A partner</h1>${body}</main></html>`,
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const list = (page: Page) => page.locator('emissary-events section')

test.for(spoken)(
  'a list on another site is in %s whole, names who pays, and asks nobody but us',
  { timeout: 60_000 },
  async (locale) => {
    await using site = await otherSite(
      `<script type="module" src="${url}/assets/emissary-lists.js"></script>
       <emissary-events locale="${locale}"><a href="${url}/${locale}/events">Events</a></emissary-events>`,
    )
    await using person = await visitor({ viewport: { width: 390, height: 800 } })
    const { page } = person
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (![url, site.url].includes(new URL(request.url()).origin)) elsewhere.push(request.url())
    })
    await page.goto(site.url)
    await list(page).waitFor()

    expect([await list(page).getAttribute('lang'), await list(page).getAttribute('dir')]).toEqual([
      locale,
      locale === 'ar' ? 'rtl' : 'ltr',
    ])
    expect(await list(page).getByRole('heading', { level: 2 }).textContent()).toBe(
      translator(locale, 'terms')('collection.events'),
    )
    expect(await list(page).locator('li').count()).toBe(1)
    expect(await accessibilityFindings(page)).toEqual([])
    expect(elsewhere).toEqual([])
    expect(await person.cookies()).toEqual([])
    await picture(page, `widget-events-${locale}`)
  },
)

test.for(spoken)(
  'a month on another site is in %s whole and accessible',
  { timeout: 60_000 },
  async (locale) => {
    await using site = await otherSite(
      `<script type="module" src="${url}/assets/emissary-lists.js"></script>
     <emissary-events locale="${locale}" view="month"></emissary-events>`,
    )
    for (const width of [390, 1000]) {
      await using person = await visitor({ viewport: { width, height: 1000 } })
      const { page } = person
      await page.clock.setFixedTime(new Date('2030-05-20T09:00:00Z'))
      await page.goto(site.url)
      await list(page)
        .getByRole('button', { name: translator(locale, 'site')('events.next') })
        .click()
      await list(page).locator('td[aria-selected]').click()
      expect(await list(page).locator('li').count()).toBe(1)
      expect(await accessibilityFindings(page)).toEqual([])
      await picture(page, `widget-month-${locale}-${width}`)
    }
  },
)

test('practices stand on another site with where they are, and narrowed to what it asks for', async () => {
  await using site = await otherSite(
    `<script type="module" src="${url}/assets/emissary-lists.js"></script>
     <emissary-practices locale="en" country="sample"></emissary-practices>
     <emissary-practices locale="en" country="none" heading="Nowhere"></emissary-practices>`,
  )
  await using person = await visitor({ viewport: { width: 390, height: 800 } })
  const { page } = person
  await page.goto(site.url)
  const [found, none] = ['Public title', 'Nowhere'].map((text) =>
    page.locator('emissary-practices section').filter({ hasText: text }),
  )
  await found?.waitFor()
  await none?.waitFor()

  expect(await found?.getByRole('link', { name: 'Public title' }).getAttribute('href')).toBe(
    `${url}/en/practices/public-title`,
  )
  expect(await found?.textContent()).toContain('Sample of countries')
  expect(await none?.locator('li').count()).toBe(0)
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'widget-practices-en')
})

test('where no script runs, or the language is none of ours, what stands inside shows', async () => {
  const inside = `<emissary-events locale="fr"><a href="${url}/en/events">Events</a></emissary-events>`
  await using site = await otherSite(
    `<script type="module" src="${url}/assets/emissary-lists.js"></script>${inside}`,
  )
  for (const javaScriptEnabled of [true, false]) {
    await using person = await visitor({ javaScriptEnabled })
    await person.page.goto(site.url)
    await person.page.getByRole('link', { name: 'Events' }).waitFor()
  }
})

test('a list without a script stands in a frame on another site, and other pages do not', async () => {
  await using site = await otherSite(
    `<iframe src="${url}/ar/events/embed" title="Events" width="360" height="500"></iframe>`,
  )
  await using person = await visitor({ javaScriptEnabled: false })
  await person.page.goto(site.url)
  const frame = person.page.frameLocator('iframe')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  expect(await frame.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await frame.locator('li').count()).toBe(1)
})
