import { expect, test } from 'vitest'

import { classOfService } from './service-class.ts'

/** All types and sub-types of https://resend.com/docs/dashboard/emails/email-bounces, where nothing else is told. */
test.for([
  ['Permanent', 'General', 'hard'],
  ['Permanent', 'NoEmail', 'hard'],
  ['Permanent', 'Undetermined', 'hard'],
  ['Permanent', 'MailboxFull', 'soft'],
  ['Permanent', 'MessageTooLarge', 'policy'],
  ['Permanent', 'ContentRejected', 'policy'],
  ['Permanent', 'AttachmentRejected', 'policy'],
  ['Permanent', 'Suppressed', 'policy'],
  ['Permanent', 'OnAccountSuppressionList', 'policy'],
  ['Transient', 'General', 'soft'],
  ['Transient', 'MailboxFull', 'soft'],
  ['Transient', 'MessageTooLarge', 'policy'],
  ['Transient', 'ContentRejected', 'policy'],
  ['Transient', 'AttachmentRejected', 'policy'],
  ['Undetermined', 'Undetermined', 'soft'],
  ['Undetermined', '', 'soft'],
] as const)('%s, %s is %s', ([type, subType, expected]) => {
  expect(classOfService({ type, subType }, '')).toBe(expected)
})

test.for([
  ['Permanent', 'General', '550 5.7.1 blocked using a list', 'policy'],
  ['Permanent', 'General', '550 5.2.1 the account is disabled', 'soft'],
  ['Permanent', 'General', '552 5.2.2 mailbox full', 'soft'],
  ['Permanent', 'General', '550 no', 'hard'],
  ['Transient', 'General', '550 5.1.1 RCPT TO: no such user', 'soft'],
  ['Transient', 'General', '554 5.7.1 poor reputation', 'policy'],
  ['Permanent', 'MailboxFull', '550 5.7.1 blocked', 'policy'],
] as const)('%s, %s with "%s" is %s: the gentler word counts', ([type, subType, diagnostic, expected]) => {
  expect(classOfService({ type, subType }, diagnostic)).toBe(expected)
})
