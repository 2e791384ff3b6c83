import type { ContentCollection } from '../../content/published-item.ts'
import type { DemoLocale } from './shapes.ts'
import { demoLocales } from './shapes.ts'

interface DemoChannel {
  readonly name: string
  readonly locales: readonly DemoLocale[]
  /** Empty: all of them. */
  readonly collections: readonly ContentCollection[]
  /** The account in the language it speaks, or the site by its name. */
  readonly partner:
    | { readonly service: 'mastodon'; readonly locale: DemoLocale }
    | { readonly service: 'webhook'; readonly site: string }
}

/** Accounts that speak one language each, a site that takes everything, and one that takes two languages of one kind. */
export const demoChannels: readonly DemoChannel[] = [
  {
    name: 'Mastodon in English',
    locales: ['en'],
    collections: [],
    partner: { service: 'mastodon', locale: 'en' },
  },
  {
    name: 'Mastodon in French',
    locales: ['fr'],
    collections: [],
    partner: { service: 'mastodon', locale: 'fr' },
  },
  {
    name: 'Mastodon in Greek',
    locales: ['el'],
    collections: [],
    partner: { service: 'mastodon', locale: 'el' },
  },
  {
    name: 'Mastodon in Arabic',
    locales: ['ar'],
    collections: [],
    partner: { service: 'mastodon', locale: 'ar' },
  },
  {
    name: 'City portal',
    locales: demoLocales,
    collections: [],
    partner: { service: 'webhook', site: 'city-portal' },
  },
  {
    name: 'Practice library',
    locales: ['en', 'de'],
    collections: ['practices'],
    partner: { service: 'webhook', site: 'practice-library' },
  },
]
