import type { Locale } from '../../i18n/locales.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { referenceOf, rowsOf, textOf } from '../details.ts'

/** What a document is cited by. */
export interface Citation {
  readonly id: string
  readonly authors: readonly string[]
  readonly title: string
  readonly publisher: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly url: string
  readonly locale: Locale
  readonly doi: string | null
  readonly kind: 'report' | 'page'
}

/** Whoever signed it; otherwise who answers for it. */
export function citationOf(document: PublicDocument, network: string): Citation {
  const { collection, details, id, locale, organisation, publishedAt, title, url } = document
  const authors = rowsOf(details.authors).flatMap(({ name }) => textOf(name) ?? [])
  const publisher = referenceOf(details.publisher)?.label ?? network
  const dois = rowsOf(details.editions).flatMap((edition) =>
    edition.locale === locale ? (textOf(edition.doi) ?? []) : [],
  )
  return {
    id,
    authors: authors.length > 0 ? authors : organisation === null ? [] : [organisation.label],
    title,
    publisher,
    date: (textOf(details.date) ?? publishedAt).slice(0, 10),
    url: url ?? '',
    locale,
    doi: dois[0] ?? null,
    kind: collection === 'publications' ? 'report' : 'page',
  }
}

/** For reference managers. https://en.wikipedia.org/wiki/RIS_(file_format) */
export function ris({ authors, title, publisher, date, url, locale, doi, kind }: Citation): string {
  const lines: readonly (readonly [string, string])[] = [
    ['TY', kind === 'report' ? 'RPRT' : 'ELEC'],
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ['PB', publisher],
    ['PY', date.slice(0, 4)],
    ['DA', date.replaceAll('-', '/')],
    ['LA', locale],
    ...(doi === null ? [] : [['DO', doi] as const]),
    ['UR', url],
    ['ER', ''],
  ]
  return lines.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`).join('')
}

/** http://www.bibtex.org/Format/ with the fields that biblatex adds, in UTF-8. */
export function bibtex({ id, authors, title, publisher, date, url, locale, doi, kind }: Citation): string {
  const fields: readonly (readonly [string, string])[] = [
    ...(authors.length > 0
      ? [['author', authors.map((name) => `{${clean(name)}}`).join(' and ')] as const]
      : []),
    ['title', `{${clean(title)}}`],
    [kind === 'report' ? 'institution' : 'organization', clean(publisher)],
    ['date', date],
    ['year', date.slice(0, 4)],
    ['langid', locale],
    ...(doi === null ? [] : [['doi', clean(doi)] as const]),
    ['url', url],
  ]
  const body = fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')
  return `@${kind === 'report' ? 'report' : 'online'}{emissary-${id},\n${body}\n}\n`
}

/** What would end a field early. */
const clean = (text: string): string =>
  text
    .replace(/[{}\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
