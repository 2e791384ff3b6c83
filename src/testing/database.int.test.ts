import { expect, test } from 'vitest'

import { env } from '../env.ts'
import { runStatement } from './template.ts'

const url = env.DATABASE_URL ?? ''

test('each file of database tests works on a database of its own', async () => {
  const { rows } = await runStatement(url, 'select current_database() as name')

  expect(rows).toEqual([{ name: expect.stringMatching(/^test_[0-9a-f]{32}$/) }])
})

test('the database folds the case of every script, also where the system knows no locales', async () => {
  const { rows } = await runStatement(url, "select lower('ΓΕΩΡΓΊΑ ÉCOLE') as folded")

  expect(rows).toEqual([{ folded: 'γεωργία école' }])
})
