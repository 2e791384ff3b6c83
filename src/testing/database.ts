import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, inject } from 'vitest'

import { emptied } from './emptied-database.ts'
import { forgetPayload, freshModules } from './fresh-modules.ts'
import { endIdleSessions, isUnused, runStatement, TEMPLATE } from './template.ts'

/** A database that an earlier file in this process is done with, as it was at first: a copy takes longer than most tests. */
const lasting = globalThis as { spareDatabase?: string }

// Before the file's imports read the environment.
freshModules()

const maintenanceUrl = inject('maintenanceUrl')
const name = lasting.spareDatabase ?? newName()
if (lasting.spareDatabase === undefined)
  await runStatement(maintenanceUrl, `create database ${name} template ${TEMPLATE}`)
delete lasting.spareDatabase

const media = mkdtempSync(join(tmpdir(), 'emissary-media-'))
process.env.DATABASE_URL = urlOf(name)
process.env.MEDIA_DIR = media
process.env.IMPORTS_DIR = join(media, 'imports')

afterAll(async () => {
  rmSync(media, { recursive: true, force: true })
  await endIdleSessions(maintenanceUrl, name, await forgetPayload())
  // A database in which something is still under way goes with the cluster: to cut that would fail the test.
  if (!(await isUnused(maintenanceUrl, name))) return
  // Whoever of this file should come back finds no database of that name.
  const next = newName()
  await runStatement(maintenanceUrl, `alter database ${name} rename to ${next}`)
  if (await emptied(urlOf(next), inject('origin'))) lasting.spareDatabase = next
  else await runStatement(maintenanceUrl, `drop database ${next}`)
})

function newName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`
}

function urlOf(database: string): string {
  return maintenanceUrl.replace(/postgres$/, database)
}
