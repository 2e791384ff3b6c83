import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

import { isMissing, notInstalled } from '../run-program.ts'

const run = promisify(execFile)

/** Where Debian's package `wordpress` puts it. */
const DEBIAN_WORDPRESS = '/usr/share/wordpress'
const STARTS_WITHIN_MS = 60_000

export interface WordPress extends AsyncDisposable {
  readonly url: string
  /** Role, which is also the user's name → application password. */
  readonly passwords: Readonly<Record<'editor' | 'author' | 'reader', string>>
}

interface Options {
  /** Folder of the plugin Polylang, unpacked. Absent: the site has one language. */
  readonly polylang?: string
}

/** A WordPress of our own with a database of our own, both in a folder that goes with them. See docs/peers.md. */
export async function startWordPress({ polylang }: Options = {}): Promise<WordPress> {
  const folder = await mkdtemp(join(tmpdir(), 'emissary-wordpress-'))
  const site = join(folder, 'site')
  const socket = join(folder, 'db.sock')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const variables = [
    `EMISSARY_WP_SOCKET=${socket}`,
    `EMISSARY_WP_HOST=${new URL(url).host}`,
    // WordPress asks itself things while it answers.
    'PHP_CLI_SERVER_WORKERS=4',
  ]
  const started: ChildProcess[] = []
  const stop = async () => {
    for (const child of started.reverse()) await end(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    started.push(await startDatabase(folder, socket))
    await cp(DEBIAN_WORDPRESS, site, { recursive: true, dereference: true })
    for (const name of ['wp-config.php', 'install.php', 'router.php'])
      await cp(join(import.meta.dirname, name), join(site, name))
    await mkdir(join(site, 'wp-content/uploads'), { recursive: true })
    const { stdout } = await run('env', [...variables, 'php', join(site, 'install.php')])
    if (polylang !== undefined) await addPolylang(polylang, site, variables)
    const passwords = JSON.parse(stdout.slice(stdout.lastIndexOf('{'))) as WordPress['passwords']
    const server = ['php', '-S', `127.0.0.1:${port}`, '-t', site, join(site, 'router.php')]
    // Its workers are children of its own: they end as one group.
    const php = spawn('env', [...variables, ...server], { stdio: 'ignore', detached: true })
    started.push(php)
    await until(async () => (await fetch(`${url}/wp-json/`)).ok)
    return {
      url,
      passwords,
      [Symbol.asyncDispose]: stop,
    }
  } catch (error) {
    await stop()
    throw isMissing(error) ? notInstalled('WordPress, PHP or MariaDB', 'wordpress', error) : error
  }
}

async function addPolylang(plugin: string, site: string, variables: readonly string[]): Promise<void> {
  await cp(plugin, join(site, 'wp-content/plugins/polylang'), { recursive: true })
  await cp(join(import.meta.dirname, 'polylang.php'), join(site, 'polylang.php'))
  const activate = `require '${site}/wp-load.php'; update_option('active_plugins', ['polylang/polylang.php']);`
  await run('env', [...variables, 'php', '-r', activate])
  await run('env', [...variables, 'php', join(site, 'polylang.php')])
}

async function startDatabase(folder: string, socket: string): Promise<ChildProcess> {
  const data = join(folder, 'data')
  const { username } = userInfo()
  await run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    `--user=${username}`,
    '--auth-root-authentication-method=normal',
  ])
  const database = spawn(
    'mariadbd',
    ['--no-defaults', `--datadir=${data}`, `--user=${username}`, `--socket=${socket}`, '--skip-networking'],
    { stdio: 'ignore', detached: true },
  )
  await until(async () => {
    await run('mariadb', [
      '--no-defaults',
      '-u',
      'root',
      '-S',
      socket,
      '-e',
      'create database if not exists wordpress',
    ])
    return true
  })
  return database
}

/** Ends a program with what it started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  process.kill(-child.pid, 'SIGTERM')
  await ended
}

async function until(isThere: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + STARTS_WITHIN_MS
  for (;;) {
    const there = await isThere().catch((error: unknown) => {
      if (Date.now() > last) throw error
      return false
    })
    if (there) return
    await wait(200)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
