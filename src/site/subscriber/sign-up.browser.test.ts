import { createServer } from 'node:http'
import { getPayload, type Payload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { confirmationToken } from '../../audience/confirmation-token.ts'
import { preferencesPath, unsubscribeUrl } from '../../audience/links.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { directionOf } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { createTestChoices, type TestChoices } from '../../testing/create-choices.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { ownProduct } from '../../testing/own-product.ts'

const { url, mailsUrl } = ownProduct()

let payload: Payload
let newsletterId: string
let choices: TestChoices

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[newsletterId] = (await createTestNetwork(payload, ['en', 'el', 'ar', 'fr'])).newsletterIds
  choices = await createTestChoices(payload, ['en', 'el', 'ar', 'fr'])
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

/** The path of the confirmation link in the mail to an address, once it has arrived. */
async function mailedPath(address: string): Promise<string> {
  let path = ''
  const arrived = async (): Promise<string> => {
    const { mails } = await (await fetch(`${mailsUrl}/api/mails?to=${address}`)).json()
    const { text = '' } = await (await fetch(`${mailsUrl}/api/mails/${mails[0]?.id}`)).json()
    path = /https?:\S+?(\/\w+\/confirm\/\S+)/.exec(text)?.[1] ?? ''
    return path
  }
  await expect.poll(arrived, { timeout: 20_000 }).toMatch(/confirm/)
  return path
}

/** Presses Tab until the focus is where it should be, as far as a person would have patience for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate((wanted) => {
      const inside = (element: Element | null): Element | null =>
        element?.shadowRoot?.activeElement === undefined || element.shadowRoot.activeElement === null
          ? element
          : inside(element.shadowRoot.activeElement)
      return inside(document.activeElement)?.matches(wanted) ?? false
    }, selector)
    if (isThere) return
  }
  throw new Error(`no Tab leads to ${selector}`)
}

const accessible = async (page: Page): Promise<void> => expect(await accessibilityFindings(page)).toEqual([])

/** Faster than this no person fills in a form, so a machine is taken for one. */
const untilPerson = (opened: number) =>
  expect.poll(() => Date.now() - opened, { timeout: 5000 }).toBeGreaterThan(2200)

const subscriberOf = async (address: string) => {
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(sql`
    select id, locale, further_locales, frequency, to_jsonb(topics) as topics, to_jsonb(countries) as countries
    from subscribers where email = ${address}`)
  return rows[0]
}

test.for(['en', 'el', 'ar'] as const)(
  'somebody without a mouse signs up with all that can be chosen, in %s',
  { timeout: 120_000 },
  async (locale) => {
    await using person = await visitor({ locale })
    const { page } = person
    const t = translator(locale, 'site')
    const address = `keys-${locale}@example.org`
    await page.goto(`${url}/${locale}/subscribe?newsletter=${newsletterId}`)
    const opened = Date.now()
    expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(locale))
    await accessible(page)
    await picture(page, `sign-up-${locale}`)

    await tabTo(page, '#email')
    await page.keyboard.type(address)
    await tabTo(page, '#further-2')
    await page.keyboard.press('f')
    await tabTo(page, '.more > summary')
    await page.keyboard.press('Enter')
    await tabTo(page, 'input[name=frequency]')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, `input[name=topics][value="${choices.topicIds[0]}"]`)
    await page.keyboard.press('Space')
    await tabTo(page, `input[name=countries][value="${choices.countryIds[4]}"]`)
    await page.keyboard.press('Space')
    await accessible(page)
    await picture(page, `sign-up-more-${locale}`)
    await tabTo(page, '#consent')
    await page.keyboard.press('Space')
    await untilPerson(opened)
    await tabTo(page, '#sign-up button[type=submit]')
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.keyboard.press('Enter')
    expect(new URLSearchParams((await sent).postData() ?? '').get('proof')).toMatch(/"derivedKey"/)
    await page.waitForURL(`${url}/${locale}/subscribe/sent`)
    await accessible(page)

    await page.goto(`${url}${await mailedPath(address)}`)
    await accessible(page)
    await picture(page, `confirm-${locale}`)
    expect(await subscriberOf(address)).toBeUndefined()
    await tabTo(page, 'main .button')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: t('confirm.doneTitle') }).waitFor()
    expect(await subscriberOf(address)).toMatchObject({
      locale,
      further_locales: ['fr'],
      frequency: 'weekly',
      topics: [choices.topicIds[0]],
      countries: [choices.countryIds[4]],
    })
    expect(await person.cookies()).toEqual([])
  },
)

