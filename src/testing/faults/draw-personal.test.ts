import { expect, test } from 'vitest'

import { drawPersonal } from './draw-personal.ts'
import { drawSchedule } from './schedule.ts'

const seeds = Array.from({ length: 200 }, (_, index) => index + 1)

test('mails for one person leave in about half of the schedules, over each of the transports', () => {
  const drawn = seeds.map((seed) => drawSchedule(seed)).filter(({ hasPersonal }) => hasPersonal)
  expect(Math.abs(drawn.length - seeds.length / 2)).toBeLessThan(25)
  expect(new Set(drawn.map(({ transport }) => transport)).size).toBe(2)
})

test('where they leave, some are planned before anything else happens', () => {
  for (const seed of seeds)
    expect(drawPersonal(seed, 3)?.[0]?.[0] ?? null).toEqual(
      drawSchedule(seed).hasPersonal ? { turn: 1, what: 'personal-planned' } : null,
    )
})
