import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { ask, parseAnswer } from '../../channels/ask.ts'
import type { Capabilities, Channel, Post, RequestOptions, Standing } from '../../channels/channel.ts'
import { ChannelError } from '../../channels/channel-error.ts'
import { isOurs } from '../../channels/is-ours.ts'
import type { Service } from '../../channels/service.ts'
import { unlessMissing } from '../../channels/unless-missing.ts'
import type { Request } from '../../network/request.ts'

/** How the next submission goes wrong. */
type BareFault =
  | 'before' // the connection ends, and nothing was done
  | 'after' // it was done, and the answer is lost
  | 'away' // 503
  | 'busy' // 429
  | 'duplicate' // 409, without saying which

interface BarePost {
  readonly id: string
  /** Of the post, whatever became of its words. */
  readonly identity: string
  readonly url: string
  text: string
  /** Grows with each change, ours or others'. */
  mark: number
  /** A person changed it there, and said nothing of it to us. */
  isTheirs: boolean
}

export interface BareServer extends AsyncDisposable {
  readonly url: string
  /** What readers find there now, oldest first. */
  readonly posts: BarePost[]
  /** The identity of each post that was ever made. */
  readonly made: string[]
  /** Words of people that we wrote over without being told to. */
  readonly overwritten: string[]
  /** A person changes the newest post there. */
  editByHand(text: string): void
  /** And says that ours is to stand there all the same. */
  giveWay(): void
  failNext(...faults: readonly BareFault[]): void
}

interface BareOptions {
  readonly deduplicates: boolean
}

const stored = z.object({
  id: z.string(),
  identity: z.string(),
  url: z.string(),
  text: z.string(),
  mark: z.number(),
})
const submitted = stored.partial().extend({ seen: z.number().nullish() })

