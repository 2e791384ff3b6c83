import { expect, test } from 'vitest'

import { readableLine } from './readable-line.ts'

test('a structured log line becomes a sentence with its facts', () => {
  const line =
    '{"level":40,"time":1795408287339,"pid":7,"hostname":"vm","name":"payload","deliveryId":"01","reason":"unavailable","err":{"message":"social.example answered 503"},"msg":"channel did not take a delivery"}'

  expect(readableLine(line)).toBe(
    'warning: channel did not take a delivery social.example answered 503 deliveryId=01 reason=unavailable',
  )
})

test('any other line stays as it is', () => {
  expect(readableLine('Error: no such table')).toBe('Error: no such table')
  expect(readableLine('{"level":')).toBe('{"level":')
})
