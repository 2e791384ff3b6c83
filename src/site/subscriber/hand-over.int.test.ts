import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { fakeSmtp } from '../../testing/fake-smtp.ts'

// The product reads its environment when it is imported, so that comes after the mail server has its address.
const server = await fakeSmtp()
process.env.SMTP_URL = server.url
process.env.MAIL_FROM = 'news@letters.example'
process.env.CONFIRMATIONS_FROM = 'hello@answers.example'
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { ownTransport } = await import('../../newsletter/transports/transport-for.ts')
const { handOver } = await import('./hand-over.ts')

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(async () => {
  await ownTransport().close()
  await payload.destroy()
  await server[Symbol.asyncDispose]()
})

test('confirmations and password resets come from their own address, and bounce there', async () => {
  const letter = { to: 'a@example.org', subject: 'Please confirm', html: '<p>…</p>', text: '…', locale: 'en' }
  await handOver({ ...letter, locale: 'en', fromName: 'EMEN' }, ownTransport(), payload)
  await payload.sendEmail({ to: 'b@example.org', subject: 'Reset your password', html: '<p>…</p>' })

  const address = 'hello@answers.example'
  expect(server.mails().map(({ from, parsed }) => [from, parsed.from?.address])).toEqual([
    [address, address],
    [address, address],
  ])
})
