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

/** Words of the issue's own that an edition lacks, because nobody wrote them in its language. */
export interface LeftText {
  readonly part: 'intro' | 'heading' | 'text-block' | 'link'
  /** Position in the issue's contents, from 0. Null for the introduction. */
  readonly at: number | null
  readonly reason: 'no-text'
}

/** A file that comes with every mail of an edition. */
interface EditionFile {
  readonly filename: string
  /** With its parameters. */
  readonly contentType: string
  readonly content: string
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
  readonly leftTexts: readonly LeftText[]
  readonly attachments: readonly EditionFile[]
}

/** An edition that is not kept yet. Without files and without a text that is missing unless it says so. */
export type NewEdition = Omit<StoredEdition, 'id' | 'leftTexts' | 'attachments'> &
  Partial<Pick<StoredEdition, 'leftTexts' | 'attachments'>>

/** Keeps an edition for good. One that is there already stays as it is. */
export async function keepEdition(edition: NewEdition, database: Database): Promise<void> {
  const { manifest, leftTexts = [], attachments = [] } = edition
  await database.execute(sql`
    insert into editions (id, issue_id, locale, subject, preheader, html, text, content_hash,
                          manifest, left_texts, attachments)
    values (${randomUUID()}, ${edition.issueId}, ${edition.locale}, ${edition.subject}, ${edition.preheader},
            ${edition.html}, ${edition.text}, ${edition.contentHash}, ${JSON.stringify(manifest)}::jsonb,
            ${JSON.stringify(leftTexts)}::jsonb, ${JSON.stringify(attachments)}::jsonb)
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
  left_texts: LeftText[]
  attachments: EditionFile[]
}

const editionOf = ({ issue_id, content_hash, left_texts, ...rest }: EditionRow): StoredEdition => ({
  ...rest,
  issueId: issue_id,
  contentHash: content_hash,
  leftTexts: left_texts,
})

const columns = sql`
  id, issue_id, locale, subject, preheader, html, text, content_hash, manifest, left_texts, attachments`

/** Null when there is no such edition. */
export async function editionById(id: string, database: Database): Promise<StoredEdition | null> {
  const { rows } = await database.execute<EditionRow>(sql`
    select ${columns} from editions where id = ${id}
  `)
  return rows[0] === undefined ? null : editionOf(rows[0])
}

/** The editions of an issue, by locale. Empty before the issue is sent. */
export async function editionsOf(issueId: string, database: Database): Promise<StoredEdition[]> {
  const { rows } = await database.execute<EditionRow>(sql`
    select ${columns} from editions
    where issue_id = ${issueId} order by locale
  `)
  return rows.map(editionOf)
}
