import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { projectRoot } from '../../run/project-root.ts'
import type { UnrulyTasks } from '../../testing/unruly-worker.ts'
import { thread } from './thread.ts'

const file = join(projectRoot, 'src', 'testing', 'unruly-worker.ts')
const unruly = ({ timeoutMs = 20_000, idleMs = 20_000 } = {}) =>
  thread<UnrulyTasks>({ file, timeoutMs, idleMs })

test('one thread does everything that is asked at once, in its order', async () => {
  const { run } = unruly()
  const threads = await Promise.all([1, 2, 3].map(() => run('whichThread', undefined)))
  expect(new Set(threads).size).toBe(1)
  expect(await Promise.all([1, 2, 3].map((value) => run('double', value)))).toEqual([2, 4, 6])
})

test('a task that is refused says why, and the thread goes on', async () => {
  const { run } = unruly()
  const before = await run('whichThread', undefined)
  await expect(run('refuse', 'no such tag')).rejects.toThrow('no such tag')
  expect(await run('whichThread', undefined)).toBe(before)
})

test.for(['neverEnd', 'spin'] as const)(
  'a task that takes too long (%s) fails, and what waits behind it is done by another thread',
  async (task) => {
    const { run } = unruly({ timeoutMs: 3000 })
    const before = await run('whichThread', undefined)
    const [late, next] = await Promise.allSettled([run(task, undefined), run('whichThread', undefined)])
    expect(late).toMatchObject({ status: 'rejected', reason: { name: 'ThreadError', reason: 'too-long' } })
    expect(next.status).toBe('fulfilled')
    expect(next).not.toMatchObject({ value: before })
  },
)

test.for([
  ['crash', undefined],
  ['leave', 0],
  ['leave', 3],
] as const)('a thread that dies (%s) fails its task and is replaced', async ([task, input]) => {
  const { run } = unruly()
  const [died, next] = await Promise.allSettled([run(task, input as never), run('double', 21)])
  expect(died).toMatchObject({ status: 'rejected', reason: { name: 'ThreadError', reason: 'died' } })
  expect(next).toMatchObject({ status: 'fulfilled', value: 42 })
})

test('a thread that has nothing to do ends, and the next task starts another', async () => {
  const { run } = unruly({ idleMs: 1 })
  const before = await run('whichThread', undefined)
  await expect.poll(() => run('whichThread', undefined), { interval: 50 }).not.toBe(before)
})

test('a program ends when its last letter is done, however long the thread would stay', async () => {
  const program = `
    const { thread } = await import(${JSON.stringify(join(projectRoot, 'src/newsletter/rendering/thread.ts'))})
    const { run } = thread({ file: ${JSON.stringify(file)}, timeoutMs: 20000, idleMs: 600000 })
    process.stdout.write(String(await run('double', 4)))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    timeout: 20_000,
  })
  expect(stdout).toBe('8')
})
