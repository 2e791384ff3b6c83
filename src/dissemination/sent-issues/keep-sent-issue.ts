import { getTranslation } from '@payloadcms/translations'
import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type StaticLabel,
  ValidationError,
} from 'payload'

import { isEveryLocale } from '../../access/every-locale.ts'
import { transactionOf } from '../../database/database.ts'
import { adminText } from '../../i18n/admin-text.ts'
import { isLocale, sourceLocale } from '../../i18n/locales.ts'
import { hasLeft, heldLanguages, type IssueStanding, lockIssue } from '../../ledger/issue-standing.ts'
import { changedFields } from './changed-fields.ts'
import { isOpenToEdit } from './is-open-to-edit.ts'

const CONFLICT = 409

/** Not what the issue says. */
const unsaid = ['state', 'problem', 'scheduledFor', 'scheduleZone', 'sentAt', 'id', 'createdAt', 'updatedAt']

/**
 * What readers were sent stays what the issue says: its web addresses hold its newsletter and number, and a language that
 * is let go later is made of the same contents. Only texts in a language that is held may be written still.
 */
export const keepSentIssue: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  collection,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const transaction = await transactionOf(req)
  const issueId = String(originalDoc.id)
  const standing = await lockIssue(issueId, transaction)
  if (standing === null) return data
  const whole = withStanding(data, originalDoc, standing)
  if (isOpenToEdit(standing.state)) return whole
  const locale = isLocale(req.locale) ? req.locale : sourceLocale
  const changed = changedFields(
    collection.flattenedFields.filter(({ name }) => !unsaid.includes(name)),
    originalDoc,
    data,
    { locale: isEveryLocale(req) ? null : locale, free: await heldLanguages(issueId, transaction) },
  )
  if (changed.length === 0) return whole
  const message = adminText(req, 'issues.locked')
  const errors = changed.map((field) => ({
    path: field.name,
    label: getTranslation((('label' in field && field.label) || field.name) as StaticLabel, req.i18n),
    message,
  }))
  throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
}

/** Payload writes the whole row as it read it: an issue that moved on since must not be moved back by that. */
function withStanding(
  data: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
  standing: IssueStanding,
): Record<string, unknown> {
  const moved = Object.entries(standing).filter(([name]) => (data[name] ?? null) === (before[name] ?? null))
  return { ...data, ...Object.fromEntries(moved) }
}

/** Mails on their way would wait for ever, and the links in those that have arrived would lead nowhere. */
export const keepIssueThatLeft: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const transaction = await transactionOf(req)
  await lockIssue(String(id), transaction)
  if (await hasLeft(String(id), transaction))
    throw new APIError(adminText(req, 'issues.kept'), CONFLICT, null, true)
}
