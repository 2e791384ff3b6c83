import { setImmediate as moment } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { type Bustle, bustle } from './bustle.ts'

/** A worker's statement, which takes a moment. */
async function statement(around: Bustle, seen: string[], name: string): Promise<void> {
  await around.turn('statement')
  seen.push(`${name} begins`)
  await moment()
  seen.push(`${name} ends`)
  around.answered('statement')
}

const leaving = (seen: string[], turn: number) => ({
  turn,
  isQuiet: true,
  run: async () => {
    seen.push('somebody leaves')
    await moment()
    seen.push('somebody left')
  },
})

test('of two who ask at once nobody is heard while the second brings something about', async () => {
  const seen: string[] = []
  const around = bustle()
  around.begin([leaving(seen, 2)])
  await Promise.all([statement(around, seen, 'first'), statement(around, seen, 'second')])
  expect(seen.slice(0, 2)).toEqual(['somebody leaves', 'somebody left'])
})

test('nobody begins a statement while something happens that the workers never came to', async () => {
  const seen: string[] = []
  const around = bustle()
  around.begin([leaving(seen, 40)])
  const resting = around.rest()
  await Promise.all([resting, statement(around, seen, 'late')])
  expect(seen).toEqual(['somebody leaves', 'somebody left', 'late begins', 'late ends'])
})

test('a worker of an earlier round is waited for as well', async () => {
  const seen: string[] = []
  const around = bustle()
  around.begin([])
  await around.turn('statement')
  around.begin([leaving(seen, 1)])
  const next = statement(around, seen, 'next')
  await moment()
  seen.push('earlier ends')
  around.answered('statement')
  await next
  expect(seen).toEqual(['earlier ends', 'somebody leaves', 'somebody left', 'next begins', 'next ends'])
})
