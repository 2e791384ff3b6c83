import { createServer, type Socket } from 'node:net'

/**
 * A mail server that takes everything and keeps nothing, in a process of its own: what it costs is not the sender's. Its only
 * argument is after how many milliseconds it answers. It speaks as little SMTP as pipelining senders need.
 */
const delayMs = Number(process.argv[2] ?? 0)
const END = Buffer.from('\r\n.\r\n')
const KEPT = END.length - 1
let mails = 0

function serve(socket: Socket): void {
  let inData = false
  /** Of a mail, the last bytes, as its end may come in two pieces; of commands, the line that is not ended yet. */
  let rest = Buffer.alloc(0)
  const answer = (lines: string) => {
    if (delayMs === 0) socket.write(lines)
    else setTimeout(() => socket.write(lines), delayMs)
  }
  socket.setNoDelay(true)
  socket.on('error', () => undefined)
  answer('220 sink\r\n')
  socket.on('data', (chunk) => {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let replies = ''
    for (;;) {
      if (inData) {
        const end = bytes.indexOf(END)
        if (end < 0) {
          bytes = bytes.subarray(Math.max(0, bytes.length - KEPT))
          break
        }
        mails += 1
        replies += '250 2.0.0 taken\r\n'
        inData = false
        bytes = bytes.subarray(end + END.length)
        continue
      }
      const end = bytes.indexOf(10)
      if (end < 0) break
      const verb = bytes.toString('latin1', 0, Math.min(end, 4)).toUpperCase()
      bytes = bytes.subarray(end + 1)
      if (verb === 'EHLO') replies += '250-sink\r\n250-PIPELINING\r\n250-SMTPUTF8\r\n250 DSN\r\n'
      else if (verb === 'DATA') {
        replies += '354 go on\r\n'
        inData = true
      } else if (verb === 'QUIT') {
        socket.end('221 2.0.0 bye\r\n')
        return
      } else replies += '250 2.1.0 fine\r\n'
    }
    rest = Buffer.from(bytes)
    if (replies !== '') answer(replies)
  })
}

const server = createServer(serve)
server.listen(0, '127.0.0.1', () => {
  const bound = server.address()
  process.send?.({ port: typeof bound === 'object' ? bound?.port : null })
})
process.on('message', () => process.send?.({ mails }))
