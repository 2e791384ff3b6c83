import type { Payload } from 'payload'

import type { Html } from '../../content/markup/html.ts'
import { richText } from '../../content/markup/rich-text.ts'
import type { Faq } from '../../payload-types.ts'
import type { PublicDocument } from '../../reading/contract/document.ts'
import { browseDocuments } from '../../reading/documents/browse-documents.ts'
import { readDocument } from '../../reading/documents/read-documents.ts'
import { enabledAlternates } from '../item-page.ts'
import type { Alternates } from '../page.ts'
import type { SiteContext } from '../site-context.ts'
import { storedOf } from '../stored-of.ts'

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
export async function loadFaqs(
  payload: Payload,
  { locale }: Pick<SiteContext, 'locale'>,
): Promise<readonly FaqEntry[]> {
  const { documents } = await browseDocuments(
    payload,
    { collections: ['faqs'], locale },
    { order: 'oldest', perPage: MOST },
  )
  return documents.flatMap((each) => entryOf(each) ?? [])
}

/** One by the name in its address. Null: there is none in this language. */
export async function loadFaq(
  payload: Payload,
  context: SiteContext,
  name: string,
): Promise<{ readonly entry: FaqEntry; readonly alternates: Alternates } | null> {
  const found = await readDocument(payload, 'faqs', name, context.locale)
  const entry = found === null ? null : entryOf(found)
  return found === null || entry === null ? null : { entry, alternates: enabledAlternates(context, found) }
}

function entryOf(found: PublicDocument): FaqEntry | null {
  const answer = richText(storedOf<Faq>(found).body, 2)
  if (answer === null) return null
  const { id, slug, title, topics, countries, machineTranslated } = found
  return {
    id,
    slug,
    question: title,
    answer,
    machineTranslated,
    topics: topics.map(({ label }) => label),
    countries: countries.map(({ label }) => label),
  }
}
