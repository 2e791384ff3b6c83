import { MAX_QUERY } from '../../reading/search/parse-query.ts'
import { readSearchCursor } from '../../reading/search/search-cursor.ts'
import { searchDocuments } from '../../reading/search/search-documents.ts'
import { tagsOf } from '../kept-page.ts'
import { inLocale, type Visit } from '../visit.ts'
import { type AskedSearch, searchable, searchPage } from './search-page.ts'

const PER_PAGE = 20

/** `/{locale}/search?q=…`: finds what is public in the language of the page, and nothing in another. */
export const answerSearchPage = (visit: Visit, { locale }: { readonly locale: string }): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const asked = read(new URL(visit.request.url).searchParams)
    const tags = tagsOf(context.locale, searchable)
    if (asked.q === '') return { page: searchPage(context, asked, null), tags }
    const found = await searchDocuments(visit.payload, {
      locale: context.locale,
      q: asked.q,
      collections: asked.collection === null ? searchable : [asked.collection],
      limit: PER_PAGE,
      after: asked.after ?? undefined,
    })
    return { page: searchPage(context, asked, found), tags }
  })

/** What cannot be read is as if it had not been said: an old or broken link still searches. */
function read(query: URLSearchParams): AskedSearch {
  return {
    q: (query.get('q') ?? '').trim().slice(0, MAX_QUERY),
    collection: searchable.find((each) => each === query.get('in')) ?? null,
    after: readSearchCursor(query.get('after') ?? ''),
  }
}
