import { type GraphQLObjectType, type GraphQLOutputType, getNamedType, isObjectType } from 'graphql'
import type { Payload } from 'payload'

import { answerCatalogue } from '../feeds/catalogue/catalogue-answer.ts'
import { answerOai } from '../feeds/oai/oai-answer.ts'
import { answerSitemap } from '../feeds/sitemap/sitemap-answer.ts'
import { readableCollections } from '../reading/contract/document.ts'
import { answerGraphql } from '../reading/graphql/answer-graphql.ts'
import { readingSchema } from '../reading/graphql/schema.ts'
import type { Route } from '../reading/v1/route.ts'
import { answerV1 } from '../reading/v1/router.ts'
import { routesOf } from '../reading/v1/routes.ts'
import { answerList } from '../site/browse/browse-answer.ts'
import { answerFeed } from '../site/feed-answer.ts'
import { answerHome, answerItem } from '../site/public-answers.ts'
import { answerSearchPage } from '../site/search/answer-search-page.ts'
import { HIDDEN, type HiddenContent } from './hidden-content.ts'
import { visitor } from './visitor.ts'

/** What a request of somebody's brings along, as headers. */
type Brought = Readonly<Record<string, string>>

/** Every way to read what is public, and all that can be asked there, where the hidden content is. */
export function everyAnswer(payload: Payload, { kinds, issue, practice, review }: HiddenContent) {
  /** Under `/v1`. */
  const ask = (path: string, brought: Brought = {}) =>
    answerV1(payload, new Request(`http://localhost:3000${path}`, { headers: brought }), new Date())

  /** What stands in the places of a route's braces, where it exists. */
  function namesIn({ path, pathValues = {} }: Route): readonly string[] {
    if (path.includes('{slug}')) return [issue.slug]
    if (path.endsWith('{file}'))
      return readableCollections.flatMap((each) =>
        ['fr', 'en', 'el'].map((locale) => `${each}.${locale}.ndjson`),
      )
    if (!path.endsWith('{slugOrId}')) return pathValues.name ?? []
    const collection = readableCollections.find((each) => path === `/v1/${each}/{slugOrId}`)
    return collection === undefined ? [] : [kinds.ids.get(collection) ?? '', practice, review, 'secret-title']
  }

  /** Questions that a route understands, in every language and every way to ask for more. */
  function queriesOf({ parameters }: Route): readonly string[] {
    if (!('locale' in parameters))
      return 'since' in parameters
        ? ['', 'locales=fr', 'locales=en,el&limit=500', 'collection=practices']
        : ['']
    const languages = ['locale=fr', 'locale=en', 'locale=el']
    if ('q' in parameters)
      return languages.flatMap((locale) =>
        [HIDDEN, 'public'].map((q) => `${locale}&q=${q}&facets=country,topic&limit=100`),
      )
    const more = [
      ['fallback', 'locale=en&fallback=fr,el'],
      ['fallback', 'locale=el&fallback=network'],
      ['include', 'locale=fr&include=related,lexical'],
      ['fields', 'locale=fr&fields=title,details,related,html'],
      ['count', 'locale=fr&limit=100&count=true'],
      ['include', 'locale=fr&include=related,lexical&fallback=en,el'],
    ] as const
    return [...languages, ...more.flatMap(([name, query]) => (name in parameters ? [query] : []))]
  }

  /** Every address of `/v1`, by its route. */
  const addresses = (): [string, string[]][] =>
    routesOf(payload.config).map((route) => {
      const names = namesIn(route)
      const paths =
        names.length === 0 ? [route.path] : names.map((name) => route.path.replace(/\{\w+\}/, name))
      return [route.path, paths.flatMap((path) => queriesOf(route).map((query) => `${path}?${query}`))]
    })

  /** Everything else that readers and harvesters are answered from the same documents, and how it is asked for. */
  function elsewhere(brought: Brought): readonly (readonly [string, () => Promise<Response>])[] {
    const get = (path: string) => visitor(payload).get(path, brought)
    const oai = (query: string) =>
      [`/oai?${query}`, () => answerOai(payload, get(`/oai?${query}`).request, { now: new Date() })] as const
    return [
      ...(['fr', 'en', 'el'] as const).flatMap((locale) => [
        [`/${locale}`, () => answerHome(get(`/${locale}`), { locale })] as const,
        [`/${locale}/search`, () => answerSearchPage(get(`/${locale}/search?q=title`), { locale })] as const,
        ...['practices', 'peer-reviews', 'news'].map((collection) => {
          const path = `/${locale}/${collection}`
          return [path, () => answerList(get(`${path}?q=title`), { locale, collection })] as const
        }),
        ...['atom.xml', 'rss.xml', 'feed.json'].map((file) => {
          const path = `/${locale}/feeds/all/${file}`
          return [path, () => answerFeed(get(path), { locale, collection: 'all', file })] as const
        }),
      ]),
      ...['practices', 'publications', 'events', 'news', 'peer-reviews'].map((collection) => {
        const place = { locale: 'fr', collection, slug: collection }
        return [
          `/fr/${collection}/…`,
          () => answerItem(get(`/fr/${collection}/${collection}`), place),
        ] as const
      }),
      ...['oai_dc', 'oai_openaire'].map((prefix) => oai(`verb=ListRecords&metadataPrefix=${prefix}`)),
      oai('verb=ListSets'),
      ['/sitemap.xml', () => answerSitemap(payload, get('/sitemap.xml').request)],
      ['/catalogue.jsonld', () => answerCatalogue(payload, get('/catalogue.jsonld').request)],
    ]
  }

  const askGraphql = (query: string, brought: Brought = {}) =>
    answerGraphql(
      payload,
      new Request('http://localhost:3000/v1/graphql', {
        method: 'POST',
        headers: brought,
        body: JSON.stringify({ query }),
      }),
      new Date(),
    )

  /** Everything that a type says, and of the documents that it names what they say first. */
  function everythingOf(type: GraphQLOutputType): string {
    const named = getNamedType(type)
    if (!isObjectType(named)) return ''
    const fields = Object.values(named.getFields()).map(({ name, type: below }) =>
      name === 'document' ? 'document { title summary html }' : `${name} ${everythingOf(below)}`,
    )
    return `{ ${fields.join(' ')} }`
  }

  /** What says everything of a practice. */
  const practiceType = () => readingSchema(payload.config).getType('Practice') as GraphQLObjectType

  /** Everything that can be asked for at the top, in every language and by every name. */
  function graphqlQueries(): string[] {
    const languages = ['fr', 'en', 'el', 'en, fallback: [fr, el]', 'el, fallback: [network]']
    const fields = Object.values(readingSchema(payload.config).getQueryType()?.getFields() ?? {})
    const named = [`id: "${practice}"`, `id: "${review}"`, 'slug: "public-title"', 'slug: "secret-title"']
    const ways: Readonly<Record<string, readonly string[]>> = {
      slug: named,
      q: ['first: 2, q: "SECRET"', 'first: 2, q: "Public"'],
      first: ['first: 2'],
      name: ['name: "topics"', 'name: "phase"'],
    }
    return fields.flatMap(({ name, args, type }) => {
      const own = Object.keys(ways).find((way) => args.some((each) => each.name === way))
      const hasFallback = args.some((each) => each.name === 'fallback')
      return languages
        .filter((locale) => hasFallback || !locale.includes('fallback'))
        .flatMap((locale) =>
          (ways[own ?? ''] ?? ['']).map(
            (way) => `{ ${name}(locale: ${locale} ${way}) ${everythingOf(type)} }`,
          ),
        )
    })
  }

  return { ask, addresses, elsewhere, askGraphql, everythingOf, practiceType, graphqlQueries }
}
