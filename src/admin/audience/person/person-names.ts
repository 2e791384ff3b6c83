import type { Payload } from 'payload'

import type { FollowTarget } from '../../../audience/follow.ts'
import { namesFor } from '../../../audience/named.ts'
import type { HistoryEntry } from '../../../audience/people/history-of.ts'
import { databaseOf } from '../../../database/database.ts'
import type { Locale } from '../../../i18n/locales.ts'

/** Names of what a person's history mentions, in the officer's language. Null: gone, or not public any more. */
export interface PersonNames {
  readonly newsletter: (id: string) => string | null
  readonly follow: (target: FollowTarget, id: string) => string | null
  /** Of staff. */
  readonly staff: (id: string) => string | null
}

interface Mentioned {
  readonly history: readonly HistoryEntry[]
  /** Ids of newsletters that are mentioned besides. */
  readonly newsletterIds: readonly string[]
  /** Ids of staff that are mentioned besides. */
  readonly staffIds: readonly string[]
}

export async function personNames(
  payload: Payload,
  { history, newsletterIds, staffIds }: Mentioned,
  language: Locale,
): Promise<PersonNames> {
  const database = databaseOf(payload)
  const letters = new Set([...newsletterIds, ...history.flatMap((entry) => entry.newsletterIds)])
  const newsletters = await namesFor(language, 'newsletters', [...letters], database)
  const follows = new Map<string, string | null>()
  const followed = Map.groupBy(
    history.flatMap((entry) => entry.follows),
    ({ target }) => target,
  )
  for (const [target, each] of followed)
    for (const { id, name } of await namesFor(
      language,
      target,
      each.map(({ targetId }) => targetId),
      database,
    ))
      follows.set(`${target}/${id}`, name)
  const actors = history.flatMap(({ actor }) => (actor === null ? [] : [actor]))
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: [...new Set([...actors, ...staffIds])] } },
    depth: 0,
    pagination: false,
    select: { name: true },
  })
  const byId = new Map(newsletters.map(({ id, name }) => [id, name]))
  const staff = new Map(docs.map(({ id, name }) => [String(id), name]))
  return {
    newsletter: (id) => byId.get(id) ?? null,
    follow: (target, id) => follows.get(`${target}/${id}`) ?? null,
    staff: (id) => staff.get(id) ?? null,
  }
}
