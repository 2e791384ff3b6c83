import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Somebody else's program on this machine. */
export interface Program {
  /** What it is called where it comes from. */
  readonly name: string
  readonly command: string
  readonly args?: readonly string[]
  readonly installedBy: Installation
  readonly env?: Readonly<Record<string, string>>
}

/** How what docs/peers.md names comes onto a machine. */
export const installations = {
  npm: 'npm run set-up:peers',
  readers: 'apt-get install -y --no-install-recommends python3-feedparser sfeed python3-icalendar khal',
  wordpress:
    'apt-get install -y --no-install-recommends wordpress php8.2-cli php8.2-mysql php8.2-{mbstring,xml,curl,gd,intl} mariadb-server',
} as const

type Installation = keyof typeof installations

export const notInstalled = (name: string, installedBy: Installation, cause?: unknown): Error =>
  new Error(`${name} is not installed. Install it with: ${installations[installedBy]}`, { cause })

/** Debian's: what it installs is not seen by another Python that may stand before it. */
export const DEBIAN_PYTHON = '/usr/bin/python3'

/**
 * Runs it to its end.
 * @returns what it wrote
 * @throws when it is missing, with how to install it, or when it fails, with what it complained of
 */
export async function runProgram(
  { name, command, args = [], installedBy, env }: Program,
  more: readonly string[],
  input = '',
): Promise<string> {
  const running = promisify(execFile)(command, [...args, ...more], {
    // Debian's programs write what the letters of the system allow.
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
  })
  running.child.stdin?.end(input)
  try {
    return (await running).stdout
  } catch (error) {
    throw isMissing(error) ? notInstalled(name, installedBy, error) : error
  }
}

/** The program itself, what `env` is to start, a file, or the library that one of ours in this folder brings in. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && (error.code === 'ENOENT' || error.code === 127)) ||
    ('stderr' in error && /ERR_MODULE_NOT_FOUND|ModuleNotFoundError/.test(String(error.stderr))))
