import type { Payload } from 'payload'

import { type Database, databaseOf } from '../../database/database.ts'
import { enqueue } from '../../queue/queue.ts'
import { usualDays } from '../retention/retention-rules.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { FileFault } from './file-fault.ts'
import { removeFile, removeOldFiles } from './import-files.ts'
import {
  type AudienceImport,
  failImport,
  findImport,
  type ImportState,
  importsUnderWay,
} from './import-store.ts'
import { undoImport } from './undo-import.ts'

interface Step {
  readonly run: (payload: Payload, list: AudienceImport, now: Date) => Promise<void>
  /** Where it stands when the step cannot be done. */
  readonly back: ImportState
}

const steps: Readonly<Partial<Record<ImportState, Step>>> = {
  checking: { run: checkImport, back: 'uploaded' },
  applying: { run: applyImport, back: 'checked' },
  undoing: { run: undoImport, back: 'applied' },
}

/**
 * Does the step that an import stands at. Each is one transaction, so a worker that is killed leaves nothing behind and
 * the job begins anew; two workers at one import are kept apart by its lock.
 */
export async function runImport(payload: Payload, importId: string): Promise<void> {
  const database = databaseOf(payload)
  const list = await findImport(importId, database)
  const step = list === null ? undefined : steps[list.state]
  if (list === null || step === undefined) return
  try {
    await step.run(payload, list, new Date())
  } catch (error) {
    await giveUp(list, step.back, error, database)
    return
  }
  if (list.state === 'applying') await removeFile(importId)
}

async function giveUp(
  { id, state }: AudienceImport,
  back: ImportState,
  error: unknown,
  database: Database,
): Promise<void> {
  const problem =
    error instanceof FileFault
      ? { reason: error.reason, line: error.line }
      : ({ reason: 'unexpected', line: null } as const)
  await failImport(id, { from: state, to: back, problem }, database)
  if (!(error instanceof FileFault)) throw error
}

/** Finds imports whose worker vanished, and removes files that nobody went on with. */
export async function sweepImports(payload: Payload, now: Date): Promise<void> {
  const importIds = await importsUnderWay(databaseOf(payload))
  await enqueue(
    payload,
    'run-audience-import',
    importIds.map((importId) => ({ importId })),
  )
  const { importAddresses } = await payload.findGlobal({ slug: 'retention', depth: 0 })
  // A file can be handed in again: it never stays longer than usual.
  await removeOldFiles(Math.min(importAddresses ?? usualDays.importAddresses, usualDays.importAddresses), now)
}
