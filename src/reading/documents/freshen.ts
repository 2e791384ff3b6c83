import type { Payload } from 'payload'

import { databaseOf } from '../../database/database.ts'
import { hasDocumentWork, projectDocuments } from './project-documents.ts'

/** What a reader may be kept waiting for. More than fits is the worker's: the answer then says what was true before. */
const LIMIT = 25
const BUDGET_MS = 400

/** One at a time in a process: making documents takes a second connection beside the transaction's. */
const underWay = new WeakMap<Payload, Promise<number>>()

/**
 * Makes anew what changed since, before a reader is answered, so that whoever publishes and looks sees it. A withdrawn
 * language is out of every answer already: see `note-changes.ts`.
 */
export async function freshen(payload: Payload): Promise<void> {
  if (!(await hasDocumentWork(databaseOf(payload)))) return
  await underWay.get(payload)
  if (!(await hasDocumentWork(databaseOf(payload)))) return
  const work = projectDocuments(payload, { limit: LIMIT, budgetMs: BUDGET_MS }).finally(() =>
    underWay.delete(payload),
  )
  underWay.set(payload, work)
  await work
}
