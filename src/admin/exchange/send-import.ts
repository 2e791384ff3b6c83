import type { Outcome, UnitReport } from '../../translation/exchange/import-report.ts'
import { askServer } from '../ask-server.ts'
import { messageIn } from './download-export.ts'

export interface ToldUnit extends UnitReport {
  readonly message: string
}

export interface ImportReport {
  readonly kind: 'report'
  readonly written: number
  readonly counts: Readonly<Record<Outcome, number>>
  readonly units: readonly ToldUnit[]
}

/** The file as a whole was refused. No message: there was no answer that we understand. */
export interface ImportRefusal {
  readonly kind: 'refused'
  readonly message: string | null
}

interface ImportWish {
  readonly dryRun: boolean
  /** What happens to translations that somebody changed meanwhile. Null: ask. */
  readonly conflicts: 'keep' | 'overwrite' | null
}

/** Hands a file in, to be looked at or to be imported. */
export async function sendImport(
  file: File,
  { dryRun, conflicts }: ImportWish,
): Promise<ImportReport | ImportRefusal> {
  const query = new URLSearchParams({
    ...(dryRun && { dryRun: '1' }),
    ...(conflicts !== null && { conflicts }),
  })
  try {
    const answer = await askServer(`/api/translation/import?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/xliff+xml' },
      body: file,
    })
    const body: unknown = await answer.json()
    return isReport(body) ? { ...body, kind: 'report' } : { kind: 'refused', message: messageIn(body) }
  } catch {
    return { kind: 'refused', message: null }
  }
}

const isReport = (body: unknown): body is Omit<ImportReport, 'kind'> =>
  typeof body === 'object' && body !== null && 'counts' in body && 'units' in body
