import type { ItemReference } from '../../content/published-item.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** An edition that says something else by now than what it was made from. It stays as it was sent. */
export interface OutdatedEdition {
  readonly locale: Locale
  readonly items: readonly (ItemReference & { readonly since: 'changed' | 'withdrawn' })[]
}

/** The editions of an issue of which items changed for readers since they were made, or were withdrawn. */
export async function outdatedEditions(issueId: string, database: Database): Promise<OutdatedEdition[]> {
  const { rows } = await database.execute<{ locale: Locale; items: OutdatedEdition['items'] }>(sql`
    select edition.locale, jsonb_agg(jsonb_build_object(
      'collection', shown.collection, 'id', shown.id,
      'since', case when now.kind = 'withdrawn' then 'withdrawn' else 'changed' end
    ) order by shown.position) as items
    from editions edition
    cross join lateral (
      select entry.value->>'collection' as collection, (entry.value->>'id')::uuid as id,
        entry.value->>'shownIn' as locale, entry.value->>'contentHash' as hash, entry.position
      from jsonb_array_elements(edition.manifest) with ordinality as entry (value, position)
      where entry.value->>'contentHash' is not null
    ) shown
    cross join lateral (
      select kind, content_hash from outbox
      where outbox.collection = shown.collection and outbox.item_id = shown.id and outbox.locale = shown.locale
      order by outbox.id desc limit 1
    ) now
    where edition.issue_id = ${issueId}::uuid and now.content_hash <> shown.hash
    group by edition.locale order by edition.locale
  `)
  return rows
}

/** Takes back what was kept: something in it is not what readers see any more. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError'
}
