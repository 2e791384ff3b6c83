import type { Payload, Where } from 'payload'
import type { Html } from '../../content/markup/html.ts'
import { richText } from '../../content/markup/rich-text.ts'
import { publicNamesOf } from '../../content/public-locales.ts'
import { itemPath } from '../../content/site-url.ts'
import { named } from '../../content/slugs/named.ts'
import { databaseOf } from '../../database/database.ts'
import type { Alternates } from '../page.ts'
import type { SiteContext } from '../site-context.ts'

/** An entry of the FAQ in one language in which it is public. */
export interface FaqEntry {
  readonly id: string
  readonly slug: string
  readonly question: string
  readonly answer: Html
  readonly machineTranslated: boolean
  /** In this language; those without a name in it are left out. */
  readonly topics: readonly string[]
  readonly countries: readonly string[]
}

/** More than a page of questions should ever hold. */
const MOST = 500

/** All that are public in this language, oldest first. */
export const loadFaqs = (payload: Payload, context: SiteContext): Promise<readonly FaqEntry[]> =>
  entries(payload, context, { _status: { equals: 'published' } })

/** One by the name in its address. Null: there is none in this language. */
export async function loadFaq(
  payload: Payload,
  context: SiteContext,
  name: string,
): Promise<{ readonly entry: FaqEntry; readonly alternates: Alternates } | null> {
  const where = { and: [{ _status: { equals: 'published' } }, named(name)] }
  const [entry] = await entries(payload, context, where)
  if (entry === undefined) return null
  const names = (await publicNamesOf('faqs', [entry.id], databaseOf(payload))).get(entry.id)
  return {
    entry,
    alternates: Object.fromEntries(
      context.locales.flatMap((locale) => {
        const there = names?.get(locale)
        return there === undefined ? [] : [[locale, itemPath('faqs', there.slug, locale)]]
      }),
    ),
  }
}

async function entries(
  payload: Payload,
  { locale }: SiteContext,
  where: Where,
): Promise<readonly FaqEntry[]> {
  const { docs } = await payload.find({
    collection: 'faqs',
    where,
    locale,
    fallbackLocale: false,
    overrideAccess: false,
    depth: 1,
    limit: MOST,
    pagination: false,
    sort: 'createdAt',
  })
  return docs.flatMap(({ id, title, slug, body, topics, countries, machineTranslated }) => {
    const answer = richText(body, 2)
    if (!title || answer === null) return []
    return {
      id,
      slug: slug || id,
      question: title,
      answer,
      machineTranslated: machineTranslated === true,
      topics: labelsOf(topics),
      countries: labelsOf(countries),
    }
  })
}

const labelsOf = (
  tied: readonly (string | { readonly label?: string | null })[] | null | undefined,
): readonly string[] =>
  (tied ?? []).flatMap((each) => (typeof each === 'object' && each.label ? [each.label] : []))
