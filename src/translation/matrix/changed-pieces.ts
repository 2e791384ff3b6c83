import type { TranslatableReference } from '../../content/translatable.ts'
import { type Database, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'

/** Pieces of the source that a translation was made of and that have changed since, without their marks, in order. */
export async function changedPieces(
  { collection, id }: TranslatableReference,
  locale: Locale,
  limit: number,
  database: Database,
): Promise<string[]> {
  const { rows } = await database.execute<{ text: string }>(sql`
    select piece.text from translation_segments piece
    join translation_targets target on target.collection = piece.collection and target.item_id = piece.item_id
      and target.key = piece.key and target.locale = ${locale}
    where piece.collection = ${collection} and piece.item_id = ${id}::uuid
      and target.text <> '' and target.source_hash <> piece.hash
    order by piece.position limit ${limit}
  `)
  return rows.map(({ text }) => text.replace(/⟦\/?\d+\/?⟧/gu, ''))
}
