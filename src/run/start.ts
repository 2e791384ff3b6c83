import './load-env-file.ts'

import { launch } from './launch.ts'
import { planLaunch } from './launch-plan.ts'
import { projectRoot } from './project-root.ts'
import { shutdown } from './shutdown.ts'
import { StartError } from './start-error.ts'
import { whereToLook } from './steps/where-to-look.ts'
import { say, terminal } from './terminal.ts'

/** npm passes Ctrl-C on to us, and the terminal gives it to us as well: what comes at once is the same wish. */
const SAME_WISH_MS = 1000

const screen = terminal(process.stdout)
const stops = shutdown()
const interruption = new AbortController()
let firstWishAt = 0

process.on('SIGINT', wish)
process.on('SIGTERM', wish)
process.on('SIGHUP', wish)

try {
  await checkSettings()
  screen.line(`\n${say('start.welcome')}\n`)
  const plan = planLaunch(process.env, projectRoot)
  const { trouble } = await launch({
    plan,
    environment: process.env,
    terminal: screen,
    shutdown: stops,
    signal: interruption.signal,
  })
  interruption.signal.throwIfAborted()
  screen.line(whereToLook(plan))
  await end(await trouble)
} catch (error) {
  await end(error as Error)
}

/** The same check that every process makes, before any is started. */
async function checkSettings(): Promise<void> {
  try {
    await import('../env.ts')
  } catch (error) {
    throw new StartError('settings-wrong', { detail: (error as Error).message }, error)
  }
}

function wish(): void {
  const now = performance.now()
  if (firstWishAt === 0) {
    firstWishAt = now
    screen.line(`\n${say('start.stopping')}`)
    interruption.abort()
    void stops.run().then(() => process.exit(0))
  } else if (now - firstWishAt > SAME_WISH_MS) process.exit(130)
}

/** What ends by itself ends with one sentence; a bug also shows where it is. */
async function end(error: Error): Promise<void> {
  if (interruption.signal.aborted) return
  screen.line(`\n${error instanceof StartError ? error.message : error.stack}\n`)
  await stops.run()
  process.exit(1)
}
