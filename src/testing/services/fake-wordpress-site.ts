/** A request, read. */
export interface Deed {
  readonly method: string
  /** Below the root of the API. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly json: Readonly<Record<string, unknown>>
  readonly file: { readonly type: string; readonly content: Buffer; readonly disposition: string } | null
  /** Whether the right user and application password came along. */
  readonly isKnown: boolean
}

export interface FakePost {
  readonly id: number
  slug: string
  status: string
  title: string
  content: string
  excerpt: string
  tags: number[]
  categories: number[]
  featuredMedia: number
  lang: string | null
  translations: Record<string, number>
  /** How often it was saved over the API. */
  saves: number
}

interface FakeMedia {
  readonly id: number
  readonly slug: string
  readonly type: string
  readonly content: Buffer
  alt: string
}

interface Told {
  readonly status: number
  readonly json: unknown
}

export interface FakeSite {
  readonly posts: FakePost[]
  readonly media: FakeMedia[]
  readonly tags: { readonly id: number; readonly name: string; readonly lang: string | null }[]
  /** As somebody does at their own site. */
  editThere(id: number, change: Partial<FakePost>): void
  answer(deed: Deed): Told
}

/** As a site has set it up: by what name, and which one of WordPress it is, such as `fa_AF`. */
export interface SiteLanguage {
  readonly slug: string
  readonly locale: string
}

interface Settings {
  readonly polylang: boolean
  /** Null: the edition that it has does not say. */
  readonly siteLanguages: readonly SiteLanguage[] | null
  readonly trash: boolean
  readonly capabilities: readonly string[]
  readonly tagsAreClosed: boolean
}

