import { expect, test } from 'vitest'

import { deliveryId } from '../../testing/returned-mails.ts'
import { returnPathOf } from '../return-path.ts'
import { feedbackOfMail } from './feedback-of-mail.ts'
import { readReport } from './read-report.ts'

type Lines = readonly string[]

const mailOf = (type: string, parts: readonly Lines[]): Buffer =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example.org',
      'Subject: Report',
      'MIME-Version: 1.0',
      `Content-Type: multipart/report; report-type=${type}; boundary=cut`,
      '',
      ...parts.flatMap((part) => ['--cut', ...part, '']),
      '--cut--',
      '',
    ].join('\r\n'),
  )

const words: Lines = ['Content-Type: text/plain', '', 'This is what became of your mail.']

const group = (address: string, action: string, status: string): Lines => [
  '',
  `Final-Recipient: rfc822; ${address}`,
  `Action: ${action}`,
  `Status: ${status}`,
]

const dsn = (...groups: readonly Lines[]): Buffer =>
  mailOf('delivery-status', [
    words,
    ['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', ...groups.flat()],
  ])

const domain = 'bounce.example.org'

const told = (raw: Buffer) =>
  feedbackOfMail({ raw, to: `complaints@${domain}`, deliveryId: null, domain, now: new Date(0) })

const one = (action: string, status: string) => group('jo@example.org', action, status)
const other = (action: string, status: string) => group('li@example.net', action, status)

test.for([
  ['failed', [one('failed', '5.1.1')], ['bounced', 'hard', '5.1.1']],
  ['delayed', [one('delayed', '4.4.1')], ['delayed', null, '4.4.1']],
  ['delayed though no such mailbox is known there', [one('delayed', '5.1.1')], ['delayed', null, '5.1.1']],
  ['delivered', [one('delivered', '2.1.5')], ['delivered', null, null]],
  ['relayed', [one('relayed', '2.1.9')], ['other', null, null]],
  ['expanded', [one('expanded', '2.1.5')], ['other', null, null]],
  ['failed for all', [one('failed', '5.1.1'), other('failed', '5.1.1')], ['bounced', 'hard', '5.1.1']],
  [
    'failed for one and full for another',
    [one('failed', '5.1.1'), other('failed', '5.2.2')],
    ['bounced', 'soft', '5.2.2'],
  ],
  [
    'failed for one and delivered to another',
    [one('failed', '5.1.1'), other('delivered', '2.0.0')],
    ['delivered', null, null],
  ],
  [
    'failed for one and delayed for another',
    [one('failed', '5.1.1'), other('delayed', '4.4.1')],
    ['delayed', null, '4.4.1'],
  ],
  [
    'failed for one and relayed to another',
    [one('failed', '5.1.1'), other('relayed', '2.0.0')],
    ['bounced', 'soft', '5.1.1'],
  ],
  [
    'refused for one and expanded for another',
    [one('failed', '5.7.1'), other('expanded', '2.0.0')],
    ['bounced', 'policy', '5.7.1'],
  ],
] as const)('a report that says %s', async ([, groups, outcome]) => {
  const { kind, bounceClass, status } = await told(dsn(...groups))
  expect([kind, bounceClass, status]).toEqual(outcome)
})

test('each recipient of a report is read with its own reason', async () => {
  const report = await readReport(dsn(one('failed', '5.1.1'), other('failed', '5.2.2')))
  expect(report).toMatchObject({
    recipients: [
      { address: 'jo@example.org', bounceClass: 'hard' },
      { address: 'li@example.net', bounceClass: 'soft' },
    ],
  })
})

test.for([
  ['utf-8; άννα@παράδειγμα.example'],
  ['utf-8; \\x{3AC}\\x{3BD}\\x{3BD}\\x{3B1}@παράδειγμα.example'],
  ['utf-8;<άννα@παράδειγμα.example>'],
] as const)('an international report names its recipient: %s', async ([recipient]) => {
  const raw = mailOf('delivery-status', [
    words,
    [
      'Content-Type: message/global-delivery-status; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      'Reporting-MTA: dns; mx.example.org',
      '',
      `Final-Recipient: ${recipient}`,
      'Action: failed',
      'Status: 5.1.1',
    ],
    [
      'Content-Type: message/global-headers',
      '',
      `X-Delivery-ID: ${deliveryId}`,
      'To: άννα@παράδειγμα.example',
    ],
  ])
  expect(await readReport(raw)).toMatchObject({
    kind: 'bounce',
    recipients: [{ address: 'άννα@παράδειγμα.example', status: '5.1.1', bounceClass: 'hard' }],
    deliveryId,
  })
})

test('where nothing of our mail is returned, the id of its envelope names the delivery', async () => {
  const raw = mailOf('delivery-status', [
    words,
    [
      'Content-Type: message/delivery-status',
      '',
      `Original-Envelope-Id: ${deliveryId}`,
      'Reporting-MTA: dns; mx.example.org',
      ...one('failed', '5.1.1'),
    ],
  ])
  expect(await told(raw)).toMatchObject({ kind: 'bounced', deliveryId })
})

const path = returnPathOf(deliveryId, domain)

const arf = (fields: Lines, head: Lines): Buffer =>
  mailOf('feedback-report', [
    words,
    [
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'User-Agent: Loop/1.0',
      'Version: 1',
      ...fields,
    ],
    ['Content-Type: message/rfc822', '', ...head, 'Subject: News', '', 'News of this month'],
  ])

const redacted = 'To: redacted-4d5e@example.net'

test.for([
  ['our own header', arf([], [redacted, `X-Delivery-ID: ${deliveryId}`])],
  ['our return path in the report', arf([`Original-Mail-From: <${path}>`], [redacted])],
  ['our return path in the head', arf([], [`Return-Path: <${path}>`, redacted])],
  [
    'our return path, whatever a header says',
    arf(
      [`Original-Mail-From: ${path}`],
      [`X-Delivery-ID: ${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`],
    ),
  ],
] as const)('a complaint with a redacted address is found by %s', async ([, raw]) => {
  expect(await told(raw)).toMatchObject({ kind: 'complained', deliveryId })
})

test('a return path that is not signed by us names nothing', async () => {
  const forged = path?.replace(/-[0-9a-f]{24}@/, `-${'0'.repeat(24)}@`)
  expect(await told(arf([`Original-Mail-From: <${forged}>`], [redacted]))).toMatchObject({
    kind: 'complained',
    deliveryId: null,
  })
})
