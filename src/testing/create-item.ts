import type { Payload, PayloadRequest, RequiredDataFromCollectionSlug } from 'payload'

import type { Locale } from '../i18n/locales.ts'
import { paragraph } from './paragraph.ts'

/** A news item that a test edits and publishes as an editor would, language by language. */
export interface TestItem {
  readonly id: string
  publish(locale: Locale, changes?: NewsChanges): Promise<void>
  saveDraft(locale: Locale, changes?: NewsChanges, options?: { readonly unpublish?: boolean }): Promise<void>
}

/** Texts of a language, and what is the same in all of them. */
type NewsChanges = Partial<RequiredDataFromCollectionSlug<'news'>>

const textsIn = (locale: Locale) => ({
  title: `Mentoring starts (${locale})`,
  teaser: `A six-month programme, in ${locale}.`,
  body: paragraph(`Text in ${locale}.`),
})

/** Creates a draft with what every item must have. Inside `transactionID`, when one is given. */
export async function createTestItem(
  payload: Payload,
  { transactionID }: { readonly transactionID?: string } = {},
): Promise<TestItem> {
  const req = (transactionID === undefined ? {} : { transactionID }) as unknown as PayloadRequest
  const organisation = await payload.create({
    collection: 'organisations',
    data: { name: 'Sample organisation' },
    req,
  })
  const code = crypto.randomUUID()
  const licence = await payload.create({
    collection: 'terms',
    data: { vocabulary: 'licences', code, label: 'CC BY 4.0' },
    req,
  })
  const { id } = await payload.create({
    collection: 'news',
    locale: 'en',
    draft: true,
    data: {
      ...textsIn('en'),
      type: 'announcement',
      date: '2026-11-20T00:00:00.000Z',
      sourceLocale: 'en',
      responsibleOrganisation: organisation.id,
      licence: licence.id,
    },
    req,
  })
  return testItem(payload, String(id), req)
}

/** One that is there already, as when another process has created it. */
export function testItem(
  payload: Payload,
  id: string,
  req: PayloadRequest = {} as unknown as PayloadRequest,
): TestItem {
  const save = async (
    locale: Locale,
    status: 'draft' | 'published',
    draft: boolean,
    changes: NewsChanges,
  ) => {
    const stored = await payload.findByID({
      collection: 'news',
      id,
      locale,
      draft: true,
      fallbackLocale: false,
      req,
    })
    const written = stored.title ? {} : textsIn(locale)
    await payload.update({
      collection: 'news',
      id,
      locale,
      draft,
      data: { ...written, ...changes, _status: status },
      req,
    })
  }
  return {
    id,
    publish: (locale, changes = {}) => save(locale, 'published', false, changes),
    saveDraft: (locale, changes = {}, { unpublish = false } = {}) =>
      save(locale, 'draft', !unpublish, changes),
  }
}
