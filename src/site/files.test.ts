import sharp from 'sharp'
import { expect, test } from 'vitest'

import { dark, light } from '../../emails/theme.ts'
import { type Colour, colourIn, contrastOf } from '../newsletter/lint/colour.ts'
import { answerAsset, answerBrand, answerCover } from './files.ts'
import { scriptPath, scripts, stylesheet, stylesheetPath } from './stylesheet.ts'

const id = '0199c0de-0000-7000-8000-000000000001'
const nameOf = (path: string): string => path.slice('/assets/'.length)

const sizeOf = async (answer: Response) => {
  const { format, width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
  return { format, width, height }
}

test('every typeface that the style sheet names is there and comes from us', async () => {
  const files = [...stylesheet.matchAll(/url\(([^)]+)\)/g)].map(([, address]) => address ?? '')

  expect(files).toHaveLength(12)
  for (const file of files) {
    expect(file).toMatch(/^\/assets\//)
    expect((await answerAsset(nameOf(file))).status).toBe(200)
  }
})

test('files whose address changes with them are kept for ever, and nothing else is given out', async () => {
  for (const path of [stylesheetPath, scriptPath])
    expect((await answerAsset(nameOf(path))).headers.get('Cache-Control')).toContain('immutable')
  for (const name of ['../../package.json', 'site.css', 'noto-sans-latin-wght-italic.woff2'])
    expect((await answerAsset(name)).status).toBe(404)
})

test('a script that somebody else’s page knows by an earlier address is found', async () => {
  const [path = ''] = [...scripts.keys()].filter((each) => each.includes('emissary-month'))
  const moved = await answerAsset('emissary-month.0123456789ab.js')
  expect([moved.status, moved.headers.get('Location')]).toEqual([302, path])
  expect(moved.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect((await answerAsset('emissary-year.0123456789ab.js')).status).toBe(404)
})

test('the emblem for mails is a picture with the white border that an unknown ground calls for', async () => {
  const { format, width, height } = await sizeOf(await answerBrand('eu-emblem.png'))

  expect(format).toBe('png')
  expect(height).toBeGreaterThan(100)
  expect((width ?? 0) / (height ?? 1)).toBeCloseTo((1.5 + 2 / 25) / (1 + 2 / 25), 2)
})

/** Each colour of a picture that covers more than its edges, where it is not see-through. */
async function coloursOf(answer: Response): Promise<Colour[]> {
  const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer()))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const found = new Map<string, number>()
  for (let at = 0; at < data.length; at += info.channels)
    if (data[at + 3] === 255) {
      const colour = [...data.subarray(at, at + 3)].join()
      found.set(colour, (found.get(colour) ?? 0) + 1)
    }
  return [...found]
    .filter(([, pixels]) => pixels > 100)
    .map(([colour]) => colour.split(',').map(Number) as unknown as Colour)
}

test('the mark for mails is seen on a light and on a dark letter, which it cannot know', async () => {
  const colours = await coloursOf(await answerBrand('logo.png'))

  expect(colours).toHaveLength(2)
  // https://www.w3.org/TR/WCAG22/#non-text-contrast
  for (const colour of colours)
    for (const ground of [light.surface, dark.surface, '#000000'])
      expect(contrastOf(colour, colourIn(ground) ?? [0, 0, 0])).toBeGreaterThanOrEqual(3)
})

test('an item’s picture comes in the widths that mails and previews ask for', async () => {
  expect(await sizeOf(await answerCover(`${id}.png`, '1120'))).toEqual({
    format: 'png',
    width: 1120,
    height: 373,
  })
  expect(await sizeOf(await answerCover(`${id}.png`, '1200'))).toEqual({
    format: 'png',
    width: 1200,
    height: 600,
  })
  expect(await sizeOf(await answerCover(`${id}.png`, null))).toMatchObject({ width: 1120 })
  for (const [name, width] of [
    [`${id}.png`, '9999'],
    [`${id}.svg`, '560'],
    ['x.png', '560'],
  ] as const)
    expect((await answerCover(name, width)).status).toBe(404)
})
