import { expect, test } from 'vitest'

import { mxGroupOf } from './mx-group.ts'

test.for([
  ['aspmx.l.google.com', 'google.com'],
  ['alt3.aspmx.googlemail.com.', 'google.com'],
  ['example-org.mail.protection.outlook.com', 'outlook.com'],
  ['example-org.a-v1.mx.microsoft', 'outlook.com'],
  ['mta5.am0.yahoodns.net', 'yahoodns.net'],
  ['MX1.Mail.Example.CO.UK', 'example.co.uk'],
  ['mx00.gmx.net', 'gmx.net'],
  ['mail.example.gr', 'example.gr'],
  ['localhost', 'localhost'],
])('%s belongs to %s', ([exchanger = '', group]) => {
  expect(mxGroupOf(exchanger)).toBe(group)
})
