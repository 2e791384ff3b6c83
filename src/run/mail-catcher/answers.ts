import { readFileSync } from 'node:fs'

import type { Html } from '../../content/markup/html.ts'

/** What goes back to the browser or program that asked. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** A mail's own HTML: no script, no form, nothing fetched but pictures from this machine. Links open beside it. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: http://localhost:* http://127.0.0.1:*; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

export const htmlAnswer = (status: number, page: Html): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy },
  body: page.source,
})

export function mailHtmlAnswer(html: string): Answer {
  const base = '<base target="_blank">'
  const head = /<head\b[^>]*>/i
  const body = head.test(html) ? html.replace(head, `$&${base}`) : `<!doctype html>${base}${html}`
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': mailPolicy },
    body,
  }
}

export const textAnswer = (status: number, body: string | Buffer): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})

export const jsonAnswer = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export const fileAnswer = (file: string, type: string): Answer => ({
  status: 200,
  headers: { 'content-type': type, 'cache-control': 'max-age=3600' },
  body: readFileSync(file),
})
