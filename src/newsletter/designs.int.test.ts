import { afterAll, expect, test } from 'vitest'

import type { LetterDesign } from '../../emails/letter-contents.ts'
import { answerBrand, answerCover } from '../site/files.ts'
import { accessibilityFindings, closeBrowser, picture, visitor } from '../testing/browser.ts'
import { type DesignLocale, designedLetter, designLocales } from '../testing/designed-letters.ts'
import { previewEdition } from './compiled-edition.ts'
import { renderEdition } from './render-edition.ts'

afterAll(closeBrowser)

const designs = ['digest', 'announcement', 'invitation'] as const satisfies readonly LetterDesign[]

/** The letter in a browser, with the pictures that it asks for. */
async function shownIn(
  design: LetterDesign,
  locale: DesignLocale,
  look: { readonly colorScheme: 'light' | 'dark'; readonly width: number },
) {
  const { colorScheme, width } = look
  const person = await visitor({ colorScheme, viewport: { width, height: 900 } })
  await person.route('https://emen.example/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    const name = pathname.slice(pathname.lastIndexOf('/') + 1)
    const answer = pathname.startsWith('/covers/') ? await answerCover(name, null) : await answerBrand(name)
    await route.fulfill({
      status: answer.status,
      contentType: answer.headers.get('Content-Type') ?? '',
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  const { html } = previewEdition(await renderEdition(designedLetter(design, locale)))
  await person.page.setContent(html, { waitUntil: 'networkidle' })
  return person
}

const every = designs.flatMap((design) =>
  designLocales.flatMap((locale) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ design, locale, colorScheme })),
  ),
)

test.for(every)('$design in $locale, $colorScheme, can be read by everybody', async (letter) => {
  const { design, locale, colorScheme } = letter
  await using person = await shownIn(design, locale, { colorScheme, width: 700 })
  await picture(person.page, `letter-${design}-${locale}-${colorScheme}`)
  expect(await accessibilityFindings(person.page)).toEqual([])
})

test.for(designs)('%s fits a phone', async (design) => {
  await using person = await shownIn(design, 'ar', { colorScheme: 'light', width: 360 })
  await picture(person.page, `letter-${design}-ar-phone`)
  const width = await person.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(360)
})
