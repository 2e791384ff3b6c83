import sharp from 'sharp'
import { expect, test } from 'vitest'

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
