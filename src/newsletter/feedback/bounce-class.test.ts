import { expect, test } from 'vitest'

import { bounceClassOf } from './bounce-class.ts'

const refusals = [
  ['5.1.1', 'user unknown', 'hard'],
  ['5.1.10', 'domain does not accept mail', 'hard'],
  ['5.4.4', 'host not found', 'hard'],
  ['5.4.4', 'no route by DNS', 'hard'],
  ['5.4.4', 'connection refused', 'soft'],
  ['5.1.8', 'sender address has no domain', 'policy'],
  ['5.7.27', 'sender address has null MX', 'policy'],
  ['5.1.1', '<spam@example.org>: recipient address rejected', 'hard'],
  ['5.0.0', 'this host does not accept mail from dynamic addresses', 'policy'],
  ['5.0.0', 'host mx.example.org said: 550 unknown user', 'soft'],
  ['5.0.0', 'RCPT TO: your IP address is not valid here', 'policy'],
  ['5.7.26', 'unauthenticated mail is refused: DMARC', 'policy'],
  ['5.2.2', 'over quota', 'soft'],
  ['5.2.1', 'mailbox disabled', 'soft'],
  ['5.0.0', 'RCPT TO: no such user', 'hard'],
  ['5.0.0', 'no such user', 'soft'],
  ['5.0.0', 'rejected RCPT: relaying denied, user unknown', 'policy'],
  ['5.0.0', 'RCPT TO: user unknown, connection timed out', 'hard'],
  ['5.1.1', 'your IP is on a blacklist', 'policy'],
  ['5.1.1', 'user unknown; see our anti-spam page', 'hard'],
  ['4.1.1', 'user unknown, try again', 'soft'],
  [null, 'null MX', 'hard'],
  ['5.2.3', 'message too large for this mailbox', 'policy'],
  ['5.3.4', 'message too large', 'policy'],
  ['5.6.0', 'attachment not wanted', 'policy'],
  ['5.1.0', 'address rejected: recipient unknown', 'hard'],
  ['5.1.0', 'no words that mean anything', 'soft'],
  ['5.1.1', 'mailbox full', 'soft'],
  ['5.1.1', 'refused due to recipient preferences', 'policy'],
  ['5.1.351', 'remote server returned unknown recipient', 'hard'],
  ['5.4.310', 'DNS domain does not exist', 'hard'],
  ['5.4.6', 'mail loop detected', 'soft'],
  ['5.0.0', 'RCPT TO: cet utilisateur n’existe pas', 'hard'],
  ['5.0.0', 'RCPT TO: das Postfach ist voll, Benutzer unbekannt', 'soft'],
  ['5.0.0', 'the recipient has moved to jo@example.net', 'hard'],
  [null, 'end of DATA: user unknown', 'soft'],
  [null, 'sender verify failed', 'policy'],
  [null, 'message rejected because of its content', 'policy'],
  [null, 'the network is unreachable', 'soft'],
  [null, 'no words that mean anything', 'soft'],
  // Switched off, and gone for good.
  ['5.2.1', 'RCPT TO: the account is inactive', 'soft'],
  ['5.2.1', 'RCPT TO: the mailbox is suspended', 'soft'],
  ['5.2.1', 'RCPT TO: mailbox unavailable', 'soft'],
  ['5.2.1', 'RCPT TO: user unknown', 'hard'],
  ['5.2.1', 'this account no longer exists', 'hard'],
  ['5.2.1', 'the mailbox has been deleted', 'hard'],
  ['5.2.1', 'the mailbox has been deleted or suspended', 'soft'],
  ['5.2.1', 'das Konto wurde gelöscht', 'hard'],
  ['5.2.1', 'the user has deleted your message', 'soft'],
  // What was refused.
  ['5.7.1', 'recipient address rejected: no such user', 'hard'],
  ['5.7.1', 'recipient address rejected: no such user, or a policy forbids it', 'policy'],
  ['5.7.1', 'no such user', 'policy'],
  ['5.0.0', 'end of DATA: unknown recipient', 'soft'],
  ['5.0.0', 'domain does not exist, in reply to MAIL FROM', 'policy'],
  ['5.1.1', 'the sender address is not valid', 'policy'],
  ['5.1.1', 'Absender unbekannt', 'policy'],
  ['5.7.27', 'host does not accept mail', 'hard'],
  ['5.0.0', 'this server does not accept messages containing programs', 'soft'],
  ['5.0.0', 'this host does not accept mail: it is listed as a source of spam', 'policy'],
  ['5.4.1', 'all recipient addresses rejected : access denied', 'hard'],
  // Words that only sound alike.
  ['5.0.0', 'RCPT TO: too many unknown users from you', 'policy'],
  ['5.0.0', 'RCPT TO: the user does not have enough space', 'soft'],
  ['5.0.0', 'RCPT TO: your address is not on the list of known senders', 'policy'],
  ['5.0.0', 'RCPT TO: the user database is not available', 'soft'],
  ['5.0.0', 'RCPT TO: the mailbox is currently unavailable', 'soft'],
  ['5.0.0', 'RCPT TO: adresse de l’expéditeur inconnue', 'policy'],
  // An answer of several lines.
  ['5.0.0', '550-RCPT TO: the account that you wrote to does 550-not exist 550 here', 'hard'],
] as const

test.for(refusals)('a refusal with status %s, "%s", is %s', ([status, words, bounceClass]) => {
  expect(bounceClassOf({ status, replyCode: null, words })).toBe(bounceClass)
})

test('a reply code of the fours is for now, whatever the words say', () => {
  expect(bounceClassOf({ status: null, replyCode: '450', words: 'RCPT: user unknown' })).toBe('soft')
})

const ownWords = [
  ['the recipient name is not recognised', 'hard'],
  ['Address not found. Check for typos and try again.', 'hard'],
  ['The group may not exist, or you may not write to it.', 'soft'],
  ['Il se peut que le destinataire n’existe pas.', 'soft'],
  ['This user doesn’t have a mail.example account', 'soft'],
  ['The mailbox is full.', 'soft'],
] as const

test.for(ownWords)('a server that speaks of mailboxes of its own says "%s": %s', ([words, bounceClass]) => {
  expect(bounceClassOf({ status: null, replyCode: null, words, isOwn: true })).toBe(bounceClass)
})

test('the same words count for nothing where they are quoted, and nobody says what was refused', () => {
  expect(bounceClassOf({ status: null, replyCode: '550', words: 'the name is not recognised' })).toBe('soft')
})
