import { askServer, isSignedOut } from '../ask-server.ts'

/** What came of an export. A refusal with null: no answer that we understand; with nothing: the note of who is signed out. */
type ExportOutcome =
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'refused'; readonly message: string | null }

const HELD_MS = 60_000

/** Has the browser save an export under the name that the server gives it. */
export async function downloadExport(query: URLSearchParams): Promise<ExportOutcome> {
  try {
    const answer = await askServer(`/api/translation/export?${query}`)
    if (isSignedOut(answer)) return { kind: 'refused', message: '' }
    if (!answer.ok) return { kind: 'refused', message: messageIn(await answer.json()) }
    const name = nameIn(answer.headers.get('Content-Disposition') ?? '')
    const address = URL.createObjectURL(await answer.blob())
    const link = Object.assign(document.createElement('a'), { href: address, download: name })
    link.click()
    // Some browsers begin to read it only later.
    setTimeout(() => URL.revokeObjectURL(address), HELD_MS)
    return { kind: 'saved', name }
  } catch {
    return { kind: 'refused', message: null }
  }
}

export function messageIn(body: unknown): string | null {
  const message = (body as { message?: unknown } | null)?.message
  return typeof message === 'string' ? message : null
}

/** RFC 8187 spelling, which ours always has. */
const nameIn = (disposition: string): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/u.exec(disposition)?.[1] ?? 'translation.xlf')
