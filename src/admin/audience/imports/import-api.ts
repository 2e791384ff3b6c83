import type { ShownRow } from '../../../audience/imports/import-rows.ts'
import type { ImportChanges } from '../../../audience/imports/import-store.ts'
import type { OpenedImport } from '../../../audience/imports/shown-import.ts'
import { askServer, isSignedOut } from '../../ask-server.ts'

const PATH = '/api/audience/imports'

/** What the server answered. A refusal with null: no answer that we understand; with nothing: the note of who is signed out. */
export type Answered<Body> =
  | { readonly isDone: true; readonly body: Body }
  | { readonly isDone: false; readonly message: string | null }

/** A step that is done to a list. */
export type Move = 'check' | 'apply' | 'undo' | 'discard'

async function ask<Body>(path: string, init: RequestInit = {}): Promise<Answered<Body>> {
  try {
    const answer = await askServer(path, init)
    if (isSignedOut(answer)) return { isDone: false, message: '' }
    const body: unknown = await answer.json()
    if (answer.ok) return { isDone: true, body: body as Body }
    const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : null
    return { isDone: false, message: typeof message === 'string' ? message : null }
  } catch {
    return { isDone: false, message: null }
  }
}

/** The browser reads the file from the disk as it is sent. */
export const uploadList = (file: File): Promise<Answered<{ readonly id: string }>> =>
  ask(`${PATH}?${new URLSearchParams({ name: file.name })}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  })

export const openImport = (id: string): Promise<Answered<OpenedImport>> => ask(`${PATH}/${id}`)

export const changeList = (id: string, changes: ImportChanges): Promise<Answered<OpenedImport>> =>
  ask(`${PATH}/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(changes),
  })

export const moveList = (id: string, move: Move): Promise<Answered<unknown>> =>
  ask(`${PATH}/${id}/${move}`, { method: 'POST' })

export interface FoundRows {
  readonly rows: readonly ShownRow[]
  readonly next: number | null
}

export const findRows = (
  id: string,
  filter: Readonly<Record<'outcome' | 'reason' | 'after', string>>,
): Promise<Answered<FoundRows>> => ask(`${PATH}/${id}/problems?${new URLSearchParams(filter)}`)

export const reportPath = (id: string): string => `${PATH}/${id}/report.csv`
