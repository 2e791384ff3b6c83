import type { CollectionAfterChangeHook } from 'payload'

import { transactionOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { leaveLanguages } from '../../ledger/standing-places.ts'
import { wakeDeliveries } from '../channels/wake-deliveries.ts'

/** What stands on a channel in a language that is taken off it is taken away: nobody would correct it any more. */
export const leaveLostLanguages: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update') return doc
  const kept: readonly Locale[] = doc.locales ?? []
  const lost = ((previousDoc?.locales ?? []) as readonly Locale[]).filter((locale) => !kept.includes(locale))
  if (lost.length === 0) return doc
  const transaction = await transactionOf(req)
  const due = await leaveLanguages(String(doc.id), lost, transaction)
  await wakeDeliveries(req.payload, due, transaction, { first: true })
  return doc
}
