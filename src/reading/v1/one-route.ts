import type { SanitizedConfig } from 'payload'

import { toolTexts } from '../../i18n/tool-texts.ts'
import type { ReadableCollection } from '../contract/document.ts'
import { answerJsonLd, negotiated } from '../formats/json-ld-answer.ts'
import { wantsLinkedData } from '../formats/wants-linked-data.ts'
import { schemaName } from '../openapi/document-schema.ts'
import { object, ref } from '../openapi/shared-schemas.ts'
import { publicAnswer } from './answer.ts'
import { readText, readTraces } from './document-texts.ts'
import { movedTo, presentSlug } from './former-names.ts'
import { problem } from './problem.ts'
import { type Ask, json, type Route, route } from './route.ts'
import {
  included,
  isAskedFor,
  languagesOf,
  licencesOf,
  shapeParameters,
  tagsOf,
  textOf,
} from './wanted-shape.ts'

type OneAsk = Ask<ReturnType<typeof shapeParameters>>

/** `/v1/{collection}/{slugOrId}`: one document; with `.jsonld` behind it, or for whoever wants that, as linked data. */
export function oneRoute(collection: ReadableCollection, config: SanitizedConfig): Route {
  return route({
    path: `/v1/${collection}/{slugOrId}`,
    name: `get${schemaName(collection)}`,
    about: 'one',
    scope: 'read',
    parameters: shapeParameters(collection, config),
    answers: {
      ...json(object({ data: ref(schemaName(collection)) })),
      also: { 'application/ld+json': { type: 'object' } },
    },
    refusals: ['not-found', 'gone'],
    mayMove: true,
    answer: (ask) => answerOne(collection, ask),
  })
}

async function answerOne(collection: ReadableCollection, ask: OneAsk): Promise<Response> {
  const { payload, query, path, request } = ask
  const [, linked] = /^(.+)\.jsonld$/.exec(path.slugOrId ?? '') ?? []
  if (linked !== undefined) return answerLinked({ collection, slugOrId: linked }, ask)
  const named = { collection, slugOrId: path.slugOrId ?? '' }
  const languages = languagesOf(ask)
  const withLexical = isAskedFor(query, 'lexical')
  const document = await readText(payload, named, languages, { withLexical })
  if (document === null) return elsewhere(named, ask)
  if (wantsLinkedData(request.headers.get('Accept'))) {
    const found = { collection, slugOrId: document.id }
    const linkedData = await answerJsonLd(payload, request, found, document.locale, negotiated)
    if (linkedData !== null) return linkedData
  }
  const { id, locale, changedAt } = document
  const body = `{"data":${textOf(document, query)}${await included([document], ask)}}`
  // With several languages, what was withdrawn makes room for what is older.
  const isAlone = languages.fallback.length === 0 && !isAskedFor(query, 'related')
  // In a language that comes before this one another document may come under that very name.
  const earlier = languages.chain.slice(0, languages.chain.indexOf(locale))
  return publicAnswer(request, body, {
    tags: tagsOf([`${collection}/${id}`, ...earlier.map((each) => `${collection}:${each}`)], query),
    locales: [locale],
    links: licencesOf([document]),
    isNegotiated: true,
    ...(isAlone && { changedAt }),
  })
}

interface Named {
  readonly collection: ReadableCollection
  readonly slugOrId: string
}

/** Linked data is in one language. */
async function answerLinked(named: Named, ask: OneAsk): Promise<Response> {
  const found = await answerJsonLd(ask.payload, ask.request, named, ask.query.locale)
  return found ?? elsewhere(named, ask, '.jsonld')
}

/** Where it is now. Else says in which languages it can be had, or that it can no more. */
async function elsewhere(named: Named, ask: OneAsk, ending = ''): Promise<Response> {
  const { payload, query, request } = ask
  const languages = ending === '' ? languagesOf(ask) : { locale: query.locale }
  const slug = await presentSlug(payload, named, languages)
  if (slug !== null) return movedTo(request, `/v1/${named.collection}/${encodeURIComponent(slug)}${ending}`)
  const traces = await readTraces(payload, named)
  const others = traces.filter(({ isThere }) => isThere).map(({ locale }) => locale)
  if (traces.length === 0) return problem('not-found')
  if (others.length === 0) return problem('gone')
  const missing = toolTexts('v1.notInLocale', { locale: query.locale })
  const remedy = toolTexts('v1.otherLocales', { values: others.join(', ') })
  return problem('not-found', { detail: missing, errors: [{ field: 'locale', problem: missing, remedy }] })
}
