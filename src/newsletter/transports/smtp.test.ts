import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

import { describe, expect, test } from 'vitest'

import { describeTransport, frozenBatch, frozenMail, singleMail } from '../../testing/describe-transport.ts'
import { fakeSmtp, type SmtpFault } from '../../testing/fake-smtp.ts'
import { compileEdition, mergeEncoded } from '../compiled-edition.ts'
import { SigningKeyError } from '../dkim/signing-key.ts'
import { readReturnPath } from '../return-path.ts'
import { smtp } from './smtp.ts'

const patient = () => ({ signal: AbortSignal.timeout(10_000) })

/** The bytes of the only attachment: the parser makes other line ends of a calendar's. */
const attached = (raw: Buffer): string => {
  const [, part = ''] = /Content-Disposition: attachment[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(`${raw}`) ?? []
  return Buffer.from(part, 'base64').toString()
}

describeTransport(async () => {
  const login = { user: 'emen', password: 'right' }
  const server = await fakeSmtp({ login })
  return {
    open: () => smtp({ url: server.url }),
    openAsStranger: () => smtp({ url: server.url.replace('right', 'wrong') }),
    openToNowhere: () => smtp({ url: 'smtp://127.0.0.1:1' }),
    arrived: () =>
      server.mails().map(({ to, from, raw, parsed }) => ({
        to,
        from,
        subject: parsed.subject ?? '',
        html: parsed.html ?? '',
        text: parsed.text ?? '',
        headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
        attachments: parsed.attachments.map(({ filename, mimeType }) => ({
          name: filename ?? '',
          type: mimeType,
          content: attached(raw),
        })),
      })),
    refuse: (address) => server.refuse(address, '550 5.1.1 no such user'),
    loseNextAnswer: () => server.failNext({ at: 'accepted', hangUp: true }),
    stallNextAnswer: () => server.failNext({ at: 'accepted', stall: true }),
    deferNext: () => server.failNext({ at: 'rcpt', answer: '450 4.2.1 greylisted' }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
})

describe('over SMTP', () => {
  test('a letter comes back to an address of its own, and servers that report are told what to report', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url, bounceDomain: 'bounce.example.org' })
    const letter = frozenMail(1)
    const { deliveryId } = letter.head
    await transport.send(frozenBatch([letter]), patient())
    await transport.sendOne(
      { ...singleMail, listed: { messageId: `${deliveryId}@example.org`, deliveryId, others: [] } },
      patient(),
    )
    await transport.sendOne(singleMail, patient())
    await transport.close()

    const mails = server.mails()
    expect(mails.map(({ from }) => readReturnPath(from, 'bounce.example.org'))).toEqual([
      deliveryId,
      deliveryId,
      null,
    ])
    const asked = { ret: 'HDRS', envid: deliveryId, notify: ['FAILURE', 'DELAY'] }
    expect(mails.map(({ dsn }) => dsn)).toEqual([asked, asked, { ret: null, envid: null, notify: [] }])
  })

  const send = async (fault: SmtpFault, transportOptions = {}) => {
    await using server = await fakeSmtp()
    server.failNext(fault)
    const transport = smtp({ url: server.url, ...transportOptions })
    const [outcome] = await transport.send(frozenBatch([frozenMail(1)]), patient())
    await transport.close()
    return { outcome, arrived: server.mails().length }
  }

  test.for([
    ['mail', 'not-now'],
    ['rcpt', 'not-now'],
    ['data', 'ambiguous'], // So short that its final dot had left as well.
  ] as const)('a connection cut at %s: the letter is %s', async ([at, kind]) => {
    expect(await send({ at, hangUp: true })).toMatchObject({ outcome: { kind }, arrived: 0 })
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

  test('long letters arrive byte for byte, each with the values of its own reader', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url, maxConnections: 2 })
    const around = `.dots\n.\n..${'é'.repeat(40_000)}\n`
    const html = `${around}{{unsubscribe_url}}\n.${around.repeat(20)}{{preferences_url}}\n.`
    const edition = compileEdition({ html, text: `{{unsubscribe_url}}\n.${around}` })
    const letters = [1, 2, 3, 4, 5, 6].map((number) => frozenMail(number))
    const outcomes = await transport.send({ ...frozenBatch(letters), edition }, patient())
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['accepted']))
    const bodies = new Map(
      server.mails().map(({ to, raw }) => [to, raw.subarray(raw.indexOf('\r\n\r\n') + 4)]),
    )
    expect(
      letters.map(({ head, values }) => {
        const body = bodies.get(head.to.address)
        return body?.equals(Buffer.concat(mergeEncoded(edition, values)))
      }),
    ).toEqual(letters.map(() => true))
    await transport.close()
  })

  test.for(['greeting', 'mail', 'rcpt'] as const)(
    'of a server that says nothing more at %s a letter is taken back in time: nobody has it',
    async (at) => {
      expect(await send({ at, stall: true }, { leavesWithinMs: 300 })).toMatchObject({
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

  test('a letter that finds no free connection in time has not left', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'accepted', stall: true })
    const transport = smtp({ url: server.url, maxConnections: 1, leavesWithinMs: 300 })
    const ended = new AbortController()
    const [first, ...others] = frozenBatch().mails
    const stalled = transport.send(frozenBatch(first === undefined ? [] : [first]), ended)
    await server.arrived(1)
    expect((await transport.send(frozenBatch(others), patient())).map(({ kind }) => kind)).toEqual([
      'not-now',
      'not-now',
    ])
    ended.abort()
    expect(await stalled).toMatchObject([{ kind: 'ambiguous' }])
    await transport.close()
  })

  test('letters that have no connection when their sender is told to stop were not begun', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'accepted', stall: true })
    const transport = smtp({ url: server.url, maxConnections: 1 })
    const [ended, stopping] = [new AbortController(), new AbortController()]
    const sending = transport.send(frozenBatch(), { signal: ended.signal, patience: stopping.signal })
    await server.arrived(1)
    stopping.abort()
    ended.abort()
    expect(await sending).toMatchObject([
      { kind: 'ambiguous' },
      { kind: 'not-now', about: 'nobody' },
      { kind: 'not-now', about: 'nobody' },
    ])
    await transport.close()
  })

  test('a letter that has left whole is waited for, though its server takes long', async () => {
    await using server = await fakeSmtp()
    server.delay(600)
    const transport = smtp({ url: server.url, leavesWithinMs: 300 })
    expect(await transport.send(frozenBatch([frozenMail(1)]), patient())).toMatchObject([
      { kind: 'accepted' },
    ])
    await transport.close()
  })

  test('a connection lost before the greeting is tried once more', async () => {
    expect(await send({ at: 'greeting', hangUp: true })).toMatchObject({
      outcome: { kind: 'accepted' },
      arrived: 1,
    })
  })

  test('a connection that the server closed while it was idle costs no letter', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url })
    const mails = [1, 2, 3].map((number) => frozenMail(number))
    await transport.send(frozenBatch(mails), patient())
    server.hangUp()
    const outcomes = await transport.send(frozenBatch(mails), patient())
    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(server.mails()).toHaveLength(6)
    await transport.close()
  })

  test('a letter that is still waiting when the attempt is ended has not left', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'accepted', stall: true })
    const transport = smtp({ url: server.url, maxConnections: 1 })
    const outcomes = await transport.send(frozenBatch(), { signal: AbortSignal.timeout(300) })
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ambiguous', 'not-now', 'not-now'])
    expect(server.mails()).toHaveLength(1)
    await transport.close()
  })

  test('a server that takes few connections gets all letters over those', async () => {
    await using server = await fakeSmtp({ maxClients: 2 })
    const transport = smtp({ url: server.url, maxConnections: 6 })
    const mails = Array.from({ length: 30 }, (_, index) => frozenMail(1, `reader${index}@example.org`))
    const outcomes = await transport.send(frozenBatch(mails), patient())
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['accepted']))
    expect(server.mails()).toHaveLength(30)
    await transport.close()
  })

  test('a connection is used for a hundred letters and then replaced', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url, maxConnections: 1 })
    const mails = Array.from({ length: 101 }, (_, index) => frozenMail(1, `reader${index}@example.org`))
    await transport.send(frozenBatch(mails), patient())
    expect([server.mails().length, server.connections()]).toEqual([101, 2])
    await transport.close()
  })

  test('where the key cannot be opened nothing leaves unsigned: it waits for a person', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({
      url: server.url,
      signingKeyFor: async () => {
        throw new SigningKeyError('no key')
      },
    })
    expect(await transport.send(frozenBatch([frozenMail(1)]), patient())).toMatchObject([
      { kind: 'not-now', reason: 'unauthorised', code: 'signing-key' },
    ])
    expect(server.mails()).toEqual([])
    await transport.close()
  })

  test('a single mail never waits for letters', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'accepted', stall: true })
    const transport = smtp({ url: server.url, maxConnections: 1 })
    const ended = new AbortController()
    const letters = transport.send(frozenBatch(), ended)
    await server.arrived(1)
    expect(await transport.sendOne(singleMail, patient())).toMatchObject({ kind: 'accepted' })
    ended.abort()
    await letters
    await transport.close()
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
    expect((await send({ at, answer })).outcome).toMatchObject({ kind: 'refused', reason, permanent })
  })

  test.for([
    { at: 'rcpt', answer: '450 4.2.1 x', reason: 'busy' },
    { at: 'mail', answer: '421 4.7.28 x', reason: 'rate-limited' },
    { at: 'data', answer: '451 x', reason: 'busy' },
    { at: 'data', answer: '421 x', reason: 'busy' },
    { at: 'greeting', answer: '554 5.7.1 x', reason: 'busy' },
    { at: 'greeting', answer: '421 4.7.0 x', reason: 'rate-limited' },
  ] as const)('$answer at $at is to come later: $reason', async ({ at, answer, reason }) => {
    expect((await send({ at, answer })).outcome).toMatchObject({ kind: 'not-now', reason })
  })

  test('the code is kept, never the words: those may hold the address', async () => {
    const { outcome } = await send({ at: 'rcpt', answer: '550 5.1.1 <reader1@example.org> unknown' })
    expect(outcome).toMatchObject({ code: '550 5.1.1' })
    expect(JSON.stringify(outcome)).not.toContain('example.org')
  })

  test('a mailbox in another script gets mail where the server can, and is told apart where it cannot', async () => {
    for (const smtpUtf8 of [true, false]) {
      await using server = await fakeSmtp({ smtpUtf8 })
      const transport = smtp({ url: server.url })
      const outcomes = await transport.send(frozenBatch([frozenMail(1, 'χρήστος@example.org')]), patient())
      expect(outcomes).toMatchObject([
        smtpUtf8
          ? { kind: 'accepted' }
          : { kind: 'refused', reason: 'address-not-supported', permanent: false },
      ])
      expect(server.mails().map(({ to }) => to)).toEqual(smtpUtf8 ? ['χρήστος@example.org'] : [])
      await transport.close()
    }
  })

  test('more letters than connections: each arrives once', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url, maxConnections: 3 })
    const mails = Array.from({ length: 40 }, (_, index) => frozenMail(1, `reader${index}@example.org`))
    const outcomes = await transport.send(frozenBatch(mails), patient())
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['accepted']))
    expect(new Set(server.mails().map(({ to }) => to)).size).toBe(40)
    expect(server.mails()).toHaveLength(40)
    await transport.close()
  })

  test('a mail cannot make the server read files or addresses', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url })
    const html = '<img src="/etc/passwd"><img src="http://127.0.0.1:1/x">'
    expect(await transport.sendOne({ ...singleMail, html, text: null }, patient())).toMatchObject({
      kind: 'accepted',
    })
    expect(server.mails()[0]?.parsed.attachments).toEqual([])
    await transport.close()
  })
})
