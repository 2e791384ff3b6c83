import type { BounceSample } from './bounce-sample.ts'
import { text } from './own-verdict.ts'

type Notice = readonly [
  subject: string,
  bounceClass: BounceSample['bounceClass'],
  ...lines: readonly string[],
]

/** Where the address stands. */
const SOMEBODY = 'somebody@example.org'

/** Of servers that say what is the matter with a mailbox of their own, or guess, or say how to go on. */
const notices: readonly Notice[] = [
  [
    'Delivery failure',
    'hard',
    `Your mail could not be delivered to ${SOMEBODY}.`,
    '',
    'The mailbox does not exist.',
  ],
  ['Undeliverable mail', 'hard', `Unknown local user: ${SOMEBODY}`],
  ['Mail delivery failed', 'hard', 'The following address is not known here:', '', `  ${SOMEBODY}`],
  ['Non-delivery notice', 'hard', `Recipient ${SOMEBODY} was not found in the address book.`],
  [
    'Nicht zugestellt',
    'hard',
    `Die Nachricht an ${SOMEBODY} wurde nicht zugestellt.`,
    '',
    'Der Empfänger ist unbekannt.',
  ],
  [
    'Delivery failure',
    'soft',
    `Your mail could not be delivered to ${SOMEBODY}.`,
    '',
    'This may be because the mailbox does not exist, or because the server is not working.',
  ],
  [
    'Undeliverable mail',
    'soft',
    `Mail to ${SOMEBODY} was returned.`,
    '',
    'Please check whether the address is not valid or the user is unknown.',
  ],
  [
    'Message non distribué : échec de la remise',
    'soft',
    `Le message à ${SOMEBODY} n’a pas été remis.`,
    '',
    'Il se peut que le destinataire n’existe pas.',
  ],
  [
    'Delivery failure',
    'soft',
    `Your mail could not be delivered to ${SOMEBODY}.`,
    '',
    'The mailbox is full.',
  ],
  ['Mail delivery failed', 'soft', SOMEBODY, '', 'local delivery failed: cannot open mailbox file'],
  ['Mail delivery failed', 'soft', SOMEBODY, '', 'Account has been suspended by the administrator'],
  [
    'Delivery failure',
    'soft',
    `Your mail to ${SOMEBODY} was not delivered within 5 days. The server of the recipient did not answer.`,
  ],
]

export const ownNotices: readonly BounceSample[] = notices.map(([subject, bounceClass, ...lines], index) => {
  const address = `reader${index}@example.org`
  return text(`own notice: ${lines.at(-1)?.trim()}`, address, [bounceClass, null], {
    subject,
    lines: lines.map((line) => line.replace(SOMEBODY, address)),
  })
})
