import type { CollectionBeforeReadHook, FlattenedField } from 'payload'

import { isStaff } from './staff.ts'

/** A group with a switch of its own, by which the host of a review opens it to the public. */
export const isSection = (field: FlattenedField): boolean =>
  field.type === 'group' && field.flattenedFields.some(({ name }) => name === 'isPublic')

/** Peers write candidly: a section that its host has not opened leaves by no API. Without a switch it is closed. */
export const onlyPublicSections: CollectionBeforeReadHook = ({ doc, req, collection, overrideAccess }) => {
  if (overrideAccess === true || isStaff(req.user)) return doc
  for (const { name } of collection.flattenedFields.filter(isSection))
    if (doc[name]?.isPublic !== true) delete doc[name]
  return doc
}
