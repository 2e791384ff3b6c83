import type { Payload } from 'payload'

import { siteUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import { readableCollections } from '../contract/document.ts'
import { freshen } from '../documents/freshen.ts'
import { address, listOf, moment, nullable, object, ref, text } from '../openapi/shared-schemas.ts'
import { publicAnswer } from '../v1/answer.ts'
import { choices, listOf as entriesOf, type Parameter, unknownOf, whole } from '../v1/parameter.ts'
import { problem } from '../v1/problem.ts'
import { json, type Route, route } from '../v1/route.ts'
import { type ChangePlace, cursorAt, readCursor } from './change-cursor.ts'
import { changeHistory, isOf } from './change-history.ts'
import { type DocumentChange, readChanges } from './read-changes.ts'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 500

const since: Parameter<ChangePlace> = {
  schema: { type: 'string', maxLength: 100 },
  read(typed) {
    const place = readCursor(typed)
    return place === null
      ? { problem: toolTexts('v1.notCursor'), remedy: toolTexts('v1.changes.useCursor') }
      : { value: place }
  },
}

const locales: Parameter<readonly Locale[]> = {
  schema: { type: 'array', items: { $ref: '#/components/schemas/Locale' } },
  read(typed, { enabled }) {
    const asked = entriesOf(typed)
    const strange = asked.find((each) => !isLocale(each) || !enabled.includes(each))
    return strange === undefined ? { value: asked.filter(isLocale) } : unknownOf(strange, enabled)
  },
}

const parameters = {
  since,
  locales,
  collection: choices(readableCollections),
  limit: whole(1, MAX_LIMIT, DEFAULT_LIMIT),
}

/** `/v1/changes`: what changed since a cursor, for whoever mirrors us. Without one: everything there is, then what changes. */
export const changesRoute: Route = route({
  path: '/v1/changes',
  name: 'listChanges',
  about: 'changes',
  scope: 'changes',
  parameters,
  answers: json(
    object({
      data: listOf(
        object({
          collection: { type: 'string', enum: readableCollections },
          id: { type: 'string', format: 'uuid' },
          locale: ref('Locale'),
          change: { type: 'string', enum: ['public', 'withdrawn', 'deleted'] },
          at: moment,
          document: nullable({ type: 'object' }),
        }),
      ),
      cursor: text,
      next: nullable(address),
    }),
  ),
  refusals: ['restart'],
  async answer({ payload, request, query }) {
    const { limit = DEFAULT_LIMIT, collection = [], locales: wanted = [] } = query
    const history = await changeHistory(databaseOf(payload))
    if (query.since !== undefined && !isOf(history, query.since)) return problem('restart')
    const { seq: from } = query.since ?? { seq: 0 }
    const changes = await changesFor(payload, { since: from, limit, collection, wanted })
    const cursor = cursorAt({ epoch: history.epoch, seq: changes.at(-1)?.seq ?? from })
    const following = new URL(request.url).searchParams
    following.set('since', cursor)
    const next = changes.length < limit ? null : siteUrl(`/v1/changes?${following}`)
    const data = changes.map(({ seq: _, ...change }) => change)
    return publicAnswer(request, JSON.stringify({ data, cursor, next }), {
      tags: [...(collection.length === 0 ? readableCollections : collection), 'network'],
      locales: [],
      ...(next !== null && { links: [{ rel: 'next', url: next }] }),
    })
  },
})

async function changesFor(
  payload: Payload,
  {
    since: from,
    limit,
    collection,
    wanted,
  }: {
    readonly since: number
    readonly limit: number
    readonly collection: readonly (typeof readableCollections)[number][]
    readonly wanted: readonly Locale[]
  },
): Promise<DocumentChange[]> {
  await freshen(payload)
  return readChanges({ since: from, limit, collections: collection, locales: wanted }, databaseOf(payload))
}
