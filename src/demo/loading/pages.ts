import type { Payload } from 'payload'

import { directionOf, sourceLocale } from '../../i18n/locales.ts'
import { demoPages } from '../network/pages/all.ts'
import { demoLocales } from '../network/shapes.ts'
import { richText } from '../prose.ts'
import { findRow } from './keep-row.ts'
import { eachInTurn, type OnProgress } from './progress.ts'

/** Pages keep one address in all languages: mails point at the privacy page by its name. */
export async function loadPages(payload: Payload, onProgress: OnProgress): Promise<void> {
  await eachInTurn('pages', demoPages, onProgress, async ({ key, texts }) => {
    const place = { collection: 'pages', where: { kind: { equals: key } } } as const
    let id = await findRow(payload, place)
    for (const locale of demoLocales) {
      const { title, body } = texts[locale]
      const data = {
        title,
        slug: key,
        body: richText(body, directionOf(locale)),
        _status: 'published' as const,
      }
      if (id === null) {
        const page = await payload.create({
          collection: 'pages',
          locale,
          data: { ...data, kind: key, sourceLocale },
          depth: 0,
        })
        id = page.id
      } else await payload.update({ collection: 'pages', id, locale, data, depth: 0, select: {} })
    }
  })
}
