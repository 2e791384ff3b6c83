import { afterAll, beforeAll, inject } from 'vitest'

import { forgetPayload, freshModules } from './fresh-modules.ts'
import { runStatement } from './template.ts'

// Before the file's imports read the environment: Payload's Local API in a test works on what the browser sees.
freshModules()

const { databaseUrl, mediaFolder, url } = inject('product')

process.env.DATABASE_URL = databaseUrl
process.env.MEDIA_DIR = mediaFolder
process.env.PUBLIC_URL = url

// The product runs through all files; each of them finds it with nothing in it but the tables.
beforeAll(async () => {
  const { rows } = await runStatement(
    databaseUrl,
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables
    where schemaname = 'public' and tablename <> 'payload_migrations'`,
  )
  await runStatement(databaseUrl, `truncate ${rows[0].tables} cascade`)
})

afterAll(forgetPayload)
