import { afterAll, beforeAll, expect, test } from 'vitest'

import { closeBrowser, visitor } from '../testing/browser.ts'
import { designedLetter } from '../testing/designed-letters.ts'
import { renderEdition } from './render-edition.ts'

/** As long as names of networks are, with a word that is wider than a phone. */
const NAME = 'European Migrantenunternehmertumsförderungsnetzwerk'

let reader: Awaited<ReturnType<typeof visitor>>

beforeAll(async () => {
  reader = await visitor()
})
afterAll(async () => {
  await reader.close()
  await closeBrowser()
})

test.for([
  ['digest', 'en', 320],
  ['announcement', 'el', 360],
  ['invitation', 'ar', 320],
  // Just too wide for what is meant for phones.
  ['digest', 'ar', 481],
  ['announcement', 'en', 700],
] as const)(
  'a letter of a network with a long name never moves sideways: %s, %s, %i wide',
  async ([design, locale, width]) => {
    const letter = designedLetter(design, locale)
    const { html } = await renderEdition({
      ...letter,
      newsletter: { ...letter.newsletter, name: NAME },
      network: { ...letter.network, name: NAME },
    })
    await reader.page.setViewportSize({ width, height: 640 })
    await reader.page.setContent(html, { waitUntil: 'domcontentloaded' })

    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  },
)
