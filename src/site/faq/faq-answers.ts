import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { gonePage, otherAddresses } from '../other-addresses.ts'
import { decoded, inLocale, type Visit } from '../visit.ts'
import { faqEntryPage, faqPage } from './faq-pages.ts'
import { loadFaq, loadFaqs } from './load-faqs.ts'

interface InLocale {
  readonly locale: string
}

/** `/{locale}/faq`. Offered in the other languages only where something is public in them. */
export const answerFaq = (visit: Visit, { locale }: InLocale): Promise<Response> =>
  inLocale(visit, locale, async (context) => {
    const entries = await loadFaqs(visit.payload, context)
    const there = await localesWithFaqs(visit)
    const alternates = Object.fromEntries(
      context.locales.flatMap((other) => (there.has(other) ? [[other, `/${other}/faq`]] : [])),
    )
    return faqPage(context, entries, alternates)
  })

/** `/{locale}/faq/{name}`; in a language that it is not public in, the languages that it is. */
export const answerFaqEntry = (visit: Visit, { locale, slug }: InLocale & { readonly slug: string }) =>
  inLocale(visit, locale, async (context) => {
    const name = decoded(slug)
    if (name === null) return null
    const loaded = await loadFaq(visit.payload, context, name)
    return loaded === null
      ? ((await otherAddresses(visit, context, 'faqs', name)) ?? gonePage(visit, context, 'faqs', name))
      : faqEntryPage(context, loaded.entry, loaded.alternates)
  })

async function localesWithFaqs({ payload }: Visit): Promise<ReadonlySet<Locale>> {
  const { rows } = await databaseOf(payload).execute<{ locale: Locale }>(sql`
    select distinct _locale::text as locale from faqs_locales where _status = 'published'
  `)
  return new Set(rows.map(({ locale }) => locale))
}
