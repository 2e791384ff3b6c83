import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import { Resend } from 'resend'
import { expect, test } from 'vitest'

import { frozenMail } from '../../testing/describe-transport.ts'
import { compileEdition, mergeDecoded } from '../compiled-edition.ts'
import { type LetterFields, resendBatchBody } from './resend-batch-body.ts'

/** The bytes that the service's own SDK sends for these mails. */
async function bytesOfSdk(mails: Parameters<Resend['batch']['send']>[0]): Promise<Buffer> {
  const { promise, resolve } = Promise.withResolvers<Buffer>()
  const server = createServer(async (request, response) => {
    resolve(await buffer(request))
    response.end('{"data":[]}')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Resend('re_test', { baseUrl: `http://127.0.0.1:${port}` }).batch.send(mails)
  server.close()
  return promise
}

const fields: LetterFields = {
  from: '"Δίκτυο \\"EMEN\\"" <news@emen.example>',
  headers: { 'List-ID': 'EMEN <a.b>', 'X-Delivery-ID': 'd1' },
  replyTo: 'office@emen.example',
  subject: 'Έξι “εβδομάδες”\u2028 \\ 1/2',
  tags: [{ name: 'd', value: 'd1' }],
  to: ['reader@example.org'],
}

const [open, preferences] = ['{{unsubscribe_url}}', '{{preferences_url}}']

test.for([
  [
    'both links in both parts',
    {},
    `<a href="${open}">.</a>\n<i>${preferences}</i>`,
    `${open}\n${preferences}`,
  ],
  ['no link', {}, '<p>\u{1f600} "\\\u0007\ud800"</p>', 'plain\r\n\ttext'],
  ['nothing but a link', {}, open, preferences],
  ['nobody to answer to', { replyTo: null }, `<p>${open}</p>`, open],
] as const)('with %s the bytes are those of the service’s SDK', async ([, different, html, text]) => {
  const edition = compileEdition({ html, text })
  const mails = [frozenMail(1), frozenMail(2)]
  const own = { ...fields, ...different }
  const { replyTo, tags, to, ...others } = own
  const expected = await bytesOfSdk(
    mails.map(({ values }) => ({
      ...others,
      ...mergeDecoded(edition, values),
      tags: [...tags],
      to: [...to],
      ...(replyTo !== null && { replyTo }),
    })),
  )
  const { bytes, pieces } = resendBatchBody(edition, mails, () => own)
  expect(Buffer.concat([...pieces]).toString()).toBe(expected.toString())
  expect(bytes).toBe(expected.length)
})

test('a letter without a person’s value is never written', () => {
  const edition = compileEdition({ html: open, text: open })
  const mail = frozenMail(1)
  const without = { ...mail, values: { ...mail.values, unsubscribe_url: '' } }
  expect(() => resendBatchBody(edition, [without], () => fields)).toThrow('unsubscribe_url')
})
