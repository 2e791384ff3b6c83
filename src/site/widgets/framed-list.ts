import { acknowledgementBlock } from '../../content/body/acknowledgement-block.ts'
import { type Html, html } from '../../content/markup/html.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { readDocuments } from '../../reading/documents/read-documents.ts'
import { problem } from '../../reading/v1/problem.ts'
import { strangeNames } from '../../reading/v1/read-query.ts'
import { browsables } from '../browse/browsable.ts'
import { facetGroups, readBrowseQuery } from '../browse/browse-query.ts'
import { listRow } from '../cards.ts'
import { acknowledgementsOf } from '../funding.ts'
import { keptAs, tagsOf } from '../kept-page.ts'
import { openPage } from '../responses.ts'
import { frameDocument } from '../subscriber/frame-document.ts'
import { inLocale, type Visit } from '../visit.ts'

interface Listed {
  readonly locale: string
  readonly collection: string
}

const DEFAULT_LIMIT = 6
const MAX_LIMIT = 20

/** `/{locale}/{collection}/embed?country=BE&limit=4`: a list for a frame on another site, without a script. */
export const answerFramedList = (visit: Visit, { locale, collection }: Listed): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const { payload, request, now } = visit
    const { searchParams } = new URL(request.url)
    const limit = Number(searchParams.get('limit') ?? DEFAULT_LIMIT)
    if (collection !== 'practices' && collection !== 'events') return null
    const errors = strangeNames(searchParams, [...browsables[collection].facets, 'limit'])
    if (errors.length > 0) return problem('query', { errors })
    const query = readBrowseQuery(collection, searchParams)
    if (query === null) return null
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) return null
    const { documents } = await readDocuments(payload, {
      collections: [collection],
      locale: context.locale,
      facets: facetGroups(query),
      limit,
      ...(collection === 'events' && { endingAfter: now, order: 'oldest' as const }),
    })
    const { t, terms } = context
    const name = terms(`collection.${collection}`)
    const funding = new Map(documents.flatMap(acknowledgementsOf).map((each) => [each.project, each]))
    const body = html`<h1>${name}</h1>${
      documents.length === 0
        ? html`<p>${t('widget.none')}</p>`
        : html`<ul class="rows">${documents.map((each) => listRow(context, each))}</ul>`
    }<p><a href="/${context.locale}/${collection}">${t(`widget.all.${collection}`)}</a></p>
<footer>${[...funding.values()].map((each) => acknowledgementBlock(context, each))}${sourceLine(documents)}</footer>`
    const head = html`<base target="_top">`
    return openPage(request, context, frameDocument(context, { title: name, body, head, isForm: false }), {
      ...keptAs(tagsOf(context.locale, [collection])),
      'X-Robots-Tag': 'noindex',
    })
  })

/** Whose the texts are, and under which licences. */
function sourceLine(documents: readonly PublicDocument[]): Html | false {
  const sources = [...new Set(documents.map(({ attribution }) => attribution))]
  const licences = new Map(
    documents.flatMap(({ licence }) => (licence === null ? [] : [[licence.url, licence.name]])),
  )
  return (
    sources.length > 0 &&
    html`<p>${sources.join(' · ')}${[...licences].map(
      ([href, name]) => html` · <a href="${href}" rel="license">${name}</a>`,
    )}</p>`
  )
}
