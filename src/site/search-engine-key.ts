import { indexnow } from '../channels/indexnow.ts'
import { revalidated } from './responses.ts'
import type { Visit } from './visit.ts'

/**
 * A file that holds its own name, by which search engines see that whoever told them of a change may speak for this site.
 * There is one for each key that a channel uses, paused or not. https://www.indexnow.org/documentation
 */
export async function answerSearchEngineKey(
  { payload, request }: Visit,
  { key }: { readonly key: string },
): Promise<Response> {
  const { docs } = await payload.find({
    collection: 'channels',
    where: { service: { equals: indexnow.name } },
    depth: 0,
    pagination: false,
    select: { settings: true },
  })
  const keys = docs.map(({ settings }) =>
    typeof settings === 'object' && settings !== null && 'key' in settings ? settings.key : null,
  )
  const isOurs = keys.includes(key)
  return revalidated(request, isOurs ? key : '', isOurs ? 200 : 404, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'public, max-age=300',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  })
}
