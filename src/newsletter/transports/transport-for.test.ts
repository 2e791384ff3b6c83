import { expect, test } from 'vitest'

import { type Attachment, mailsPerBatch } from './transport.ts'
import { transportFor } from './transport-for.ts'

const none = { RESEND_API_KEY: undefined, RESEND_BASE_URL: undefined, SMTP_URL: undefined }

test('a key decides for the mail service, else a mail server is used', () => {
  const SMTP_URL = 'smtp://127.0.0.1:1025'
  expect(transportFor({ ...none, SMTP_URL, RESEND_API_KEY: 're_x' }).name).toBe('resend')
  expect(transportFor({ ...none, SMTP_URL }).name).toBe('smtp')
})

test('without either nothing is sent silently: it is an error that names both', () => {
  expect(() => transportFor(none)).toThrow('set SMTP_URL or RESEND_API_KEY')
})

test('a batch holds as many letters as its count and its size allow, and always one', () => {
  const { capabilities } = transportFor({ ...none, RESEND_API_KEY: 're_x' })
  const attachments: readonly Attachment[] = []
  expect(mailsPerBatch(capabilities, { bytes: 10_000, attachments })).toBe(100)
  expect(mailsPerBatch(capabilities, { bytes: 67_000, attachments })).toBe(71)
  expect(mailsPerBatch(capabilities, { bytes: 9_000_000, attachments })).toBe(1)
})

test('a letter with files is alone in its batch', () => {
  const { capabilities } = transportFor({ ...none, RESEND_API_KEY: 're_x' })
  const attachments = [{ filename: 'event.ics', contentType: 'text/calendar', content: 'BEGIN' }]
  expect(mailsPerBatch(capabilities, { bytes: 10_000, attachments })).toBe(1)
})
