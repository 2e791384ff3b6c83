import { z } from 'zod'

import { type Locale, locales } from '../i18n/locales.ts'
import type { Post, RequestOptions } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { read, type WordPressApi } from './wordpress-api.ts'
import { type StoredPost, storedPosts } from './wordpress-stored.ts'

export const languageModes = ['auto', 'none', 'polylang', 'wpml'] as const

/** How a site keeps articles of several languages apart. */
export interface SiteLanguages {
  readonly plugin: 'none' | 'polylang' | 'wpml'
  /**
   * Whether an article can be tied to its translations: only Polylang Pro shows a field for that. WPML by itself adds none to
   * the REST API.
   */
  readonly links: boolean
  /** BCP 47 tag in lower case → what the site calls the language. Empty where it does not say. */
  readonly codes: ReadonlyMap<string, string>
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

/** Of Polylang. `locale`: of WordPress, such as `fa_AF`. https://polylang.pro/doc/languages-rest-api */
const siteLanguages = z.array(z.object({ slug: z.string(), locale: z.string() })).catch([])

interface Asked {
  readonly api: WordPressApi
  /** Of the site, by which the answer is remembered. */
  readonly baseUrl: string
  readonly postType: string
  /** What a person said. `auto` or unknown: what the site shows. */
  readonly mode: string
  /** In which an article is to stand. Absent: in none now. */
  readonly locale?: Locale
}

/**
 * Which plugin there is, asked for once an hour, and anew where the site lacked the language: it may have it by now.
 * https://polylang.pro/doc/rest-api/
 */
export async function languagesOf(
  { api, baseUrl, postType, mode, locale }: Asked,
  options: RequestOptions,
): Promise<SiteLanguages> {
  if (mode === 'none') return { plugin: 'none', links: false, codes: new Map() }
  const key = JSON.stringify([baseUrl, postType, mode])
  const remembered = known.get(key)
  const isFresh = remembered !== undefined && options.now.getTime() - remembered.readAt < KEPT_MS
  if (isFresh && (locale === undefined || has(locale, remembered.languages))) return remembered.languages
  const plugin = mode === 'polylang' || mode === 'wpml' ? mode : await shownPlugin(api, options)
  const isPolylang = plugin === 'polylang'
  const languages = {
    plugin,
    links: isPolylang && (await takesLinks(api, postType, options)),
    codes: isPolylang ? await shownCodes(api, options) : new Map<string, string>(),
  }
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

async function shownCodes(api: WordPressApi, options: RequestOptions): Promise<ReadonlyMap<string, string>> {
  try {
    const shown = await read(api, { method: 'GET', path: '/pll/v1/languages' }, siteLanguages, options)
    const tag = (name: string) => name.replaceAll('_', '-').toLowerCase()
    return new Map([
      // A site for readers in Britain has English, too; one for Afghanistan not Persian, since we have Dari. Of several, the first.
      ...shown
        .filter(
          ({ locale }) => !locales.some((own) => own.includes('-') && own.toLowerCase() === tag(locale)),
        )
        .map(({ slug, locale }) => [tag(locale).split('-')[0] ?? '', slug] as const)
        .toReversed(),
      ...shown.map(({ slug }) => [tag(slug), slug] as const),
      ...shown.map(({ slug, locale }) => [tag(locale), slug] as const),
    ])
  } catch (error) {
    // Free editions of before 3.7 do not say.
    if (error instanceof ChannelError && error.status !== null && error.status < 500) return new Map()
    throw error
  }
}

/** What the site calls a language: as it says, or by ISO 639, as both plugins do unless a site chose otherwise. */
const languageCode = (locale: Locale, { codes }: Pick<SiteLanguages, 'codes'>): string =>
  codes.get(locale.toLowerCase()) ?? new Intl.Locale(locale).language

/** One that does not say has them all. */
const has = (locale: Locale, languages: SiteLanguages): boolean =>
  languages.codes.size === 0 || [...languages.codes.values()].includes(languageCode(locale, languages))

/**
 * The same for an article that is to stand there.
 * @throws ChannelError `rejected` where the site says that it has no such language: Polylang would put it into the site's own.
 */
export function ownCode(locale: Locale, languages: SiteLanguages): string {
  if (has(locale, languages)) return languageCode(locale, languages)
  const had = [...new Set(languages.codes.values())]
  throw new ChannelError('rejected', `the site has no language ${locale}, only ${had.join(', ')}`)
}

/** Language of the site → id of the same item's article in it, of those that stand there and are to be tied to this one. */
export async function siblingsOf(
  { fields, locale }: Pick<Post, 'fields' | 'locale'>,
  { api, postType, languages }: Pick<Asked, 'api' | 'postType'> & { readonly languages: SiteLanguages },
  options: RequestOptions,
): Promise<Readonly<Record<string, number>>> {
  const group = fields?.group ?? ''
  const query = { search: group, status: 'any', context: 'edit', per_page: '100' }
  const posts = await read(api, { method: 'GET', path: `/wp/v2/${postType}`, query }, storedPosts, options)
  const siblings = posts.flatMap(({ id, ...post }) => {
    const language = languageIn(post, group)
    return language === null || language === locale ? [] : [{ language, id }]
  })
  const holders = holdersOf([locale, ...siblings.map(({ language }) => language)], languages)
  if (holders.get(languageCode(locale, languages)) !== locale) return {}
  return Object.fromEntries(
    siblings.flatMap(({ language, id }) => {
      const code = languageCode(language, languages)
      return holders.get(code) === language ? [[code, id]] : []
    }),
  )
}

/**
 * Language of the site → which of ours is tied as that. A site that has one for two of ours, such as Persian and Dari, ties the
 * plainer of them; the other stands by itself.
 */
function holdersOf(ours: readonly Locale[], languages: SiteLanguages): ReadonlyMap<string, Locale> {
  const longestFirst = ours.toSorted((one, other) => other.length - one.length)
  return new Map(longestFirst.map((locale) => [languageCode(locale, languages), locale]))
}

/** As the last line of our articles says it. */
function languageIn({ content }: Pick<StoredPost, 'content'>, group: string): Locale | null {
  const [, language] = new RegExp(`class="${group}" lang="([A-Za-z-]+)"`).exec(content.raw) ?? []
  return (language as Locale | undefined) ?? null
}
