/** Asks our own server for something. Null: it gave no answer that we understand, or nobody waits for it any more. */
export async function readJson<Answer>(path: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    const answer = await fetch(path, { signal })
    return answer.ok ? ((await answer.json()) as Answer) : null
  } catch {
    return null
  }
}
