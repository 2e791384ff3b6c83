import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
  RequestContext,
  SanitizedCollectionConfig,
} from 'payload'

import { isLocale, type Locale, locales, sourceLocale } from '../../i18n/locales.ts'

type Row = Readonly<Record<string, unknown>>

/** Where a request keeps that it publishes every language: hooks after this one are not told. */
const EVERY = 'publishesEveryLocale'
const CHOSEN = 'localesToPublish'
const ORDERED = 'orderedLocales'

/** What to pass as `context` so that a save with `publishAllLocales` publishes these languages and no other. */
export const orderedLocales = (locales: readonly Locale[]): RequestContext => ({ [ORDERED]: [...locales] })

/** Notes on the request whether all languages are to be published, before Payload acts on it. */
export const noteEveryLocale: CollectionBeforeOperationHook = ({ args, operation, context }) => {
  if (!['create', 'update'].includes(operation)) return args
  const { publishAllLocales, draft } = args as { publishAllLocales?: unknown; draft?: boolean }
  context[EVERY] = publishAllLocales === true && draft !== true
  delete context[CHOSEN]
  return args
}

/**
 * In which languages this write makes the row public. "All" are those that it is written in: a language without a
 * title has nothing to publish.
 */
export async function localesToPublish(
  collection: SanitizedCollectionConfig,
  data: Row,
  id: string | undefined,
  req: PayloadRequest,
): Promise<readonly Locale[]> {
  if (data._status !== 'published') return []
  const current = isLocale(req.locale) ? req.locale : sourceLocale
  if (req.context[EVERY] !== true) return [current]
  const ordered = req.context[ORDERED]
  if (Array.isArray(ordered)) {
    req.context[CHOSEN] = ordered
    return ordered.filter(isLocale)
  }
  const { title } = id === undefined ? {} : await writtenInEveryLocale(collection, id, req)
  const titles: Row = { ...(typeof title === 'object' ? title : {}), [current]: data.title }
  const chosen = locales.filter((locale) => typeof titles[locale] === 'string' && titles[locale] !== '')
  req.context[CHOSEN] = chosen
  return chosen
}

/** The languages that `localesToPublish` chose for this request. Null: it does not publish all. */
export function chosenLocales({ [CHOSEN]: chosen }: RequestContext): readonly Locale[] | null {
  return Array.isArray(chosen) ? chosen.filter(isLocale) : null
}

/** The latest draft in every language: localised fields are objects by locale. Empty when there is none. */
export async function writtenInEveryLocale(
  { slug }: SanitizedCollectionConfig,
  id: string,
  req: PayloadRequest,
): Promise<Row> {
  const stored = await req.payload.findByID({
    collection: slug as CollectionSlug,
    id,
    draft: true,
    depth: 0,
    // Without it a missing row would roll back the save that is under way.
    disableErrors: true,
    // A request of its own: Payload writes the locale it reads in onto the request it is given.
    req: { ...req, query: {}, locale: 'all', fallbackLocale: false } as unknown as PayloadRequest,
    locale: 'all',
  })
  return (stored ?? {}) as unknown as Row
}
