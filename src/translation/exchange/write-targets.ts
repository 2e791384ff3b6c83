import { type Database, sql } from '../../database/database.ts'
import type { PlannedTarget } from './plan-unit.ts'

/** Somebody saved one of the targets, or took its segment away, between the reading and the writing. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/**
 * Writes what was imported, in one statement. What the item's draft holds is not touched.
 * @param transaction is rolled back by whoever opened it when this throws.
 * @throws {Overtaken} when a version is no longer the one that was planned with.
 */
export async function writeTargets(
  targets: readonly PlannedTarget[],
  authorId: string,
  transaction: Database,
): Promise<void> {
  const { rows } = await transaction.execute<{ key: string }>(sql`
    insert into translation_targets as known (collection, item_id, locale, key, text, state, source_hash, source_text,
      source_revision, origin, author_id, version)
    select wanted.collection, wanted."itemId", wanted.locale, wanted.key, wanted.text, wanted.state,
      wanted."sourceHash", wanted."sourceText", wanted."sourceRevision", 'import', ${authorId}::uuid, wanted.version + 1
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as wanted (collection text, "itemId" uuid, locale text,
      key text, text text, state text, "sourceHash" text, "sourceText" text, "sourceRevision" int, version int)
    join translation_segments segment on segment.collection = wanted.collection
      and segment.item_id = wanted."itemId" and segment.key = wanted.key
    on conflict (collection, item_id, locale, key) do update set text = excluded.text, state = excluded.state,
      source_hash = excluded.source_hash, source_text = excluded.source_text,
      source_revision = excluded.source_revision, origin = excluded.origin, engine = null,
      author_id = excluded.author_id, version = excluded.version, updated_at = now()
    where known.version = excluded.version - 1
    returning key
  `)
  if (rows.length !== targets.length)
    throw new Overtaken(`${targets.length - rows.length} of ${targets.length} targets were saved meanwhile`)
}
