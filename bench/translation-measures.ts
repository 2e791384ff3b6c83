import { getPayload } from 'payload'

import config from '../payload.config.ts'
import { databaseOf, sql } from '../src/database/database.ts'
import type { BenchResult } from './run.ts'
import { measureMatrix } from './translation-matrix.ts'
import { measureMemory } from './translation-memory.ts'
import { measureStates } from './translation-state.ts'

/** One after the other, each with tables of its own. */
export async function measureTranslation(): Promise<BenchResult> {
  const payload = await getPayload({ config, disableOnInit: true })
  const database = databaseOf(payload)
  const states = await measureStates(payload)
  await database.execute(sql`
    truncate translation_items, translation_segments, translation_targets, translation_locales
  `)
  const results = [states, await measureMatrix(database), await measureMemory(payload)]
  return {
    figures: Object.assign({}, ...results.map(({ figures }) => figures)),
    goals: Object.assign({}, ...results.map(({ goals }) => goals)),
    met: results.every(({ met }) => met),
  }
}
