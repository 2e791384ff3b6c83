import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, inject } from 'vitest'

import { forgetPayload, freshModules } from './fresh-modules.ts'
import { endIdleSessions, isUnused, runStatement, TEMPLATE } from './template.ts'

// Before the file's imports read the environment.
freshModules()

const maintenanceUrl = inject('maintenanceUrl')
const name = `test_${randomUUID().replaceAll('-', '')}`
const media = mkdtempSync(join(tmpdir(), 'emissary-media-'))
await runStatement(maintenanceUrl, `create database ${name} template ${TEMPLATE}`)
process.env.DATABASE_URL = maintenanceUrl.replace(/postgres$/, name)
process.env.MEDIA_DIR = media
process.env.IMPORTS_DIR = join(media, 'imports')

afterAll(async () => {
  rmSync(media, { recursive: true, force: true })
  await forgetPayload()
  await endIdleSessions(maintenanceUrl, name)
  // A database in which something is still under way goes with the cluster: to cut that would fail the test.
  if (await isUnused(maintenanceUrl, name)) await runStatement(maintenanceUrl, `drop database ${name}`)
})
