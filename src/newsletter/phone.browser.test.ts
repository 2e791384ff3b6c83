import { afterAll, beforeAll, expect, test } from 'vitest'

import { closeBrowser, visitor } from '../testing/browser.ts'
import { designedLetter } from '../testing/designed-letters.ts'
import { renderEdition } from './render-edition.ts'

/** As long as names of networks are, with a word that is wider than a phone. */
const NAME = 'European Migrantenunternehmertumsförderungsnetzwerk'
const NARROWEST = 320

let reader: Awaited<ReturnType<typeof visitor>>

beforeAll(async () => {
  reader = await visitor({ viewport: { width: NARROWEST, height: 640 } })
})
afterAll(async () => {
  await reader.close()
  await closeBrowser()
})

test.for([
  ['digest', 'en'],
  ['announcement', 'el'],
  ['invitation', 'ar'],
] as const)(
  'a letter of a network with a long name fits the smallest phone: %s, %s',
  async ([design, locale]) => {
    const letter = designedLetter(design, locale)
    const { html } = await renderEdition({
      ...letter,
      newsletter: { ...letter.newsletter, name: NAME },
      network: { ...letter.network, name: NAME },
    })
    await reader.page.setContent(html, { waitUntil: 'domcontentloaded' })

    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROWEST)
  },
)
