import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Whole } from './reading-load.ts'

/** The floor: a server that knows one answer and sends it to whoever asks anything. */
const { headers, body } = JSON.parse(process.argv[2] ?? '') as Whole
const bytes = Buffer.from(body, 'base64')
const server = createServer((request, response) => {
  const send = () => {
    response.writeHead(200, [...headers])
    response.end(bytes)
  }
  if (request.method === 'POST') request.resume().once('end', send)
  else send()
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.send?.({ port: (server.address() as AddressInfo).port })
