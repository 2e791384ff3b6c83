import type { FieldAccess, PayloadRequest } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { isLocale, type Locale } from '../../i18n/locales.ts'
import { heldLanguages } from '../../ledger/issue-standing.ts'
import { isOpenToEdit } from './is-open-to-edit.ts'

/** Asked of each field when a form is opened. */
const held = new WeakMap<PayloadRequest, Promise<ReadonlySet<Locale>>>()

function heldFor(req: PayloadRequest, issueId: string): Promise<ReadonlySet<Locale>> {
  const known = held.get(req) ?? heldLanguages(issueId, databaseOf(req.payload))
  held.set(req, known)
  return known
}

/**
 * What the form offers to change. It refuses no change itself: `keepSentIssue` does, and says why, where this would drop what
 * was sent without a word. Payload gives `siblingData` with a change, and never when it asks for a form's sake.
 */
const openTo =
  (isOpenWhileHeld: boolean): FieldAccess =>
  async ({ req, data, siblingData }) => {
    if (siblingData !== undefined || isOpenToEdit(data?.state)) return true
    // Of a field's document only what it holds is told.
    const issueId: unknown = data?.id
    if (!isOpenWhileHeld || typeof issueId !== 'string' || !isLocale(req.locale)) return false
    return (await heldFor(req, issueId)).has(req.locale)
  }

/** For what is the same in all languages. */
export const untilItLeaves = openTo(false)

/** For texts: in a language on hold they are written until it is let go. */
export const untilItsLanguageLeaves = openTo(true)
