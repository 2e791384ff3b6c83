import { type ApiCall, type ApiReply, loopbackApi } from './loopback-api.ts'

export const linkedInAccount = {
  pageId: '1234567',
  accessToken: 'AQ-first',
  refreshToken: 'AQ-refresh',
  clientId: 'client-1',
  clientSecret: 'secret-1',
} as const
const author = `urn:li:organization:${linkedInAccount.pageId}`

interface StoredPost {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  commentary: string
  readonly content: { readonly article: Article }
  isRemoved: boolean
}

interface Article {
  readonly source: string
  readonly title: string
  readonly description?: string
  readonly thumbnail?: string
  readonly thumbnailAltText?: string
}

const problem = (status: number, message: string, code = 'ERROR') => ({
  status,
  body: { status, code, message },
})

/** Reserved letters that nobody escaped cut a post short. Hashtags are taken out first. */
const unescaped = /(?<!\\)(?:\\\\)*[|{}@[\]()<>#*_~]/
const hashtag = /\{hashtag\|\\#\|(?:\\.|[^}\\])+\}/g

const shown = (commentary: string): string =>
  commentary.replace(hashtag, (tag) => `#${tag.slice(12, -1)}`).replace(/\\([\s\S])/g, '$1')

/** LinkedIn, with one page. It refuses what LinkedIn refuses, and letters that would have cut a post short. */
export async function startFakeLinkedIn() {
  const posts: StoredPost[] = []
  const images = new Map<string, { type: string; polls: number }>()
  const tokens = new Set<string>([linkedInAccount.accessToken])
  const sold = { renewals: 0 }
  const standing = () => posts.filter(({ isRemoved }) => !isRemoved)

  const signIn = ({ url, body }: ApiCall): ApiReply => {
    const form = Object.fromEntries(new URLSearchParams(body))
    if (form.client_id !== linkedInAccount.clientId || form.client_secret !== linkedInAccount.clientSecret)
      return problem(401, 'invalid_client')
    if (url.pathname === '/oauth/v2/introspectToken')
      return { status: 200, body: { active: tokens.has(form.token ?? ''), expires_at: 1_780_000_000 } }
    if (form.refresh_token !== linkedInAccount.refreshToken) return problem(400, 'invalid_grant')
    sold.renewals += 1
    const token = `AQ-renewed-${sold.renewals}`
    tokens.add(token)
    return {
      status: 200,
      body: { access_token: token, expires_in: 5_184_000, refresh_token_expires_in: 31_536_000 },
    }
  }

  const create = ({ body }: ApiCall): ApiReply => {
    const { commentary, content, ...post } = JSON.parse(body)
    if (post.author !== author || post.visibility !== 'PUBLIC' || post.lifecycleState !== 'PUBLISHED')
      return problem(422, 'invalid post')
    if (commentary.length > 3_000 || unescaped.test(commentary.replace(hashtag, '')))
      return problem(422, 'invalid commentary')
    const { thumbnail, thumbnailAltText, title } = content.article
    if (!title || (thumbnail !== undefined && !(images.has(thumbnail) && thumbnailAltText)))
      return problem(422, 'invalid article')
    const same = posts.find((each) => each.commentary === commentary)
    if (same !== undefined) return problem(422, `Content is a duplicate of ${same.id}`, 'DUPLICATE_POST')
    const id = `urn:li:share:${7_100_000_000_000_000_000n + BigInt(posts.length)}`
    posts.push({ id, createdAt: Date.now(), commentary, content, isRemoved: false })
    return { status: 201, headers: { 'x-restli-id': id } }
  }

  const one = ({ method, headers, body }: ApiCall, id: string): ApiReply => {
    const post = standing().find((each) => each.id === id)
    if (method === 'DELETE') {
      if (post !== undefined) post.isRemoved = true
      return { status: 204 }
    }
    if (post === undefined) return problem(404, 'not found')
    if (method === 'GET') return { status: 200, body: post }
    const changes = JSON.parse(body).patch?.$set
    if (headers['x-restli-method'] !== 'PARTIAL_UPDATE' || Object.keys(changes).join() !== 'commentary')
      return problem(422, 'only the commentary can be changed')
    post.commentary = changes.commentary
    return { status: 204 }
  }

  const media = (call: ApiCall, id: string): ApiReply => {
    if (call.url.searchParams.get('action') === 'initializeUpload') {
      const image = `urn:li:image:${images.size}`
      images.set(image, { type: '', polls: 0 })
      return {
        status: 200,
        body: { value: { uploadUrl: `${call.url.origin}/dms-uploads/${image}`, image } },
      }
    }
    const image = images.get(id)
    if (image === undefined) return problem(404, 'not found')
    image.polls += 1
    return {
      status: 200,
      body: { status: image.polls > 1 && image.type !== '' ? 'AVAILABLE' : 'PROCESSING' },
    }
  }

  const service = await loopbackApi((call) => {
    const { method, url, headers } = call
    const [, root = '', kind = '', name = ''] = url.pathname.split('/')
    const id = decodeURIComponent(name)
    if (root === 'oauth') return signIn(call)
    if (!tokens.has(headers.authorization?.replace('Bearer ', '') ?? ''))
      return problem(401, 'invalid', 'INVALID_ACCESS_TOKEN')
    if (headers['x-restli-protocol-version'] !== '2.0.0') return problem(400, 'protocol version')
    const version = String(headers['linkedin-version'])
    if (version < '202512') return problem(426, `Requested version ${version} is not active`)
    if (root === 'dms-uploads') {
      images.set(decodeURIComponent(kind), { type: headers['content-type'] ?? '', polls: 0 })
      return { status: 201 }
    }
    if (kind === 'organizations') return { status: 200, body: { localizedName: 'EMEN' } }
    if (kind === 'images') return media(call, id)
    if (kind !== 'posts') return problem(404, 'no such resource')
    if (name !== '') return one(call, id)
    if (method === 'POST') return create(call)
    const start = Number(url.searchParams.get('start'))
    const count = Number(url.searchParams.get('count'))
    if (url.searchParams.get('author') !== author || headers['x-restli-method'] !== 'FINDER')
      return problem(400, 'finder')
    return {
      status: 200,
      body: {
        elements: standing()
          .toReversed()
          .slice(start, start + count),
      },
    }
  })

  return {
    ...service,
    posts: standing,
    images,
    sold,
    /** What LinkedIn does after sixty days. */
    forgetTokens: () => tokens.clear(),
    /** What somebody on the page's own site makes of a post. */
    rewrite: (commentary: string) => {
      for (const post of standing()) post.commentary = commentary
    },
    standing: () => standing().map(({ content }) => content.article.source),
    newestText: () => shown(standing().at(-1)?.commentary ?? ''),
  }
}
