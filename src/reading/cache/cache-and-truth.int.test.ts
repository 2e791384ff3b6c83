import { setImmediate as turn } from 'node:timers/promises'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { env } from '../../env.ts'
import { overlaps, type Sight, untrueSights } from '../../testing/cache-truth/judge.ts'
import { locales, placeOf, sharedClock } from '../../testing/cache-truth/messages.ts'
import { startWebProcess, type WebProcess } from '../../testing/cache-truth/start-web-process.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { runStatement } from '../../testing/template.ts'

/** No answer is older than this. */
const STALE_MS = 1_000
const ITEMS = 3
/** In each process, as if two editors worked there. */
const WORK = { changes: 8, atOnce: 2 }
/** The same list as Payload answers it and as the contract does. */
const lists = {
  rest: (locale: string) => `/api/news?depth=1&limit=10&locale=${locale}&sort=id`,
  graphql: (locale: string) =>
    `/v1/graphql?query=${encodeURIComponent(`{ news(locale: ${locale}, first: 10) { nodes { id title } } }`)}`,
} as const
type List = (locale: string) => string

let payload: Payload
let processes: readonly [WebProcess, WebProcess]
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, locales)
  processes = await Promise.all([startWebProcess(), startWebProcess()])
})
afterAll(async () => {
  for (const web of processes) await web[Symbol.asyncDispose]()
  await payload.destroy()
})

/** Reads until it is told to stop, and answers what it saw of the items. */
async function watch(web: WebProcess, listIn: List, itemIds: readonly string[], isOver: () => boolean) {
  const sights: Sight[] = []
  let kept = 0
  for (let round = 0; !isOver(); round++) {
    const locale = locales[round % locales.length] ?? 'en'
    const asked = sharedClock()
    const { text, isKept } = await web.read(listIn(locale))
    const answered = sharedClock()
    kept += isKept ? 1 : 0
    const titles = titlesIn(text)
    for (const id of itemIds) {
      const title = titles.get(id) ?? null
      sights.push({ place: placeOf(id, locale), title, asked, answered })
    }
    await turn()
  }
  return { sights, kept }
}

interface Titled {
  readonly id: string
  readonly title: string
}

/** Titles by id, as a list shows them. */
function titlesIn(text: string): ReadonlyMap<string, string> {
  const { docs, data } = JSON.parse(text) as { docs?: Titled[]; data?: { news: { nodes: Titled[] } } }
  return new Map((docs ?? data?.news.nodes ?? []).map(({ id, title }) => [id, title]))
}

/** Ends the sessions on which the processes hear of changes; they open others. */
const cutListeners = () =>
  runStatement(
    env.DATABASE_URL ?? '',
    `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'emissary cache' and datname = current_database()`,
  )

test.for([
  ['rest', 1],
  ['rest', 2],
  ['graphql', 3],
] as const)(
  'while two processes change the same items at once, no answer of either is older than a second, nor shows what is not public (%s, schedule %i)',
  async ([way, seed]) => {
    const listIn = lists[way]
    const itemIds: string[] = []
    while (itemIds.length < ITEMS) itemIds.push((await createTestItem(payload)).id)
    let isOver = false
    const watching = processes.flatMap((web) => [1, 2].map(() => watch(web, listIn, itemIds, () => isOver)))
    // Each process changes items, and again when all have lost the line on which they hear of changes.
    const changing = processes.map(async (web, index) => {
      const before = await web.change({ ...WORK, itemIds, seed: 100 * seed + index })
      await cutListeners()
      return [...before, ...(await web.change({ ...WORK, itemIds, seed: 100 * seed + 10 + index }))]
    })
    const [ones = [], others = []] = await Promise.all(changing)
    isOver = true
    const seen = await Promise.all(watching)

    expect(
      untrueSights(
        seen.flatMap(({ sights }) => sights),
        [...ones, ...others],
        STALE_MS,
      ),
    ).toEqual([])
    expect(overlaps(ones, others)).toBeGreaterThan(0)
    expect(Math.min(...seen.map(({ kept }) => kept))).toBeGreaterThan(WORK.changes)

    await payload.delete({ collection: 'news', id: itemIds[0] ?? '' })
    const paths = [...locales.map(listIn), ...itemIds.map((id) => `/api/news/${id}?locale=en`)]
    for (const { read } of processes)
      for (const path of paths)
        await expect
          .poll(async () => (await read(path)).text, { timeout: STALE_MS })
          .toBe((await read(path, 'past')).text)
  },
)
