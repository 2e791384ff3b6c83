import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'

import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

import config from '../../../payload.config.ts'
import { env } from '../../env.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { runStatement } from '../../testing/template.ts'
import { projectWork } from '../documents/project-documents.ts'
import { answerGraphql } from '../graphql/answer-graphql.ts'
import { startFrontCache } from './start-front-cache.ts'

/** No answer is older than this. */
const STALE_MS = 1_000
const CHANGES = 16
/** The same list as Payload answers it and as the contract does. */
const lists = {
  rest: '/api/news?depth=1&limit=10&locale=en&sort=id',
  graphql: `/v1/graphql?query=${encodeURIComponent('{ news(locale: en, first: 10) { nodes { id title } } }')}`,
} as const

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
})
afterAll(() => payload.destroy())

/** Payload's REST interface and the contract's GraphQL as Next would call them. */
async function origin({ url, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = new Request(new URL(url ?? '/', env.PUBLIC_URL), {
    headers: { accept: String(headers.accept) },
  })
  const answer = url?.startsWith('/v1/')
    ? await answerGraphql(payload, request, new Date())
    : await handleEndpoints({ config, request })
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(await answer.text())
}

interface WebProcess {
  /** As an anonymous reader gets it; `past`: as it is stored. */
  read(path: string, past?: 'past'): Promise<{ readonly text: string; readonly isKept: boolean }>
}

/** A cache with a listener of its own, as each web process has one. */
async function startWebProcess(): Promise<WebProcess> {
  const front = startFrontCache({
    origin,
    connectionString: env.DATABASE_URL ?? '',
    publicUrl: new URL(env.PUBLIC_URL),
    maxBytes: 8 * 1024 ** 2,
    purger: null,
    onLost: () => undefined,
  })
  const server = createServer(front.answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await front.stop()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    async read(path, past) {
      const answer = await fetch(url + path, { headers: past === undefined ? {} : { 'x-api-key': 'past' } })
      return { text: await answer.text(), isKept: answer.headers.has('age') }
    },
  }
}

/** What readers may see of one item: a title, or nothing. */
interface State {
  readonly title: string | null
  /** When the change to it was over. */
  readonly since: number
}

interface Changing {
  readonly item: TestItem
  readonly states: State[]
  /** What readers may see from now on, while a change is under way. */
  coming: State['title'][]
}

async function change(changing: Changing, random: () => number): Promise<void> {
  const { item, states } = changing
  const title = `Version ${states.length} of ${item.id}`
  const dice = random()
  if (dice < 0.15) return item.saveDraft('en', { title: `SECRET ${title}` })
  if (dice < 0.3) return item.publish('fr')
  const isWithdrawn = dice < 0.5 && states.at(-1)?.title !== null
  const next = isWithdrawn ? null : title
  changing.coming = [next]
  await (isWithdrawn ? item.saveDraft('en', {}, { unpublish: true }) : item.publish('en', { title }))
  // As the worker does.
  await projectWork(payload)
  states.push({ title: next, since: performance.now() })
  changing.coming = []
}

interface Titled {
  readonly id: string
  readonly title: string
}

/** Titles by id, as a list shows them. */
function titlesIn(text: string): Map<string, string> {
  const { docs, data } = JSON.parse(text) as { docs?: Titled[]; data?: { news: { nodes: Titled[] } } }
  return new Map((docs ?? data?.news.nodes ?? []).map(({ id, title }) => [id, title]))
}

/** What an item may look like to whoever asked at a moment: no state that was over for longer than a second. */
const possible = (states: readonly State[], askedAt: number): (string | null)[] =>
  states
    .filter((_, index) => (states[index + 1]?.since ?? Number.POSITIVE_INFINITY) > askedAt - STALE_MS)
    .map(({ title }) => title)

test.for([
  ['rest', 1],
  ['rest', 2],
  ['graphql', 3],
] as const)(
  'in two processes no answer from memory is older than a second, nor shows what is not public (%s, schedule %i)',
  async ([way, seed]) => {
    const list = lists[way]
    const random = seededRandom(seed)
    const processes = [await startWebProcess(), await startWebProcess()] as const
    const changing: Changing[] = []
    for (let made = 0; made < 3; made++) {
      const item = await createTestItem(payload)
      changing.push({ item, states: [{ title: null, since: 0 }], coming: [] })
    }
    let working = true
    const faults: unknown[] = []
    let kept = 0
    const reader = async (web: WebProcess): Promise<void> => {
      while (working) {
        const askedAt = performance.now()
        const { text, isKept } = await web.read(list)
        kept += isKept ? 1 : 0
        const seen = titlesIn(text)
        for (const { item, states, coming } of changing) {
          const shown = seen.get(item.id) ?? null
          const allowed = [...possible(states, askedAt), ...coming]
          if (!allowed.includes(shown)) faults.push({ shown, allowed })
        }
        await turn()
      }
    }
    const readers = processes.flatMap((web) => [reader(web), reader(web)])
    for (let made = 0; made < CHANGES; made++) {
      const one = changing[Math.floor(random() * changing.length)] ?? changing[0]
      await change(one as Changing, random)
      if (made % 8 === 5)
        await runStatement(
          env.DATABASE_URL ?? '',
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'emissary cache' and datname = current_database()`,
        )
    }
    working = false
    await Promise.all(readers)
    await payload.delete({ collection: 'news', id: changing[0]?.item.id ?? '' })
    expect(faults).toEqual([])
    expect(kept).toBeGreaterThan(CHANGES)
    for (const { read } of processes)
      await expect
        .poll(async () => (await read(list)).text, { timeout: STALE_MS })
        .toBe((await read(list, 'past')).text)
  },
)
