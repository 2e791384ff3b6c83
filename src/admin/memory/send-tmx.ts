import { askServer } from '../ask-server.ts'

/** What the server found in a file. */
interface ImportReport {
  readonly pairs: number
  readonly changed: number
  readonly problems: number
  readonly firstProblems: readonly { readonly message: string }[]
}

interface ImportRefusal {
  /** What is wrong and what to do, in the language of the interface. */
  readonly message: string
}

/** Null: the server gave no answer that we understand. */
export type ImportAnswer = ImportReport | ImportRefusal | null

/** Sends a TMX file to be remembered, or only to be counted. */
export async function sendTmx(file: File, { dryRun }: { readonly dryRun: boolean }): Promise<ImportAnswer> {
  const query = new URLSearchParams({ dryRun: String(dryRun), name: file.name })
  try {
    const answer = await askServer(`/api/translation/memory/import?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-tmx+xml' },
      body: file,
    })
    const body: unknown = await answer.json()
    return answer.ok ? (body as ImportReport) : isRefusal(body) ? body : null
  } catch {
    return null
  }
}

const isRefusal = (body: unknown): body is ImportRefusal =>
  typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
