import { getPayload, type Payload } from 'payload'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { preferencesUrl } from '../../audience/links.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import type { Locale } from '../../i18n/locales.ts'
import { translator } from '../../i18n/translator.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { confirmedPerson, personOf } from '../../testing/confirmed-person.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'

const { mailsUrl } = ownProduct()

const topicNames = ['Access to finance', 'Coaching and mentoring', 'Legal advice', 'Premises and incubation']
const countryNames = [
  'Austria Belgium Bulgaria Croatia Cyprus Denmark Estonia Finland France Germany Greece Hungary Ireland Italy',
].flatMap((names) => names.split(' '))
const GONE = '0199c0de-0000-7000-8000-0000000000e1'

let payload: Payload
let newsletterIds: readonly string[]
let topicIds: readonly string[]
let itemId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  ;({ newsletterIds } = await createTestNetwork(payload, ['en', 'el', 'ar']))
  const topics: string[] = []
  for (const label of topicNames)
    topics.push((await payload.create({ collection: 'topics', data: { label } })).id)
  topicIds = topics
  for (const label of countryNames)
    await payload.create({
      collection: 'terms',
      data: { vocabulary: 'countries', code: `preferences-${label}`, label },
    })
  for (const label of ['Adviser', 'Entrepreneur', 'Public servant'])
    await payload.create({
      collection: 'terms',
      data: { vocabulary: 'audiences', code: `preferences-${label}`, label },
    })
  const item = await createTestItem(payload)
  await item.publish('en', { title: 'A call for mentors is open' })
  itemId = item.id
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

const personIn = (locale: Locale, address: string): Promise<Subscriber> =>
  confirmedPerson(payload, {
    address,
    locale,
    furtherLocales: (['en', 'el', 'ar'] as const).filter((other) => other !== locale),
    newsletterIds,
    follows: [
      { target: 'news', targetId: itemId, reminder: false },
      { target: 'topics', targetId: topicIds[0] ?? '', reminder: false },
      { target: 'events', targetId: GONE, reminder: true },
    ],
  })

const accessible = async (page: Page): Promise<void> => expect(await accessibilityFindings(page)).toEqual([])

/** Walks on by keyboard alone until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const wanted = await target.elementHandle()
  for (let steps = 0; steps < 150; steps++) {
    if (await page.evaluate((element) => element === document.activeElement, wanted)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the element cannot be reached by keyboard')
}

const pressKey = async (page: Page, key: string): Promise<void> =>
  void (await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]))

const press = async (page: Page, button: Locator): Promise<void> =>
  void (await Promise.all([page.waitForEvent('load'), button.click()]))

/** The link to `path` in the newest mail to an address, once it has arrived. */
async function mailedLink(address: string, path: string): Promise<string> {
  const link = async (): Promise<string> => {
    const { mails } = await (await fetch(`${mailsUrl}/api/mails?to=${encodeURIComponent(address)}`)).json()
    const texts = mails.map(({ id }: { id: string }) => fetch(`${mailsUrl}/api/mails/${id}`))
    for (const answer of await Promise.all(texts)) {
      const { text } = await answer.json()
      const [found] = new RegExp(`https?:\\S+/${path}/\\S+`).exec(text) ?? []
      if (found !== undefined) return found
    }
    return ''
  }
  await expect.poll(link, { timeout: 20_000 }).toMatch(/^https?:/)
  return link()
}

