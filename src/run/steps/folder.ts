import { writableFolder } from '../data-folder.ts'
import { isFree } from '../free-port.ts'
import { type LaunchPlan, placesOf } from '../launch-plan.ts'
import { type RunFile, takeRunFile } from '../run-file.ts'
import { type Secrets, secretsIn } from '../secrets.ts'
import { StartError } from '../start-error.ts'

/** The data folder, taken for this launcher, and what is kept in it. */
export interface Ground {
  readonly runFile: RunFile
  readonly secrets: Secrets
}

/**
 * Everything that can be known to be wrong before anything is started.
 * @throws {StartError} about the first of them.
 */
export async function prepareGround(
  plan: LaunchPlan,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Ground> {
  if (plan.missing.length > 0) throw new StartError('settings-missing', { names: plan.missing.join(', ') })
  writableFolder(plan.dataFolder)
  writableFolder(plan.mediaFolder)
  const runFile = await takeRunFile(plan.dataFolder, {
    places: placesOf(plan),
    ownDatabase: plan.databaseUrl === null,
  })
  // After that: children of a launcher that was killed hold their ports until they have ended.
  for (const { port, variable } of plan.ports)
    if (!(await isFree(port))) {
      runFile.remove()
      throw new StartError('port-taken', { port, variable, suggestion: port + 1 })
    }
  return { runFile, secrets: secretsIn(plan.dataFolder, environment) }
}
