import { createHash } from 'node:crypto'

import type { Html } from '../content/markup/html.ts'
import type { SiteContext } from './site-context.ts'

/** Scripts, styles and fonts of ours only, and nothing from anyone else. */
const contentSecurity = (framedBy: "'none'" | '*'): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    // Lists that are narrowed are fetched in place.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')

const shared = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': contentSecurity("'none'"),
} as const

/** A page for everyone, which caches may keep as long as they ask whether it still holds. */
export function pageResponse(
  request: Request,
  { locale }: SiteContext,
  page: Html,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Response {
  return revalidated(request, page.source, status, {
    ...shared,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': locale,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    ...headers,
  })
}

/** A page for one person, reached by a secret link: kept by nobody, found by nobody, and its address told to nobody. */
export function privateResponse({ locale }: SiteContext, page: Html, status = 200): Response {
  return new Response(page.source, {
    status,
    headers: {
      ...shared,
      ...privately,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': locale,
    },
  })
}

/** A page that may stand in a frame on anybody's site, and is kept no more than one for one person. */
export function framedResponse(context: SiteContext, page: Html, status = 200): Response {
  const response = privateResponse(context, page, status)
  response.headers.set('Content-Security-Policy', contentSecurity('*'))
  return response
}

/** A page for everyone that may stand in a frame on anybody's site. */
export const openPage = (
  request: Request,
  context: SiteContext,
  page: Html,
  headers: Readonly<Record<string, string>>,
): Response =>
  pageResponse(request, context, page, {
    headers: { ...headers, 'Content-Security-Policy': contentSecurity('*') },
  })

export const privately = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
} as const

/** Answers 304 where the reader has these very bytes already. RFC 9110, section 13.1.2. */
export function revalidated(
  request: Request,
  body: string,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const all = { 'Cache-Control': 'public, max-age=0, must-revalidate', ...headers, ETag: tag }
  const held = request.headers.get('If-None-Match')?.split(',') ?? []
  const isHeld = status === 200 && held.some((each) => each.trim().replace(/^W\//, '') === tag)
  return isHeld
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { status, headers: all })
}

/** For files whose address changes with their content. */
export const lasting = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
} as const
