import type { BounceClass } from '../../ledger/mail-feedback.ts'

/** What a server answered, and when. */
export interface Reply {
  readonly code: string
  /** Null: it gave none. */
  readonly status: string | null
  readonly words: string
  readonly stage: 'RCPT TO' | 'DATA' | 'MAIL FROM'
  /** What it means, in the eyes of a person. */
  readonly bounceClass: BounceClass
}

const to =
  (stage: Reply['stage'], bounceClass: BounceClass) =>
  (code: string, status: string | null, words: string): Reply => ({ code, status, words, stage, bounceClass })

const dead = to('RCPT TO', 'hard')
const full = to('RCPT TO', 'soft')
const refused = to('RCPT TO', 'policy')
const notTheMail = to('DATA', 'policy')

/** Answers of servers of all kinds, in their variety: each format below quotes some of them. */
export const replies: readonly Reply[] = [
  dead('550', '5.1.1', 'No such mailbox at this site'),
  full('552', '5.2.2', 'The mailbox is over its storage limit'),
  refused('554', '5.7.1', 'Client host blocked, see https://blocklist.example'),
  dead('550', null, 'User unknown in virtual mailbox table'),
  notTheMail('554', '5.7.1', 'Message looks like spam and was rejected'),
  dead('550', '5.1.10', 'Recipient was not found in the directory'),
  full('550', null, 'Mailbox full, quota exceeded'),
  refused('550', '5.7.26', 'Mail from example.com fails DMARC'),
  dead('553', '5.1.2', 'Host unknown for this address'),
  full('550', '5.2.1', 'The account has been disabled'),
  dead('550', '5.1.1', 'Recipient address rejected: invalid user, see our help page'),
  refused('550', '5.1.1', 'Your server has a poor reputation here'),
  dead('550', null, 'Invalid recipient'),
  notTheMail('552', '5.3.4', 'Message exceeds fixed size limit'),
  dead('550', '5.1.0', 'Address rejected: recipient unknown'),
  refused('553', '5.1.8', 'Sender address has no such domain'),
  dead('550', null, 'Sorry, no account by that name here'),
  full('550', null, 'This mailbox is suspended at the moment'),
  notTheMail('554', '5.6.0', 'Attachment type is prohibited'),
  dead('551', '5.1.6', 'The recipient has moved and left no address'),
  refused('550', null, 'Relaying denied for your host'),
  dead('550', null, 'Utilisateur inconnu'),
  full('552', null, 'Das Postfach ist voll'),
  refused('550', '5.7.1', 'Recipient accepts mail from known senders only'),
  dead('550', null, 'Такой пользователь не найден'),
  full('550', '4.2.2', 'The recipient is over quota'),
  notTheMail('550', null, 'Content rejected by virus filter'),
  dead('556', '5.1.10', 'The domain does not accept mail'),
]
