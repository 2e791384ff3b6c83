import { openApi } from '../../reading/openapi/open-api.ts'
import { routesOf } from '../../reading/v1/routes.ts'
import { revalidated } from '../responses.ts'
import type { Visit } from '../visit.ts'
import { docsPage } from './docs-page.ts'

/** `/v1/docs`: the description of the contract, to be read. In English, as everything for programmers. */
export async function answerDocs({ payload, request }: Visit): Promise<Response> {
  const page = docsPage(openApi(routesOf(payload.config), payload.config) as never)
  return revalidated(request, page.source, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': 'en',
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Tag': 'network',
  })
}
