import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { emptying } from './emptying.ts'
import { fakeLibreTranslate } from './fake-libretranslate.ts'
import type { createSource } from './translation-source.ts'

type Item = Awaited<ReturnType<typeof createSource>>

export const texts = {
  title: 'Mentoring starts in spring',
  teaser: 'A programme of six months.',
  'body#a': 'Ask ⟦1⟧our advisers⟦/1⟧ at help@emen.example.',
}
/** In all of them. */
export const CHARACTERS = 26 + 26 + 38

/** An editor who asks engines for translations, and what comes of that. Its Payload is there once a test runs. */
export async function engineRequests() {
  const server = await fakeLibreTranslate()
  process.env.LIBRETRANSLATE_URL = server.url
  process.env.LIBRETRANSLATE_API_KEY = server.apiKey ?? ''
  process.env.PSEUDO_TRANSLATION = '1'
  process.env.ALLOWED_PRIVATE_HOSTS = new URL(server.url).host
  // The product reads its environment when it is imported, so that comes after the engine has its address.
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { databaseOf, sql } = await import('../database/database.ts')
  const { createRequests } = await import('../translation/requests/create-requests.ts')
  const { planRequests } = await import('../translation/requests/plan-requests.ts')
  const { readLogs, readRequest } = await import('../translation/requests/read-requests.ts')
  const { runTranslation } = await import('../translation/requests/run-translation.ts')
  const { translationTools } = await import('../translation/requests/translation-tools.ts')
  const { createTestNetwork } = await import('./create-network.ts')

  const around = {} as { payload: Payload }
  const database = () => databaseOf(around.payload)
  const editor = { id: crypto.randomUUID(), locales: null }

  beforeAll(async () => {
    around.payload = await getPayload({ config })
    await createTestNetwork(around.payload, ['en', 'de', 'fr', 'el', 'ar'])
  })
  afterAll(async () => {
    await around.payload.destroy()
    await server[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    await database().execute(
      emptying(`
        translation_items translation_segments translation_targets translation_locales
        translation_requests translation_request_log translation_usage
      `),
    )
    await around.payload.updateGlobal({ slug: 'network', data: { machineCharactersPerMonth: 100_000 } })
  })

  /** Asks an engine for one item in one locale. */
  async function ask(
    item: Item,
    locale: 'de' | 'fr' | 'el' | 'ar' = 'fr',
    engine: 'libretranslate' | 'pseudo' = 'libretranslate',
  ): Promise<string> {
    const plan = await planRequests(
      { items: [item], locales: [locale], engine },
      { enabledLocales: ['en', 'de', 'fr', 'el', 'ar'], capabilities: null },
      database(),
    )
    const [created] = await createRequests(around.payload, plan.requests, {
      engine,
      assigneeId: null,
      deadline: null,
      requestedBy: editor.id,
    })
    return created?.id ?? ''
  }

  const run = (id: string, tools = translationTools) => runTranslation(around.payload, id, tools)
  const makeDue = (id: string) =>
    database().execute(sql`update translation_requests set due_at = now() where id = ${id}`)
  const killWorker = () =>
    database().execute(
      sql`update translation_requests set lease_until = now() - interval '1 second' where lease_token is not null`,
    )

  async function situation(id: string) {
    const request = await readRequest(id, null, database())
    return [request?.state, request?.reason].filter((part) => part !== null).join(' ')
  }
  async function log(id: string) {
    const entries = (await readLogs([id], database())).get(id) ?? []
    return entries.map(({ state, reason }) => [state, reason].filter((part) => part !== null).join(' '))
  }
  async function used() {
    const { rows } = await database().execute<{ engine: string; characters: number }>(
      sql`select engine, characters from translation_usage order by engine`,
    )
    return Object.fromEntries(rows.map(({ engine, characters }) => [engine, characters]))
  }

  return Object.assign(around, {
    server,
    database,
    sql,
    editor,
    ask,
    run,
    makeDue,
    killWorker,
    situation,
    log,
    used,
    translationTools,
  })
}
