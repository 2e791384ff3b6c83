import { expect, test } from 'vitest'

import { type Attachment, mailsPerBatch } from './transport.ts'
import { transportsFor } from './transport-for.ts'

const none = { MAIL_TRANSPORTS: ['resend' as const, 'smtp' as const], SMTP_CONNECTIONS: 20 }
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

test('a batch holds as many letters as its count and its size allow, and always one', () => {
  const [{ capabilities }] = transportsFor({ ...none, RESEND_API_KEY: 're_x' })
  const attachments: readonly Attachment[] = []
  expect(mailsPerBatch(capabilities, { bytes: 10_000, attachments })).toBe(100)
  expect(mailsPerBatch(capabilities, { bytes: 67_000, attachments })).toBe(71)
  expect(mailsPerBatch(capabilities, { bytes: 9_000_000, attachments })).toBe(1)
})

test('a letter with files is alone in its batch', () => {
  const [{ capabilities }] = transportsFor({ ...none, RESEND_API_KEY: 're_x' })
  const attachments = [{ filename: 'event.ics', contentType: 'text/calendar', content: 'BEGIN' }]
  expect(mailsPerBatch(capabilities, { bytes: 10_000, attachments })).toBe(1)
})
