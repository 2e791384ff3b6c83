import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'

import { isContentCollection } from '../../content/published-item.ts'
import { asIfPublished, populatedProjects } from '../../content/read-published.ts'
import { previewItemMail } from '../../dissemination/preview-item-mail.ts'
import { previewItem } from '../../site/preview-item.ts'
import { answer, forTranslators, type TranslationPlace } from '../../translation/answers.ts'
import { composedTranslation } from '../../translation/targets/put-into-item.ts'
import { withTexts } from '../../translation/targets/with-texts.ts'

type Row = Readonly<Record<string, unknown>>

const preview = forTranslators(async (place, req) => {
  const stored = await composedItem(place, req)
  if (stored === null) return answer(404, { error: 'no-such-item' })
  const { item, locale } = place
  const now = new Date()
  if (req.query.as !== 'mail') {
    const html = await previewItem(req.payload, item, locale, { stored, now })
    return html === null
      ? answer(422, { error: 'not-enabled', field: 'locale' })
      : answer(200, { html: withBase(html) })
  }
  if (!isContentCollection(item.collection)) return answer(422, { error: 'not-in-mails' })
  const published = await asIfPublished(req.payload, item.collection, locale, { ...stored, id: item.id })
  const mail = published === null ? 'refused' : await previewItemMail(req.payload, published, now)
  return mail === 'refused'
    ? answer(422, { error: 'mail-refused' })
    : answer(200, { html: withBase(mail.html) })
})

/** The item's latest draft with the words that its translators have now, for those who may read it. Null: there is none. */
async function composedItem({ item, locale }: TranslationPlace, req: PayloadRequest): Promise<Row | null> {
  const collection = item.collection as CollectionSlug
  const stored = await req.payload.findByID({
    collection,
    id: item.id,
    locale,
    fallbackLocale: false,
    draft: true,
    depth: 1,
    populate: populatedProjects,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
  })
  const texts = stored === null ? null : await composedTranslation(item, locale, { req, underWay: true })
  const fields = req.payload.collections[collection]?.config.flattenedFields ?? []
  return texts === null ? null : withTexts(stored as unknown as Row, texts, fields)
}

/** Links lead out of the preview: following one would show a page that is none. */
const withBase = (html: string): string => html.replace('<head>', '<head><base target="_blank">')

/** What readers of the language would see: `?as=page` or `?as=mail`. Changes nothing. */
export const previewEndpoint: Endpoint = {
  path: '/translation/preview/:collection/:id/:locale',
  method: 'get',
  handler: preview,
}
