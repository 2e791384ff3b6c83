import { createServer } from 'node:http'

import { expect, test } from 'vitest'

import { translator } from '../../i18n/translator.ts'
import { picture, visitor } from '../../testing/browser.ts'
import { accessible, signUpPages, tabTo, untilPerson } from '../../testing/sign-up-pages.ts'

const { url, newsletterId, mailedPath } = await signUpPages()

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
