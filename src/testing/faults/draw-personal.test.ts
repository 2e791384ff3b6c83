import { expect, test } from 'vitest'

import { drawPersonal } from './draw-personal.ts'
import { drawSchedule, type Round } from './schedule.ts'

const seeds = Array.from({ length: 200 }, (_, index) => index + 1)

const round: Round = {
  fates: [null],
  smtp: [],
  resend: [],
  meanwhile: [{ turn: 7, what: 'lapse' }],
  pass: 0,
  wakesEarly: true,
}

test('mails for one person leave in about half of the schedules, and over each of the transports', () => {
  const drawn = seeds.map((seed) => drawSchedule(seed)).filter(({ hasPersonal }) => hasPersonal)
  expect(Math.abs(drawn.length - seeds.length / 2)).toBeLessThan(25)
  expect(new Set(drawn.map(({ transport }) => transport)).size).toBe(2)
})

test('where they leave, some are planned before anything else happens, and all else stays as it was', () => {
  for (const seed of seeds) {
    const { hasPersonal, rounds } = drawPersonal(seed, [round, round])
    const added = rounds.map(({ meanwhile }) => meanwhile.slice(1))
    expect(rounds.map((each) => ({ ...each, meanwhile: each.meanwhile.slice(0, 1) }))).toEqual([round, round])
    expect(added[0]?.[0]).toEqual(hasPersonal ? { turn: 1, what: 'personal-planned' } : undefined)
  }
})
