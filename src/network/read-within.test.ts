import { expect, test } from 'vitest'

import { readWithin } from './read-within.ts'

test.for([
  [4, 'abcd'],
  [3, null],
] as const)('what has four bytes is read within %i as %s', async ([most, read]) => {
  const { body } = new Request('http://localhost:3000', { method: 'POST', body: 'abcd' })
  expect((await readWithin(most, body))?.toString() ?? null).toBe(read)
})

test('what never ends is read no further than it may be', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1000
      controller.enqueue(new Uint8Array(1000))
    },
  })
  expect(await readWithin(5000, body)).toBeNull()
  expect(sent).toBeLessThan(10_000)
})

test.for([null, undefined])('of nothing comes nothing (%s)', async (nothing) => {
  expect(await readWithin(0, nothing)).toHaveLength(0)
})
