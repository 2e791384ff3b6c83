import { expect, test } from 'vitest'

import { frozenMail } from '../../testing/describe-transport.ts'
import { compileEdition } from '../compiled-edition.ts'
import { resendBatchBody } from './resend-batch-body.ts'
import { mailsPerBatch } from './transport.ts'
import { transportsFor } from './transport-for.ts'

const none = { MAIL_TRANSPORTS: ['resend' as const, 'smtp' as const], RESEND_REQUESTS_PER_SECOND: 5 }
const SMTP_URL = 'smtp://127.0.0.1:1025'

test('whatever is set up is used, in the order that the settings say', () => {
  const both = { SMTP_URL, RESEND_API_KEY: 're_x' }
  const namesOf = (settings: Parameters<typeof transportsFor>[0]) =>
    transportsFor(settings).map(({ name }) => name)
  expect(namesOf({ ...none, ...both })).toEqual(['resend', 'smtp'])
  expect(namesOf({ ...none, MAIL_TRANSPORTS: ['smtp', 'resend'], ...both })).toEqual(['smtp', 'resend'])
  expect(namesOf({ ...none, MAIL_TRANSPORTS: ['smtp'], ...both })).toEqual(['smtp'])
  expect(namesOf({ ...none, SMTP_URL })).toEqual(['smtp'])
})

test('without either nothing is sent silently: it is an error that names both', () => {
  expect(() => transportsFor(none)).toThrow('set SMTP_URL or RESEND_API_KEY')
})

const links = '{{unsubscribe_url}} {{preferences_url}}'

test.for([
  ['a short one', 'a'.repeat(10_000), 100],
  ['a long one', 'a'.repeat(67_000), 70],
  // Each of them is written as two.
  ['one of quotation marks', '"'.repeat(67_000), 36],
  ['one longer than a batch', 'a'.repeat(9_000_000), 1],
] as const)(
  'of %s a batch holds as many letters as its count and its size on the wire allow',
  ([, html, most]) => {
    const [transport] = transportsFor({ ...none, RESEND_API_KEY: 're_x' })
    expect(mailsPerBatch(transport, compileEdition({ html, text: links }))).toBe(most)
  },
)

test('a full batch is no larger on the wire than it may be, whatever has to be escaped', () => {
  const [transport] = transportsFor({ ...none, RESEND_API_KEY: 're_x' })
  const edition = compileEdition({ html: `${'<a href="x">\n'.repeat(6_000)}${links}`, text: links })
  const mails = Array.from({ length: mailsPerBatch(transport, edition) }, () => frozenMail(1))
  const body = resendBatchBody(edition, mails, ({ head }) => ({
    from: head.from.address.address,
    to: [head.to.address],
    subject: head.subject,
    replyTo: null,
    headers: Object.fromEntries(head.others),
    tags: [],
  }))
  expect(mails.length).toBeGreaterThan(1)
  expect(body.bytes).toBeLessThanOrEqual(transport.capabilities.batchMaxBytes)
})

test('a letter with files is alone in its batch', () => {
  const [transport] = transportsFor({ ...none, RESEND_API_KEY: 're_x' })
  const attachments = [{ filename: 'event.ics', contentType: 'text/calendar', content: 'BEGIN' }]
  expect(mailsPerBatch(transport, compileEdition({ html: links, text: links, attachments }))).toBe(1)
})
