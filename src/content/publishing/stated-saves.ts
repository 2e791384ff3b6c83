import { APIError, type CollectionBeforeOperationHook, type RequestContext, type Where } from 'payload'

import { adminText } from '../../i18n/admin-text.ts'

interface Save {
  readonly id?: unknown
  readonly where?: Where
  readonly data?: { readonly _status?: unknown }
  readonly draft?: boolean
  readonly publishAllLocales?: boolean
  readonly unpublishAllLocales?: boolean | string
}

/** What a save does for readers. */
export type SaveKind = 'draft' | 'publish' | 'withdraw'

const KIND = 'saveKind'
const WITHDRAWS_MANY = 'withdrawsMany'
const WITHDRAWS_EVERY = 'withdrawsEveryLocale'

/**
 * Sees to it that only a save that says so changes what readers see: without `draft=true`, `_status: 'published'` publishes
 * and `'draft'` takes back; everything else is a draft. Payload itself would let a save without a status take back a
 * language of which there is a newer draft, restore a version into what is public, and build a save of many items on
 * what is public, so that their drafts were lost.
 */
export const statedSaves: CollectionBeforeOperationHook = async (hook) => {
  const { operation, req } = hook
  const args = hook.args as unknown as Save
  if (operation === 'restoreVersion' && args.draft !== true)
    throw new APIError(adminText(req, 'invalid.restore'), 400)
  if (!['create', 'update', 'restoreVersion'].includes(operation)) return hook.args
  const kind = kindOf(args)
  req.context[KIND] = kind
  req.context[WITHDRAWS_MANY] = false
  req.context[WITHDRAWS_EVERY] = takesBackEveryLocale(args)
  if (operation !== 'update') return hook.args
  if (args.id === undefined || args.id === null) return statedForMany(hook, kind)
  if (kind !== 'draft') return hook.args
  // To Payload a status means more than `draft`, and its copy to another language would be public at once.
  return { ...hook.args, draft: true, data: { ...args.data, _status: 'draft' } } as typeof hook.args
}

const takesBackEveryLocale = ({ unpublishAllLocales }: Save): boolean =>
  unpublishAllLocales === true || unpublishAllLocales === 'true'

function kindOf(save: Save): SaveKind {
  const { data, draft, publishAllLocales } = save
  if (takesBackEveryLocale(save)) return 'withdraw'
  // The admin asks so for the latest draft of many items.
  const asksForMany = save.where !== undefined && save.id === undefined
  if (draft === true && !asksForMany) return 'draft'
  if (data?._status === 'published' || (publishAllLocales === true && draft !== true)) return 'publish'
  return data?._status === 'draft' && draft !== true ? 'withdraw' : 'draft'
}

async function statedForMany(
  hook: Parameters<CollectionBeforeOperationHook>[0],
  kind: SaveKind,
): Promise<typeof hook.args> {
  const { collection, overrideAccess, req } = hook
  const args = hook.args as unknown as Save
  // Payload works on them side by side, and would publish each in the languages of another.
  if (args.publishAllLocales || args.unpublishAllLocales)
    throw new APIError(adminText(req, 'invalid.manyInEveryLocale'), 400)
  if (kind !== 'withdraw') return { ...hook.args, draft: true } as typeof hook.args
  // Asked of what is public. With `draft` Payload would ask it of the drafts.
  const { docs } = await req.payload.find({
    collection: collection.slug as 'news',
    where: args.where ?? {},
    draft: false,
    depth: 0,
    pagination: false,
    limit: 0,
    select: {},
    overrideAccess: overrideAccess ?? true,
    req,
  })
  // Payload gave the request another context meanwhile.
  req.context[KIND] = 'draft'
  req.context[WITHDRAWS_MANY] = true
  return { ...hook.args, draft: true, where: { id: { in: docs.map(({ id }) => id) } } } as typeof hook.args
}

/** What the save that is under way does. */
export const saveKindOf = (context: RequestContext): SaveKind =>
  context[KIND] === 'publish' || context[KIND] === 'withdraw' ? context[KIND] : 'draft'

/** Whether it takes many items back at once: Payload is told to save a draft of each. */
export const withdrawsMany = (context: RequestContext): boolean => context[WITHDRAWS_MANY] === true

/** Whether it takes the item back in all languages. */
export const withdrawsEveryLocale = (context: RequestContext): boolean => context[WITHDRAWS_EVERY] === true
