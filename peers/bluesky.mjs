/**
 * A Bluesky server on this machine, on which anybody may make an account: the PDS that Bluesky itself runs, and the
 * directory of names that it needs. Its first line says where it is. It lives as long as its standard input is open.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { PDS } from '@atproto/pds'
import plc from '@did-plc/server'

const home = await mkdtemp(join(tmpdir(), 'emissary-pds-'))
const [plcPort, pdsPort] = [await freePort(), await freePort()]

const directory = plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort })
await directory.start()
const pds = await PDS.fromEnv({
  devMode: true,
  hostname: 'localhost',
  port: pdsPort,
  dataDirectory: home,
  blobstoreDiskLocation: join(home, 'blobs'),
  adminPassword: randomBytes(16).toString('hex'),
  jwtSecret: randomBytes(16).toString('hex'),
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
  serviceHandleDomains: ['.test'],
  didPlcUrl: `http://127.0.0.1:${plcPort}`,
  bskyAppViewUrl: 'http://127.0.0.1:9',
  bskyAppViewDid: 'did:web:nobody.invalid',
  inviteRequired: false,
  rateLimitsEnabled: false,
  disableSsrfProtection: true,
})
await pds.start()

process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${pdsPort}` })}\n`)

process.stdin.resume()
await once(process.stdin, 'end')
await pds.destroy()
await directory.destroy()
await rm(home, { recursive: true, force: true })
process.exit(0)

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
