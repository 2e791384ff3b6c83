import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { EventNote } from '../reading/contract/document.ts'
import { lastingScript, scripts } from '../site/stylesheet.ts'

/** What is shown of an event in a list. */
export interface ListedEvent {
  readonly title: string
  readonly countries: readonly string[]
  readonly event: EventNote
}

/** An event of which all is as usual but what a test says. */
export const eventNote = (note: Pick<EventNote, 'start' | 'end' | 'timeZone'>): EventNote => ({
  status: 'as-planned',
  mode: 'online',
  previousStart: null,
  venue: null,
  ...note,
})

/**
 * The elements' script beside an API that has these events, in these languages, and refuses every other, as the product
 * does. Pages of the site stand at `/?body=…&lang=…`.
 */
export async function listsServer(spoken: readonly string[], events: readonly ListedEvent[]) {
  const asked: URL[] = []
  const state = { isAway: false }
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const script = lastingScript(url.pathname) ?? scripts.get(url.pathname)
    if (script !== undefined) return response.setHeader('Content-Type', 'text/javascript').end(script)
    if (url.pathname !== '/v1/events') {
      const { lang = '', body = '' } = Object.fromEntries(url.searchParams)
      const page = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A partner</title>
        <script type="module" src="/assets/emissary-lists.js"></script><main>${body}</main></html>`
      return response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)
    }
    asked.push(url)
    const locale = url.searchParams.get('locale') ?? ''
    if (state.isAway) return response.writeHead(503).end()
    if (!spoken.includes(locale)) return response.writeHead(400).end('{}')
    const country = url.searchParams.get('country')
    const data = events
      .filter(({ countries }) => country === null || countries.includes(country))
      .filter(({ event }) => event.start >= (url.searchParams.get('from') ?? ''))
      .filter(({ event }) => event.start < `${url.searchParams.get('to') ?? '9'}T24`)
      .map((event) => ({ ...listed, ...event, locale }))
    return response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ data, next: null }))
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  return {
    asked,
    /** Whether the API answers 503 from now on. */
    state,
    page: (lang: string, body: string) =>
      `http://127.0.0.1:${port}/?${new URLSearchParams({ lang, body }).toString()}`,
    async [Symbol.asyncDispose]() {
      http.closeAllConnections()
      http.close()
    },
  }
}

const listed = {
  summary: 'Meet founders.',
  url: 'https://network.example/en/events/open-day',
  image: null,
  funding: [],
  machineTranslated: false,
  sample: false,
  licence: null,
  attribution: 'Sample network',
}
