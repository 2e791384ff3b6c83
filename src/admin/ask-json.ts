import { askServer, isSignedOut } from './ask-server.ts'

export interface JsonAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Has no message of its own to show: the note of who is signed out says it. */
const signedOut: JsonAnswer['body'] = { error: 'signed-out', message: '' }

/** Asks our own server something, as the person who is signed in. Null: it gave no answer that we understand. */
export async function askJson(path: string, init: RequestInit = {}): Promise<JsonAnswer | null> {
  try {
    const answer = await askServer(path, { ...init, headers: { 'Content-Type': 'application/json' } })
    return { status: answer.status, body: isSignedOut(answer) ? signedOut : await answer.json() }
  } catch {
    return null
  }
}

/** Has it do something. */
export const postJson = (path: string, data: unknown = {}): Promise<JsonAnswer | null> =>
  askJson(path, { method: 'POST', body: JSON.stringify(data) })

/** What it has at an address. Null: nothing, no answer that we understand, or nobody waits for it any more. */
export async function getJson<Body>(path: string, signal: AbortSignal): Promise<Body | null> {
  const answer = await askJson(path, { signal })
  return answer?.status === 200 ? (answer.body as Body) : null
}
