import type { Payload } from 'payload'

import { databaseOf, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** The languages of the journey: those of the demo network. */
export const journeyLocales = [
  'en',
  'fr',
  'de',
  'es',
  'it',
  'el',
  'ar',
  'uk',
] as const satisfies readonly Locale[]

export interface TestNewsletter {
  readonly id: string
  /** Subscribes so many people, their first language drawn in turn from `locales`. Answers their addresses. */
  subscribe(count: number, locales: readonly Locale[], further?: readonly Locale[]): Promise<string[]>
  /** A draft with the items given. */
  createIssue(items: readonly { readonly relationTo: 'news'; readonly value: string }[]): Promise<string>
}

interface Policy {
  readonly itemFallback?: 'show-labelled' | 'leave-out'
  readonly editionFallback?: 'fallback-locale' | 'skip'
}

/** Addresses are never used twice in one test file. */
let people = 0

/** A newsletter in the eight languages, in a network that has enabled them. */
export async function createTestNewsletter(
  payload: Payload,
  { itemFallback = 'show-labelled', editionFallback = 'fallback-locale' }: Policy = {},
): Promise<TestNewsletter> {
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'EMEN', enabledLocales: [...journeyLocales] },
  })
  const { id } = await payload.create({
    collection: 'newsletters',
    locale: 'en',
    data: {
      name: 'EMEN letter',
      fromName: 'EMEN',
      locales: [...journeyLocales],
      itemFallback,
      editionFallback,
      fallbackLocale: 'en',
      postalAddress: 'Sample street 1, 1000 Brussels',
    },
  })
  for (const locale of journeyLocales.slice(1))
    await payload.update({
      collection: 'newsletters',
      id,
      locale,
      data: { name: `EMEN letter ${locale}`, fromName: 'EMEN' },
    })

  let issues = 0
  return {
    id: String(id),
    async subscribe(count, locales, further = []) {
      const rows = Array.from({ length: count }, (_, index) => ({
        id: crypto.randomUUID(),
        email: `reader${people + index + 1}@example.org`,
        locale: locales[index % locales.length],
      }))
      people += count
      await databaseOf(payload).execute(sql`
        with people as (
          insert into subscribers (id, email, address_key, locale, further_locales, status, confirmed_at)
          select id, email, md5(email), locale, ${JSON.stringify(further)}::jsonb, 'active', now()
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, email text, locale text)
          returning id
        )
        insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
        select id, ${id}::uuid, 'confirmed', now() from people
      `)
      return rows.map(({ email }) => email)
    },
    async createIssue(items) {
      const issue = await payload.create({
        collection: 'issues',
        locale: 'en',
        data: {
          newsletter: id,
          number: ++issues,
          subject: 'What worked this month',
          state: 'draft',
          contents: [{ blockType: 'items', items: [...items] }],
        },
      })
      return String(issue.id)
    },
  }
}
