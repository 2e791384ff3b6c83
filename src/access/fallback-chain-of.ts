import type { PayloadRequest, RequestContext } from 'payload'

import { isLocale, type Locale } from '../i18n/locales.ts'

const ASKED = 'fallback'
const CHAIN = 'fallbackChain'
const ROWS = 'servedRows'

/** Whatever `fallback` says where there is none: GraphQL and the Local API have no address to read it from. */
export const fallbackContext = (asked: string): RequestContext => ({ [ASKED]: asked })

/** What the request says about fallback. Null: nothing, so nothing falls back. */
export function askedFallback({ context, payloadAPI, query }: PayloadRequest): string | null {
  const asked = context[ASKED] ?? (payloadAPI === 'REST' ? query.fallback : undefined)
  return asked === undefined || asked === null ? null : String(asked)
}

/** The locales in which an item may be served, in order. Null: in the requested one only. */
export function chainOf({
  context,
  locale,
}: Pick<PayloadRequest, 'context' | 'locale'>): readonly Locale[] | null {
  const chains = context[CHAIN] as Readonly<Record<string, readonly Locale[]>> | undefined
  return (isLocale(locale) && chains?.[locale]) || null
}

/** Rows by collection and id with the locale each is served in, as far as it is known. Payload drops what was not selected. */
export function servedRows({ context }: Pick<PayloadRequest, 'context'>): Map<string, Locale> {
  const rows = context[ROWS]
  return rows instanceof Map ? rows : new Map()
}

/** One request may read in several locales, each with a chain that begins with it. */
export function keepChain(req: PayloadRequest, locale: Locale, chain: readonly Locale[]): void {
  req.context[ROWS] ??= new Map()
  req.context[CHAIN] = { ...(req.context[CHAIN] as object | undefined), [locale]: chain }
}
