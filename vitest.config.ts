import { join } from 'node:path'

import { defineConfig } from 'vitest/config'

import { testEnvironment } from './src/testing/environment.ts'

const code = '{src,collections,emails,bench}/**'
const withDatabase = {
  globalSetup: ['src/testing/cluster.ts'],
  setupFiles: ['src/testing/database.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  resolve: { alias: { '@payload-config': join(import.meta.dirname, 'payload.config.ts') } },
  test: {
    maxWorkers: 2,
    env: testEnvironment,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${code}/*.test.ts`],
          exclude: ['**/*.int.test.ts', '**/*.browser.test.ts'],
        },
      },
      { extends: true, test: { name: 'int', include: [`${code}/*.int.test.ts`], ...withDatabase } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [`${code}/*.browser.test.ts`],
          ...withDatabase,
          fileParallelism: false,
        },
      },
    ],
  },
})
