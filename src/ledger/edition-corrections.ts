import { randomUUID } from 'node:crypto'

import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** A word about an edition that was sent. The newest of a language holds; one without a note takes the earlier back. */
export interface EditionCorrection {
  readonly locale: Locale
  /** Plain text. Empty: what was said before holds no longer. */
  readonly note: string
  /** Of staff. */
  readonly actor: string
  readonly at: Date
}

export const MAX_CORRECTION = 1000

/** Says something about an edition. Nothing that was said is ever changed or removed. */
export async function addCorrection(
  { issueId, locale, note, actor }: Omit<EditionCorrection, 'at'> & { readonly issueId: string },
  database: Database,
): Promise<void> {
  await database.execute(sql`
    insert into edition_corrections (id, issue_id, locale, note, actor)
    values (${randomUUID()}, ${issueId}::uuid, ${locale}, ${note}, ${actor}::uuid)
  `)
}

/** All that was ever said about an issue's editions, newest first. */
export async function correctionsOf(issueId: string, database: Database): Promise<EditionCorrection[]> {
  const { rows } = await database.execute<{ locale: Locale; note: string; actor: string; at: string }>(sql`
    select locale, note, actor, at from edition_corrections
    where issue_id = ${issueId}::uuid order by at desc, id desc
  `)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

/** What holds about one edition. Null: nothing. */
export async function correctionOf(
  issueId: string,
  locale: Locale,
  database: Database,
): Promise<EditionCorrection | null> {
  const { rows } = await database.execute<{ locale: Locale; note: string; actor: string; at: string }>(sql`
    select locale, note, actor, at from edition_corrections
    where issue_id = ${issueId}::uuid and locale = ${locale} order by at desc, id desc limit 1
  `)
  const [newest] = rows
  return newest === undefined || newest.note === '' ? null : { ...newest, at: new Date(newest.at) }
}
