import { inject } from 'vitest'

import type { RunningProduct } from './running-product.ts'

/** The product of this test process: files that run side by side have one each, so that none finds another's rows. */
export function ownProduct(): RunningProduct {
  // https://vitest.dev/guide/parallelism: from 1 to `maxWorkers`, of which each has a product.
  const own = inject('products')[Number(process.env.VITEST_POOL_ID) - 1]
  if (own === undefined) throw new Error(`no product runs for process ${process.env.VITEST_POOL_ID}`)
  return own
}
