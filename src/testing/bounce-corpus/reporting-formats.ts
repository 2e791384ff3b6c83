import { headPart, plainPart, reportOf, statusPart } from './bounce-sample.ts'
import { type DialogueFormat, daemon, type Quoted, spoken } from './dialogue-format.ts'

/** With a part for machines, as RFC 3464 has it. */
const withStatus =
  (head: readonly string[], words: (quoted: Quoted) => readonly string[], others: readonly string[] = []) =>
  (quoted: Quoted): string =>
    reportOf(head, [
      plainPart(...words(quoted)),
      statusPart({
        address: quoted.address,
        status: quoted.reply.status ?? '5.0.0',
        diagnostic: spoken(quoted.reply),
        others,
      }),
      headPart(quoted.address),
    ])

/** They quote the answer in a part for machines as well. */
export const reporting: readonly DialogueFormat[] = [
  {
    name: 'postfix',
    otherwise: '5.0.0',
    write: withStatus(
      [daemon('Mail Delivery System'), 'Subject: Undelivered Mail Returned to Sender'],
      (q) => [
        'This is the mail system at host mx.example.net.',
        '',
        `<${q.address}>: host mx.example.org[192.0.2.1] said: ${spoken(q.reply)}`,
        `    (in reply to ${q.reply.stage === 'DATA' ? 'end of DATA' : q.reply.stage} command)`,
      ],
    ),
  },
  {
    name: 'sendmail',
    otherwise: '5.0.0',
    write: withStatus(
      [daemon('Mail Delivery Subsystem'), 'Subject: Returned mail: see transcript for details'],
      (q) => [
        '   ----- The following addresses had permanent fatal errors -----',
        `<${q.address}>`,
        `    (reason: ${spoken(q.reply)})`,
        '',
        '   ----- Transcript of session follows -----',
        '... while talking to mx.example.org.:',
        `>>> ${q.reply.stage === 'DATA' ? 'DATA' : `${q.reply.stage}:<${q.address}>`}`,
        `<<< ${spoken(q.reply)}`,
      ],
    ),
  },
  {
    name: 'courier',
    otherwise: '5.0.0',
    write: withStatus(
      ['From: "Courier mail server" <@mx.example.net>', 'Subject: NOTICE: mail delivery status.'],
      (q) => [
        '                           UNDELIVERABLE MAIL',
        '',
        'Your message to the following recipients cannot be delivered:',
        '',
        `<${q.address}>:`,
        '    mx.example.org [192.0.2.1]:',
        `>>> ${q.reply.stage}:<${q.address}>`,
        `<<< ${spoken(q.reply)}`,
      ],
    ),
  },
  {
    name: 'exim with a report',
    otherwise: '5.0.0',
    write: withStatus(
      [
        daemon('Mail Delivery System'),
        'Auto-Submitted: auto-replied',
        'Subject: Mail delivery failed: returning message to sender',
      ],
      (q) => [
        'A message that you sent could not be delivered to one or more of its recipients.',
        '',
        `  ${q.address}`,
        '    host mx.example.org [192.0.2.1]',
        `    SMTP error from remote mail server after ${q.reply.stage}:<${q.address}>:`,
        `    ${spoken(q.reply)}`,
      ],
    ),
  },
  {
    name: 'gmail',
    otherwise: '5.0.0',
    write: withStatus(
      [
        'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        'Auto-Submitted: auto-replied',
        'Subject: Delivery Status Notification (Failure)',
      ],
      (q) => [
        `** Your message wasn't delivered to ${q.address} **`,
        '',
        'The response from the remote server was:',
        spoken(q.reply),
      ],
    ),
  },
  {
    name: 'powermta',
    otherwise: '5.0.0',
    write: withStatus(
      ['From: postmaster@mx.example.net', 'Subject: Delivery report'],
      (q) => [
        'Hello, this is the mail server on mx.example.net.',
        '',
        `  <${q.address}>  delivery failed; will not continue trying`,
      ],
      ['X-PowerMTA-BounceCategory: other'],
    ),
  },
  {
    name: 'oracle messaging server',
    otherwise: '5.0.0',
    write: withStatus(
      ['From: postmaster@mx.example.net', 'Subject: Delivery Notification: Delivery has failed'],
      (q) => [
        'Your message cannot be delivered to the following recipients:',
        '',
        `  Recipient address: ${q.address}`,
        `  Reason: Remote SMTP server has rejected ${q.reply.stage === 'RCPT TO' ? 'address' : 'message'}`,
        `  Diagnostic code: smtp;${spoken(q.reply)}`,
      ],
    ),
  },
  {
    name: 'exchange online',
    otherwise: '5.0.0',
    write: withStatus(
      [
        'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.net>',
        'Subject: Undeliverable: News of this month',
      ],
      (q) => [
        `Your message to ${q.address} couldn't be delivered.`,
        '',
        `Remote server returned '${spoken(q.reply)}'`,
      ],
    ),
  },
]
