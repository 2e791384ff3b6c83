import { askServer, isSignedOut } from '../../ask-server.ts'

/** What came of asking. */
interface OfficialAnswer {
  readonly isDone: boolean
  /** In the words of the server. Null: it gave none. Empty: none but the note of who is signed out. */
  readonly message: string | null
  /** The browser saved the answer under this name. Null: it was no file. */
  readonly name: string | null
  /** The hash of the address that was asked about, where something bars it. Null: nothing does, or that was not asked. */
  readonly addressKey: string | null
}

const HELD_MS = 60_000

/** Asks our own server, as the person who is signed in. A file in answer is saved. */
export async function askOfficially(path: string, data: unknown): Promise<OfficialAnswer> {
  const nothing = { message: null, name: null, addressKey: null }
  try {
    const answer = await askServer(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    })
    const name = /filename="([^"]+)"/u.exec(answer.headers.get('Content-Disposition') ?? '')?.[1]
    if (answer.ok && name !== undefined) {
      save(await answer.blob(), name)
      return { ...nothing, isDone: true, name }
    }
    if (isSignedOut(answer)) return { ...nothing, isDone: false, message: '' }
    const { message, addressKey } = (await answer.json()) as Record<string, unknown>
    return {
      ...nothing,
      isDone: answer.ok,
      message: typeof message === 'string' ? message : null,
      addressKey: typeof addressKey === 'string' ? addressKey : null,
    }
  } catch {
    return { ...nothing, isDone: false }
  }
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  // Some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(address), HELD_MS)
}
