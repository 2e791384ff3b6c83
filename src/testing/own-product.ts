import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

import { inject } from 'vitest'

import type { RunningProduct } from './running-product.ts'

// https://vitest.dev/guide/parallelism: a number of its own for each process in which test files follow each other.
// The pages may still be built, for longer than `fetch` waits for an answer.
const [answer] = (await once(get(`${inject('productsUrl')}/${process.env.VITEST_POOL_ID}`), 'response')) as [
  IncomingMessage,
]
const told = await text(answer)
if (answer.statusCode !== 200) throw new Error(told)
const product = JSON.parse(told) as RunningProduct

/** The product of this test process: files that run side by side have one each, so that none finds another's rows. */
export const ownProduct = (): RunningProduct => product
