import { mkdtempSync, rmSync } from 'node:fs'
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
  /** One line for each connection that the product's processes opened: `host:port`. */
  readonly connectionsFile: string
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly product: RunningProduct
  }
}

const DATABASE = 'product'
const STOP_WITHIN_MS = 8000
const stops: (() => Promise<unknown>)[] = []

/** vitest calls this once before the browser tests. Nobody has signed in yet: tests make the people they need. */
export async function setup(project: TestProject): Promise<void> {
  await setUpCluster(project)
  stops.push(tearDownCluster)
  const { maintenanceUrl } = project.getProvidedContext()
  await runStatement(maintenanceUrl, `create database ${DATABASE} template ${TEMPLATE}`)

  const folder = mkdtempSync(join(tmpdir(), 'emissary-product-'))
  stops.push(async () => rmSync(folder, { recursive: true, force: true }))
  const mails = await startMailCatcher({ smtpPort: 0, pagePort: 0, folder: join(folder, 'mails') })
  stops.push(mails.stop)
  const partners = await startPartners({ port: 0, host: '127.0.0.1', dataDir: null })
  stops.push(partners.stop)

  const port = await freePort(null)
  const product: RunningProduct = {
    url: `http://localhost:${port}`,
    databaseUrl: maintenanceUrl.replace(/postgres$/, DATABASE),
    mediaFolder: join(folder, 'media'),
    mailsUrl: mails.url,
    partnersUrl: partners.url,
    connectionsFile: join(folder, 'connections'),
  }
  await start({
    ...process.env,
    ...testEnvironment,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    PUBLIC_URL: product.url,
    DATABASE_URL: product.databaseUrl,
    MEDIA_DIR: product.mediaFolder,
    IMPORTS_DIR: join(folder, 'imports'),
    SMTP_URL: mails.smtpUrl,
    ALLOWED_PRIVATE_HOSTS: new URL(partners.url).host,
    EMISSARY_DEMO: '1',
    NODE_OPTIONS: `--import ${pathToFileURL(join(projectRoot, 'src/testing/note-connections.mjs')).href}`,
    CONNECTIONS_FILE: product.connectionsFile,
  })
  project.provide('product', product)
}

export async function teardown(): Promise<void> {
  for (const stop of stops.reverse()) await stop()
}

async function start(env: Environment): Promise<void> {
  const said: string[] = []
  const onLine = (line: string): void => void said.push(line)
  try {
    await buildWeb({ env, onLine, onStart: () => undefined, signal: new AbortController().signal })
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
  } catch (error) {
    await teardown()
    throw new Error(`the product does not run:\n${said.join('\n')}`, { cause: error })
  }
}
