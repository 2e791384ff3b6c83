import { type CollectionBeforeValidateHook, type FlattenedField, Forbidden } from 'payload'

import { mayPublish, organisationOf } from './roles.ts'

type Row = Readonly<Record<string, unknown>>

/** Who only translates may write in the rows of a shared list, not add, drop or move them: the list is every language's. */
export const sameRows: CollectionBeforeValidateHook = ({ data, originalDoc, collection, operation, req }) => {
  if (operation !== 'update' || req.user === null || mayPublish(req.user)) return data
  const organisation = organisationOf(req.user)
  if (organisation !== null && originalDoc?.responsibleOrganisation === organisation) return data
  const lists = collection.flattenedFields.filter((field) => isSharedList(field) && 'fields' in field)
  const changed = lists.some(({ name }) => idsOf(data?.[name]) !== idsOf(originalDoc?.[name]))
  if (changed) throw new Forbidden(req.t)
  return data
}

const isSharedList = (field: FlattenedField): boolean => field.type === 'array' && field.localized !== true

const idsOf = (rows: unknown): string =>
  Array.isArray(rows) ? rows.map((row: Row) => String(row.id)).join() : ''
