import type { Endpoint } from 'payload'
import { z } from 'zod'

import { mayPublish } from '../../access/roles.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../audience/csv-cells.ts'
import { wrongField } from '../../audience/officers-only.ts'
import { streamedFile } from '../../audience/streamed-file.ts'
import { networkTimeZone } from '../../content/network-time-zone.ts'
import { momentAt } from '../../content/publishing/wall-clock.ts'
import { databaseOf } from '../../database/database.ts'
import { adminLocaleOf } from '../../i18n/admin-languages.ts'
import { translator } from '../../i18n/translator.ts'
import { type DeliveredOver, deliveredOver } from '../../ledger/delivered-over.ts'
import { answer } from './channel-work.ts'

/** The first day and the last, both of them in it, as the network's clocks have them. */
const asked = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  format: z.enum(['csv', 'json']).default('csv'),
})

const DAY_MS = 24 * 3_600_000
const contentTypes = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/** Names of columns are those of the JSON, in every language: programs read them. */
const columns: Readonly<Record<string, (delivery: DeliveredOver) => string | null>> = {
  item: ({ itemId }) => itemId,
  kind: ({ collection }) => collection,
  title: ({ title }) => title,
  locale: ({ locale }) => locale,
  channel: ({ channel }) => channel,
  service: ({ service }) => service,
  action: ({ action }) => action,
  url: ({ url }) => url,
  date: ({ at }) => at.toISOString(),
  state: ({ state }) => state,
  reason: ({ reason }) => reason,
}

/**
 * `GET /api/dissemination/deliveries?from=2026-01-01&until=2026-03-31&format=csv`: what became of every item on every channel
 * in a period, for reports, for those who decide what becomes public. `format=json`: an array of the same.
 */
export const deliveriesEndpoint: Endpoint = {
  path: '/dissemination/deliveries',
  method: 'get',
  handler: async (req) => {
    if (!mayPublish(req.user)) return answer(req.user === null ? 401 : 403, { error: 'editors-only' })
    const t = translator(adminLocaleOf(req.i18n.language), 'audience')
    const parsed = asked.safeParse(Object.fromEntries(req.searchParams))
    if (!parsed.success) return wrongField(String(parsed.error.issues[0]?.path[0] ?? ''), t)
    const { from, until, format } = parsed.data
    if (until < from) return wrongField('until', t)
    const timeZone = await networkTimeZone(req.payload)
    const period = { from: midnight(from, timeZone), until: midnight(dayAfter(until), timeZone) }
    const pages = deliveredOver(period, databaseOf(req.payload))
    return streamedFile({
      name: `dissemination-${from}-${until}.${format}`,
      contentType: contentTypes[format],
      text: format === 'csv' ? csvOf(pages) : jsonOf(pages),
    })
  },
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)

/** Where the clocks skip midnight, the day begins when they go on. */
const midnight = (day: string, timeZone: string): Date => momentAt(`${day}T00:00`, timeZone) ?? new Date(day)

type Pages = AsyncIterable<readonly DeliveredOver[]>

/** With a byte order mark: without, spreadsheets show letters beyond ASCII as others. */
async function* csvOf(pages: Pages): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(columns))
  for await (const page of pages)
    yield page.map((delivery) => csvLine(Object.values(columns).map((cell) => cell(delivery) ?? ''))).join('')
}

async function* jsonOf(pages: Pages): AsyncGenerator<string> {
  let before = '['
  for await (const page of pages)
    for (const delivery of page) {
      const row = Object.entries(columns).map(([name, cell]) => [name, cell(delivery)] as const)
      yield `${before}\n${JSON.stringify(Object.fromEntries(row))}`
      before = ','
    }
  yield before === '[' ? '[]\n' : '\n]\n'
}
