import { expect, test } from 'vitest'

import manifest from '../../package.json' with { type: 'json' }
import { workerOptions } from './worker-options.ts'

test('a worker that is started by itself has the options of one that starts with the product', () => {
  expect(manifest.scripts.worker).toContain(`node ${workerOptions.join(' ')} `)
})
