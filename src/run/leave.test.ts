import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

const module = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emissary-leave-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A process in which a thread waits for ever, to read what nobody writes, while the others go on. */
function stuck(then: string) {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const script = `
    import { open, writeFileSync } from 'node:fs'
    import { leave } from ${module('./leave.ts')}
    import { serve } from ${module('./child.ts')}
    open(${JSON.stringify(pipe)}, 'r', () => undefined)
    ${then}
  `
  const child = spawn(process.execPath, ['--input-type', 'module-typescript', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  return { child, ended: once(child, 'exit') }
}

test.for([0, 1])('a process that leaves with %d is gone, whatever its threads wait for', async (code) => {
  const { ended } = stuck(`setTimeout(() => leave(${code}), 50)`)

  expect(await ended).toEqual([code, null])
})

const serving = "await serve(async () => ({ stop: async () => writeFileSync(1, 'stopped') }))"

test.for([
  ['it is asked to', (child: ChildProcess): void => void child.kill('SIGTERM')],
  ['its launcher is gone', (child: ChildProcess): void => child.disconnect()],
] as const)('a server stops in order and is gone when %s, with a thread that hangs', async ([, ask]) => {
  const { child, ended } = stuck(serving)
  const said: string[] = []
  child.stdout?.on('data', (chunk) => said.push(String(chunk)))
  await once(child, 'message')
  ask(child)

  expect(await ended).toEqual([0, null])
  expect(said).toEqual(['stopped'])
})
