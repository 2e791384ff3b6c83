import { setImmediate as moment } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { beginLife, livingNow, type Surroundings } from './life.ts'

const nowhere: Surroundings = { turn: async () => undefined, answered: () => undefined }

const ask = (seen: string[], what: string) =>
  livingNow()?.reach(async () => void seen.push(what), 'statement') ?? Promise.resolve()

test.for(['stalls', 'dies'] as const)('a worker that %s does so with all that it has begun', async (what) => {
  const seen: string[] = []
  const life = beginLife({ what, at: 1, when: 'before' }, nowhere)
  const ended = life.live(() => Promise.all([ask(seen, 'a letter'), ask(seen, 'a digest')]))
  await life.interrupted
  await moment()
  expect(seen).toEqual([])
  life.wake()
  if (what === 'stalls') await ended
  await moment()
  expect(seen).toEqual(what === 'stalls' ? ['a letter', 'a digest'] : [])
})
