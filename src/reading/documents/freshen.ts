import { setTimeout } from 'node:timers/promises'

import type { Payload } from 'payload'

import { type Database, databaseOf, sql } from '../../database/database.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { isNamed } from './named.ts'
import { hasDocumentWork, projectDocument, projectDocuments } from './project-documents.ts'

/** What a reader may be kept waiting for. More than fits is the worker's: the answer then says what was true before. */
const LIMIT = 25
const BUDGET_MS = 400
/** Seldom enough that readers who all wait ask little of the database. */
const LOOK_EVERY_MS = 50

/** One at a time in a process: making documents takes a second connection beside the transaction's. */
const underWay = new WeakMap<Payload, Promise<number>>()

interface Wanted {
  readonly collection: ReadableCollection
  readonly slugOrId: string
}

/**
 * Makes anew what changed since, before a reader is answered, so that whoever publishes and looks sees it. A withdrawn
 * language is out of every answer already: see `note-changes.ts`.
 * @param wanted the one document that is asked for: it is made anew however many wait before it.
 */
export async function freshen(payload: Payload, wanted?: Wanted): Promise<void> {
  const database = databaseOf(payload)
  if (!(await hasDocumentWork(database))) return
  // One round may have looked for the last time before this reader's change: the next one has seen it.
  await round(payload)
  if (!(await hasDocumentWork(database))) return
  const id = wanted === undefined ? null : await waitingId(wanted, database)
  if (wanted !== undefined && id !== null)
    return projectDocument(payload, { collection: wanted.collection, id })
  // Nothing was left to take: what still waits is in the hands of another process.
  if ((await round(payload)) === 0) await othersAreDone(database)
}

async function othersAreDone(database: Database): Promise<void> {
  const until = performance.now() + BUDGET_MS
  while (performance.now() < until && (await hasDocumentWork(database))) await setTimeout(LOOK_EVERY_MS)
}

/** The one that is under way, or another. Answers how many documents it made. */
function round(payload: Payload): Promise<number> {
  const running = underWay.get(payload)
  if (running !== undefined) return running
  const begun = projectDocuments(payload, { limit: LIMIT, budgetMs: BUDGET_MS }).finally(() =>
    underWay.delete(payload),
  )
  underWay.set(payload, begun)
  return begun
}

/** Null: it does not wait, or was never public under this name. */
async function waitingId({ collection, slugOrId }: Wanted, database: Database): Promise<string | null> {
  const { rows } = await database.execute<{ id: string }>(sql`
    select item_id as id from document_work where collection = ${collection} and (
      item_id::text = ${slugOrId} or item_id in (
        select item_id from public_documents where collection = ${collection} and ${isNamed(slugOrId)}
      )
    ) limit 1
  `)
  return rows[0]?.id ?? null
}
