import type { Payload } from 'payload'
import { Html } from '../content/markup/html.ts'
import { networkLanguages } from '../content/network-languages.ts'
import type { Locale } from '../i18n/locales.ts'
import { negotiate } from '../i18n/negotiate.ts'
import { negotiated } from '../reading/formats/json-ld-answer.ts'
import { type KeptPage, keptAs } from './kept-page.ts'
import { loadSite } from './load-site.ts'
import { notFoundPage } from './not-found.ts'
import { pageResponse } from './responses.ts'
import type { SiteContext } from './site-context.ts'

/** One request and what answering it takes. */
export interface Visit {
  readonly request: Request
  readonly payload: Payload
  readonly now: Date
  /** Runs after the answer has left, so that the time it takes tells nothing. */
  later(work: () => Promise<void>): void
  /** Hands one mail to the transport. */
  mail(mail: ShortLetter): Promise<void>
}

/** A mail to one person that answers something they did. */
export interface ShortLetter {
  /** The name before our address. */
  readonly fromName: string
  readonly to: string
  readonly locale: Locale
  readonly subject: string
  readonly html: string
  readonly text: string
}

/** Answers in the language of the address; where the site does not exist in it, says so in one that the reader knows. */
export async function inLocale(
  visit: Visit,
  locale: string,
  answer: (context: SiteContext) => Promise<KeptPage | Html | Response | null>,
): Promise<Response> {
  const { payload, request } = visit
  const context = await loadSite(payload, locale)
  if (context === null) return missing(visit)
  const answered = await answer(context)
  if (answered instanceof Response) return answered
  if (answered === null) return pageResponse(request, context, notFoundPage(context), { status: 404 })
  if (answered instanceof Html) return pageResponse(request, context, answered)
  const { page, tags, isNegotiated = false } = answered
  return pageResponse(request, context, page, {
    headers: { ...keptAs(tags), ...(isNegotiated && negotiated) },
  })
}

/** Nothing here, said in the language that the browser asks for. */
async function missing(visit: Visit): Promise<Response> {
  const { payload, request } = visit
  const context = await contextFor(visit)
  if (context === null) throw new Error(`the network ${payload.config.serverURL} has no language enabled`)
  return pageResponse(request, context, notFoundPage(context), {
    status: 404,
    headers: { Vary: 'Accept-Language' },
  })
}

/** The site in the browser's language. Null only before the network was set up. */
export async function contextFor({ payload, request }: Visit): Promise<SiteContext | null> {
  const { enabled, chain } = await networkLanguages(payload)
  if (enabled.length === 0) return null
  return loadSite(payload, negotiate(request.headers.get('Accept-Language'), enabled, chain))
}

/**
 * A part of the address as it was before it was encoded, its letters composed as names are. Null when it cannot be read, or
 * holds a zero byte, which no name of ours does and Postgres takes for a fault.
 */
export function decoded(part: string): string | null {
  try {
    const plain = decodeURIComponent(part).normalize('NFC')
    return plain.includes('\0') ? null : plain
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
