import { expect, test } from 'vitest'

import { isMailAddress, mailAddress } from './mail-address.ts'

test.for(['reader@example.org', "o'neil+news@example.org", 'ελένη@example.org', '"=?x@example.org'.slice(1)])(
  '%s can be written to',
  (address) => {
    expect(isMailAddress(address)).toBe(true)
  },
)

test('a domain is written in ASCII, a mailbox as it is', () => {
  expect(mailAddress('Ελένη@bücher.example')).toEqual({
    address: 'Ελένη@xn--bcher-kva.example',
    needsSmtpUtf8: true,
  })
})

test.for([
  ['a second address before it', 'thief@example.net,reader@example.org'],
  ['a second one after a semicolon', 'a;b@example.org'],
  ['a group', 'readers:a@example.org'],
  ['a comment', 'a(thief@example.net)@example.org'],
  ['a route', '@example.net:a@example.org'],
  ['a line of its own', 'a\r\nBcc: thief@example.net\r\n@example.org'],
  ['another in brackets', 'a<thief@example.net>@example.org'],
  ['a quoted form', '"a b"@example.org'],
  ['no domain', 'a@'],
  ['a domain that is none', 'a@exa mple.org'],
] as const)('with %s it is no address, and the message does not hold it', ([, address]) => {
  expect(() => mailAddress(address)).toThrow(/^no e-mail address$/)
})
