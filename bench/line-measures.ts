import { setTimeout } from 'node:timers/promises'

import { type Field, getPayload, type Payload } from 'payload'

import config from '../payload.config.ts'
import type { Partners } from '../src/demo/partners/server.ts'
import { startWorkers } from '../src/dissemination/workers.ts'
import { locales as everyLocale, type Locale } from '../src/i18n/locales.ts'
import { createTestItem } from '../src/testing/create-item.ts'
import { addWebhook } from '../src/testing/partner-network.ts'

const payload: Payload = await getPayload({ config })

/** Milliseconds from the start of the save that publishes until the partner's site has the event. */
export async function measureLatency(partners: Partners, rounds: number): Promise<number[]> {
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Bench', enabledLocales: everyLocale.slice(0, 24) },
  })
  await addWebhook(payload, partners, ['en'])
  const workers = await startWorkers(payload)
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const item = await createTestItem(payload)
    const before = partners.state.events.length
    const begun = performance.now()
    await item.publish('en')
    while (partners.state.events.length === before) await setTimeout(2)
    took.push(performance.now() - begun)
  }
  await workers.stop()
  return took
}

interface Saves {
  readonly locales: number
  readonly saves: number
  readonly warmUp: number
}

/** Saves of one published item, ours and without our hooks in turn, so that both meet the same machine. */
export async function measureSaves({ locales, saves, warmUp }: Saves) {
  const wanted = everyLocale.slice(0, locales) as Locale[]
  const item = await createTestItem(payload)
  for (const locale of wanted) await item.publish(locale)
  const [ours, stock]: [number[], number[]] = [[], []]
  for (let save = 0; save < saves + warmUp; save++) {
    const withHooks = await timed(() => publish(item.id, `Ours ${save}`))
    const restore = takeHooksAway()
    const without = await timed(() => publish(item.id, `Stock ${save}`))
    restore()
    if (save < warmUp) continue
    ours.push(withHooks)
    stock.push(without)
  }
  return { ours, stock }
}

const publish = (id: string, teaser: string) =>
  payload.update({ collection: 'news', id, locale: 'en', data: { teaser, _status: 'published' } })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Leaves what Payload ships; answers how to put ours back. */
function takeHooksAway(): () => void {
  const { config: news } = payload.collections.news
  const undo: (() => void)[] = []
  const empty = (owner: { hooks?: object }) => {
    const { hooks } = owner
    if (hooks === undefined) return
    owner.hooks = Object.fromEntries(Object.keys(hooks).map((name) => [name, []]))
    undo.push(() => {
      owner.hooks = hooks
    })
  }
  empty(news)
  for (const field of everyField(news.fields)) if ('hooks' in field) empty(field as { hooks?: object })
  return () => {
    for (const back of undo) back()
  }
}

function everyField(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => everyField(tab.fields))
    return 'fields' in field ? [field, ...everyField(field.fields)] : [field]
  })
}
