import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

import { type Deed, type FakePost, type FakeSite, newSite, type SiteLanguage } from './fake-wordpress-site.ts'

interface Options {
  /** Whether articles have languages and ties to their translations. */
  readonly polylang?: boolean
  /** How it names its languages. Null: it does not say. */
  readonly siteLanguages?: readonly SiteLanguage[] | null
  /** Without it the API is reached by a parameter. */
  readonly prettyAddresses?: boolean
  /** Whether what is deleted goes to the trash first. */
  readonly trash?: boolean
  /** What the account may. */
  readonly capabilities?: readonly string[]
  /** Whether a plugin keeps making tags to editors. */
  readonly tagsAreClosed?: boolean
  /** Answers pages where the API should, as a firewall does. */
  readonly blocked?: boolean
}

export interface FakeWordPress extends AsyncDisposable {
  readonly url: string
  readonly site: FakeSite
  readonly username: string
  readonly password: string
  /** Addresses of the items whose articles readers find, oldest first. */
  standing(): readonly string[]
  /** Title and text of the newest article, as readers see it. */
  newestText(): string
}

const USERNAME = 'emissary'
const PASSWORD = 'abcd EFGH 1234 ijkl'
const author = ['edit_posts', 'publish_posts', 'upload_files']

/** A WordPress as its REST API behaves: https://developer.wordpress.org/rest-api/reference/ */
export async function startFakeWordPress(options: Options = {}): Promise<FakeWordPress> {
  const { prettyAddresses = true, blocked = false } = options
  const site = newSite({
    polylang: options.polylang ?? false,
    siteLanguages: options.siteLanguages ?? null,
    trash: options.trash ?? true,
    capabilities: options.capabilities ?? author,
    tagsAreClosed: options.tagsAreClosed ?? false,
  })
  const server = createServer(async (request, response) => {
    const origin = `http://${request.headers.host}`
    const url = new URL(request.url ?? '/', origin)
    const body = await bodyOf(request)
    const path = pathOf(url, prettyAddresses)
    if (path === null) {
      const root = prettyAddresses ? `${origin}/wp-json/` : `${origin}/index.php?rest_route=/`
      response.setHeader('link', `<${root}>; rel="https://api.w.org/"`)
      return response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' }).end('<!doctype html>')
    }
    if (blocked) return response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Forbidden</h1>')
    const { status, json } = site.answer(deedOf({ request, url, path, body }))
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' })
    return response.end(JSON.stringify(json))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const seen = () => site.posts.filter(({ status }) => status === 'publish')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    site,
    username: USERNAME,
    password: PASSWORD,
    standing: () => seen().flatMap(addressOf),
    newestText: () => {
      const newest = seen().at(-1)
      return newest === undefined ? '' : `${shown(newest.title)}\n${newest.content}`
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Null: a page for readers. */
function pathOf(url: URL, prettyAddresses: boolean): string | null {
  const route = url.searchParams.get('rest_route')
  if (route !== null) return route
  return prettyAddresses && url.pathname.startsWith('/wp-json')
    ? url.pathname.slice('/wp-json'.length) || '/'
    : null
}

function deedOf({
  request,
  url,
  path,
  body,
}: {
  readonly request: IncomingMessage
  readonly url: URL
  readonly path: string
  readonly body: Buffer
}): Deed {
  const type = request.headers['content-type'] ?? ''
  const given = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString()
  return {
    method: request.method ?? 'GET',
    path,
    query: Object.fromEntries(url.searchParams),
    json: type.startsWith('application/json')
      ? (JSON.parse(body.toString('utf8')) as Record<string, unknown>)
      : {},
    file: type.startsWith('image/')
      ? { type, content: body, disposition: String(request.headers['content-disposition'] ?? '') }
      : null,
    // The blanks that it shows a password with do not count.
    isKnown: given === `${USERNAME}:${PASSWORD.replaceAll(' ', '')}`,
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const addressOf = ({ content }: FakePost): string[] =>
  [...content.matchAll(/<a href="([^"]+)" rel="external">/g)].map(([, href = '']) => href)

/** A title is HTML. */
const shown = (title: string): string =>
  title
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
