import type { Endpoint } from 'payload'
import { z } from 'zod'

import { networkLanguages } from '../content/network-languages.ts'
import { type RedirectPosition, redirects } from '../content/slugs/redirects.ts'
import { translatableCollections } from '../content/translatable.ts'
import { databaseOf } from '../database/database.ts'
import { locales, sourceLocale } from '../i18n/locales.ts'
import { toolTexts } from '../i18n/tool-texts.ts'
import { momentIn } from '../reading/v1/moment-in.ts'

const MAX_PER_PAGE = 500

/** A year that Postgres knows, and no character that it does not. */
const moment = z.iso.datetime({ offset: true, abort: true }).refine((text) => momentIn(text) !== null)
const word = z.string().refine((text) => !text.includes('\0'))
const position = z.tuple([moment, word, word, word])

const query = z.object({
  locale: z.enum([...locales, 'all', '*']).default(sourceLocale),
  collection: z.enum(translatableCollections).optional(),
  since: moment.optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PER_PAGE).default(100),
  cursor: z
    .base64url()
    .transform((cursor, context) => {
      const read = position.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()))
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: 'unknown cursor' })
      return z.NEVER
    })
    .optional(),
})

/** Null: it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * `GET /api/redirects?locale=&collection=&since=&cursor=&limit=`: former names of public items, for sites that show them
 * under addresses of their own. See docs/operations.md.
 */
export const redirectsEndpoint: Endpoint = {
  path: '/redirects',
  method: 'get',
  handler: async ({ payload, url }) => {
    const asked = query.safeParse(askedFor(url ?? ''))
    if (!asked.success) return refusal(asked.error)
    const { locale, collection, since, limit, cursor } = asked.data
    const { enabled } = await networkLanguages(payload)
    const found = await redirects(
      {
        collections: collection === undefined ? translatableCollections : [collection],
        locales: ['all', '*'].includes(locale) ? enabled : enabled.filter((each) => each === locale),
        since: since ?? null,
        after: cursor === undefined ? null : positionOf(cursor),
        // One more tells whether there is a next page.
        limit: limit + 1,
      },
      databaseOf(payload),
    )
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return Response.json(
      { redirects: page, next: found.length > limit && last !== undefined ? cursorOf(last) : null },
      {
        headers: {
          'Cache-Control': 'public, max-age=0, must-revalidate',
          'Access-Control-Allow-Origin': '*',
        },
      },
    )
  },
}

/** An empty parameter is one that was not given. */
const askedFor = (url: string): Record<string, string> =>
  Object.fromEntries([...new URL(url, 'http://localhost').searchParams].filter(([, value]) => value !== ''))

const positionOf = ([changedAt, collection, locale, from]: z.infer<typeof position>): RedirectPosition => ({
  changedAt,
  collection,
  locale,
  from,
})

const cursorOf = ({ changedAt, collection, locale, from }: RedirectPosition): string =>
  Buffer.from(JSON.stringify([changedAt, collection, locale, from])).toString('base64url')

/** In the shape of Payload's own errors, for whoever writes the program that asked. */
const refusal = ({ issues }: z.ZodError): Response =>
  Response.json(
    {
      errors: issues.map(({ path }) => ({
        name: 'ValidationError',
        message: toolTexts(`api.redirects.${path.join('.')}`, { max: MAX_PER_PAGE }),
        data: { errors: [{ path: path.join('.') }] },
      })),
    },
    { status: 400 },
  )
