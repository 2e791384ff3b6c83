import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { freePort } from './free-port.ts'
import { projectRoot } from './project-root.ts'

let folder = ''
let silent: Server

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emissary-start-'))
  // Accepts connections and never says a word.
  silent = createServer()
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
})

afterEach(async () => {
  silent.close()
  await rm(folder, { recursive: true, force: true })
})

const takenPort = (): number => (silent.address() as AddressInfo).port

const secrets = { PAYLOAD_SECRET: 'a secret that is long enough for tests', EMISSARY_KEYS: 'k1:key' }
const relay = { SMTP_URL: 'smtp://127.0.0.1:1' }

function start(settings: Record<string, string>, options: readonly string[] = []) {
  const child = spawn(
    process.execPath,
    [...options, '--import', './src/run/check-node.mjs', 'src/run/start.ts'],
    {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder, ...settings },
    },
  )
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said: said.join('') }))
  return { child, ended }
}

test('a taken port is named together with a way around it', async () => {
  const port = takenPort()

  const { code, said } = await start({ PORT: String(port), ...relay }).ended

  expect(code).toBe(1)
  expect(said).toContain(
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`,
  )
})

test('a database that cannot be reached is named without its password', async () => {
  const port = await freePort(null)
  const DATABASE_URL = `postgresql://cms:hidden-word@127.0.0.1:${port}/cms`

  const { code, said } = await start({
    DATABASE_URL,
    PORT: String(await freePort(null)),
    ...secrets,
    ...relay,
  }).ended

  expect(code).toBe(1)
  expect(said).toContain(`No PostgreSQL answers at 127.0.0.1:${port} (ECONNREFUSED). Check DATABASE_URL`)
  expect(said).not.toContain('hidden-word')
})

test('with a database of its own, missing secrets are named and never made up', async () => {
  const DATABASE_URL = 'postgresql://127.0.0.1:1/cms'

  const { code, said } = await start({ DATABASE_URL }).ended

  expect(code).toBe(1)
  expect(said).toContain('these must be set too: PAYLOAD_SECRET, EMISSARY_KEYS.')
  expect(existsSync(join(folder, 'secrets.json'))).toBe(false)
})

test('a folder that cannot be written to is named', async () => {
  // Below a file there can be no folder, not even for root.
  await writeFile(join(folder, 'file'), '')
  const DATA_DIR = join(folder, 'file', 'data')

  const { code, said } = await start({ DATA_DIR }).ended

  expect(code).toBe(1)
  expect(said).toContain(
    `The folder ${DATA_DIR} cannot be written to. Give your user the right to write there`,
  )
})

test('a setting that makes no sense is named', async () => {
  const { code, said } = await start({ PORT: 'three thousand' }).ended

  expect(code).toBe(1)
  expect(said).toContain('these environment variables cannot be used: PORT')
  expect(said).not.toContain('    at ')
})

test('a Node.js that is too old is told so before it meets a file that it cannot read', async () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.20.2"}})'

  const { code, said } = await start({}, ['--import', older]).ended

  expect(code).toBe(1)
  expect(said).toContain('Emissary needs Node.js 24 or newer, and this is 20.20.2. Run "npm ci" again')
})

test('a second start from the same folder is refused while the first runs', async () => {
  const DATABASE_URL = `postgresql://127.0.0.1:${takenPort()}/cms`
  const settings = { DATABASE_URL, PORT: String(await freePort(null)), ...secrets, ...relay }
  const first = start(settings)
  // It now waits for a database that is silent. That it is held here keeps it from giving up before the second is there.
  await once(silent, 'connection')
  first.child.kill('SIGSTOP')

  const { code, said } = await start(settings).ended

  expect(code).toBe(1)
  expect(said).toContain(`Emissary already runs from this folder (process ${first.child.pid}).`)
  first.child.kill('SIGCONT')
  first.child.kill('SIGINT')
  await first.ended
})

test('Ctrl-C while it starts ends it and leaves the folder free', async () => {
  const DATABASE_URL = `postgresql://127.0.0.1:${takenPort()}/cms`
  const first = start({ DATABASE_URL, PORT: String(await freePort(null)), ...secrets, ...relay })
  await once(silent, 'connection')

  first.child.kill('SIGINT')

  expect((await first.ended).said).toContain('Stopping')
  expect(existsSync(join(folder, 'run.json'))).toBe(false)
})
