import { ReadableStream } from 'node:stream/web'

import { isLocale } from '../../i18n/locales.ts'
import { isReadable } from '../contract/document.ts'
import { dumpDocuments } from '../documents/dump-documents.ts'
import { freshen } from '../documents/freshen.ts'
import { countDocuments } from '../documents/read-documents.ts'
import { text } from '../openapi/shared-schemas.ts'
import { MAX_LIMIT } from './list-route.ts'
import { openToAll, problem } from './problem.ts'
import { type Ask, type Route, route } from './route.ts'

/** JSON lines. https://github.com/ndjson/ndjson-spec */
const DUMP_TYPE = 'application/x-ndjson'

/** Where everything of a collection in a language is in one file. */
export const dumpPath = (collection: string, locale: string): string =>
  `/v1/dumps/${collection}.${locale}.ndjson`

/**
 * `/v1/dumps/{collection}.{locale}.ndjson`: everything at once, for whoever would rather have a file than pages. Written as it
 * is read, so that it never stands in memory, and kept by no cache. It counts as many requests as it has pages.
 */
export const dumpRoute: Route = route({
  path: '/v1/dumps/{file}',
  name: 'getDump',
  about: 'dump',
  scope: 'read',
  parameters: {},
  answers: { schema: text, contentType: DUMP_TYPE },
  refusals: ['not-found'],
  /** The pages that it saves its reader. */
  async weigh({ payload, ...asked }) {
    const wanted = fileOf(asked)
    if (wanted === null) return 1
    const { collection, locale } = wanted
    return Math.max(
      1,
      Math.ceil((await countDocuments(payload, { collections: [collection], locale })) / MAX_LIMIT),
    )
  },
  async answer({ payload, ...asked }) {
    const wanted = fileOf(asked)
    if (wanted === null) return problem('not-found')
    const { collection, locale } = wanted
    await freshen(payload)
    const lines = ReadableStream.from(inBytes(dumpDocuments(payload, wanted)))
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

/** Null: there is no such file. */
function fileOf({ path: { file = '' }, languages: { enabled } }: Pick<Ask, 'path' | 'languages'>) {
  const [collection = '', locale, ending, ...more] = file.split('.')
  const isFile = ending === 'ndjson' && more.length === 0
  const isThere = isFile && isReadable(collection) && isLocale(locale) && enabled.includes(locale)
  return isThere ? { collection, locale } : null
}

async function* inBytes(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const each of lines) yield encoder.encode(each)
}
