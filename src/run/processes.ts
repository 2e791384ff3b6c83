import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 50

/**
 * Whether a process with this id runs and its command line holds the marker. The marker tells ours from a stranger
 * that got the same id after a reboot.
 */
export function isRunning(pid: number, marker: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(marker)
}

/** Asks a process to end and waits; after `patienceMs` it is killed. True when it went by itself. */
export async function endProcess(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<boolean> {
  send(pid, signal)
  if (await hasEnded(pid, patienceMs)) return true
  send(pid, 'SIGKILL')
  await hasEnded(pid, patienceMs)
  return false
}

/** True as soon as the process is gone, false when it is still there after `patienceMs`. */
export async function hasEnded(pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += POLL_MS) {
    if (!isAlive(pid)) return true
    await wait(POLL_MS)
  }
  return !isAlive(pid)
}

function send(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, signal)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** A process that ended but was not yet reaped by its parent still has an id. Linux alone tells us. */
function isZombie(pid: number): boolean {
  const stat = readProc(pid, 'stat')
  return stat?.slice(stat.lastIndexOf(')') + 2).startsWith('Z') ?? false
}

function commandLine(pid: number): string {
  const line = readProc(pid, 'cmdline')
  if (line !== null) return line.replaceAll('\0', ' ')
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? ''
}

/** Null where there is no /proc (macOS) or the process is gone. */
function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}
