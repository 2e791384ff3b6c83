import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { keepEdition } from '../../ledger/editions.ts'
import { projectWork } from '../../reading/documents/project-documents.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { paragraph } from '../../testing/paragraph.ts'
import { answerSitemap } from './sitemap-answer.ts'

let payload: Payload
let letter: string
const at = (path: string): string => `http://localhost:3000${path}`

/** An issue that readers have in English and French, and a question that is answered in English. */
beforeAll(async () => {
  payload = await getPayload({ config })
  const newsletter = await createTestNewsletter(payload)
  const { slug } = await payload.findByID({ collection: 'newsletters', id: newsletter.id })
  letter = `/newsletters/${slug}`
  const item = await createTestItem(payload)
  await item.publish('en')
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  for (const locale of ['en', 'fr'] as const)
    await keepEdition(
      { issueId, locale, subject: 'A', preheader: '', html: '', text: '', contentHash: '', manifest: [] },
      databaseOf(payload),
    )
  await payload.create({
    collection: 'faqs',
    locale: 'en',
    draft: false,
    data: { title: 'May I?', body: paragraph('Yes.'), sourceLocale: 'en', _status: 'published' },
  })
  await projectWork(payload)
})
afterAll(() => payload.destroy())

const addresses = async (query: string): Promise<readonly (string | undefined)[]> => {
  const map = await (await answerSitemap(payload, new Request(at(`/sitemap.xml${query}`)))).text()
  return Array.from(map.matchAll(/<loc>([^<]+)<\/loc>/g), ([, url]) => url?.replaceAll('&amp;', '&'))
}

test('the map leads to who we are, what is asked often and what peers say', async () => {
  const pages = await addresses('?pages=site')

  expect(pages).toEqual(
    expect.arrayContaining(['/fr/about', '/fr/projects', '/fr/peer-reviews', '/en/faq'].map(at)),
  )
  expect(pages).not.toContain(at('/fr/faq'))
  expect(await addresses('?collection=faqs&locale=en&page=1')).toEqual([
    expect.stringMatching(/^http:\/\/localhost:3000\/en\/faq\/.+/),
  ])
})

test('the map leads to each issue as soon as readers have it', async () => {
  const map = '?pages=letters&locale=fr'
  expect(await addresses('')).toContain(at(`/sitemap.xml${map}`))
  expect(await addresses(map)).toEqual([at(`/fr${letter}`)])

  await databaseOf(payload).execute(sql`update issues set state = 'sent', sent_at = now()`)
  expect(await addresses(map)).toEqual([at(`/fr${letter}`), at(`/fr${letter}/1`)])
  expect(await addresses('?pages=letters&locale=de')).toEqual([at(`/de${letter}`)])
})
