import { expect, test } from 'vitest'

import { type Progress, runSteps, type Step } from './bulk-run.ts'

const step = (title: string, reason: string | null = null): Step => ({
  title,
  href: `/admin/${title}`,
  run: async () => reason,
})

test('a step that fails holds up no other and is told with its reason', async () => {
  const outcome = await runSteps(
    [step('one'), step('two', 'incomplete'), step('three')],
    new AbortController().signal,
    () => undefined,
  )

  expect(outcome).toEqual({
    done: 3,
    failures: [{ title: 'two', href: '/admin/two', reason: 'incomplete' }],
  })
})

test('progress is told after each step', async () => {
  const told: number[] = []
  await runSteps([step('one'), step('two')], new AbortController().signal, ({ done }: Progress) => {
    told.push(done)
  })

  expect(told).toEqual([1, 2])
})

test('once it is stopped, no further step begins', async () => {
  const stop = new AbortController()
  const outcome = await runSteps([step('one'), step('two'), step('three')], stop.signal, ({ done }) => {
    if (done === 2) stop.abort()
  })

  expect(outcome).toEqual({ done: 2, failures: [] })
})
