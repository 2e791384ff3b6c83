import { expect, test } from 'vitest'

import { fakeResend } from '../../testing/fake-resend.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { resend } from './resend.ts'
import { sendSingle } from './send-single.ts'
import { smtp } from './smtp.ts'

const mail = {
  key: 'subscription/1',
  from: { name: 'EMEN', address: 'news@emen.example' },
  replyTo: null,
  to: 'reader@example.org',
  subject: 'Please confirm',
  html: null,
  text: 'Confirm',
  locale: 'en',
}
const options = () => ({ signal: new AbortController().signal })

/** A service and a server, and what each got of one mail that was handed over. */
async function handedOver(prepare: (service: Awaited<ReturnType<typeof fakeResend>>) => void) {
  await using service = await fakeResend()
  await using server = await fakeSmtp()
  prepare(service)
  const standIn = smtp({ url: server.url })
  const outcome = await sendSingle(
    [resend({ apiKey: 're_test', baseUrl: service.url }), standIn],
    mail,
    options(),
  )
  await standIn.close()
  return [outcome.kind, service.mails().length, server.mails().length]
}

test('a service that counts requests is asked again a moment later', async () => {
  expect(
    await handedOver((service) =>
      service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '1' } }),
    ),
  ).toEqual(['accepted', 1, 0])
})

test('one that wants a longer wait is not waited for: somebody waits for the mail', async () => {
  expect(
    await handedOver((service) =>
      service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '60' } }),
    ),
  ).toEqual(['accepted', 0, 1])
})

test('what a service certainly did not take goes with the next', async () => {
  expect(await handedOver((service) => service.failNext({ status: 403, name: 'invalid_api_key' }))).toEqual([
    'accepted',
    0,
    1,
  ])
})

test.for([
  ['cut off', { hangUp: 'after' }],
  ['cut off before it was taken', { hangUp: 'before' }],
  ['an error, though it was taken', { serverError: 'after' }],
  ['half of one', { truncate: 'after' }],
] as const)(
  'a service that drops repeated keys is asked again for an answer that was %s',
  async ([, fault]) => {
    expect(await handedOver((service) => service.failNext(fault))).toEqual(['accepted', 1, 0])
  },
)

test.for([
  ['says nothing more', { hangUp: 'before' }],
  ['refuses it afterwards', { status: 403, name: 'invalid_api_key' }],
] as const)('what a service may have taken goes no other way, though it %s', async ([, next]) => {
  const outcome = await handedOver((service) => {
    for (const fault of [{ hangUp: 'after' }, next, next] as const) service.failNext(fault)
  })
  expect(outcome).toEqual(['ambiguous', 1, 0])
})

test('what a mail server may have taken is not asked for again', async () => {
  await using server = await fakeSmtp()
  server.failNext({ at: 'accepted', hangUp: true })
  const transport = smtp({ url: server.url })
  const outcome = await sendSingle([transport], mail, options())
  await transport.close()
  expect([outcome.kind, server.mails().length]).toEqual(['ambiguous', 1])
})

test('what a service refuses no other one is asked', async () => {
  expect(await handedOver((service) => service.failNext({ status: 422, name: 'validation_error' }))).toEqual([
    'refused',
    0,
    0,
  ])
})

test('an Arabic subject that begins with a name in Latin letters is read from right to left, whoever takes the mail', async () => {
  await using service = await fakeResend()
  await using server = await fakeSmtp()
  const ways = [resend({ apiKey: 're_test', baseUrl: service.url }), smtp({ url: server.url })]
  for (const way of ways) {
    await way.sendOne({ ...mail, locale: 'ar', subject: 'EMEN: أكّد اشتراكك' }, options())
    await way.close()
  }
  const subjects = [service.mails()[0]?.subject, server.mails()[0]?.parsed.subject]

  expect(subjects).toEqual(['\u200fEMEN: أكّد اشتراكك', '\u200fEMEN: أكّد اشتراكك'])
})
