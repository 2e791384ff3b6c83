import { LONGEST_STOP_MS } from './child.ts'
import type { Environment } from './child-process.ts'
import { startChild } from './child-process.ts'
import { leadChannelsTo, wantsDemoNetwork } from './demo-network.ts'
import { type LaunchPlan, portFor } from './launch-plan.ts'
import { readableLine } from './readable-line.ts'
import { runOnce } from './run-once.ts'
import type { Shutdown } from './shutdown.ts'
import { StartError, type StartErrorReason } from './start-error.ts'
import { childEnvironment } from './steps/child-environment.ts'
import { openDatabase } from './steps/database.ts'
import { prepareGround } from './steps/folder.ts'
import { say, type Terminal } from './terminal.ts'
import { buildWeb, isBuilt } from './web-build.ts'
import { workerOptions } from './worker-options.ts'

export interface LaunchSettings {
  readonly plan: LaunchPlan
  readonly environment: Environment
  readonly terminal: Terminal
  /** Learns of everything that is started, the moment it is. */
  readonly shutdown: Shutdown
  /** Ends the step that is under way. */
  readonly signal: AbortSignal
}

/** Together below ten seconds: what a person waits after Ctrl-C, unless mails are under way to a slow server. */
const WORK_PATIENCE_MS = 6000
const SURROUNDINGS_PATIENCE_MS = 1500
const WORKER_PATIENCE_MS = LONGEST_STOP_MS + 1000

/**
 * From nothing to a running product, step by step; a kill at any moment leaves nothing that the next start cannot use.
 * Returns what resolves when something that must run ends by itself.
 * @throws {StartError} when a person has to mend something first.
 */
export async function launch({
  plan,
  environment,
  terminal,
  shutdown,
  signal,
}: LaunchSettings): Promise<{ readonly trouble: Promise<StartError> }> {
  const troubles: Promise<StartError>[] = []
  const { runFile, secrets } = await prepareGround(plan, environment)
  shutdown.add('database', async () => runFile.remove())

  let url = ''
  await terminal.step(say('start.step.database'), async () => {
    const database = await openDatabase(plan, shutdown)
    url = database.url
    if (database.trouble !== null) troubles.push(database.trouble)
    return database.outcome
  })
  const env = childEnvironment(environment, plan, secrets, url)

  await terminal.step(say('start.step.migrations'), async () => {
    await errand('src/run/migrate.ts', 'migration-failed')
    return say('start.done.migrations')
  })
  if (plan.databaseUrl === null && (await wantsDemoNetwork(url)))
    await terminal.longStep(say('start.step.demo'), say('start.expect.demo'), async () => {
      await errand('src/demo/load.ts', 'demo-failed')
      return say('start.done.demo')
    })
  const partnersPort = portFor(plan, 'partners')
  if (partnersPort !== null) await leadChannelsTo(partnersPort, url)
  if (!isBuilt())
    await terminal.longStep(say('start.step.build'), say('start.expect.build'), async () => {
      await build()
      return say('start.done.build')
    })
  await terminal.step(say('start.step.processes'), async () => {
    await Promise.all([
      plan.catchesMail && begin('surroundings', 'catcher', 'src/run/mail-catcher/main.ts'),
      plan.databaseUrl === null && begin('surroundings', 'partners', 'src/run/partners.ts'),
      begin('work', 'worker', 'src/run/worker.ts', workerOptions),
      begin('work', 'web', 'src/run/web.ts'),
    ])
    return say('start.done.processes')
  })
  return { trouble: Promise.race(troubles) }

  async function errand(file: string, failure: StartErrorReason): Promise<void> {
    signal.throwIfAborted()
    const succeeded = await runOnce({
      arguments: [file],
      env,
      onLine: (line) => terminal.line(`    ${readableLine(line)}`),
      onStart: (pid) => runFile.add(pid, file),
      signal,
    })
    if (!succeeded) throw new StartError(failure, { folder: plan.dataFolder })
  }

  /** Next tells much that nobody needs unless it fails. */
  async function build(): Promise<void> {
    const said: string[] = []
    const onLine = (line: string): void => void said.push(line)
    try {
      await buildWeb({ env, signal, onLine, onStart: (pid) => runFile.add(pid, 'next') })
    } catch (error) {
      for (const line of said) terminal.line(`    ${line}`)
      throw error
    }
  }

  async function begin(
    rank: 'work' | 'surroundings',
    name: string,
    file: string,
    options: readonly string[] = [],
  ): Promise<void> {
    signal.throwIfAborted()
    const child = await startChild({
      name: say(`start.process.${name}`),
      file,
      options,
      env,
      onLine: (line) => terminal.childLine(name, plan.databaseUrl === null ? readableLine(line) : line),
      onStart: (pid, marker) => runFile.add(pid, marker),
    })
    const patienceMs = rank === 'work' ? WORK_PATIENCE_MS : SURROUNDINGS_PATIENCE_MS
    shutdown.add(rank, () => child.stop(name === 'worker' ? WORKER_PATIENCE_MS : patienceMs))
    troubles.push(child.ended.then((how) => new StartError('process-ended', { name: child.name, how })))
  }
}
