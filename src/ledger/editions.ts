import { randomUUID } from 'node:crypto'
import type { ItemReference } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** What became of one item of the issue in one edition. */
export interface ManifestEntry extends ItemReference {
  /** Language it is shown in. Null: left out. */
  readonly shownIn: Locale | null
  /** Null when it is shown in the edition's language. */
  readonly reason: 'not-translated-shown-labelled' | 'not-translated-left-out' | 'not-public' | null
  /** Of what readers of that language saw of it then, as the outbox has it. Null: not shown, or the outbox had nothing. */
  readonly contentHash?: string | null
}

export interface StoredEdition {
  readonly id: string
  readonly issueId: string
  readonly locale: Locale
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
  readonly contentHash: string
  readonly manifest: readonly ManifestEntry[]
}

/** Keeps an edition for good. One that is there already stays as it is. */
export async function keepEdition(edition: Omit<StoredEdition, 'id'>, database: Database): Promise<void> {
  await database.execute(sql`
    insert into editions (id, issue_id, locale, subject, preheader, html, text, content_hash, manifest)
    values (${randomUUID()}, ${edition.issueId}, ${edition.locale}, ${edition.subject}, ${edition.preheader},
            ${edition.html}, ${edition.text}, ${edition.contentHash}, ${JSON.stringify(edition.manifest)}::jsonb)
    on conflict (issue_id, locale) do nothing
  `)
}

interface EditionRow extends Record<string, unknown> {
  id: string
  issue_id: string
  locale: Locale
  subject: string
  preheader: string
  html: string
  text: string
  content_hash: string
  manifest: ManifestEntry[]
}

const editionOf = ({ issue_id, content_hash, ...rest }: EditionRow): StoredEdition => ({
  ...rest,
  issueId: issue_id,
  contentHash: content_hash,
})

/** Null when there is no such edition. */
export async function editionById(id: string, database: Database): Promise<StoredEdition | null> {
  const { rows } = await database.execute<EditionRow>(sql`
    select id, issue_id, locale, subject, preheader, html, text, content_hash, manifest from editions where id = ${id}
  `)
  return rows[0] === undefined ? null : editionOf(rows[0])
}

/** The editions of an issue, by locale. Empty before the issue is sent. */
export async function editionsOf(issueId: string, database: Database): Promise<StoredEdition[]> {
  const { rows } = await database.execute<EditionRow>(sql`
    select id, issue_id, locale, subject, preheader, html, text, content_hash, manifest from editions
    where issue_id = ${issueId} order by locale
  `)
  return rows.map(editionOf)
}
