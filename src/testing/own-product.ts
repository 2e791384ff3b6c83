import { inject } from 'vitest'

import type { RunningProduct } from './running-product.ts'

// https://vitest.dev/guide/parallelism: a number of its own for each process in which test files follow each other.
const answer = await fetch(`${inject('productsUrl')}/${process.env.VITEST_POOL_ID}`)
const told = await answer.text()
if (!answer.ok) throw new Error(told)
const product = JSON.parse(told) as RunningProduct

/** The product of this test process: files that run side by side have one each, so that none finds another's rows. */
export const ownProduct = (): RunningProduct => product
