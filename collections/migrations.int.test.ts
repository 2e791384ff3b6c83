import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import config from '@payload-config'

import { getPayload } from 'payload'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../src/migrations')

interface DrizzleKit {
  generateDrizzleJson(schema: unknown): Promise<unknown>
  generateMigration(before: unknown, after: unknown): Promise<string[]>
}

test('the migrations make the database that the collections describe', async () => {
  const payload = await getPayload({ config })
  const { requireDrizzleKit, schema } = payload.db as unknown as {
    requireDrizzleKit(): DrizzleKit
    schema: unknown
  }
  const kit = requireDrizzleKit()
  const [latest] = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
  const stored: unknown = JSON.parse(readFileSync(join(folder, latest ?? ''), 'utf8'))
  expect(await kit.generateMigration(stored, await kit.generateDrizzleJson(schema))).toEqual([])
  await payload.destroy()
})
