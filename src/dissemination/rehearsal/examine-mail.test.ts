import { expect, test } from 'vitest'

import { compileEdition, mergeEncoded } from '../../newsletter/compiled-edition.ts'
import { headOf, letterHead } from '../../newsletter/headers.ts'
import { deliveryOf, headFaults, wholeFaults } from './examine-mail.ts'

const edition = compileEdition({
  html: '<html><body><p>Καλημέρα, a long line that has to be folded somewhere in the middle of it all</p><a href="{{unsubscribe_url}}">x</a></body></html>',
  text: 'Καλημέρα\n{{unsubscribe_url}}\n{{preferences_url}}',
})
const values = {
  unsubscribe_url: 'https://emen.example/u/one',
  preferences_url: 'https://emen.example/preferences/one',
}
const mail = {
  values,
  head: letterHead({
    deliveryId: 'd1',
    issueId: 'i1',
    newsletterId: 'n1',
    newsletterName: 'EMEN',
    locale: 'el',
    from: { name: 'EMEN', address: 'news@emen.example' },
    replyTo: null,
    to: 'reader@example.org',
    subject: 'Καλημέρα',
    unsubscribeUrl: values.unsubscribe_url,
    subscribeUrl: 'https://emen.example/el/subscribe',
    archiveUrl: 'https://emen.example/el/newsletters/emen/1',
  }),
}
const raw = Buffer.concat([
  Buffer.from(headOf(mail.head, { date: new Date(0), contentType: edition.contentType })),
  ...mergeEncoded(edition, values),
])
const changed = (from: string, to: string): Buffer =>
  Buffer.from(raw.toString('latin1').replace(from, to), 'latin1')
const to = ['reader@example.org']

test('a mail as it left is without fault, and says which delivery it is', async () => {
  expect(headFaults({ to, raw }, mail)).toEqual([])
  expect(await wholeFaults({ to, raw }, mail, edition)).toEqual([])
  expect(deliveryOf(raw)).toBe('d1')
})

test.for([
  ['a second To', changed('To: ', 'To: other@example.org\r\nTo: '), to, ['recipient']],
  ['somebody else in the envelope', raw, ['other@example.org'], ['recipient']],
  ['two in the envelope', raw, [...to, 'other@example.org'], ['recipient']],
  ['somebody else’s way to leave', changed('/u/one>', '/u/two>'), to, ['no-unsubscribe']],
  ['no POST for leaving', changed('List-Unsubscribe-Post', 'X-None'), to, ['no-unsubscribe']],
] as const)('%s is noticed', ([, tampered, recipients, faults]) => {
  expect(headFaults({ to: recipients, raw: tampered }, mail)).toEqual(faults)
})

test('a mail that says something else than its edition is noticed', async () => {
  const other = { to, raw: changed('<p>', '<q>') }

  expect(await wholeFaults(other, mail, edition)).toEqual(['differs'])
})

test('what is no mail with both its parts is noticed', async () => {
  expect(await wholeFaults({ to, raw: Buffer.from('Subject: x\r\n\r\nplain') }, mail, edition)).toEqual([
    'unreadable',
  ])
})