test.for(['en', 'el', 'ar'] as const)(
  'all settings are changed by keyboard alone, without a script, in %s',
  { timeout: 120_000 },
  async (locale) => {
    const other = locale === 'en' ? 'el' : 'en'
    const { id } = await personIn(locale, `keyboard-${locale}@example.org`)
    await using person = await visitor({ javaScriptEnabled: false })
    const { page } = person
    await page.goto(preferencesUrl(id))
    expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr')
    await picture(page, `preferences-${locale}`)

    const down = page.locator(`button[value="down:${locale}"]`)
    await tabTo(page, down)
    await pressKey(page, 'Enter')
    // A browser gives the focus a moment after the page has loaded.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('value')))
      .toBe(`down:${locale}`)
    await tabTo(page, page.locator('input[name=newsletters]').nth(1))
    await page.keyboard.press('Space')
    await tabTo(page, page.locator('input[name=frequency][value=every-issue]'))
    await page.keyboard.press('ArrowDown')
    await tabTo(page, page.locator(`input[name=topics][value="${topicIds[1]}"]`))
    await page.keyboard.press('Space')
    await tabTo(page, page.locator('#countries + div details summary'))
    await page.keyboard.press('Enter')
    await tabTo(page, page.locator('input[name=countries]').last())
    await page.keyboard.press('Space')
    await tabTo(page, page.locator(`input[name=unfollow][value="news/${itemId}"]`))
    await page.keyboard.press('Space')
    await tabTo(page, page.locator('#role'))
    await page.keyboard.press('ArrowDown')
    await tabTo(page, page.locator('.save-bar button'))
    await pressKey(page, 'Enter')

    await page.locator('.saved').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(other)
    const saved = await personOf(payload, id)
    expect(saved).toMatchObject({
      locale: other,
      newsletterIds: [newsletterIds[0]],
      frequency: 'weekly',
      topics: [topicIds[1]],
      countries: [expect.any(String)],
      role: expect.any(String),
    })
    expect(saved.follows.map(({ target, reminder }) => [target, reminder]).sort()).toEqual([
      ['events', true],
      ['topics', false],
    ])
  },
)

test.for(['en', 'el', 'ar'] as const)(
  'the settings are fit for everyone, also with errors in them, in %s',
  async (locale) => {
    const { id } = await personIn(locale, `errors-${locale}@example.org`)
    await using person = await visitor()
    const { page } = person
    await page.goto(preferencesUrl(id))
    await accessible(page)
    await page.locator('details.pause summary').first().click()
    await page.locator('details.pause input').first().fill('2020-05-01')
    await page.locator('#newAddress').fill('amina@nowhere')
    await press(page, page.locator('.save-bar button'))

    const summary = page.getByRole('alert')
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await summary.getByRole('link').count()).toBe(2)
    await accessible(page)
    await picture(page, `preferences-error-${locale}`)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await picture(page, `preferences-error-${locale}-360`)
  },
)

test.for(['en', 'ar'] as const)(
  'a person sees, takes away and erases all their data, in %s',
  async (locale) => {
    const address = `data-${locale}@example.org`
    const { id } = await personIn(locale, address)
    await using person = await visitor({ acceptDownloads: true })
    const { page } = person
    const t = translator(locale, 'site')
    await page.goto(preferencesUrl(id))
    await press(page, page.locator('button[value=data]'))
    await page.locator('.saved').waitFor()
    await accessible(page)
    await picture(page, `preferences-data-asked-${locale}`)

    await page.goto(await mailedLink(address, 'my-data'))
    await accessible(page)
    await picture(page, `my-data-${locale}`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText(t('myData.download')).click(),
    ])
    expect(file.suggestedFilename()).toBe('my-data.json')
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await picture(page, `my-data-${locale}-360`)

    await press(page, page.locator('button[value=erase]'))
    await accessible(page)
    await picture(page, `my-data-erase-${locale}`)
    await press(page, page.locator('button[value=erase-for-good]'))
    await page.getByRole('heading', { name: t('preferences.erasedTitle') }).waitFor()
    await accessible(page)
    expect(await subscribersOf(payload, address)).toEqual([])
  },
)

test.for(['en', 'ar'] as const)('an address is changed through both mails, in %s', async (locale) => {
  const [from, to] = [`old-${locale}@example.org`, `new-${locale}@example.org`]
  const { id } = await personIn(locale, from)
  await using person = await visitor({ javaScriptEnabled: true })
  const { page } = person
  await page.goto(preferencesUrl(id))
  await page.locator('#newAddress').fill(to)
  await press(page, page.locator('button[value=move]'))

  await page.goto(await mailedLink(from, 'change-address'))
  await accessible(page)
  await picture(page, `change-address-old-${locale}`)
  await press(page, page.locator('main form button'))
  await accessible(page)
  await page.goto(await mailedLink(to, 'change-address'))
  await accessible(page)
  await picture(page, `change-address-new-${locale}`)
  expect((await personOf(payload, id)).email).toBe(from)
  await press(page, page.locator('main form button'))
  await accessible(page)
  await picture(page, `change-address-done-${locale}`)

  expect((await personOf(payload, id)).email).toBe(to)
})
