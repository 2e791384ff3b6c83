import { noticeSignedOut } from '../../signed-out.ts'

/** Asks our own server for something, as the person who is signed in. Null: it gave no answer that we understand. */
export async function getJson<Body>(path: string, signal: AbortSignal): Promise<Body | null> {
  try {
    const answer = await fetch(path, { signal })
    noticeSignedOut(answer)
    return answer.ok ? ((await answer.json()) as Body) : null
  } catch {
    return null
  }
}
