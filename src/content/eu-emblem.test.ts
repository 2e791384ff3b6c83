import { expect, test } from 'vitest'

import { euEmblem } from './eu-emblem.ts'

const HEIGHT = 360

/** Corners of each star as they are drawn. */
const stars = (svg: string) =>
  [...svg.matchAll(/points="([^"]+)"/g)].map(([, points = '']) =>
    points.split(' ').map((pair) => {
      const [x = Number.NaN, y = Number.NaN] = pair.split(',').map(Number)
      return { x, y }
    }),
  )

test('twelve stars stand upright at the hours of a clock, on a circle of a third of the height', () => {
  const centres = stars(euEmblem({ height: HEIGHT, border: false })).map((corners) => {
    const points = corners.filter((_, index) => index % 2 === 0)
    const centre = {
      x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
      y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
    }
    const top = points[0] ?? { x: 0, y: 0 }
    expect(top.x).toBeCloseTo(centre.x, 2)
    expect(centre.y - top.y).toBeCloseTo(HEIGHT / 18, 2)
    return centre
  })

  const hours = centres.map(({ x, y }) => {
    const [dx, dy] = [x - (HEIGHT * 1.5) / 2, y - HEIGHT / 2]
    expect(Math.hypot(dx, dy)).toBeCloseTo(HEIGHT / 3, 2)
    return Math.round(((Math.atan2(dx, -dy) / (2 * Math.PI)) * 12 + 12) % 12)
  })
  expect(hours).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
})

test('the field is three by two in the prescribed colours', () => {
  const svg = euEmblem({ height: HEIGHT, border: false })
  expect(svg).toContain('width="540" height="360" viewBox="0 0 540 360"')
  expect(svg).toContain('<rect width="540" height="360" fill="#003399"/>')
  expect(svg).toContain('<g fill="#FFCC00">')
  expect(svg).not.toContain('#FFFFFF')
})

test('on other grounds a white border of a 25th of the height runs round the whole field', () => {
  const svg = euEmblem({ height: 100, border: true })
  expect(svg).toContain('width="158" height="108" viewBox="-4 -4 158 108"')
  expect(svg).toContain('<rect x="-4" y="-4" width="100%" height="100%" fill="#FFFFFF"/>')
})