const refused = (status: number, code: string, data: object = {}): Told => ({
  status,
  json: { code, message: 'Sorry.', data: { status, ...data } },
})
const ok = (json: unknown, status = 200): Told => ({ status, json })
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])
/** As names are kept. */
const escaped = (name: string): string => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** What a WordPress keeps and how it answers. */
export function newSite({ polylang, siteLanguages, trash, capabilities, tagsAreClosed }: Settings): FakeSite {
  let lastId = 0
  const nextId = () => ++lastId
  const posts: FakePost[] = []
  const media: FakeMedia[] = []
  const tags: FakeSite['tags'] = []
  const may = (capability: string) => capabilities.includes(capability)

  const shown = (post: FakePost) => ({
    id: post.id,
    slug: post.slug,
    status: post.status,
    link: `https://partner.example/${post.slug}/`,
    title: { raw: post.title },
    content: { raw: post.content },
    excerpt: { raw: post.excerpt },
    tags: post.tags,
    categories: post.categories,
    featured_media: post.featuredMedia,
    ...(polylang && { lang: post.lang, translations: post.translations }),
  })
  /** A slug that is taken is no error. */
  const freeSlug = (wanted: string, own: number): string => {
    const plain = wanted
      .toLowerCase()
      .replaceAll(/[^a-z0-9-_]+/g, '-')
      .slice(0, 200)
    const isTaken = (slug: string) => posts.some((post) => post.id !== own && post.slug === slug)
    let slug = plain
    for (let count = 2; isTaken(slug); count++) slug = `${plain}-${count}`
    return slug
  }

  /** One that it has not is taken for its own: https://github.com/polylang/polylang, `PLL_REST_Request::set_language` */
  const languageNamed = (wanted: string): string => {
    const [own = { slug: wanted }] = siteLanguages ?? []
    return siteLanguages?.find(({ slug }) => slug === wanted)?.slug ?? own.slug
  }

  const write = (post: FakePost, { json, query }: Deed): Told => {
    if ('status' in json) {
      if (!['publish', 'future', 'draft', 'pending', 'private'].includes(text(json.status)))
        return refused(400, 'rest_invalid_param', { params: { status: 'status is not one of' } })
      if (json.status === 'publish' && !may('publish_posts')) return refused(403, 'rest_cannot_publish')
      post.status = text(json.status)
    }
    if (numbers(json.tags).some((id) => !tags.some((tag) => tag.id === id)))
      return refused(400, 'rest_invalid_param', { params: { tags: 'unknown' } })
    if (Number(json.featured_media ?? 0) > 0 && !media.some(({ id }) => id === json.featured_media))
      return refused(400, 'rest_invalid_featured_media')
    if ('title' in json) post.title = text(json.title)
    if ('content' in json) post.content = text(json.content)
    if ('excerpt' in json) post.excerpt = text(json.excerpt)
    if ('tags' in json) post.tags = numbers(json.tags)
    if ('categories' in json) post.categories = numbers(json.categories)
    if ('featured_media' in json) post.featuredMedia = Number(json.featured_media)
    // Whoever may not publish does not name an article either.
    if ('slug' in json && may('publish_posts')) post.slug = freeSlug(text(json.slug), post.id)
    if (polylang) {
      post.lang = query.lang === undefined ? (post.lang ?? 'en') : languageNamed(query.lang)
      const tied = (json.translations ?? {}) as Record<string, number>
      for (const [lang, id] of Object.entries(tied))
        if (posts.find((other) => other.id === id)?.lang !== lang)
          return refused(400, 'rest_invalid_param', { params: { translations: lang } })
      const group = { ...tied, [post.lang]: post.id }
      for (const id of Object.values(group)) {
        const member = posts.find((other) => other.id === id)
        if (member !== undefined) member.translations = group
      }
      post.translations = group
    }
    post.saves += 1
    return ok(shown(post))
  }

  const create = (deed: Deed): Told => {
    if (!deed.isKnown) return refused(401, 'rest_cannot_create')
    if (!may('edit_posts')) return refused(403, 'rest_cannot_create')
    if (text(deed.json.title) === '' && text(deed.json.content) === '') return refused(400, 'empty_content')
    const id = nextId()
    const post: FakePost = {
      id,
      slug: '',
      status: 'draft',
      title: '',
      content: '',
      excerpt: '',
      tags: [],
      categories: [],
      featuredMedia: 0,
      lang: null,
      translations: {},
      saves: 0,
    }
    posts.push(post)
    const told = write(post, deed)
    if (told.status !== 200) posts.pop()
    return told.status === 200 ? { ...told, status: 201 } : told
  }

  const list = ({ query, isKnown }: Deed): Told => {
    if (query.status === 'any' && !isKnown)
      return refused(400, 'rest_invalid_param', { details: { status: { code: 'rest_forbidden_status' } } })
    if (query.context === 'edit' && !isKnown) return refused(401, 'rest_forbidden_context')
    const wanted = posts.filter(
      ({ slug, status, content }) =>
        status !== 'trash' &&
        (query.status === 'any' || status === 'publish') &&
        (query.slug === undefined || query.slug === slug) &&
        (query.search === undefined || content.includes(query.search)),
    )
    return ok(
      wanted
        .toReversed()
        .slice(0, Number(query.per_page ?? 10))
        .map(shown),
    )
  }

  const remove = (post: FakePost): Told => {
    if (!trash) return refused(501, 'rest_trash_not_supported')
    if (post.status === 'trash') return refused(410, 'rest_already_trashed')
    post.status = 'trash'
    post.slug = `${post.slug}__trashed`
    return ok(shown(post))
  }

  const one = (id: number, deed: Deed): Told => {
    const post = posts.find((each) => each.id === id)
    if (post === undefined) return refused(404, 'rest_post_invalid_id')
    if (!deed.isKnown)
      return refused(401, deed.method === 'GET' ? 'rest_forbidden_context' : 'rest_cannot_edit')
    if (deed.method === 'DELETE') return remove(post)
    return deed.method === 'POST' ? write(post, deed) : ok(shown(post))
  }

  const library = (deed: Deed): Told => {
    const shape = ({ id, slug, alt }: FakeMedia) => ({ id, slug, alt_text: alt })
    if (deed.method === 'GET') return ok(media.filter(({ slug }) => slug === deed.query.slug).map(shape))
    if (!deed.isKnown || !may('upload_files')) return refused(deed.isKnown ? 403 : 401, 'rest_cannot_create')
    const { file } = deed
    if (file === null) return refused(400, 'rest_upload_no_data')
    if (!/^attachment; filename="[^"]+\.(jpg|png|gif|webp)"$/.test(file.disposition))
      return refused(400, 'rest_upload_no_content_disposition')
    const added = {
      id: nextId(),
      slug: text(deed.query.slug),
      alt: '',
      type: file.type,
      content: file.content,
    }
    media.push(added)
    return ok(shape(added), 201)
  }

  const describe = (id: number, { isKnown, json }: Deed): Told => {
    const found = media.find((each) => each.id === id)
    if (found === undefined) return refused(404, 'rest_post_invalid_id')
    if (!isKnown) return refused(401, 'rest_cannot_edit')
    found.alt = text(json.alt_text)
    return ok({ id, alt_text: found.alt })
  }

  const labels = ({ method, query, json, isKnown }: Deed): Told => {
    const ofLanguage = tags.filter(({ lang }) => !polylang || query.lang === undefined || lang === query.lang)
    if (method === 'GET')
      return ok(
        ofLanguage
          .filter(({ name }) => name.toLowerCase().includes(text(query.search).toLowerCase()))
          .map(({ id, name }) => ({ id, name: escaped(name) })),
      )
    // Whoever may write articles may make tags, unless a plugin forbids it.
    if (!isKnown || !may('edit_posts') || tagsAreClosed)
      return refused(isKnown ? 403 : 401, 'rest_cannot_create')
    const same = tags.find(({ name, lang }) => name === json.name && (!polylang || lang === json.lang))
    if (same !== undefined) return refused(400, 'term_exists', { term_id: same.id })
    const tag = { id: nextId(), name: text(json.name), lang: polylang ? text(json.lang) : null }
    tags.push(tag)
    return ok({ id: tag.id, name: escaped(tag.name) }, 201)
  }

  const me = ({ isKnown, query }: Deed): Told => {
    if (!isKnown) return refused(401, 'rest_not_logged_in')
    const granted = Object.fromEntries(['read', ...capabilities].map((each) => [each, true]))
    return ok({
      name: 'Emissary',
      link: 'https://partner.example/author/emissary/',
      ...(query.context === 'edit' && { capabilities: granted }),
    })
  }

  return {
    posts,
    media,
    tags,
    editThere(id, change) {
      const post = posts.find((each) => each.id === id)
      if (post !== undefined) Object.assign(post, change)
    },
    answer(deed) {
      const [, collection, id] = /^\/wp\/v2\/(posts|media|tags|users)(?:\/(\w+))?$/.exec(deed.path) ?? []
      if (deed.path === '/') return ok({ namespaces: ['wp/v2', ...(polylang ? ['pll/v1'] : [])] })
      if (deed.path === '/wp/v2') return ok(routesOf(polylang))
      if (deed.path === '/pll/v1/languages' && polylang && siteLanguages !== null)
        return ok(siteLanguages.map((each) => ({ ...each, name: each.slug, is_rtl: false })))
      if (collection === 'users' && id === 'me') return me(deed)
      if (collection === 'posts' && id !== undefined) return one(Number(id), deed)
      if (collection === 'posts') return deed.method === 'POST' ? create(deed) : list(deed)
      if (collection === 'media') return id === undefined ? library(deed) : describe(Number(id), deed)
      if (collection === 'tags') return labels(deed)
      return refused(404, 'rest_no_route')
    },
  }
}

const routesOf = (polylang: boolean) => ({
  routes: {
    '/wp/v2/posts': {
      endpoints: [
        { methods: ['GET'], args: [] },
        { methods: ['POST'], args: { title: {}, ...(polylang && { lang: {}, translations: {} }) } },
      ],
    },
  },
})
