import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, inject } from 'vitest'

import { isUnused, runStatement, TEMPLATE } from './template.ts'

const maintenanceUrl = inject('maintenanceUrl')
const name = `test_${randomUUID().replaceAll('-', '')}`
const media = mkdtempSync(join(tmpdir(), 'emissary-media-'))

// Each test file runs in a process of its own, and this runs before the file's imports read the environment.
await runStatement(maintenanceUrl, `create database ${name} template ${TEMPLATE}`)
process.env.DATABASE_URL = maintenanceUrl.replace(/postgres$/, name)
process.env.MEDIA_DIR = media
process.env.IMPORTS_DIR = join(media, 'imports')

afterAll(async () => {
  rmSync(media, { recursive: true, force: true })
  // A database that a test left a session to goes with the cluster: to cut the session would fail the test.
  if (await isUnused(maintenanceUrl, name)) await runStatement(maintenanceUrl, `drop database ${name}`)
})
