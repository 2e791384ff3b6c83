import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { translator } from '../../i18n/translator.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../../testing/browser.ts'
import { createTestEvent } from '../../testing/create-event.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'

const { url, mailsUrl } = ownProduct()

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'ar'])
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

/** The confirmation link of the newest mail to an address, once it has arrived. */
async function mailedLink(address: string): Promise<string> {
  const link = async (): Promise<string> => {
    const { mails } = await (await fetch(`${mailsUrl}/api/mails?to=${address}`)).json()
    if (mails.length === 0) return ''
    const { text } = await (await fetch(`${mailsUrl}/api/mails/${mails[0].id}`)).json()
    return /https?:\S+\/confirm\/\S+/.exec(text)?.[0] ?? ''
  }
  await expect.poll(link, { timeout: 20_000 }).toMatch(/^https?:/)
  return link()
}

test.for(['en', 'ar'] as const)(
  'a person without scripts follows an event from its page, all in %s',
  { timeout: 120_000 },
  async (locale) => {
    await using person = await visitor({ locale, javaScriptEnabled: false })
    // axe is a script: a second look at each page, with scripts.
    await using reviewer = await visitor({ locale })
    const accessible = async (): Promise<void> => {
      await reviewer.page.goto(person.page.url())
      expect(await accessibilityFindings(reviewer.page)).toEqual([])
    }
    const { page } = person
    const t = translator(locale, 'site')
    const address = `follower-${locale}@example.org`
    const event = await createTestEvent(payload, new Date(Date.now() + 10 * 24 * 3_600_000))
    await event.publish(locale)
    const { slug } = await payload.findByID({ collection: 'events', id: event.id, locale })

    await page.goto(`${url}/${locale}/events/${slug}`)
    await accessible()
    await page.getByRole('link', { name: t('follow.title') }).click()
    await accessible()
    await picture(page, `follow-${locale}`)
    const opened = Date.now()
    await page.getByLabel(t('subscribe.email')).fill(address)
    await page.getByLabel(t('follow.remind')).check()
    await page.locator('#consent').check()
    // Faster than this no person is, so a machine is taken for one.
    await expect.poll(() => Date.now() - opened, { timeout: 5000 }).toBeGreaterThan(2000)
    await page.getByRole('button', { name: t('follow.button') }).click()
    await page.waitForURL(`${url}/${locale}/follow/sent`)
    await accessible()

    await page.goto(await mailedLink(address))
    await accessible()
    await picture(page, `follow-question-${locale}`)
    expect(await subscribersOf(payload, address)).toEqual([])
    await page.getByRole('button', { name: t('follow.confirmButton') }).click()
    await page.getByRole('heading', { name: t('follow.doneTitle') }).waitFor()
    expect(await subscribersOf(payload, address)).toMatchObject([
      { follows: [{ target: 'events', targetId: event.id, reminder: true }] },
    ])

    const file = await fetch(`${url}/${locale}/events/${slug}/event.ics`)
    expect([file.status, file.headers.get('Content-Type')]).toEqual([
      200,
      'text/calendar; charset=utf-8; method=PUBLISH',
    ])
  },
)
