import type { Payload } from 'payload'

import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, databaseOf, inTransaction } from '../../database/database.ts'
import { type ApprovedTarget, rememberApproved } from '../memory/remember-approved.ts'
import { refreshLocales } from '../sync/refresh-locales.ts'
import type { FieldLabels } from './field-labels.ts'
import type { UnitReport } from './import-report.ts'
import type { ImportTerms } from './import-terms.ts'
import { type ExchangeKey, exchangeKeyOf, exchangeName, type ImportPlan, planImport } from './plan-import.ts'
import type { PlannedTarget } from './plan-unit.ts'
import type { ReadDocument } from './read-document.ts'
import { readExchanges } from './read-exchange.ts'
import { writeTargets } from './write-targets.ts'

interface Import {
  readonly terms: ImportTerms
  readonly labels: FieldLabels
  /** Who answers for what is written. */
  readonly authorId: string
}

/** What would come of a document. Nothing is written. */
export async function rehearseImport(
  document: ReadDocument,
  { terms, labels }: Omit<Import, 'authorId'>,
  payload: Payload,
): Promise<readonly UnitReport[]> {
  return (await planned(document, { terms, labels }, databaseOf(payload))).units
}

/**
 * Imports a document whole, or not at all: one unit that is refused or in conflict keeps all the others out.
 * @throws {Overtaken} when somebody saved one of the units at the same moment; nothing is written then.
 */
export async function importExchange(
  document: ReadDocument,
  { terms, labels, authorId }: Import,
  payload: Payload,
): Promise<readonly UnitReport[]> {
  return inTransaction(payload, async (transaction) => {
    const { units, writes } = await planned(document, { terms, labels }, transaction)
    if (writes.length > 0) {
      await writeTargets(writes, authorId, transaction)
      for (const item of itemsOf(writes)) {
        await rememberApproved(item, approvedIn(item, writes), transaction)
        await refreshLocales(item, transaction)
      }
    }
    return units
  })
}

async function planned(
  document: ReadDocument,
  { terms, labels }: Omit<Import, 'authorId'>,
  database: Database,
): Promise<ImportPlan> {
  const keys = document.files.map(exchangeKeyOf).filter((key) => key !== null)
  // A locale that this person may not write is not even read.
  const own = unique(keys.filter(({ locale }) => terms.locales.includes(locale)))
  return planImport(document, await readExchanges(own, labels, database), terms)
}

const unique = (keys: readonly ExchangeKey[]): ExchangeKey[] => [
  ...new Map(keys.map((key) => [exchangeName(key.collection, key.id, key.locale), key])).values(),
]

const approvedIn = ({ id }: TranslatableReference, writes: readonly PlannedTarget[]): ApprovedTarget[] =>
  writes.filter(({ itemId, state }) => itemId === id && state === 'approved')

/** Always in the same order, so that two imports wait for each other instead of blocking each other. */
function itemsOf(writes: readonly PlannedTarget[]): TranslatableReference[] {
  const items = new Map(
    writes.map(({ collection, itemId }) => [`${collection}/${itemId}`, { collection, id: itemId }]),
  )
  return [...items.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
