import { connect, type Socket } from 'node:net'

import { createTransport } from 'nodemailer'

import { mergeDecoded } from '../src/newsletter/compiled-edition.ts'
import { segmentsOf } from '../src/newsletter/placeholders.ts'
import { benchLetter, LETTER_BYTES } from './sending-letter.ts'
import { answerOrders, spent } from './sending-orders.ts'

const CONNECTIONS = 20

/** Two ways of sending that are not ours: nodemailer's pool as one uses it, and the least that could be done at all. */
await answerOrders({
  pool: async ({ port, mails }) => plainPool(port, mails),
  bare: async ({ port, mails }) => bare(port, mails),
})

/** Composed anew for each person. */
async function plainPool(port: number, mails: number) {
  const letter = await benchLetter(LETTER_BYTES)
  const edition = { html: segmentsOf(letter.html), text: segmentsOf(letter.text) }
  const pool = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
  })
  const send = (index: number) => {
    const link = `https://emen.example/u/${index}`
    return pool.sendMail({
      from: 'EMEN <news@emen.example>',
      to: `reader${index}@example.org`,
      subject: 'What worked this month',
      ...mergeDecoded(edition, { unsubscribe_url: link, preferences_url: `${link}/preferences` }),
      headers: {
        'List-ID': '<letter.en.emen.example>',
        'List-Unsubscribe': `<${link}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'X-Delivery-ID': String(index),
      },
    })
  }
  await send(0)
  return spent(mails, async () => {
    let next = 1
    const inTurn = async () => {
      for (let index = next++; index <= mails; index = next++) await send(index)
    }
    await Promise.all(Array.from({ length: CONNECTIONS * 2 }, inTurn))
  })
}

/** The same bytes for everybody, each command sent with the end of the mail before. */
async function bare(port: number, mails: number) {
  const { html, text } = await benchLetter(LETTER_BYTES)
  const mail = Buffer.from(
    `Subject: x\r\n\r\n${`${text}${html}`.replace(/(.{70})/g, '$1=\r\n').replaceAll(/\r?\n/g, '\r\n')}\r\n.\r\n`,
  )
  const envelope = (index: number) =>
    `MAIL FROM:<b+${index}@emen.example>\r\nRCPT TO:<reader${index}@example.org>\r\nDATA\r\n`
  const sessions = await Promise.all(Array.from({ length: CONNECTIONS }, () => openBare(port)))
  return spent(mails, async () => {
    let next = 1
    await Promise.all(
      sessions.map(async ({ socket, replies }) => {
        let index = next++
        if (index > mails) return
        socket.write(envelope(index))
        while (index <= mails) {
          await replies(3)
          index = next++
          socket.cork()
          socket.write(mail)
          if (index <= mails) socket.write(envelope(index))
          socket.uncork()
          await replies(1)
        }
        socket.end('QUIT\r\n')
      }),
    )
  })
}

interface BareSession {
  readonly socket: Socket
  /** Settles after so many further replies. */
  replies(count: number): Promise<void>
}

async function openBare(port: number): Promise<BareSession> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let come = 0
  let wanted: { readonly count: number; readonly done: () => void } | null = null
  const look = () => {
    if (wanted === null || come < wanted.count) return
    come -= wanted.count
    const { done } = wanted
    wanted = null
    done()
  }
  socket.on('data', (chunk) => {
    // A reply's last line has a space after its code.
    come += chunk.toString('latin1').match(/^\d{3} /gm)?.length ?? 0
    look()
  })
  const replies = (count: number) =>
    new Promise<void>((done) => {
      wanted = { count, done }
      look()
    })
  await replies(1)
  socket.write('EHLO bench\r\n')
  await replies(1)
  return { socket, replies }
}
