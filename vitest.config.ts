import { join } from 'node:path'

import { defineConfig } from 'vitest/config'

import { testEnvironment } from './src/testing/environment.ts'
import { SlowFirst } from './src/testing/slow-first.ts'

// Several processes load the same large packages: they are compiled once.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled')

const code = '{src,collections,emails,bench}/**'
const slow = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  resolve: { alias: { '@payload-config': join(import.meta.dirname, 'payload.config.ts') } },
  test: {
    // Whoever waits for something waits for it, not for the machine.
    expect: { poll: { timeout: 20_000 } },
    // One more than the cores of the smallest machine: most files wait as much as they compute.
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
    env: testEnvironment,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // They are pure: a module that one has loaded is as good for the next.
          isolate: false,
          include: [`${code}/*.test.ts`],
          exclude: ['**/*.int.test.ts', '**/*.browser.test.ts'],
          // The first letter of a file starts the rendering thread: seconds, on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          // Test files follow each other in a process, which loads the large packages once: see `freshModules`.
          isolate: false,
          include: [`${code}/*.int.test.ts`],
          globalSetup: ['src/testing/cluster.ts'],
          setupFiles: ['src/testing/database.ts'],
          ...slow,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [`${code}/*.browser.test.ts`],
          globalSetup: ['src/testing/running-product.ts'],
          setupFiles: ['src/testing/product-database.ts'],
          // When all others are done. Each process has a product of its own, which its files share one after the other.
          sequence: { groupOrder: 1 },
          isolate: false,
          ...slow,
        },
      },
    ],
  },
})
