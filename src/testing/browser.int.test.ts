import { afterAll, expect, test } from 'vitest'

import { accessibilityFindings, closeBrowser, visitor } from './browser.ts'

afterAll(closeBrowser)

const letters = { Latin: 'Ağ', Greek: 'Δίκτυο', Cyrillic: 'Мережа', Arabic: 'شبكة', Persian: 'پیوند' }

test.for(Object.entries(letters))('pictures show %s letters and not boxes for them', async ([, word]) => {
  await using person = await visitor()
  const widthOf = (text: string) =>
    person.page.evaluate(async (content) => {
      document.body.innerHTML = ''
      const canvas = document.createElement('canvas')
      const pen = canvas.getContext('2d')
      if (pen === null) return null
      pen.font = '40px Arial, sans-serif'
      pen.fillText(content, 0, 50)
      return canvas.toDataURL()
    }, text)

  // A letter that no font has is drawn as one and the same box.
  const [shown, boxes] = [await widthOf(word), await widthOf('\u{10FFFD}'.repeat([...word].length))]

  expect(shown).not.toBe(boxes)
})

test('a picture without a text alternative is found', async () => {
  await using person = await visitor()
  await person.page.setContent(
    '<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>',
  )

  const findings = await accessibilityFindings(person.page)

  expect(findings).toMatchObject([{ rule: 'image-alt', impact: 'critical', places: ['img'] }])
})
