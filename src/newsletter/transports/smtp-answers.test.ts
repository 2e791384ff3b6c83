import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

import { describe, expect, test } from 'vitest'

import { frozenBatch, frozenMail } from '../../testing/describe-transport.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { patient, sendThrough } from '../../testing/over-smtp.ts'
import { compileEdition } from '../compiled-edition.ts'
import { smtp } from './smtp.ts'

describe('over SMTP', () => {
  test.for([
    ['mail', 'not-now'],
    ['rcpt', 'not-now'],
    ['data', 'ambiguous'], // So short that its final dot had left as well.
  ] as const)('a connection cut at %s: the letter is %s', async ([at, kind]) => {
    expect(await sendThrough({ at, hangUp: true })).toMatchObject({ outcome: { kind }, arrived: 0 })
  })

  test('a connection cut before the final dot of a long letter has certainly taken nothing', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'data', hangUp: true })
    const transport = smtp({ url: server.url })
    const edition = compileEdition({ html: 'x'.repeat(12_000_000), text: 'x' })
    expect(await transport.send({ ...frozenBatch([frozenMail(1)]), edition }, patient())).toMatchObject([
      { kind: 'not-now', reason: 'unreachable' },
    ])
    await transport.close()
  })

  test.for(['greeting', 'mail', 'rcpt'] as const)(
    'of a server that says nothing more at %s a letter is taken back in time: nobody has it',
    async (at) => {
      expect(await sendThrough({ at, stall: true }, { leavesWithinMs: 300 })).toMatchObject({
        outcome: { kind: 'not-now', reason: 'unreachable' },
        arrived: 0,
      })
    },
  )

  test('a server that says a little all the while holds no letter for ever', async () => {
    const server = createServer((socket) => {
      const timer = setInterval(() => socket.write('250-still here\r\n'), 20)
      socket.on('error', () => undefined)
      socket.on('close', () => clearInterval(timer))
      socket.write('220 here\r\n')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const transport = smtp({ url: `smtp://127.0.0.1:${port}`, leavesWithinMs: 300 })
    expect(await transport.send(frozenBatch([frozenMail(1)]), patient())).toMatchObject([
      { kind: 'not-now', reason: 'unreachable' },
    ])
    await transport.close()
    server.close()
  })

  test.for([
    ['before it takes a letter', 'MAIL', { kind: 'not-now', reason: 'unreachable' }],
    ['after it got one', '.', { kind: 'ambiguous', reason: 'no-answer' }],
  ] as const)(
    'a server that says nothing without end %s is not listened to for long',
    async ([, from, outcome]) => {
      const nothing = Buffer.from('\r\n'.repeat(128 * 1024))
      let written = 0
      const server = createServer((socket) => {
        let isFlooding = false
        const flood = () => {
          written += nothing.length
          socket.write(nothing, (error) => (error ? undefined : flood()))
        }
        socket.on('error', () => undefined)
        socket.on('data', (chunk) => {
          const said = chunk.toString()
          if (isFlooding) return
          isFlooding = said.startsWith(from) || said.endsWith(`\r\n${from}\r\n`)
          if (isFlooding) flood()
          else if (/^(EHLO|MAIL|RCPT)/.test(said)) socket.write('250 yes\r\n')
          else if (said.startsWith('DATA')) socket.write('354 go on\r\n')
        })
        socket.write('220 here\r\n')
      })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      const transport = smtp({ url: `smtp://127.0.0.1:${port}` })
      const letters = transport.send(frozenBatch([frozenMail(1)]), { signal: AbortSignal.timeout(60_000) })
      expect(await letters).toMatchObject([outcome])
      expect(written).toBeLessThan(64 * 1024 * 1024)
      await transport.close()
      server.close()
    },
  )

  test('a letter that has left whole is waited for, though its server takes long', async () => {
    await using server = await fakeSmtp()
    server.delay(2_000)
    const transport = smtp({ url: server.url, leavesWithinMs: 1_500 })
    expect(await transport.send(frozenBatch([frozenMail(1)]), patient())).toMatchObject([
      { kind: 'accepted' },
    ])
    await transport.close()
  })

  test('a connection lost before the greeting is tried once more', async () => {
    expect(await sendThrough({ at: 'greeting', hangUp: true })).toMatchObject({
      outcome: { kind: 'accepted' },
      arrived: 1,
    })
  })

  test.for([
    { at: 'rcpt', answer: '550 5.1.1 x', reason: 'address-rejected', permanent: true },
    { at: 'rcpt', answer: '550 5.7.1 x', reason: 'policy', permanent: false },
    { at: 'rcpt', answer: '552 5.2.2 x', reason: 'mailbox-full', permanent: false },
    { at: 'rcpt', answer: '552 5.2.3 x', reason: 'message-refused', permanent: false },
    { at: 'rcpt', answer: '550 x', reason: 'mailbox-refused', permanent: false },
    { at: 'data', answer: '554 5.6.0 x', reason: 'message-refused', permanent: false },
    { at: 'mail', answer: '550 5.1.8 x', reason: 'sender-refused', permanent: false },
  ] as const)('$answer at $at is $reason', async ({ at, answer, reason, permanent }) => {
    expect((await sendThrough({ at, answer })).outcome).toMatchObject({ kind: 'refused', reason, permanent })
  })

  test.for([
    { at: 'rcpt', answer: '450 4.2.1 x', reason: 'busy' },
    { at: 'mail', answer: '421 4.7.28 x', reason: 'rate-limited' },
    { at: 'data', answer: '451 x', reason: 'busy' },
    { at: 'data', answer: '421 x', reason: 'busy' },
    { at: 'greeting', answer: '554 5.7.1 x', reason: 'busy' },
    { at: 'greeting', answer: '421 4.7.0 x', reason: 'rate-limited' },
  ] as const)('$answer at $at is to come later: $reason', async ({ at, answer, reason }) => {
    expect((await sendThrough({ at, answer })).outcome).toMatchObject({ kind: 'not-now', reason })
  })

  test('the code is kept, never the words: those may hold the address', async () => {
    const { outcome } = await sendThrough({ at: 'rcpt', answer: '550 5.1.1 <reader1@example.org> unknown' })
    expect(outcome).toMatchObject({ code: '550 5.1.1' })
    expect(JSON.stringify(outcome)).not.toContain('example.org')
  })
})
