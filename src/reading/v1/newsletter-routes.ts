import type { Payload } from 'payload'

import { itemUrl, siteUrl } from '../../content/site-url.ts'
import { databaseOf } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { toolTexts } from '../../i18n/tool-texts.ts'
import {
  countPublicEditions,
  editionTags,
  type ListedEdition,
  publicEditionsBefore,
} from '../../ledger/public-editions.ts'
import { address, count, listOf, moment, nullable, object, text } from '../openapi/shared-schemas.ts'
import { publicAnswer } from './answer.ts'
import { nextPage } from './next-page.ts'
import { flag, language, type Parameter, whole } from './parameter.ts'
import { problem } from './problem.ts'
import { type Ask, json, type Route, route } from './route.ts'

interface NamedNewsletter {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string
}

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 100

const localeOfAnswer = object({ requested: text, served: listOf(text) })
const tags = [...editionTags, 'network']

/** The number of the last issue on the page before. */
const place: Parameter<number> = {
  schema: { type: 'string', maxLength: 30 },
  read(given) {
    const [kind, before] = Buffer.from(given.slice(0, 40), 'base64url').toString().split(' ')
    const number = Number(before)
    return kind === 'before' && Number.isSafeInteger(number)
      ? { value: number }
      : { problem: toolTexts('v1.notCursor'), remedy: toolTexts('v1.useNext') }
  },
}

const placeAfter = ({ number }: ListedEdition): string =>
  Buffer.from(`before ${number}`).toString('base64url')

/** The newsletters and the archive of what was sent. */
export const newsletterRoutes: readonly Route[] = [
  route({
    path: '/v1/newsletters',
    name: 'listNewsletters',
    about: 'newsletters',
    scope: 'read',
    parameters: { locale: language },
    answers: json(
      object({
        data: listOf(
          object({ id: text, slug: text, name: text, description: text, url: address, issues: address }),
        ),
        locale: localeOfAnswer,
      }),
    ),
    async answer({ payload, request, query: { locale } }) {
      const data = (await newslettersIn(payload, locale)).map((newsletter) => ({
        ...newsletter,
        url: itemUrl('newsletters', newsletter.slug, locale),
        issues: siteUrl(`/v1/newsletters/${encodeURIComponent(newsletter.slug)}/issues?locale=${locale}`),
      }))
      const body = JSON.stringify({ data, locale: { requested: locale, served: [locale] } })
      return publicAnswer(request, body, { tags, locales: [locale] })
    },
  }),
  route({
    path: '/v1/newsletters/{slug}/issues',
    name: 'listIssues',
    about: 'issues',
    scope: 'read',
    parameters: {
      locale: language,
      limit: whole(1, MAX_LIMIT, DEFAULT_LIMIT),
      cursor: place,
      count: flag,
    },
    answers: json(
      object({
        data: listOf(
          object({
            id: text,
            number: count,
            subject: text,
            preheader: text,
            sentAt: moment,
            url: address,
            alternates: { type: 'object', additionalProperties: address },
            correction: nullable(text),
          }),
        ),
        next: nullable(address),
        total: nullable(count),
        locale: localeOfAnswer,
      }),
    ),
    refusals: ['not-found'],
    answer: answerIssues,
  }),
]

async function answerIssues({
  payload,
  request,
  path,
  query,
  languages: { enabled },
}: Ask<{
  locale: typeof language
  limit: Parameter<number>
  cursor: Parameter<number>
  count: typeof flag
}>): Promise<Response> {
  const { locale, limit = DEFAULT_LIMIT, cursor: before = null } = query
  const newsletter = (await newslettersIn(payload, locale)).find(({ slug }) => slug === path.slug)
  if (newsletter === undefined) return problem('not-found')
  const database = databaseOf(payload)
  const archive = { locale, newsletterId: newsletter.id }
  const editions = await publicEditionsBefore(before, { ...archive, limit: limit + 1 }, database)
  const page = editions.slice(0, limit)
  const last = page.at(-1)
  const next = editions.length > limit && last ? nextPage(request, placeAfter(last)) : null
  const body = JSON.stringify({
    data: page.map((edition) => issueOf(edition, newsletter.slug, locale, enabled)),
    next,
    total: query.count === true ? await countPublicEditions(archive, database) : null,
    locale: { requested: locale, served: [locale] },
  })
  return publicAnswer(request, body, {
    tags,
    locales: [locale],
    links: next === null ? [] : [{ rel: 'next', url: next }],
  })
}

function issueOf(edition: ListedEdition, slug: string, locale: Locale, enabled: readonly Locale[]) {
  const { id, number, subject, preheader, outAt, locales, correction } = edition
  const url = (each: Locale) => `${itemUrl('newsletters', slug, each)}/${number}`
  const alternates = locales.filter((each) => enabled.includes(each)).map((each) => [each, url(each)])
  return {
    id,
    number,
    subject,
    preheader,
    sentAt: outAt.toISOString(),
    url: url(locale),
    alternates: Object.fromEntries(alternates),
    correction,
  }
}

/** Those that have a name in the language. */
async function newslettersIn(payload: Payload, locale: Locale): Promise<NamedNewsletter[]> {
  const { docs } = await payload.find({
    collection: 'newsletters',
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
  })
  return docs.flatMap(({ id, name, description, slug }) =>
    name && slug ? [{ id: String(id), slug, name, description: description ?? '' }] : [],
  )
}
