import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  ValidationError,
} from 'payload'

import { sql, transactionOf } from '../../database/database.ts'
import { adminText } from '../../i18n/admin-text.ts'
import { anyHasLeft, anyNeeds } from '../../ledger/issue-standing.ts'

const CONFLICT = 409

/** Mails that people have lead to web editions below it. */
export const keepSlugOfSent: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  collection,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || data.slug === originalDoc.slug) return data
  if (!(await anyHasLeft(String(originalDoc.id), await transactionOf(req)))) return data
  const errors = [
    { path: 'slug', label: adminText(req, 'field.slug'), message: adminText(req, 'newsletters.kept') },
  ]
  throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
}

/** What it sends would stop without a word, what it has sent would have no address. */
export const keepNewsletterOfSent: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const transaction = await transactionOf(req)
  // Who is just about to name it in an issue waits for us, or we for them.
  await transaction.execute(sql`select from newsletters where id = ${String(id)}::uuid for update`)
  if (await anyNeeds(String(id), transaction))
    throw new APIError(adminText(req, 'newsletters.kept'), CONFLICT, null, true)
}