/** A service with nothing but posts, which can lack whatever services lack. */
export async function startBareServer({ deduplicates }: BareOptions): Promise<BareServer> {
  const posts: BarePost[] = []
  const made: string[] = []
  const overwritten: string[] = []
  const faults: BareFault[] = []
  const answerTo = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const url = new URL(request.url ?? '/', 'http://bare.example')
    const at = posts.findIndex(({ id, identity }) =>
      [`/posts/${id}`, `/posts/${identity}`].includes(url.pathname),
    )
    const standing = posts[at]
    if (request.method === 'GET' && url.pathname !== '/posts') return standing ? [200, standing] : [404, {}]
    if (request.method === 'GET')
      return [200, posts.filter((post) => post.url === url.searchParams.get('url')).reverse()]
    if (request.method === 'DELETE') {
      if (standing === undefined) return [404, {}]
      posts.splice(at, 1)
      return [200, {}]
    }
    const body = submitted.parse(await json(request))
    if (request.method === 'PUT') {
      if (standing === undefined) return [404, {}]
      if (typeof body.seen === 'number' && body.seen !== standing.mark) return [412, {}]
      if (standing.isTheirs) overwritten.push(standing.text)
      Object.assign(standing, { text: body.text, mark: standing.mark + 1, isTheirs: false })
      return [200, standing]
    }
    const known = deduplicates ? posts.find(({ identity }) => identity === body.identity) : undefined
    if (known !== undefined) return [200, known]
    const { identity = '', text = '', url: about = '' } = body
    const post = { id: String(made.length + 1), identity, text, url: about, mark: 1, isTheirs: false }
    made.push(identity)
    posts.push(post)
    return [201, post]
  }
  const server = createServer(async (request, response) => {
    const fault = request.method === 'GET' ? undefined : faults.shift()
    if (fault === 'before') return void request.socket.destroy()
    if (fault === 'away') return void response.writeHead(503).end()
    if (fault === 'busy') return void response.writeHead(429).end()
    if (fault === 'duplicate') return void response.writeHead(409).end()
    const [status, body] = await answerTo(request)
    if (fault === 'after') return void request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    made,
    overwritten,
    editByHand(text) {
      const newest = posts.at(-1)
      if (newest !== undefined) Object.assign(newest, { text, mark: newest.mark + 1, isTheirs: true })
    },
    giveWay() {
      for (const post of posts) post.isTheirs = false
    },
    failNext: (...next) => void faults.push(...next),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What most services can do. */
const ableService: Capabilities = {
  deduplicates: false,
  update: 'in-place',
  remove: 'yes',
  removeWithinMs: null,
  isFinal: false,
  posts: 'by-itself',
  language: 'none',
  concurrency: 4,
  pace: null,
}

interface BareAbilities extends Partial<Capabilities> {
  /** Whether it shows our latest posts. */
  readonly finds: boolean
  /** Whether it tells when a post was changed there. */
  readonly marks?: boolean
}

const reasons = { 404: 'missing', 409: 'duplicate', 412: 'changed-there' } as const

/** The adapter for it. A text is the kind of change, the title or an editor's words, and the address. */
export function bareService({ finds, marks = false, ...abilities }: BareAbilities): Service {
  const capabilities = { ...ableService, ...abilities }
  return {
    name: 'bare',
    capabilities,
    look: 'message',
    fixedUrl: null,
    settings: [],
    secrets: [],
    takes: 'summary',
    open({ baseUrl }, { request }): Channel {
      const send = async (
        method: Request['method'],
        path: string,
        { signal, now }: RequestOptions,
        body?: unknown,
      ) => {
        const content = body === undefined ? {} : { body: JSON.stringify(body) }
        const effect = method === 'GET' ? 'none' : 'visible'
        return ask(
          { url: new URL(path, baseUrl), method, signal, ...content },
          { request, now, effect, reasons },
        )
      }
      // What shows nothing and drops what it has seen goes by the name that we gave it.
      const isNamedByUs = capabilities.deduplicates && !finds
      const receipt = ({ id, identity, mark }: z.infer<typeof stored>) => ({
        remoteId: isNamedByUs ? identity : id,
        remoteUrl: `${baseUrl}/posts/${id}`,
        mark: marks ? String(mark) : null,
      })
      const saying = ({ text }: Post): string => text
      /** What stands there, if it is for us to change. Null: whatever that is. */
      const seen = async (
        standing: Standing,
        post: Post,
        options: RequestOptions,
      ): Promise<number | null> => {
        if (standing.mark === null || standing.overwrite) return null
        const found = parseAnswer(
          await send('GET', `/posts/${standing.remoteId}`, options),
          stored,
          'unavailable',
        )
        if (!isOurs(standing, { mark: String(found.mark), says: found.text }, post, saying))
          throw new ChannelError('changed-there', 'the post has other words than ours')
        return found.mark
      }
      /** Null: it is gone. */
      const read = async (remoteId: string, options: RequestOptions) => {
        const answer = await send('GET', `/posts/${remoteId}`, options).catch(unlessMissing)
        return answer && parseAnswer(answer, stored, 'unavailable')
      }
      const submit = async (...sent: Parameters<typeof send>) =>
        receipt(parseAnswer(await send(...sent), stored, 'unconfirmed'))
      return {
        service: 'bare',
        capabilities,
        verify: async () => ({ name: 'bare', url: null }),
        compose: (item, { change, ownText, reason }) => {
          const shown = change === 'revised' ? 'published' : change
          const text = [
            shown,
            ownText ?? item.title,
            ...(reason === undefined ? [] : [reason]),
            item.url,
          ].join(' | ')
          const report = { unit: 'characters', used: text.length, limit: 500, shortened: [] } as const
          return { text, locale: item.locale, url: item.url, image: null, report }
        },
        validate: ({ report: { used, limit } }) => (used > limit ? ['too-long'] : []),
        publish: ({ post: { text, url } }, options) =>
          submit('POST', '/posts', options, { identity: options.identity, text, url }),
        ...(marks && { saying }),
        update: async (standing, { post }, options) =>
          submit('PUT', `/posts/${standing.remoteId}`, options, {
            text: post.text,
            seen: await seen(standing, post, options),
          }),
        ...(marks && {
          probe: async ({ remoteId, mark }, options) => {
            const found = await read(remoteId, options)
            if (found === null) return 'gone'
            return mark === null || mark === String(found.mark) ? 'live' : 'changed'
          },
          words: async (remoteId, options) => (await read(remoteId, options))?.text ?? null,
        }),
        remove: async ({ remoteId }, options) => {
          await send('DELETE', `/posts/${remoteId}`, options).catch(unlessMissing)
        },
        ...(finds && {
          find: async ({ url }, options) => {
            const answer = await send('GET', `/posts?url=${encodeURIComponent(url)}`, options)
            const [newest] = parseAnswer(answer, z.array(stored), 'unavailable')
            if (newest === undefined) return null
            return { ...receipt(newest), ...(marks && { says: newest.text }) }
          },
        }),
      }
    },
  }
}
