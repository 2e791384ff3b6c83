import { z } from 'zod'

import type { Locale } from '../i18n/locales.ts'
import type { Post, RequestOptions } from './channel.ts'
import { read, type WordPressApi } from './wordpress-api.ts'
import { type StoredPost, storedPosts } from './wordpress-stored.ts'

export const languageModes = ['auto', 'none', 'polylang', 'wpml'] as const

/** How a site keeps articles of several languages apart. */
export interface SiteLanguages {
  readonly plugin: 'none' | 'polylang' | 'wpml'
  /** Whether an article can be tied to its translations: only Polylang Pro shows a field for that. */
  readonly links: boolean
}

const KEPT_MS = 3_600_000
const known = new Map<string, { readonly languages: SiteLanguages; readonly readAt: number }>()

const index = z.object({ namespaces: z.array(z.string()) })
const routes = z.object({
  routes: z.record(
    z.string(),
    z.object({
      endpoints: z.array(
        z.object({
          methods: z.array(z.string()),
          // PHP writes an empty map as a list.
          args: z.union([z.record(z.string(), z.unknown()), z.array(z.never()).transform(() => ({}))]),
        }),
      ),
    }),
  ),
})

interface Asked {
  readonly api: WordPressApi
  /** Of the site, by which the answer is remembered. */
  readonly baseUrl: string
  readonly postType: string
  /** What a person said. `auto` or unknown: what the site shows. */
  readonly mode: string
}

/** Which plugin there is, asked for once an hour. https://polylang.pro/doc/rest-api/ */
export async function languagesOf(
  { api, baseUrl, postType, mode }: Asked,
  options: RequestOptions,
): Promise<SiteLanguages> {
  if (mode === 'none') return { plugin: 'none', links: false }
  const key = JSON.stringify([baseUrl, postType, mode])
  const remembered = known.get(key)
  if (remembered !== undefined && options.now.getTime() - remembered.readAt < KEPT_MS)
    return remembered.languages
  const plugin = mode === 'polylang' || mode === 'wpml' ? mode : await shownPlugin(api, options)
  const languages = { plugin, links: plugin === 'polylang' && (await takesLinks(api, postType, options)) }
  known.set(key, { languages, readAt: options.now.getTime() })
  return languages
}

async function shownPlugin(api: WordPressApi, options: RequestOptions): Promise<SiteLanguages['plugin']> {
  const { namespaces } = await read(
    api,
    { method: 'GET', path: '/', query: { _fields: 'namespaces' } },
    index,
    options,
  )
  if (namespaces.some((name) => name.startsWith('pll/'))) return 'polylang'
  return namespaces.some((name) => name.startsWith('wpml/')) ? 'wpml' : 'none'
}

async function takesLinks(api: WordPressApi, postType: string, options: RequestOptions): Promise<boolean> {
  const told = await read(api, { method: 'GET', path: '/wp/v2' }, routes, options)
  const endpoints = told.routes[`/wp/v2/${postType}`]?.endpoints ?? []
  return endpoints.some(({ methods, args }) => methods.includes('POST') && 'translations' in args)
}

/** ISO 639, as both plugins name their languages unless a site chose otherwise. */
export const languageCode = (locale: string): string => new Intl.Locale(locale).language

/** Language → id of the same item's articles in the other languages, as far as they stand there. */
export async function siblingsOf(
  { fields, locale }: Pick<Post, 'fields' | 'locale'>,
  { api, postType }: Pick<Asked, 'api' | 'postType'>,
  options: RequestOptions,
): Promise<Readonly<Record<string, number>>> {
  const group = fields?.group ?? ''
  const query = { search: group, status: 'any', context: 'edit', per_page: '100' }
  const posts = await read(api, { method: 'GET', path: `/wp/v2/${postType}`, query }, storedPosts, options)
  return Object.fromEntries(
    posts.flatMap((post) => {
      const language = languageIn(post, group)
      return language === null || language === locale ? [] : [[languageCode(language), post.id]]
    }),
  )
}

/** As the last line of our articles says it. */
function languageIn({ content }: StoredPost, group: string): Locale | null {
  const [, language] = new RegExp(`class="${group}" lang="([A-Za-z-]+)"`).exec(content.raw) ?? []
  return (language as Locale | undefined) ?? null
}
