import type { FileValue, PublicDocument } from '../contract/document.ts'
import { fileIn, rowsIn, textIn } from './details.ts'

/** A file or address under which a publication can be had in a document's own language. */
export interface Edition {
  readonly format: string | null
  readonly file: FileValue | null
  /** Absolute address of the file, or of where it is offered. Null: it is only named. */
  readonly url: string | null
  readonly isbn: string | null
  /** Without a prefix: `10.5281/zenodo.1`. */
  readonly doi: string | null
  readonly issn: string | null
  readonly pages: string | null
}

export const doiUrl = (doi: string): string => `https://doi.org/${doi}`

/** Each language version carries identifiers of its own: those of another language are not here. */
export const editionsOf = ({ details, locale }: PublicDocument): readonly Edition[] =>
  rowsIn(details, 'editions')
    .filter((row) => row.locale === locale)
    .map((row) => {
      const file = fileIn(row, 'file')
      return {
        format: textIn(row, 'format'),
        file,
        url: file?.url ?? textIn(row, 'url'),
        isbn: textIn(row, 'isbn'),
        doi: textIn(row, 'doi')?.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, '') ?? null,
        issn: textIn(row, 'issn'),
        pages: textIn(row, 'pages'),
      }
    })
