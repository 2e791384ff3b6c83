import { noticeSignedOut } from '../signed-out.ts'

interface JsonAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks our own server to do something, as the person who is signed in. Null: it gave no answer that we understand. */
export async function postJson(path: string, data: unknown = {}): Promise<JsonAnswer | null> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    })
    noticeSignedOut(answer)
    return { status: answer.status, body: await answer.json() }
  } catch {
    return null
  }
}
