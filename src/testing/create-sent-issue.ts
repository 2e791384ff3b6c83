import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import { keepEdition } from '../ledger/editions.ts'

/** What an address of the archive is made of. */
export interface SentIssue {
  /** Of the newsletter. */
  readonly slug: string
  readonly number: number
}

/**
 * A newsletter of the network with one issue that has been sent in each of these languages, so that everybody may read it.
 * @param news what is in it, by its id.
 */
export async function createSentIssue(
  payload: Payload,
  locales: readonly Locale[],
  news: string,
): Promise<SentIssue> {
  const name = 'Public letter'
  const { id, slug } = await payload.create({
    collection: 'newsletters',
    locale: 'en',
    data: {
      name,
      fromName: name,
      locales: [...locales],
      itemFallback: 'show-labelled',
      editionFallback: 'skip',
      postalAddress: 'Sample street 1, 1000 Brussels',
    },
  })
  for (const locale of locales)
    await payload.update({ collection: 'newsletters', id, locale, data: { name, fromName: name } })
  const number = 1
  const issue = await payload.create({
    collection: 'issues',
    locale: 'en',
    data: {
      newsletter: id,
      number,
      subject: 'Public subject',
      state: 'draft',
      contents: [{ blockType: 'items', items: [{ relationTo: 'news', value: news }] }],
    },
  })
  const database = databaseOf(payload)
  for (const locale of locales)
    await keepEdition(
      {
        issueId: String(issue.id),
        locale,
        subject: `Public subject (${locale})`,
        preheader: 'What is in it',
        html: `<!doctype html><html lang="${locale}"><head><title>Letter</title></head><body><p>Letter</p></body></html>`,
        text: '',
        contentHash: '',
        manifest: [],
      },
      database,
    )
  await database.execute(sql`update issues set state = 'sent', sent_at = now() where id = ${issue.id}::uuid`)
  return { slug: slug ?? '', number }
}
