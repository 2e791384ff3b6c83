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
] as const

test.for(refusals)('a refusal with status %s, "%s", is %s', ([status, words, bounceClass]) => {
  expect(bounceClassOf({ status, replyCode: null, words })).toBe(bounceClass)
})

test('a reply code of the fours is for now, whatever the words say', () => {
  expect(bounceClassOf({ status: null, replyCode: '450', words: 'RCPT: user unknown' })).toBe('soft')
})
