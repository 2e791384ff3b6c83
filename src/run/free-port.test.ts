import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

import { expect, test } from 'vitest'

import { freePort, isFree } from './free-port.ts'

test('a port that is free is none that a system gives to whoever connects somewhere', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort(null)))

  expect(ports.filter((port) => port < 1024 || port >= 32_768)).toEqual([])
})

test('the wanted port is chosen unless somebody listens on it', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const other = await freePort(null)

  expect([await isFree(port), (await freePort(port)) === port, await freePort(other)]).toEqual([
    false,
    false,
    other,
  ])
  server.close()
})
