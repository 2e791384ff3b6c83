import { getPayload } from 'payload'

import config from '../payload.config.ts'
import { databaseOf } from '../src/database/database.ts'
import type { BenchResult } from './run.ts'
import { measureDigests } from './subscribers-digest.ts'
import { measureImport } from './subscribers-import.ts'
import { measureSegments } from './subscribers-segments.ts'

const payload = await getPayload({ config })
const measures: Readonly<Record<string, () => Promise<BenchResult>>> = {
  import: () => measureImport(payload),
  segments: () => measureSegments(databaseOf(payload)),
  digest: () => measureDigests(payload),
}
const measure = measures[process.argv[2] ?? '']
if (measure === undefined) throw new Error(`there is no part ${process.argv[2]}`)
console.log(JSON.stringify(await measure()))
process.exit(0)