test('without any script what is wrong is said where it stands, and everything chosen stays', async () => {
  await using person = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const { page } = person
  await page.goto(`${url}/el/subscribe`)
  const opened = Date.now()
  await page.locator('.more > summary').click()
  await page.locator('input[name=frequency][value=monthly]').check()
  await page.locator('input[name=topics]').first().check()
  await page.locator('input[name=newsletters]').first().check()
  await page.locator('#email').fill('no-script@example')
  await page.locator('#sign-up button').click()
  expect(await page.locator('.summary a').count()).toBe(2)
  expect(await page.locator('input[name=frequency][value=monthly]').isChecked()).toBe(true)
  expect(await page.locator('.more').getAttribute('open')).toBe('')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await picture(page, 'sign-up-wrong-360')

  await page.locator('#email').fill('no-script-el@example.org')
  await page.locator('#consent').check()
  await untilPerson(opened)
  await page.locator('#sign-up button').click()
  await page.waitForURL(`${url}/el/subscribe/sent`)
  expect(await mailedPath('no-script-el@example.org')).toMatch(/^\/el\/confirm\//)
})

/** A page of somebody else: another host, so another site to the browser. */
async function otherSite(body: string) {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Another site</title><style>body{font-family:system-ui;margin:1rem}iframe{width:100%;height:60rem;border:0}</style><main><h1>Another site</h1>${body}</main></html>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the other site has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

test('in a frame on another site the form works without a script, and stays in the frame', async () => {
  await using site = await otherSite(
    `<iframe title="Sign up" src="${url}/en/subscribe/embed?newsletter=${newsletterId}"></iframe>`,
  )
  await using person = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const { page } = person
  await page.goto(site.url)
  const opened = Date.now()
  const frame = page.frameLocator('iframe')
  await frame.locator('#email').fill('framed@example.org')
  await frame.locator('#sign-up button').click()
  await frame.locator('.summary').waitFor()
  await picture(page, 'sign-up-frame-360')
  await frame.locator('#consent').check()
  await untilPerson(opened)
  await frame.locator('#sign-up button').click()
  await frame.locator('.badge').waitFor()

  expect(page.url()).toBe(`${site.url}/`)
  expect(page.frames().map((each) => each.url())).toContain(`${url}/en/subscribe/embed/sent`)
  expect(await mailedPath('framed@example.org')).toMatch(/^\/en\/confirm\//)
  expect(await person.cookies()).toEqual([])
})

test('nothing but the frame may be framed by another site', async () => {
  const framedBy = async (path: string) =>
    /frame-ancestors ([^;]+)/.exec(
      (await fetch(`${url}${path}`)).headers.get('Content-Security-Policy') ?? '',
    )?.[1]

  expect(await framedBy('/en/subscribe/embed')).toBe('*')
  expect(await framedBy('/en/subscribe/embed/sent')).toBe('*')
  for (const path of [
    '/en',
    '/en/subscribe',
    '/en/subscribe/sent',
    '/u/x',
    '/preferences/x',
    '/en/confirm/x',
  ])
    expect(await framedBy(path)).toBe("'none'")
})

test.for(['en', 'el', 'ar'] as const)(
  'the element on another site speaks %s, is filled in by keyboard, and asks nobody but us',
  { timeout: 60_000 },
  async (locale) => {
    await using site = await otherSite(
      `<script type="module" src="${url}/assets/emissary-sign-up.js"></script>
       <emissary-sign-up locale="${locale}" newsletter="${newsletterId}"><a href="${url}/${locale}/subscribe">Sign up</a></emissary-sign-up>`,
    )
    await using person = await visitor({ viewport: { width: 360, height: 740 } })
    const { page } = person
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (![url, site.url].includes(new URL(request.url()).origin)) elsewhere.push(request.url())
    })
    const t = translator(locale, 'site')
    const address = `element-${locale}@example.org`
    await page.goto(site.url)
    const opened = Date.now()
    await page.locator('emissary-sign-up form').waitFor()
    await accessible(page)

    await tabTo(page, '#email')
    await page.keyboard.type('element@example')
    await page.keyboard.press('Enter')
    await page.getByText(t('subscribe.error.email')).waitFor()
    expect(await page.locator('#email').evaluate((field) => field.matches(':focus'))).toBe(true)
    await accessible(page)
    await picture(page, `sign-up-element-${locale}-360`)

    await page.keyboard.press('Control+A')
    await page.keyboard.type(address)
    await tabTo(page, 'input[name=consent]')
    await page.keyboard.press('Space')
    await untilPerson(opened)
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { name: t('subscribeSent.title') })
    await heading.waitFor()
    expect(await heading.evaluate((element) => element.matches(':focus'))).toBe(true)

    expect(await mailedPath(address)).toContain(`/${locale}/confirm/`)
    expect(elsewhere).toEqual([])
    expect(await person.cookies()).toEqual([])
  },
)

