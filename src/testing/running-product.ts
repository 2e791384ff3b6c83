import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { TestProject } from 'vitest/node'

import { startPartners } from '../demo/partners/server.ts'
import { type Environment, startChild } from '../run/child-process.ts'
import { freePort } from '../run/free-port.ts'
import { startMailCatcher } from '../run/mail-catcher/mail-catcher.ts'
import { projectRoot } from '../run/project-root.ts'
import { buildWeb } from '../run/web-build.ts'
import { setup as setUpCluster, teardown as tearDownCluster } from './cluster.ts'
import { testEnvironment } from './environment.ts'
import { runStatement, TEMPLATE } from './template.ts'

/** The product as a person meets it, with nothing in its database but the tables. */
export interface RunningProduct {
  /** Of the web server, without a slash at the end. */
  readonly url: string
  readonly databaseUrl: string
  readonly mediaFolder: string
  /** The mail catcher's page; `/api/mails` below it says what has arrived. */
  readonly mailsUrl: string
  /** The partners' server; channels may lead there. */
  readonly partnersUrl: string
  /** One line for each connection that a process of any of them opened: `host:port`. */
  readonly connectionsFile: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Who asks `/n` here is told of the n-th product, when it runs: see `ownProduct`. */
    readonly productsUrl: string
  }
}

const STOP_WITHIN_MS = 8000
const stops: (() => Promise<unknown>)[] = []

/**
 * vitest calls this once before all tests. A product starts when the first test asks for it, and is stopped at the end.
 * Nobody has signed in yet: tests make the people they need.
 */
export async function setup(project: TestProject): Promise<void> {
  stops.push(tearDownCluster)
  // Tests that run before these need no pages, and compute less than two cores can.
  const built = beginBuild()
  try {
    await setUpCluster(project)
    const folder = mkdtempSync(join(tmpdir(), 'emissary-product-'))
    stops.push(async () => rmSync(folder, { recursive: true, force: true }))
    const { maintenanceUrl } = project.getProvidedContext()
    project.provide('productsUrl', await offerProducts({ maintenanceUrl, folder, built }))
  } catch (error) {
    await teardown()
    throw error
  }
}

export async function teardown(): Promise<void> {
  for (const stop of stops.reverse()) await stop()
}

/** Of the pages, once for all products. Whoever asks for one is told where it fails. */
function beginBuild(): Promise<void> {
  const stopping = new AbortController()
  const built = build(stopping.signal)
  const settled = built.catch(() => undefined)
  stops.push(() => {
    stopping.abort()
    return settled
  })
  return built
}

interface Stock {
  readonly maintenanceUrl: string
  /** Where products keep their files. */
  readonly folder: string
  /** Settles when there are pages to show. */
  readonly built: Promise<void>
}

/** Answers the address to ask. */
async function offerProducts({ maintenanceUrl, folder, built }: Stock): Promise<string> {
  const products = new Map<string, Promise<RunningProduct>>()
  let copying: Promise<unknown> = Promise.resolve()

  async function begin(name: string): Promise<RunningProduct> {
    await built
    // Postgres copies a database while nobody is in it, so one after the other.
    copying = copying.then(() => runStatement(maintenanceUrl, `create database ${name} template ${TEMPLATE}`))
    await copying
    return startProduct({
      databaseUrl: maintenanceUrl.replace(/postgres$/, name),
      folder: join(folder, name),
      connectionsFile: join(folder, 'connections'),
    })
  }

  const server = createServer(({ url = '' }, response) => {
    const name = `product_${url.slice(1)}`
    const product = products.get(name) ?? begin(name)
    products.set(name, product)
    product.then(
      (told) => response.end(JSON.stringify(told)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Place extends Pick<RunningProduct, 'databaseUrl' | 'connectionsFile'> {
  /** Where it keeps its files. */
  readonly folder: string
}

async function startProduct({ databaseUrl, connectionsFile, folder }: Place): Promise<RunningProduct> {
  const mails = await startMailCatcher({ smtpPort: 0, pagePort: 0, folder: join(folder, 'mails') })
  stops.push(mails.stop)
  const partners = await startPartners({ port: 0, host: '127.0.0.1', dataDir: null })
  stops.push(partners.stop)

  const port = await freePort(null)
  const product: RunningProduct = {
    url: `http://localhost:${port}`,
    databaseUrl,
    mediaFolder: join(folder, 'media'),
    mailsUrl: mails.url,
    partnersUrl: partners.url,
    connectionsFile,
  }
  await startProcesses({
    ...settings(),
    PORT: String(port),
    PUBLIC_URL: product.url,
    DATABASE_URL: databaseUrl,
    MEDIA_DIR: product.mediaFolder,
    IMPORTS_DIR: join(folder, 'imports'),
    SMTP_URL: mails.smtpUrl,
    ALLOWED_PRIVATE_HOSTS: new URL(partners.url).host,
    EMISSARY_DEMO: '1',
    NODE_OPTIONS: `--import ${pathToFileURL(join(projectRoot, 'src/testing/note-connections.mjs')).href}`,
    CONNECTIONS_FILE: connectionsFile,
  })
  return product
}

const settings = (): Environment => ({
  ...process.env,
  ...testEnvironment,
  NODE_ENV: 'production',
  LOG_LEVEL: 'warn',
})

const build = (signal: AbortSignal): Promise<void> =>
  telling((onLine) => buildWeb({ env: settings(), onLine, onStart: () => undefined, signal }))

const startProcesses = (env: Environment): Promise<void> =>
  telling(async (onLine) => {
    for (const name of ['worker', 'web']) {
      const child = await startChild({
        name,
        file: `src/run/${name}.ts`,
        env,
        onLine,
        onStart: () => undefined,
      })
      stops.push(() => child.stop(STOP_WITHIN_MS))
    }
  })

/** What fails does so with what its processes have said. */
async function telling(work: (onLine: (line: string) => void) => Promise<void>): Promise<void> {
  const said: string[] = []
  try {
    await work((line) => void said.push(line))
  } catch (error) {
    throw new Error(`the product does not run:\n${said.join('\n')}`, { cause: error })
  }
}
