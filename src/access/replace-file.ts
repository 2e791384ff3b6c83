import { type CollectionBeforeOperationHook, Forbidden } from 'payload'

import { mayPublish } from './roles.ts'

/** Who may describe a picture in their language may not put another one in its place. */
export const filesByEditors: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const replaces = operation === 'update' && req.file !== undefined
  if (replaces && overrideAccess !== true && !mayPublish(req.user)) throw new Forbidden(req.t)
  return args
}
