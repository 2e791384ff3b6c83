import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { testEnvironment } from '../src/testing/environment.ts'
import { drawSchedule } from '../src/testing/faults/schedule.ts'
import { webhookSecret } from '../src/testing/faults/webhooks.ts'
import { restartableCluster } from '../src/testing/restartable-cluster.ts'
import { sumOf, type Tallies, tallyOf } from './faults-tally.ts'

const PROGRESS_EVERY = 100

/** Plays the schedules of so many seeds, tells of those that broke a promise, and answers the bench with what came of all. */
const [first, count] = process.argv.slice(2).map(Number) as [number, number]
const cluster = await restartableCluster()
// The product reads its environment when it is imported.
const media = mkdtempSync(join(tmpdir(), 'emissary-bench-'))
const own = { DATABASE_URL: cluster.url, MEDIA_DIR: media, RESEND_WEBHOOK_SECRET: webhookSecret }
Object.assign(process.env, testEnvironment, own)
const migrated = spawnSync(process.execPath, ['src/run/migrate.ts'], { encoding: 'utf8' })
if (migrated.status !== 0) throw new Error(`the database was not migrated: ${migrated.stderr}`)
const { playAndJudge } = await import('../src/testing/faults/judge.ts')
const { openStage } = await import('../src/testing/faults/stage.ts')

const stage = await openStage({ restart: cluster.restart })
let tallies: Tallies = {}
for (let seed = first; seed < first + count; seed++) {
  const schedule = drawSchedule(seed, { canRestart: true })
  const judged = await playAndJudge(stage, schedule)
  tallies = sumOf(tallies, tallyOf(schedule, judged))
  if (judged.violations.length > 0)
    console.error(`seed ${seed}: ${[...new Set(judged.violations)].join(', ')}`, ...judged.errors)
  const played = seed - first + 1
  if (played % PROGRESS_EVERY === 0) console.error(`${played} of ${count} from seed ${first}`)
}
process.send?.(tallies)
process.disconnect()
await cluster.stop()
process.exit(0)
