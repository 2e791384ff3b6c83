import { expect, test } from 'vitest'

import { mailedProduct } from '../../testing/mailed-product.ts'

process.env.MAIL_FROM = 'news@letters.example'
process.env.CONFIRMATIONS_FROM = 'hello@answers.example'
const { smtp: server, payload, ownTransport } = await mailedProduct()
const { handOver } = await import('./hand-over.ts')

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
