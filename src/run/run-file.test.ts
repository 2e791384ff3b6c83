import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { LONGEST_STOP_MS } from './child.ts'
import { takeRunFile } from './run-file.ts'

const MARKER = 'nothing-ends-me'
const places = { site: 'http://localhost:3000', mails: null, partners: null }

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emissary-run-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('what a killed launcher has left without its database is not waited for', async () => {
  const source =
    "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000); console.log('ready')"
  const child = spawn(process.execPath, ['-e', source, MARKER], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  const killed = await takeRunFile(folder, { places, ownDatabase: true })
  killed.add(child.pid ?? 0, MARKER)

  const askedAt = performance.now()
  await takeRunFile(folder, { places, ownDatabase: true })
  expect(await ended).toEqual([null, 'SIGKILL'])
  expect(performance.now() - askedAt).toBeLessThan(LONGEST_STOP_MS / 2)
}, 60_000)
