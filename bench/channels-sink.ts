import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Takes whatever is posted and says so after a while, as a service far away does. Counts. */
const answersAfterMs = Number(process.argv[2] ?? 50)
let taken = 0
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    taken++
    setTimeout(() => response.writeHead(204).end(), answersAfterMs)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ mails: taken }))
