import { APIError, type CollectionBeforeOperationHook, type PayloadRequest, type Where } from 'payload'

import { adminText } from '../i18n/admin-text.ts'
import { fallbackChain } from '../i18n/fallback-chain.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { isEveryLocale } from './every-locale.ts'
import { askedFallback, chainOf, keepChain } from './fallback-chain-of.ts'
import { type FieldsOf, isLocalisedPath, localisedWhere } from './localised-where.ts'
import { pathsOf } from './query-paths.ts'

interface Query {
  readonly where?: Where
  readonly sort?: string | readonly string[]
  readonly draft?: boolean
}

/**
 * `fallback=de,en`: an item that is not public in the requested locale is found, and served whole, in the first of these
 * in which it is. Payload's own fallback goes field by field and would mix languages, so it is refused. The rows are
 * found in one query, so that pages and totals are right; `served` in each of them says what came of it.
 */
export const explicitFallback: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'read' && operation !== 'count') return args
  if (fallsBackByField(req)) throw new APIError(adminText(req, 'invalid.fallbackLocale'), 400)
  const asked = askedFallback(req)
  if (asked === null) return args
  const query = args as unknown as Query
  const chain = await chainFor(asked, query, req)
  if (!('where' in args)) return args
  const fieldsOf: FieldsOf = (slug) => req.payload.collections[slug as 'news']?.config.flattenedFields ?? []
  const place = { fields: collection.flattenedFields, fieldsOf }
  const sorted = [query.sort ?? []].flat().flatMap((path) => path.split(','))
  const localised = sorted
    .map((path) => path.trim().replace(/^-/, ''))
    .find((path) => isLocalisedPath(path, place))
  if (localised !== undefined)
    throw new APIError(adminText(req, 'invalid.fallbackSort', { path: localised }), 400)
  const hasStatus = collection.flattenedFields.some(({ name }) => name === '_status')
  if (!hasStatus) return args
  return { ...args, where: inChain(query.where ?? {}, chain, place) } as typeof args
}

function fallsBackByField({ payloadAPI, fallbackLocale }: PayloadRequest): boolean {
  if (payloadAPI === 'local') return false
  return [fallbackLocale ?? []].flat().some(isLocale)
}

async function chainFor(asked: string, { draft }: Query, req: PayloadRequest): Promise<readonly Locale[]> {
  if (draft === true || isEveryLocale(req) || !isLocale(req.locale))
    throw new APIError(adminText(req, 'invalid.fallbackUse'), 400)
  const known = chainOf(req)
  if (known !== null) return known
  const network = await req.payload.db.findGlobal<{ fallbackLocales?: unknown }>({
    slug: 'network',
    select: { fallbackLocales: true },
    req,
  })
  const networkChain = Array.isArray(network.fallbackLocales) ? network.fallbackLocales.filter(isLocale) : []
  const chain = fallbackChain(req.locale, asked, networkChain)
  if ('unknown' in chain)
    throw new APIError(adminText(req, 'invalid.fallback', { locale: chain.unknown.slice(0, 40) }), 400)
  keepChain(req, req.locale, chain)
  return chain
}

const isPublicIn = (locale: Locale): Where => ({ [`_status.${locale}`]: { equals: 'published' } })
const isNotPublicIn = (locale: Locale): Where => ({ [`_status.${locale}`]: { not_equals: 'published' } })

/** What is asked of a text is asked of the one that is served. */
function inChain(where: Where, chain: readonly Locale[], place: Parameters<typeof localisedWhere>[1]): Where {
  if (!pathsOf(where).some((path) => isLocalisedPath(path, place)))
    return { and: [where, { or: chain.map(isPublicIn) }] }
  return {
    or: chain.map((locale, index) => ({
      and: [
        localisedWhere(where, place, locale),
        isPublicIn(locale),
        ...chain.slice(0, index).map(isNotPublicIn),
      ],
    })),
  }
}
