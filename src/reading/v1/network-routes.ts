import type { Payload } from 'payload'

import type { NetworkLanguages } from '../../content/network-languages.ts'
import { siteUrl } from '../../content/site-url.ts'
import { directionOf, endonymOf, type Locale } from '../../i18n/locales.ts'
import { address, listOf, nullable, object, text } from '../openapi/shared-schemas.ts'
import { publicAnswer } from './answer.ts'
import { language } from './parameter.ts'
import { json, type Route, route } from './route.ts'

export const networkSchema = object({
  name: nullable(text),
  tagline: nullable(text),
  url: address,
  contactEmail: nullable(text),
  languages: listOf(
    object({
      locale: text,
      name: text,
      direction: { type: 'string', enum: ['ltr', 'rtl'] },
      isDefault: { type: 'boolean' },
      url: address,
    }),
  ),
})

/** The network in one language. */
export async function readNetwork(payload: Payload, locale: Locale, { enabled, chain }: NetworkLanguages) {
  const { name, tagline, contactEmail } = await payload.findGlobal({
    slug: 'network',
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 0,
  })
  return {
    name: name || null,
    tagline: tagline || null,
    url: siteUrl(`/${locale}`),
    contactEmail: contactEmail || null,
    languages: enabled.map((each) => ({
      locale: each,
      name: endonymOf(each),
      direction: directionOf(each),
      isDefault: each === chain[0],
      url: siteUrl(`/${each}`),
    })),
  }
}

/** Who speaks here, and in which languages. */
export const networkRoutes: readonly Route[] = [
  route({
    path: '/v1/network',
    name: 'getNetwork',
    about: 'network',
    scope: 'read',
    parameters: { locale: language },
    answers: json(
      object({
        data: networkSchema,
        locale: object({ requested: text, served: listOf(text) }),
      }),
    ),
    async answer({ payload, request, query: { locale }, languages }) {
      const data = await readNetwork(payload, locale, languages)
      const body = JSON.stringify({ data, locale: { requested: locale, served: [locale] } })
      return publicAnswer(request, body, { tags: ['network'], locales: [locale] })
    },
  }),
]
