import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ManifestEntry } from './editions.ts'

/**
 * Whether readers have the edition, so that everybody may: its issue was finished once, or the first mail of this very
 * edition has left. A language that is held back has none. To be put where `issue` and `edition` are their tables.
 */
const isOut = sql`(
  issue.state in ('sending', 'paused', 'sent', 'cancelled') and (
    issue.state = 'sent' or issue.sent_at is not null or exists (
      select from email_deliveries d
      where d.issue_id = issue.id and d.locale = edition.locale
        and d.state in ('submitting', 'submitted', 'unconfirmed')
    )
  )
)`

/** The moment at which the edition was frozen, or its issue's date where that was sent before there was a ledger. */
const outAt = sql`least(edition.rendered_at, issue.sent_at)`

export interface PublicEdition {
  readonly id: string
  readonly issueId: string
  readonly newsletterId: string
  readonly subject: string
  readonly html: string
  readonly manifest: readonly ManifestEntry[]
  readonly attachments: readonly { readonly filename: string; readonly contentType: string }[]
}

interface EditionName {
  /** Slug of the newsletter. */
  readonly newsletter: string
  readonly number: number
}

/** Null: there is none that readers have. */
export async function publicEdition(
  { newsletter, number }: EditionName,
  locale: Locale,
  database: Database,
): Promise<PublicEdition | null> {
  const { rows } = await database.execute<Record<keyof PublicEdition, never>>(sql`
    select edition.id, edition.issue_id as "issueId", issue.newsletter_id as "newsletterId", edition.subject, edition.html,
      edition.manifest,
      (select coalesce(jsonb_agg(jsonb_build_object('filename', file ->> 'filename', 'contentType', file ->> 'contentType')), '[]')
       from jsonb_array_elements(edition.attachments) file) as attachments
    from editions edition
    join issues issue on issue.id = edition.issue_id and issue.number = ${number}
    join newsletters on newsletters.id = issue.newsletter_id and newsletters.slug = ${newsletter}
    where edition.locale = ${locale} and ${isOut}
  `)
  return rows[0] ?? null
}

/** One file that came with an edition's mails. Null: there is none of that name. */
export async function publicAttachment(
  { newsletter, number }: EditionName,
  locale: Locale,
  filename: string,
  database: Database,
): Promise<{ readonly contentType: string; readonly content: string } | null> {
  const { rows } = await database.execute<{ contentType: string; content: string }>(sql`
    select file ->> 'contentType' as "contentType", file ->> 'content' as content
    from editions edition
    join issues issue on issue.id = edition.issue_id and issue.number = ${number}
    join newsletters on newsletters.id = issue.newsletter_id and newsletters.slug = ${newsletter}
    cross join lateral jsonb_array_elements(edition.attachments) file
    where edition.locale = ${locale} and file ->> 'filename' = ${filename} and ${isOut}
    limit 1
  `)
  return rows[0] ?? null
}

/** The languages in which readers have an issue, by the newsletter's slug and its number. */
export async function publicEditionLocales(
  { newsletter, number }: EditionName,
  database: Database,
): Promise<Locale[]> {
  const { rows } = await database.execute<{ locale: Locale }>(sql`
    select edition.locale from editions edition
    join issues issue on issue.id = edition.issue_id and issue.number = ${number}
    join newsletters on newsletters.id = issue.newsletter_id and newsletters.slug = ${newsletter}
    where ${isOut} order by edition.locale
  `)
  return rows.map(({ locale }) => locale)
}

/** An edition as a list names it. */
export interface ListedEdition {
  readonly id: string
  readonly newsletterId: string
  readonly number: number
  readonly subject: string
  readonly preheader: string
  readonly outAt: Date
  /** All languages in which readers have this issue, this one included. */
  readonly locales: readonly Locale[]
  /** What was said about it last. Null: nothing, or it was taken back. */
  readonly correction: string | null
  /** When something was last said about it or taken back. Null: never. */
  readonly correctedAt: Date | null
}

export interface EditionsWanted {
  readonly locale: Locale
  /** Null: of all newsletters. */
  readonly newsletterId: string | null
  /** Of each newsletter. */
  readonly limit: number
  /** @default 0 */
  readonly offset?: number
}

interface ListedRow extends Record<string, unknown> {
  id: string
  newsletter_id: string
  number: number
  subject: string
  preheader: string
  out_at: string
  locales: Locale[]
  note: string | null
  corrected_at: string | null
}

