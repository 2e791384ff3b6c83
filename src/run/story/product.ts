import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { type Places, planLaunch } from '../launch-plan.ts'
import { projectRoot } from '../project-root.ts'
import { StartError } from '../start-error.ts'

/** A running product of this folder. */
export interface Product {
  readonly places: Places
  /** Whether it was started for the story. */
  readonly isOurs: boolean
  /** Stops it if it was started for the story; otherwise it goes on. */
  leave(): Promise<void>
}

/** The first start builds and fills the database. */
const PATIENCE_MS = 10 * 60_000

/**
 * The product that runs already, or one started for the occasion.
 * @throws {StartError} when it does not come up.
 */
export async function findProduct(onStarting: () => void): Promise<Product> {
  const { dataFolder } = planLaunch(process.env, projectRoot)
  const runFile = join(dataFolder, 'run.json')
  const running = await answering(runFile)
  if (running !== null) return { places: running, isOurs: false, leave: async () => undefined }

  onStarting()
  const child = spawn(process.execPath, ['src/run/start.ts'], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'exit')
  const leave = async () => {
    if (child.exitCode === null) child.kill('SIGINT')
    await ended
  }
  const deadline = Date.now() + PATIENCE_MS
  while (child.exitCode === null && Date.now() < deadline) {
    const places = await answering(runFile)
    if (places !== null) return { places, isOurs: true, leave }
    await setTimeout(1_000)
  }
  await leave()
  throw new StartError('story-no-product', {})
}

/** Null: nothing answers there (any more). */
async function answering(runFile: string): Promise<Places | null> {
  if (!existsSync(runFile)) return null
  const { places } = JSON.parse(readFileSync(runFile, 'utf8')) as { places: Places }
  // The start ends with the demo network's editor being able to sign in.
  const answer = await fetch(`${places.site}/api/users/me`).catch(() => null)
  return answer?.ok ? places : null
}
