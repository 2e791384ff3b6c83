import { readDocument } from '../../reading/documents/read-documents.ts'
import { isPaged } from '../item-parts.ts'
import { keptAs } from '../kept-page.ts'
import { revalidated } from '../responses.ts'
import { decoded, inLocale, type Visit } from '../visit.ts'
import { bibtex, citationOf, ris } from './citation.ts'

interface NamedDocument {
  readonly locale: string
  readonly collection: string
  readonly slug: string
}

const formats = {
  ris: { write: ris, type: 'application/x-research-info-systems; charset=utf-8' },
  bib: { write: bibtex, type: 'application/x-bibtex; charset=utf-8' },
} as const

/** `/{locale}/{collection}/{slug}/citation.ris` and `.bib`: a document for a reference manager. */
const answerCitation =
  (format: keyof typeof formats) =>
  (visit: Visit, { locale, collection, slug }: NamedDocument): Promise<Response> =>
    inLocale(visit, locale, async (context) => {
      const name = decoded(slug)
      if (!isPaged(collection) || name === null) return null
      const document = await readDocument(visit.payload, collection, name, context.locale)
      if (document === null) return null
      const { write, type } = formats[format]
      return revalidated(visit.request, write(citationOf(document, context.network.name)), 200, {
        ...keptAs([`${collection}/${document.id}`, 'network']),
        'Content-Type': type,
        'Content-Language': context.locale,
        'Content-Disposition': `attachment; filename="citation.${format}"`,
        'X-Content-Type-Options': 'nosniff',
      })
    })

export const answerRis = answerCitation('ris')
export const answerBibtex = answerCitation('bib')
