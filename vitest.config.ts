import { join } from 'node:path'

import { defineConfig } from 'vitest/config'

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
    // A developer's own settings must not reach into tests; the database's address is set per file.
    env: {
      PAYLOAD_SECRET: 'a secret that is long enough for tests',
      EMISSARY_KEYS: `k1:${Buffer.alloc(32, 'k1').toString('base64')}`,
      PUBLIC_URL: 'http://localhost:3000',
      LOG_LEVEL: 'silent',
      DATABASE_URL: '',
      SMTP_URL: '',
      RESEND_API_KEY: '',
      RESEND_BASE_URL: '',
      ALLOWED_PRIVATE_HOSTS: '',
      EMISSARY_DEMO: '',
    },
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
