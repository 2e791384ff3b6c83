import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'

import { installations } from './run-program.ts'

/** A real service on this machine. */
export interface Peer extends AsyncDisposable {
  readonly url: string
}

/**
 * Starts one of the programs in this folder, whose first line says in JSON where it is, and which ends when its standard
 * input does.
 * @throws when it ends before it says so. What it complains of is shown.
 */
export async function startPeer(program: string): Promise<Peer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, program)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LOG_ENABLED: 'false' },
  })
  // From the beginning: one that ended by itself is not waited for.
  const ended = once(child, 'exit')
  const { url } = JSON.parse(await firstLineOf(child)) as { readonly url: string }
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.stdin.end()
      await ended
    },
  }
}

async function firstLineOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout !== null) for await (const line of createInterface(stdout)) return line
  throw new Error(
    `the peer ended before it said where it is. Where it is not installed, install it with: ${installations.npm}`,
  )
}
