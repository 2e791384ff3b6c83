import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'

import { mayPublish } from '../../access/roles.ts'
import type { ItemReference } from '../../content/published-item.ts'
import { readPublished } from '../../content/read-published.ts'
import { databaseOf } from '../../database/database.ts'
import { isLocale, type Locale, sourceLocale } from '../../i18n/locales.ts'
import { readIssue } from '../issue-source.ts'
import { itemNames } from './item-names.ts'
import { nextIssueNumber } from './next-issue-number.ts'
import { itemReference, itemReferences, proposalFilter, usualConditions } from './proposal-filter.ts'
import { proposeItems } from './propose-items.ts'
import { proposedTexts } from './proposed-texts.ts'

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

const invalid = (field: string): Response => answer(400, { error: 'invalid', field })

/** What is asked about: an issue as it is stored, or one that is still being written. */
interface Asked {
  readonly newsletter: string
  readonly design: 'digest' | 'announcement' | 'invitation'
  /** Those that it has. */
  readonly items: readonly ItemReference[]
}

type Work = (asked: Asked, req: PayloadRequest) => Promise<Response>

const forEditors =
  (work: (req: PayloadRequest) => Promise<Response>): Endpoint['handler'] =>
  (req) =>
    mayPublish(req.user)
      ? work(req)
      : Promise.resolve(answer(req.user === null ? 401 : 403, { error: 'editors-only' }))

const ofStored = (work: Work): Endpoint['handler'] =>
  forEditors(async (req) => {
    const issue = await readIssue(req.payload, String(req.routeParams?.id))
    if (issue === null) return answer(404, { error: 'no-such-issue' })
    const { newsletter, design, items } = issue
    return work({ newsletter: newsletter.id, design, items }, req)
  })

const draft = z.object({
  newsletter: z.uuid(),
  design: z.enum(['digest', 'announcement', 'invitation']).default('digest'),
  /** The leading item. */
  lead: itemReference.optional(),
})

const ofDraft = (work: Work): Endpoint['handler'] =>
  forEditors(async (req) => {
    const asked = draft.safeParse(req.query)
    if (!asked.success) return invalid(String(asked.error.issues[0]?.path[0] ?? ''))
    const { newsletter, design, lead } = asked.data
    if (!(await isNewsletter(req.payload, newsletter))) return invalid('newsletter')
    return work({ newsletter, design, items: lead === undefined ? [] : [lead] }, req)
  })

const isNewsletter = async (payload: Payload, id: string): Promise<boolean> =>
  (await payload.count({ collection: 'newsletters', where: { id: { equals: id } } })).totalDocs > 0

const readerOf = ({ query }: PayloadRequest): Locale => (isLocale(query.locale) ? query.locale : sourceLocale)

const proposals: Work = async ({ newsletter, items }, req) => {
  const filter = await proposalFilter(req.payload, newsletter, req.query)
  if ('field' in filter) return invalid(filter.field)
  const found = await proposeItems(
    req.payload,
    { ...filter, except: [...filter.except, ...items] },
    { reader: readerOf(req), now: new Date() },
  )
  return answer(200, { items: found })
}

const conditions: Work = async ({ newsletter }, { payload }) =>
  answer(200, await usualConditions(payload, newsletter))

const nextNumber: Work = async ({ newsletter }, { payload }) =>
  answer(200, { number: await nextIssueNumber(payload, newsletter) })

const texts: Work = async ({ newsletter: id, design, items }, req) => {
  const { payload, query } = req
  const { locale } = query
  if (!isLocale(locale)) return answer(400, { error: 'unknown-locale', field: 'locale' })
  const newsletter = await payload.findByID({
    collection: 'newsletters',
    id,
    locale,
    fallbackLocale: false,
    depth: 0,
    select: { name: true },
  })
  const [first] = items
  const lead = first === undefined ? null : await readPublished(payload, first, locale)
  return answer(
    200,
    proposedTexts({ locale, design, newsletter: newsletter.name ?? '', lead: lead ?? undefined }),
  )
}

/** Whoever works here may open an issue that was sent; what is not public is told to those alone who may change it. */
const names: Endpoint['handler'] = async (req) => {
  if (req.user === null) return answer(401, { error: 'editors-only' })
  const items = itemReferences.safeParse(req.query.items ?? [])
  if (!items.success) return invalid('items')
  const options = { reader: readerOf(req), withDrafts: mayPublish(req.user) }
  return answer(200, { items: await itemNames(items.data, options, databaseOf(req.payload)) })
}

/**
 * Below `/api/issues`, about an issue by its id or, before it is stored, by `newsletter`, `design` and `lead`:
 * - `proposals?since=…&collections=…&topics=…&countries=…&communities=…&except=…` → `{items: ProposedItem[]}`
 * - `proposal-conditions` → the newsletter's own conditions
 * - `next-number` → `{number}`, of a new issue
 * - `proposed-texts?locale=…` → `{subject, preheader}`
 *
 * About items alone: `item-names?items=…&locale=…` → `{items: ItemName[]}`
 */
export const composeEndpoints: Endpoint[] = [
  { path: '/proposals', method: 'get', handler: ofDraft(proposals) },
  { path: '/:id/proposals', method: 'get', handler: ofStored(proposals) },
  { path: '/proposal-conditions', method: 'get', handler: ofDraft(conditions) },
  { path: '/next-number', method: 'get', handler: ofDraft(nextNumber) },
  { path: '/proposed-texts', method: 'get', handler: ofDraft(texts) },
  { path: '/item-names', method: 'get', handler: names },
  { path: '/:id/proposed-texts', method: 'get', handler: ofStored(texts) },
]
