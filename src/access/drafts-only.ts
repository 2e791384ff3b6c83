import { APIError, type CollectionBeforeOperationHook, Forbidden, type PayloadRequest } from 'payload'

import { adminText } from '../i18n/admin-text.ts'
import { isEveryLocale } from './every-locale.ts'
import { mayPublish } from './roles.ts'

interface Write {
  readonly data?: { readonly _status?: unknown }
  readonly draft?: boolean
  readonly publishAllLocales?: boolean
  readonly unpublishAllLocales?: boolean | string
  readonly publishSpecificLocale?: string
}

/**
 * Translators and contributors save drafts and nothing else, whatever the request says: a write that is no draft would
 * reach readers, also when it only takes something back. Publishing is refused, not dropped, so that they notice.
 */
export const draftsOnly: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (!['create', 'update', 'restoreVersion', 'autosave'].includes(operation)) return args
  refuseEveryLocale(req)
  if (overrideAccess === true || mayPublish(req.user)) return args
  const { data, publishAllLocales, unpublishAllLocales, publishSpecificLocale } = args as unknown as Write
  const publishes =
    (data?._status === 'published' && !isCopy(args as unknown as Write, req)) ||
    publishAllLocales ||
    unpublishAllLocales ||
    publishSpecificLocale
  if (publishes || operation === 'restoreVersion') throw new Forbidden(req.t)
  return { ...args, draft: true, data: { ...data, _status: 'draft' } } as typeof args
}

/** Copying one language to another, Payload asks for a draft and hands on the status of what it copies. */
const isCopy = ({ draft }: Write, { payloadAPI }: PayloadRequest): boolean =>
  draft === true && payloadAPI === 'local'

/** Payload would store one language's text as every language's. */
function refuseEveryLocale(req: PayloadRequest): void {
  if (isEveryLocale(req)) throw new APIError(adminText(req, 'invalid.everyLocale'), 400)
}
