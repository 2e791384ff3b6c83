import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { mayPublish } from '../../access/roles.ts'
import { translatableCollections } from '../../content/translatable.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { locales } from '../../i18n/locales.ts'
import { answer, bodyOf, forStaff, forTranslators } from '../answers.ts'
import { deliverOpen } from '../requests/deliver-open.ts'
import { approveTargets, handInTargets } from './approve-targets.ts'
import { inTurn } from './in-turn.ts'
import { putIntoItem } from './put-into-item.ts'
import { saveTarget } from './save-target.ts'
import { readTranslation } from './translation.ts'

const idOf = ({ user }: PayloadRequest): string => String(user?.id ?? '')

type Work = Parameters<typeof forTranslators>[0]

/** The same, where there is something to translate: an item in a language of the network that it is not written in. */
const onTranslation = (work: Work): ReturnType<typeof forTranslators> =>
  forTranslators(async (place, req) => {
    const { item, locale } = place
    const { rows } = await databaseOf(req.payload).execute(sql`
      select from translation_locales
      where collection = ${item.collection} and item_id = ${item.id} and locale = ${locale}
    `)
    return rows.length === 0
      ? answer(404, { error: 'no-such-translation', field: 'locale' })
      : work(place, req)
  })

const read = forTranslators(async ({ item, locale }, { payload }) => {
  const translation = await readTranslation(item, locale, databaseOf(payload))
  return translation === null ? answer(404, { error: 'no-such-translation' }) : answer(200, translation)
})

const MAX_TEXT = 20_000

const edit = z.object({
  key: z.string().max(300),
  text: z.string().max(MAX_TEXT),
  version: z.int().min(0),
  verdict: z.enum(['in-translation', 'needs-review', 'approved', 'still-right']),
  origin: z.enum(['person', 'memory']).default('person'),
  sourceHash: z.string().max(64).optional(),
})

const statusOf = {
  saved: 200,
  conflict: 409,
  'source-changed': 409,
  refused: 422,
  'no-such-segment': 404,
} as const

const save = onTranslation(async ({ item, locale }, req) => {
  const body = await bodyOf(req, edit)
  if (body instanceof Response) return body
  const author = { id: idOf(req), mayApprove: mayPublish(req.user) }
  const outcome = await saveTarget(item, locale, body, author, databaseOf(req.payload))
  return answer(statusOf[outcome.outcome], outcome)
})

/** A translator hands in, an editor approves; either way the words stand in the item's draft afterwards. */
const submit = onTranslation(async ({ item, locale }, req) => {
  const segments = await inTurn(item, req, async (own, database) => {
    const handedIn = await handInTargets(item, locale, database)
    await deliverOpen(item, locale, idOf(req), database)
    await putIntoItem(item, locale, { publish: false, req: own })
    return handedIn
  })
  return answer(200, { segments })
})

const publish = onTranslation(async ({ item, locale }, req) => {
  if (!mayPublish(req.user)) return answer(403, { error: 'editors-only' })
  await inTurn(item, req, (own) => putIntoItem(item, locale, { publish: true, req: own }))
  return answer(200, { state: 'published' })
})

const comment = onTranslation(async ({ item, locale }, req) => {
  const body = await bodyOf(
    req,
    z.object({ key: z.string().max(300), text: z.string().trim().min(1).max(2000) }),
  )
  if (body instanceof Response) return body
  await databaseOf(req.payload).execute(sql`
    insert into translation_comments (id, collection, item_id, locale, key, author_id, text)
    values (${crypto.randomUUID()}::uuid, ${item.collection}, ${item.id}::uuid, ${locale}, ${body.key}, ${idOf(req)}::uuid, ${body.text})
  `)
  return answer(201, { state: 'kept' })
})

const MAX_CELLS = 2400

const approval = z.object({
  items: z
    .array(z.object({ collection: z.enum(translatableCollections), id: z.uuid() }))
    .min(1)
    .max(MAX_CELLS),
  locales: z.array(z.enum(locales)).min(1),
  withMachine: z.boolean().default(false),
})

/** Several items and languages, each cell by itself: one that fails takes no other back. */
const approve = forStaff(async (req) => {
  if (!mayPublish(req.user)) return answer(403, { error: 'editors-only' })
  const body = await bodyOf(req, approval)
  if (body instanceof Response) return body
  let segments = 0
  for (const item of body.items)
    for (const locale of body.locales)
      segments += await inTurn(item, req, async (own, database) => {
        const approved = await approveTargets(
          item,
          locale,
          { withMachine: body.withMachine, approverId: idOf(req) },
          database,
        )
        if (approved > 0) await putIntoItem(item, locale, { publish: false, req: own })
        return approved
      })
  return answer(200, { segments })
})

const PLACE = '/translation/items/:collection/:id/:locale'

/** What the translation editor asks. What reads is a GET and changes nothing. */
export const targetEndpoints: Endpoint[] = [
  { path: PLACE, method: 'get', handler: read },
  { path: PLACE, method: 'patch', handler: save },
  { path: `${PLACE}/submit`, method: 'post', handler: submit },
  { path: `${PLACE}/publish`, method: 'post', handler: publish },
  { path: `${PLACE}/comments`, method: 'post', handler: comment },
  { path: '/translation/approve', method: 'post', handler: approve },
]
