import type { Payload } from 'payload'
import { expect, test } from 'vitest'

import { fakeSmtp } from '../testing/fake-smtp.ts'
import { payloadEmailAdapter } from './payload-email-adapter.ts'
import { smtp } from './transports/smtp.ts'

const from = { name: 'EMEN', address: 'hello@emen.example' }
const reset = { to: 'editor@example.org', subject: 'Reset your password', html: '<p>Here</p>' }

const adapterFor = (url: string) =>
  payloadEmailAdapter({ from, transport: () => smtp({ url }) })({ payload: {} as Payload })

test('a password reset leaves the way all other mails do', async () => {
  await using server = await fakeSmtp()
  await adapterFor(server.url).sendEmail(reset)
  expect(server.mails()).toMatchObject([
    { from: from.address, to: reset.to, parsed: { subject: reset.subject, html: '<p>Here</p>\n' } },
  ])
})

test('one that is not accepted is an error without the address in it', async () => {
  await using server = await fakeSmtp()
  server.refuse(reset.to, '550 5.1.1 no such user')
  const failure = await adapterFor(server.url)
    .sendEmail(reset)
    .catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'MailNotSentError', outcome: { kind: 'refused' } })
  expect(String(failure)).not.toContain('example.org')
})

test('it goes to one person only', async () => {
  await using server = await fakeSmtp()
  const two = { ...reset, to: ['editor@example.org', 'other@example.org'] }
  await expect(adapterFor(server.url).sendEmail(two)).rejects.toThrow(RangeError)
  expect(server.mails()).toEqual([])
})
