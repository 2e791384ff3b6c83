import type { SanitizedConfig } from 'payload'

import { address, count, listOf, nullable, object, text } from '../openapi/shared-schemas.ts'
import { publicAnswer } from './answer.ts'
import { language, unknownOf } from './parameter.ts'
import { problem } from './problem.ts'
import { json, type Route, route } from './route.ts'
import { readVocabulary, vocabularyNames } from './vocabularies.ts'

export const vocabularyEntry = object({
  code: text,
  label: text,
  uri: nullable(address),
  count: nullable(count),
})

/** The words that documents are found by, in a language. */
export const vocabularyRoutes = (config: SanitizedConfig): readonly Route[] => {
  const names = vocabularyNames(config)
  return [
    route({
      path: '/v1/vocabularies/{name}',
      name: 'getVocabulary',
      about: 'vocabulary',
      scope: 'read',
      pathValues: { name: names },
      parameters: { locale: language },
      answers: json(
        object({
          data: listOf(vocabularyEntry),
          locale: object({ requested: text, served: listOf(text) }),
        }),
      ),
      refusals: ['not-found'],
      async answer({ payload, request, path, query: { locale } }) {
        const name = path.name ?? ''
        const data = await readVocabulary(payload, name, locale)
        if (data === null)
          return problem('not-found', { errors: [{ field: 'name', ...unknownOf(name, names) }] })
        const body = JSON.stringify({ data, locale: { requested: locale, served: [locale] } })
        return publicAnswer(request, body, { tags: ['content'], locales: [locale] })
      },
    }),
  ]
}
