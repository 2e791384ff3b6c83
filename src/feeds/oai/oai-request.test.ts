import { expect, test } from 'vitest'

import { readOaiRequest } from './oai-request.ts'

/** Ten thousand names that are looked for among each other keep everybody else waiting for seconds. */
const SOON_MS = 500

test('many arguments are refused as soon as one', () => {
  const many = Array.from({ length: 20_000 }, (_, place) => place.toString(36)).join('&')
  const parameters = new URLSearchParams(`verb=Identify&${many}`)
  const startedAt = performance.now()
  expect(readOaiRequest(parameters)).toMatchObject({ code: 'badArgument' })
  expect(performance.now() - startedAt).toBeLessThan(SOON_MS)
})

test.for([
  ['verb=ListRecords&metadataPrefix=oai_dc&set=topic&set=country', 'set is stated more than once'],
  ['verb=GetRecord&__proto__=1&__proto__=2', '__proto__ is stated more than once'],
])('an argument is stated once: %s', ([query, message]) => {
  expect(readOaiRequest(new URLSearchParams(query))).toEqual({ code: 'badArgument', message })
})
