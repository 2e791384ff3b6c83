import { describe, expect, test } from 'vitest'

import { describeTransport, frozenBatch, frozenMail, singleMail } from '../../testing/describe-transport.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { patient } from '../../testing/over-smtp.ts'
import { compileEdition, mergeEncoded } from '../compiled-edition.ts'
import { SigningKeyError } from '../dkim/signing-key.ts'
import { readReturnPath } from '../return-path.ts'
import { smtp } from './smtp.ts'

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
