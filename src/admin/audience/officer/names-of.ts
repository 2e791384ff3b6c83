import type { Payload } from 'payload'

/** Names of staff by their ids. Who is gone is not in it. */
export async function staffNames(
  payload: Payload,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: wanted } },
    depth: 0,
    pagination: false,
    select: { name: true, email: true },
  })
  return new Map(docs.map(({ id, name, email }) => [id, name || email]))
}

/** Names of newsletters by their ids, in the language of the interface. */
export async function newsletterNames(
  payload: Payload,
  locale: NonNullable<Parameters<Payload['find']>[0]['locale']>,
): Promise<ReadonlyMap<string, string>> {
  const { docs } = await payload.find({
    collection: 'newsletters',
    locale,
    depth: 0,
    pagination: false,
    select: { name: true },
  })
  return new Map(docs.map(({ id, name }) => [id, name ?? id]))
}
