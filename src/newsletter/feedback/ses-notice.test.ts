import { expect, test } from 'vitest'

import { deliveryId } from '../../testing/returned-mails.ts'
import { readReport } from './read-report.ts'

const mail = { headers: [{ name: 'X-Delivery-ID', value: deliveryId }], destination: ['jo@example.org'] }

const bounce = (bounceType: string, bounceSubType: string, diagnosticCode?: string) => ({
  notificationType: 'Bounce',
  bounce: {
    ...{ bounceType, bounceSubType },
    bouncedRecipients: [{ emailAddress: 'jo@example.org', status: '5.1.1', diagnosticCode }],
  },
  mail,
})

const read = (text: string) =>
  readReport(
    Buffer.from(
      `From: no-reply@sns.example\r\nSubject: AWS Notification Message\r\n\r\n${text}\r\n--\r\nTo stop this, go there.`,
    ),
  )

const wrapped = (notice: object) => JSON.stringify({ Type: 'Notification', Message: JSON.stringify(notice) })

test.for([
  ['no such mailbox', bounce('Permanent', 'General', 'smtp; 550 5.1.1 user unknown'), 'hard'],
  ['a refusal of us', bounce('Permanent', 'General', 'smtp; 550 5.1.1 blocked as spam'), 'policy'],
  ['their own list', bounce('Permanent', 'Suppressed'), 'policy'],
  ['too large', bounce('Transient', 'MessageTooLarge'), 'policy'],
  ['full', bounce('Transient', 'MailboxFull'), 'soft'],
] as const)(
  'a notice of Amazon SES that comes by mail is read, plain and wrapped: %s',
  async ([, notice, bounceClass]) => {
    const expected = {
      kind: 'bounce',
      recipients: [{ address: 'jo@example.org', status: '5.1.1', bounceClass, isFinal: true }],
      deliveryId,
    }
    expect(await read(JSON.stringify(notice))).toMatchObject(expected)
    expect(await read(wrapped(notice))).toMatchObject(expected)
  },
)

test('it tells of complaints and of what arrived, and a line that was broken on the way is mended', async () => {
  const complaint = wrapped({
    complaint: { complainedRecipients: [{ emailAddress: 'jo@example.org' }] },
    mail,
  })
  const half = Math.floor(complaint.length / 2)
  expect(await read(`${complaint.slice(0, half)}!\r\n ${complaint.slice(half)}`)).toMatchObject({
    kind: 'complaint',
    addresses: ['jo@example.org'],
    deliveryId,
  })
  const arrived = JSON.stringify({ delivery: { recipients: ['jo@example.org'] }, mail })
  expect(await read(arrived)).toMatchObject({ kind: 'arrived', deliveryId })
})

test.for(['{', '{ not json }', '{"bounce":{}}', '{"Type":"Notification","Message":"hello"}'])(
  'other text with braces is no such notice: %s',
  async (text) => {
    expect(await read(text)).toMatchObject({ kind: 'other' })
  },
)
