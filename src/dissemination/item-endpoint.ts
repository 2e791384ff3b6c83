import type { Endpoint } from 'payload'

import { readsEveryDraft } from '../access/roles.ts'
import { isContentCollection } from '../content/published-item.ts'
import { databaseOf } from '../database/database.ts'
import { isLocale, sourceLocale } from '../i18n/locales.ts'
import { changesOf } from '../outbox/outbox.ts'
import { itemReport } from './item-report.ts'

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** `GET /api/dissemination/:collection/:id`: what happened to an item for its readers, and what went where. For staff. */
export const itemEndpoint: Endpoint = {
  path: '/dissemination/:collection/:id',
  method: 'get',
  handler: async ({ payload, user, routeParams, query }) => {
    if (!readsEveryDraft(user)) return answer(user === null ? 401 : 403, { error: 'staff-only' })
    const { collection, id } = routeParams ?? {}
    if (!isContentCollection(collection) || !/^[0-9a-f-]{36}$/.test(String(id)))
      return answer(404, { error: 'no-such-item' })
    const item = { collection, id: String(id) }
    const locale = isLocale(query.locale) ? query.locale : sourceLocale
    return answer(200, {
      changes: await changesOf(item, databaseOf(payload)),
      ...(await itemReport(payload, item, locale)),
    })
  },
}
