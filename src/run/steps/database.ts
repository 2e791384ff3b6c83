import { startEmbedded } from '../database/embedded.ts'
import { databaseExists, query } from '../database/statements.ts'
import type { LaunchPlan } from '../launch-plan.ts'
import { reachDatabase } from '../reach-database.ts'
import type { Shutdown } from '../shutdown.ts'
import { StartError } from '../start-error.ts'
import { say } from '../terminal.ts'

const DATABASE = 'emissary'

/** A database that answers. */
export interface ReadyDatabase {
  readonly url: string
  /** Resolves when our own has ended. Null: it is not ours. */
  readonly trouble: Promise<StartError> | null
  /** For the terminal. */
  readonly outcome: string
}

/** @throws {StartError} when it cannot be reached or started. */
export async function openDatabase(plan: LaunchPlan, shutdown: Shutdown): Promise<ReadyDatabase> {
  if (plan.databaseUrl !== null) {
    await reachDatabase(plan.databaseUrl)
    const { host } = new URL(plan.databaseUrl)
    return { url: plan.databaseUrl, trouble: null, outcome: say('start.done.database', { host }) }
  }
  const { cluster, folder } = await startEmbedded(plan.dataFolder)
  shutdown.add('database', cluster.stop)
  const url = cluster.url(DATABASE)
  const maintenanceUrl = cluster.url('postgres')
  if (!(await databaseExists(maintenanceUrl, DATABASE)))
    await query(maintenanceUrl, `create database ${DATABASE}`)
  return {
    url,
    trouble: cluster.ended.then(() => new StartError('database-ended', { log: `${folder}/postgres.log` })),
    outcome: say('start.done.embedded', { port: cluster.port, folder }),
  }
}
