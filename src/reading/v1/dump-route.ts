import { ReadableStream } from 'node:stream/web'

import { isLocale } from '../../i18n/locales.ts'
import { isReadable } from '../contract/document.ts'
import { dumpDocuments } from '../documents/dump-documents.ts'
import { freshen } from '../documents/freshen.ts'
import { text } from '../openapi/shared-schemas.ts'
import { openToAll, problem } from './problem.ts'
import { type Route, route } from './route.ts'

/** JSON lines. https://github.com/ndjson/ndjson-spec */
const DUMP_TYPE = 'application/x-ndjson'

/** Where everything of a collection in a language is in one file. */
export const dumpPath = (collection: string, locale: string): string =>
  `/v1/dumps/${collection}.${locale}.ndjson`

/**
 * `/v1/dumps/{collection}.{locale}.ndjson`: everything at once, for whoever would rather have a file than pages. Written as it
 * is read, so that it never stands in memory, and kept by no cache.
 */
export const dumpRoute: Route = route({
  path: '/v1/dumps/{file}',
  name: 'getDump',
  about: 'dump',
  scope: 'read',
  parameters: {},
  answers: { schema: text, contentType: DUMP_TYPE },
  refusals: ['not-found'],
  async answer({ payload, path: { file = '' }, languages: { enabled } }) {
    const [collection = '', locale, ending, ...more] = file.split('.')
    const isFile = ending === 'ndjson' && more.length === 0
    if (!isFile || !isReadable(collection) || !isLocale(locale) || !enabled.includes(locale))
      return problem('not-found')
    await freshen(payload)
    const lines = ReadableStream.from(inBytes(dumpDocuments(payload, { collection, locale })))
    return new Response(lines as unknown as BodyInit, {
      headers: {
        ...openToAll,
        'Content-Type': DUMP_TYPE,
        'Content-Language': locale,
        'Content-Disposition': `attachment; filename="${collection}.${locale}.ndjson"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
})

async function* inBytes(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const each of lines) yield encoder.encode(each)
}
