import type { Payload } from 'payload'

/** Why the issue came back as a draft, or was paused by itself. Null: it was not. */
export async function problemOf(payload: Payload, id: string): Promise<string | null> {
  const { problem } = await payload.findByID({
    collection: 'issues',
    id,
    depth: 0,
    select: { problem: true },
  })
  return problem ?? null
}
