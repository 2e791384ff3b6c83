import { DatabaseError } from 'pg'
import { afterAll, vi } from 'vitest'

import { forgetPayload, freshModules } from './fresh-modules.ts'
import { ownProduct } from './own-product.ts'
import { runStatement } from './template.ts'

// Before the file's imports read the environment: Payload's Local API in a test works on what the browser sees.
freshModules()

const { databaseUrl, mediaFolder, partnersUrl, url } = ownProduct()

process.env.DATABASE_URL = databaseUrl
process.env.MEDIA_DIR = mediaFolder
process.env.PUBLIC_URL = url
process.env.ALLOWED_PRIVATE_HOSTS = new URL(partnersUrl).host

const DEADLOCK = '40P01'

/** Whether the product has something to do, which the file before has left to it. */
async function isBusy(): Promise<boolean> {
  const { rowCount } = await runStatement(
    databaseUrl,
    "select 1 from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now() limit 1",
  )
  return rowCount !== 0
}

/** False: somebody was at work in the tables after all, and has the precedence. */
async function empty(): Promise<boolean> {
  const { rows } = await runStatement(
    databaseUrl,
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables
    where schemaname = 'public' and tablename <> 'payload_migrations'`,
  )
  try {
    await runStatement(databaseUrl, `truncate ${rows[0].tables} cascade`)
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.code === DEADLOCK) return false
    throw error
  }
}

// The product runs through all files; each of them finds it with nothing in it but the tables, from its first line on.
await vi.waitUntil(async () => !(await isBusy()) && (await empty()), { timeout: 60_000, interval: 100 })

afterAll(forgetPayload)
