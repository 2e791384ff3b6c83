import config from '@payload-config'
import { getPayload } from 'payload'
import type { Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'

import { accessibilityFindings, closeBrowser } from './browser.ts'
import { createTestNetwork } from './create-network.ts'
import { ownProduct } from './own-product.ts'

/** For the top of a browser test: the running product with a newsletter to sign up for, and where its mails arrive. */
export async function signUpPages() {
  const { url, mailsUrl } = ownProduct()
  const payload = await getPayload({ config })
  const [newsletterId] = (await createTestNetwork(payload, ['en', 'el', 'ar', 'fr'])).newsletterIds

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

  return { url, payload, newsletterId, mailedPath }
}

/** Presses Tab until the focus is where it should be, as far as a person would have patience for. */
export async function tabTo(page: Page, selector: string): Promise<void> {
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

export const accessible = async (page: Page): Promise<void> =>
  expect(await accessibilityFindings(page)).toEqual([])

/** Faster than this no person fills in a form, so a machine is taken for one. */
export const untilPerson = (opened: number) =>
  expect.poll(() => Date.now() - opened, { timeout: 5000 }).toBeGreaterThan(2200)
