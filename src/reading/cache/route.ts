import { locales } from '../../i18n/locales.ts'
import { publicCollections, publicGlobals } from './public-content.ts'

/** A route whose answers may be kept. */
export interface KeptRoute {
  /**
   * `stated`: an answer is kept when it says that it is public. `payload` and `graphql` are Payload's own interfaces, whose
   * answers say nothing about it: to somebody without credentials they are public.
   */
  readonly kind: 'stated' | 'payload' | 'graphql'
  /** How long an answer is kept at most, whatever it says. */
  readonly maxAgeMs: number
}

/** Pages that change with the clock, such as the list of coming events, are never later than this. */
const LONGEST_MS = 60_000
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const oneOf = (names: readonly string[]): string => `(?:${names.join('|')})`
const rest = new RegExp(
  `^/api/(?:${oneOf(Object.keys(publicCollections))}(?:/(?:${uuid}|count))?|globals/${oneOf(Object.keys(publicGlobals))})$`,
)

/** What stands behind the language in the address of a page for everyone. Forms and secret links are not among them. */
const sections = new Set([
  'practices',
  'publications',
  'events',
  'news',
  'peer-reviews',
  'pages',
  'communities',
  'projects',
  'partners',
  'about',
  'faq',
  'feeds',
  'newsletters',
  'search',
])
/** Addresses in no language. */
const alone = new Set(['/v1', '/oai', '/sitemap.xml', '/catalogue.jsonld'])
const spoken = new Set<string>(locales)

/** Null: answers of that address are never kept. Everything that is not named here is not. */
export function keptRoute(path: string): KeptRoute | null {
  if (path.startsWith('/api/')) return ofInterface(path)
  if (path.startsWith('/v1/') || alone.has(path)) return { kind: 'stated', maxAgeMs: LONGEST_MS }
  const [, locale = '', section] = path.split('/')
  if (!spoken.has(locale)) return null
  if (section === undefined) return { kind: 'stated', maxAgeMs: LONGEST_MS }
  return sections.has(section) ? { kind: 'stated', maxAgeMs: LONGEST_MS } : null
}

function ofInterface(path: string): KeptRoute | null {
  if (path === '/api/graphql') return { kind: 'graphql', maxAgeMs: LONGEST_MS }
  if (path === '/api/redirects') return { kind: 'stated', maxAgeMs: LONGEST_MS }
  return rest.test(path) ? { kind: 'payload', maxAgeMs: LONGEST_MS } : null
}
