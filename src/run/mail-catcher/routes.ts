import type { IncomingMessage, ServerResponse } from 'node:http'

import { fontFiles } from '../../site/stylesheet.ts'
import { type Answer, fileAnswer, htmlAnswer, jsonAnswer, mailHtmlAnswer, textAnswer } from './answers.ts'
import { assets } from './assets.ts'
import { listPage } from './list-page.ts'
import { mailPage, missingPage, viewOf } from './mail-page.ts'
import type { MailQuery, MailStore } from './mail-store.ts'

const PAGE_SIZE = 100
const MAX_LIMIT = 5000
const ownNames = ['localhost', '127.0.0.1']

/** Request listener for `node:http`. A failure is answered with 500 and its message: only developers look here. */
export function answer(store: MailStore): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    route(request, store).then(
      (found) => send(response, found),
      (error: Error) => send(response, textAnswer(500, error.message)),
    )
  }
}

async function route(request: IncomingMessage, store: MailStore): Promise<Answer> {
  // A page of the world whose name was pointed at this machine must not read these mails.
  const host = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? ''
  if (!ownNames.includes(host)) return textAnswer(421, 'only localhost and 127.0.0.1 are served')

  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, area = '', id = '', part = ''] = url.pathname.split('/')
  if (request.method === 'DELETE' && url.pathname === '/api/mails') {
    await store.clear()
    return { status: 204, headers: {}, body: '' }
  }
  if (request.method !== 'GET') return textAnswer(405, 'only GET, and DELETE of /api/mails')
  if (area === '') {
    const query = queryOf(url, PAGE_SIZE)
    return htmlAnswer(200, listPage(await store.find(query), query))
  }
  if (area === 'api' && id === 'mails') return api(url, part, store)
  if (area === 'mails') return mail(url, id, part, store)
  const font = area === 'assets' ? fontFiles.get(id) : undefined
  if (font !== undefined) return fileAnswer(font, 'font/woff2')
  return assets.get(url.pathname) ?? htmlAnswer(404, missingPage())
}

async function api(url: URL, id: string, store: MailStore): Promise<Answer> {
  if (id === '') return jsonAnswer(200, await store.find(queryOf(url, PAGE_SIZE)))
  const found = await store.get(id)
  if (found === null) return jsonAnswer(404, { error: 'no such mail' })
  return jsonAnswer(200, { ...found.summary, ...found.content })
}

async function mail(url: URL, id: string, part: string, store: MailStore): Promise<Answer> {
  const found = await store.get(id)
  const raw = await store.raw(id)
  if (found === null || raw === null) return htmlAnswer(404, missingPage())
  if (part === 'raw') return textAnswer(200, raw)
  if (part === 'html') return mailHtmlAnswer(found.content.html ?? '')
  return htmlAnswer(200, mailPage(found, raw, viewOf(url.searchParams.get('view'), found.content)))
}

function queryOf({ searchParams }: URL, defaultLimit: number): MailQuery {
  const whole = (name: string, otherwise: number): number => {
    const value = Number(searchParams.get(name) ?? otherwise)
    return Number.isInteger(value) && value >= 0 ? value : otherwise
  }
  return {
    to: searchParams.get('to')?.toLowerCase() ?? null,
    words: searchParams.get('q')?.trim() ?? '',
    offset: whole('offset', 0),
    limit: Math.min(whole('limit', defaultLimit), MAX_LIMIT),
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(body)
}
