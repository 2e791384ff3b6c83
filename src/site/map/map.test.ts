import { expect, test } from 'vitest'

import { placeOnMap } from './europe-projection.ts'
import { outlines } from './outlines.ts'
import { pointsOnMap } from './points-on-map.ts'
import { stepOf, stepsFor } from './steps.ts'

const euMembers = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
  ' ',
)

test('every member state is on the map', () => {
  const drawn = new Set(outlines.countries.map(({ code }) => code))
  expect(euMembers.filter((code) => !drawn.has(code))).toEqual([])
})

test.for([
  ['Lisbon', 38.72, -9.14],
  ['Valletta', 35.9, 14.51],
  ['Helsinki', 60.17, 24.94],
  ['Nicosia', 35.17, 33.36],
] as const)('%s is within the map', ([, latitude, longitude]) => {
  expect(placeOnMap(latitude, longitude)).not.toBeNull()
})

test('what lies beyond the edge of the map is not drawn on it', () => {
  expect(placeOnMap(40.7, -74)).toBeNull()
  expect(
    pointsOnMap([{ title: 'x', url: 'https://a.example/x', latitude: 40.7, longitude: -74 }]).source,
  ).not.toContain('<circle')
})

test('practices at one place stand beside each other', () => {
  const point = { title: 'x', url: 'https://a.example/x', latitude: 45.76, longitude: 4.84 }
  const drawn = pointsOnMap([point, point, point]).source
  const places = [...drawn.matchAll(/cx="(\d+)" cy="(\d+)"/g)].map((match) => match.slice(1).join())

  expect(new Set(places).size).toBe(3)
})

test('points are no stops for the keyboard and are not read out: a list leads to the same pages', () => {
  const drawn = pointsOnMap([{ title: 'x', url: 'https://a.example/x?y', latitude: 45, longitude: 5 }]).source

  expect(drawn).toContain('aria-hidden="true"')
  expect(drawn).toContain('<a href="/x?y" tabindex="-1">')
})

test.for([
  [1, [[1, 1]]],
  [
    2,
    [
      [1, 1],
      [2, 2],
    ],
  ],
  [
    9,
    [
      [1, 3],
      [4, 6],
      [7, 9],
    ],
  ],
  [
    24,
    [
      [1, 6],
      [7, 12],
      [13, 18],
      [19, 24],
    ],
  ],
] as const)('where the greatest number is %i, the shades are %j', ([greatest, expected]) => {
  const steps = stepsFor(greatest)

  expect(steps.map(({ from, to }) => [from, to])).toEqual(expected)
  expect(stepOf(greatest, steps)).toBe(steps.length - 1)
  expect(stepOf(1, steps)).toBe(0)
})
