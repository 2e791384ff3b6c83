import { expect, test } from 'vitest'

import { bounceClassOf } from './bounce-class.ts'

const refusals = [
  ['5.1.1', 'user unknown', 'hard'],
  ['5.1.10', 'domain does not accept mail', 'hard'],
  ['5.4.4', 'host not found', 'hard'],
  ['5.1.8', 'sender address has no domain', 'policy'],
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
  [null, 'message rejected because of its content', 'soft'],
  [null, 'the network is unreachable', 'soft'],
  [null, 'no words that mean anything', 'soft'],
] as const

test.for(refusals)('a refusal with status %s, "%s", is %s', ([status, words, bounceClass]) => {
  expect(bounceClassOf({ status, replyCode: null, words })).toBe(bounceClass)
})

test('a reply code of the fours is for now, whatever the words say', () => {
  expect(bounceClassOf({ status: null, replyCode: '450', words: 'RCPT: user unknown' })).toBe('soft')
})