/** Every table's rows, as far as people are concerned. */
const kept = async () => {
  const { rows } = await databaseOf(payload).execute(sql`
    select (select jsonb_agg(s order by s.id) from subscribers s) as subscribers,
      (select jsonb_agg(t order by t.subscriber_id, t.newsletter_id) from subscriptions t) as subscriptions,
      (select count(*) from consent_events) as consents, (select count(*) from suppressions) as suppressions`)
  return rows[0]
}

async function createReader(): Promise<string> {
  const { rows } = await databaseOf(payload).execute<{ id: string }>(sql`
    with person as (
      insert into subscribers (id, email, address_key, locale, status, confirmed_at)
      values (gen_random_uuid(), 'reader@example.org', md5(random()::text), 'en', 'active', now()) returning id
    )
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select id, ${newsletterId}::uuid, 'confirmed', now() from person returning subscriber_id as id`)
  return rows[0]?.id ?? ''
}

test('asking for a link in any way but pressing its button changes nothing, over the wire', async () => {
  const subscriberId = await createReader()
  const address = { address: 'link@example.org', canonical: 'link@example.org' }
  const wanted = {
    address,
    locale: 'en',
    furtherLocales: [],
    newsletterIds: [newsletterId],
    follows: [],
  } as const
  const paths = [
    `/en/confirm/${confirmationToken({ ...wanted, interests: null }, new Date())}`,
    new URL(unsubscribeUrl({ subscriberId, list: newsletterId })).pathname,
    preferencesPath(subscriberId),
    '/en/subscribe',
    '/en/subscribe/embed',
    '/subscribe.json',
  ]
  const before = await kept()
  await using person = await visitor()
  for (const path of paths) {
    for (const [method, headers] of [
      ['GET', {}],
      ['GET', { 'Sec-Purpose': 'prefetch', Purpose: 'prefetch' }],
      ['HEAD', {}],
      ['OPTIONS', {}],
    ] as const) {
      const answer = await fetch(`${url}${path}`, { method, headers, redirect: 'manual' })
      expect([method, path, answer.status < 300, answer.headers.get('Set-Cookie')]).toEqual([
        method,
        path,
        true,
        null,
      ])
    }
    await person.page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  }
  expect(await kept()).toEqual(before)
})

test.for([
  ['urlencoded', ''],
  ['multipart', ''],
  ['urlencoded', '/'],
] as const)(
  'one click by a mail program (%s, with “%s” behind the link) is done at once',
  async ([as, slash]) => {
    const subscriberId = await createReader()
    const link = `${url}${new URL(unsubscribeUrl({ subscriberId, list: newsletterId })).pathname}${slash}`
    const form = new FormData()
    form.append('List-Unsubscribe', 'One-Click')
    const bodies = { urlencoded: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), multipart: form }
    const click = async () => {
      const answer = await fetch(link, { method: 'POST', body: bodies[as], redirect: 'manual' })
      return [answer.status, answer.headers.get('Set-Cookie'), await answer.text()]
    }

    expect(await click()).toEqual([200, null, ''])
    expect(await click()).toEqual([200, null, ''])
    const { rows } = await databaseOf(payload).execute(sql`
    select state, ended_how from subscriptions where subscriber_id = ${subscriberId}::uuid`)
    expect(rows).toEqual([{ state: 'ended', ended_how: 'one-click' }])
  },
)

test('a browser may ask for another site whether it may send, and gets the same answer for everyone', async () => {
  const origin = { Origin: 'https://another.example' }
  const asked = await fetch(`${url}/subscribe.json`, {
    method: 'OPTIONS',
    headers: {
      ...origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'content-type',
    },
  })
  const offer = await fetch(`${url}/subscribe.json?locale=ar`, { headers: origin })

  expect([asked.status, asked.headers.get('Access-Control-Allow-Headers')]).toEqual([204, 'Content-Type'])
  for (const { headers } of [asked, offer])
    expect([
      headers.get('Access-Control-Allow-Origin'),
      headers.get('Access-Control-Allow-Credentials'),
      headers.get('Set-Cookie'),
    ]).toEqual(['*', null, null])
  expect(await offer.json()).toMatchObject({ locale: 'ar', direction: 'rtl' })
})
