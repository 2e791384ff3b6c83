import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  type PayloadHandler,
  type PayloadRequest,
} from 'payload'
import { z } from 'zod'
import { hasRole, mayPublish, organisationOf, roles } from '../../access/roles.ts'
import { mayTranslateInto } from '../../access/translators.ts'
import { type ItemReference, isContentCollection } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { adminText } from '../../i18n/admin-text.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { wasPlanned } from '../../ledger/standing-places.ts'
import { type ListedChannel, plannedChannels } from './planned-channels.ts'

/** As JSON, never kept by anybody on the way. */
export const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** One cell of an item, as a person of staff asks about it who may read the item. */
export interface CellRequest {
  readonly item: ItemReference
  readonly channel: ListedChannel
  readonly locale: Locale
  /** What else the request says. */
  readonly body: Readonly<Record<string, unknown>>
  /** Of staff. */
  readonly by: string
  /** Whether the person may write the item's texts in that language. */
  readonly mayEdit: boolean
  /** Whether the person decides what becomes public. */
  readonly mayPublish: boolean
  readonly req: PayloadRequest
}

/** What a request says wrong: the field, and what to say instead, in the asker's language. */
export const invalid = (req: PayloadRequest, field: string, expected: string): Response =>
  answer(400, { error: 'invalid', field, remedy: adminText(req, 'invalid.expected', { field, expected }) })

const UUID = z.uuid()

/** For the cell that the body, or a question's query, names by `channelId` and `locale`. */
export const forCell =
  (work: (cell: CellRequest) => Promise<Response>): PayloadHandler =>
  async (req) => {
    const { user, payload, routeParams } = req
    if (user?.collection !== 'users' || !hasRole(user, ...roles))
      return answer(user === null ? 401 : 403, { error: 'staff-only' })
    const { collection, id } = routeParams ?? {}
    if (!isContentCollection(collection) || !UUID.safeParse(id).success)
      return answer(404, { error: 'no-such-item' })
    const item: ItemReference = { collection, id: String(id) }
    const stored = await readable(item, req)
    if (stored === null) return answer(404, { error: 'no-such-item' })

    const isQuestion = req.method === 'GET'
    if (!isQuestion) await addDataAndFileToRequest(req)
    const { channelId, locale, ...body } = (isQuestion ? req.query : (req.data ?? {})) as Record<
      string,
      unknown
    >
    const channels = await plannedChannels(payload)
    const channel = channels.find((each) => each.id === channelId)
    if (channel === undefined)
      return invalid(req, 'channelId', channels.map((each) => `${each.id} (${each.name})`).join(', '))
    const isSpoken =
      isLocale(locale) &&
      (channel.locales.includes(locale) ||
        (await wasPlanned({ item, channelId: channel.id, locale }, databaseOf(payload))))
    if (!isSpoken) return invalid(req, 'locale', channel.locales.join(', '))
    const decides = mayPublish(user)
    const organisation = organisationOf(user)
    const isOwn = organisation !== null && stored.responsibleOrganisation === organisation
    const mayEdit = decides || isOwn || mayTranslateInto(user, locale)
    return work({ item, channel, locale, body, by: String(user.id), mayEdit, mayPublish: decides, req })
  }

/** Null: it is not there for the asker. */
async function readable(
  { collection, id }: ItemReference,
  req: PayloadRequest,
): Promise<{ readonly responsibleOrganisation?: unknown } | null> {
  const { docs } = await req.payload.find({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    user: req.user,
    req,
  })
  return (docs[0] as { responsibleOrganisation?: unknown } | undefined) ?? null
}

/** The body as the shape says, or the answer that names what is wrong with it. */
export function read<T>(
  { body, req }: Pick<CellRequest, 'body' | 'req'>,
  shape: z.ZodType<T>,
  expected: Readonly<Record<string, string>>,
): { readonly said: T } | { readonly refused: Response } {
  const parsed = shape.safeParse(body)
  if (parsed.success) return { said: parsed.data }
  const [issue] = parsed.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const field = unknown ?? String(issue?.path[0] ?? '')
  return { refused: invalid(req, field, expected[field] ?? Object.keys(expected).join(', ')) }
}

/** Where the endpoints of a cell are. */
export const below = (what: string, method: Endpoint['method'], handler: PayloadHandler): Endpoint => ({
  path: `/dissemination/:collection/:id/${what}`,
  method,
  handler,
})
