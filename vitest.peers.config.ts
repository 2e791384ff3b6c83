import { defineConfig } from 'vitest/config'

import { testEnvironment } from './src/testing/environment.ts'

/** Tests against real services on this machine, which are installed apart: see docs/peers.md. */
export default defineConfig({
  test: {
    name: 'peers',
    include: ['peers/*.test.ts'],
    env: testEnvironment,
    // Each starts a server of its own.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
