import { expect, test } from 'vitest'

import { deliveryId, samples } from '../../testing/returned-mails.ts'
import { feedbackOfMail } from './feedback-of-mail.ts'
import { readReport } from './read-report.ts'

const read = (name: keyof typeof samples) => readReport(Buffer.from(samples[name]))

const bounces = [
  ['postfix', '5.1.1', '550', 'hard', true],
  ['withoutParts', '5.1.1', null, 'hard', true],
  ['exim', '5.1.1', '550', 'hard', true],
  ['qmail', '5.1.1', null, 'hard', true],
  ['sendmail', '5.2.2', '552', 'soft', true],
  ['gmail', '5.1.1', '550', 'hard', true],
  ['exchange', '5.4.1', '550', 'hard', true],
  ['noSuchDomain', '5.1.2', '550', 'hard', true],
  ['spamRefusal', '5.7.1', '554', 'policy', true],
  ['contradiction', '5.1.1', '550', 'policy', true],
  ['tooLarge', '5.3.4', '552', 'policy', true],
  ['gaveUp', '4.4.7', null, 'soft', true],
  ['delayed', '4.4.1', null, 'soft', false],
  ['delayedText', null, null, 'soft', false],
] as const

test.for(bounces)(
  'a mail that came back says whom it did not reach, and why: %s',
  async ([name, status, replyCode, bounceClass, isFinal]) => {
    expect(await read(name)).toMatchObject({
      kind: 'bounce',
      recipients: [{ address: 'amina@example.org', status, replyCode, bounceClass, isFinal }],
    })
  },
)

test.for([
  ['abuse', { kind: 'complaint', addresses: ['amina@example.org'] }],
  ['optOut', { kind: 'opt-out', addresses: ['amina@example.org'] }],
  ['unsubscribe', { kind: 'opt-out', addresses: ['amina@example.org'] }],
  ['delivered', { kind: 'arrived' }],
  ['relayed', { kind: 'other' }],
  ['vacation', { kind: 'auto-reply' }],
  ['readReceipt', { kind: 'auto-reply' }],
  ['answer', { kind: 'other' }],
  ['empty', { kind: 'other' }],
] as const)('what is no bounce is not taken for one: %s', async ([name, report]) => {
  expect(await read(name)).toMatchObject(report)
})

test.for([
  ['abuse', 'complaint'],
  ['Fraud ', 'complaint'],
  ['opt-out', 'opt-out'],
  ['not-spam', 'other'],
  ['auth-failure', 'other'],
  ['virus', 'other'],
  ['other', 'other'],
] as const)('a report of the type %s is of the kind %s', async ([type, kind]) => {
  const raw = samples.abuse.replace('Feedback-Type: abuse', `Feedback-Type: ${type}`)
  expect(await readReport(Buffer.from(raw))).toMatchObject({ kind, deliveryId })
})

test.for(['postfix', 'exim', 'qmail', 'gmail', 'abuse', 'optOut'] as const)(
  'the head of our own mail names the delivery: %s',
  async (name) => {
    expect((await read(name)).deliveryId).toBe(deliveryId)
  },
)

test.for([
  ['one endless line', 'a'.repeat(900_000)],
  ['lines without words', '-'.repeat(998).concat('\r\n').repeat(900)],
  ['nothing but ends of lines', '\r\n'.repeat(450_000)],
  ['signs before a number that never comes', ';'.repeat(900_000)],
  ['addresses', 'a@b.example '.repeat(75_000)],
  ['begun tags', '<style '.repeat(125_000)],
  ['open brackets', '<'.repeat(900_000)],
  ['short lines', 'a\n'.repeat(450_000)],
  ['fields of one name', 'Final-Recipient: a\n'.repeat(50_000)],
  ['words that only begin to say something', 'user not address unknown sender '.repeat(30_000)],
  ['lines that do', 'the user is not an\nunknown sender of\n'.repeat(20_000)],
] as const)('no mail keeps the reader busy for long, though it is made of %s', async ([, body]) => {
  for (const type of ['plain', 'html'])
    await readReport(
      Buffer.from(`From: MAILER-DAEMON@x.example\r\nContent-Type: text/${type}\r\n\r\n${body}`),
    )
})

/** A report of so many recipients, none of whom its many words name. */
const reportOf = (recipients: number) =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@x.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      ...['', '--b', '', '?5.1.1empfänger\r\n'.repeat(8_000)],
      ...['--b', 'Content-Type: message/delivery-status', ''],
      ...Array.from(
        { length: recipients },
        (_, index) => `Final-Recipient: rfc822; ${index}@example.org\r\nStatus: 5.0.0\r\n`,
      ),
      '--b--',
    ].join('\r\n'),
  )

test('what a report says is not looked through again and again, however many recipients it has', async () => {
  const processorTime = async (recipients: number) => {
    const before = process.cpuUsage()
    expect(await readReport(reportOf(recipients))).toMatchObject({ kind: 'bounce' })
    return process.cpuUsage(before).user
  }
  await processorTime(1)
  const [one, fifty] = [await processorTime(1), await processorTime(50)]
  expect(fifty / one).toBeLessThan(5)
})

test('where several whom a mail was forwarded to did not get it, the gentlest word counts', async () => {
  const further = [
    'Status: 5.1.1',
    '',
    'Final-Recipient: rfc822; other@example.org',
    'Action: failed',
    'Status: 4.2.2',
  ].join('\r\n')
  const raw = Buffer.from(samples.noSuchDomain.replace('Status: 5.1.2', further))

  const told = await feedbackOfMail({
    raw,
    to: 'b@example.org',
    deliveryId: null,
    domain: 'example.org',
    now: new Date(0),
  })
  expect(told).toMatchObject({ kind: 'bounced', bounceClass: 'soft', status: '4.2.2', deliveryId })
})

test('what is told has no address in it', async () => {
  const told = await feedbackOfMail({
    raw: Buffer.from(samples.postfix),
    to: 'b@example.org',
    deliveryId: null,
    domain: 'example.org',
    now: new Date(0),
  })
  expect(JSON.stringify(told)).not.toContain('@')
})