const named = sql`edition.id, edition.issue_id, issue.newsletter_id, issue.number::int as number, edition.subject,
  edition.preheader, ${outAt} as out_at`

/** What is said of each row of `listed`, which has what is `named`. */
const described = (locale: Locale) => sql`
  select listed.*, said.note, said.at as corrected_at, (
    select coalesce(jsonb_agg(edition.locale order by edition.locale), '[]')
    from editions edition join issues issue on issue.id = edition.issue_id
    where edition.issue_id = listed.issue_id and ${isOut}
  ) as locales
  from listed
  left join lateral (
    select note, at from edition_corrections c where c.issue_id = listed.issue_id and c.locale = ${locale}
    order by at desc, id desc limit 1
  ) said on true
  order by listed.number desc, listed.newsletter_id
`

const listedEdition = (row: ListedRow): ListedEdition => ({
  id: row.id,
  newsletterId: row.newsletter_id,
  number: row.number,
  subject: row.subject,
  preheader: row.preheader,
  outAt: new Date(row.out_at),
  locales: row.locales,
  correction: row.note || null,
  correctedAt: row.corrected_at === null ? null : new Date(row.corrected_at),
})

/** The editions in one language that readers have, newest issue first, and how many each newsletter has in all. */
export async function listPublicEditions(
  { locale, newsletterId, limit, offset = 0 }: EditionsWanted,
  database: Database,
): Promise<{ readonly editions: readonly ListedEdition[]; readonly totals: ReadonlyMap<string, number> }> {
  const { rows } = await database.execute<ListedRow & { total: number }>(sql`
    with out as (
      select ${named}, row_number() over newest as place,
        (count(*) over (partition by issue.newsletter_id))::int as total
      from issues issue join editions edition on edition.issue_id = issue.id and edition.locale = ${locale}
      where ${newsletterId === null ? sql`true` : sql`issue.newsletter_id = ${newsletterId}::uuid`} and ${isOut}
      window newest as (partition by issue.newsletter_id order by issue.number desc)
    ), listed as (
      select * from out where place > ${offset} and place <= ${offset + limit}
    )
    ${described(locale)}
  `)
  return {
    editions: rows.map(listedEdition),
    totals: new Map(rows.map(({ newsletter_id, total }) => [newsletter_id, total])),
  }
}

interface Archive {
  readonly locale: Locale
  readonly newsletterId: string
}

/**
 * The editions of one newsletter in one language, newest issue first, from below the number of an issue on: an issue that
 * leaves meanwhile moves none of them to another page.
 * @param before null: from the newest on.
 */
export async function publicEditionsBefore(
  before: number | null,
  { locale, newsletterId, limit }: Archive & { readonly limit: number },
  database: Database,
): Promise<ListedEdition[]> {
  const { rows } = await database.execute<ListedRow>(sql`
    with listed as (
      select ${named}
      from issues issue join editions edition on edition.issue_id = issue.id and edition.locale = ${locale}
      where issue.newsletter_id = ${newsletterId}::uuid and ${isOut}
        and ${before === null ? sql`true` : sql`issue.number < ${before}`}
      order by issue.number desc limit ${limit}
    )
    ${described(locale)}
  `)
  return rows.map(listedEdition)
}

/** How many there are in all. */
export async function countPublicEditions(
  { locale, newsletterId }: Archive,
  database: Database,
): Promise<number> {
  const { rows } = await database.execute<{ total: string }>(sql`
    select count(*) as total
    from issues issue join editions edition on edition.issue_id = issue.id and edition.locale = ${locale}
    where issue.newsletter_id = ${newsletterId}::uuid and ${isOut}
  `)
  return Number(rows[0]?.total ?? 0)
}

/**
 * What lists and web editions are made of beside the items in them, as changes of it are told: which are out, what was
 * said about them, how newsletters are called.
 */
export const editionTags = ['newsletters', 'issues', 'editions', 'corrections'] as const

/** The languages in which readers have an issue, by its id: those that a correction can be about. */
export async function publicLocalesOfIssue(issueId: string, database: Database): Promise<Locale[]> {
  const { rows } = await database.execute<{ locale: Locale }>(sql`
    select edition.locale from editions edition join issues issue on issue.id = edition.issue_id
    where edition.issue_id = ${issueId}::uuid and ${isOut} order by edition.locale
  `)
  return rows.map(({ locale }) => locale)
}
