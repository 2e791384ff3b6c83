import { siteUrl } from '../../content/site-url.ts'
import { directionOf, endonymOf } from '../../i18n/locales.ts'
import { address, listOf, nullable, object, text } from '../openapi/shared-schemas.ts'
import { publicAnswer } from './answer.ts'
import { language } from './parameter.ts'
import { json, type Route, route } from './route.ts'

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
        data: object({
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
        }),
        locale: object({ requested: text, served: listOf(text) }),
      }),
    ),
    async answer({ payload, request, query: { locale }, languages: { enabled, chain } }) {
      const { name, tagline, contactEmail } = await payload.findGlobal({
        slug: 'network',
        locale,
        fallbackLocale: false,
        overrideAccess: false,
        depth: 0,
      })
      const data = {
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
      const body = JSON.stringify({ data, locale: { requested: locale, served: [locale] } })
      return publicAnswer(request, body, { tags: ['network'], locales: [locale] })
    },
  }),
]
