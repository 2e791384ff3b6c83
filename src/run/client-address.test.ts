import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'

import { stateClientAddress } from './client-address.ts'

function stated(remoteAddress: string, claimed?: string): unknown {
  const request = {
    headers: claimed === undefined ? {} : { 'x-forwarded-for': claimed },
    socket: { remoteAddress },
  } as unknown as IncomingMessage
  stateClientAddress(request)
  return request.headers['x-forwarded-for']
}

test('whoever reaches us directly cannot claim to be somebody else', () => {
  expect(stated('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
})

test('a proxy on this machine is believed', () => {
  expect(stated('127.0.0.1', '198.51.100.1, 203.0.113.9')).toBe('198.51.100.1, 203.0.113.9')
})

test('without a proxy, and for nonsense in the header, it is the other end of the connection', () => {
  expect(stated('::1')).toBe('::1')
  expect(stated('127.0.0.1', 'unknown')).toBe('127.0.0.1')
})
