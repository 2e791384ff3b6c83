import type { PayloadRequest } from 'payload'

import { frequencies } from '../../../audience/choices.ts'
import { enabledLocales } from '../../../content/publishing/enabled-locales.ts'
import { type Database, databaseOf, sql } from '../../../database/database.ts'
import { isLocale, type Locale } from '../../../i18n/locales.ts'
import { translator } from '../../../i18n/translator.ts'
import { inOrder, offeredValues } from '../../offered-values.ts'
import { viewContext } from '../../view-context.ts'
import type { Offers } from './offers.ts'

/** What conditions can name, as the content names it, in the language of whoever looks. */
export async function loadOffers(req: PayloadRequest): Promise<Offers> {
  const { language, languageName } = viewContext(req)
  const database = databaseOf(req.payload)
  const terms = (vocabulary: string) => sql`
    select t.id, n.label, n._locale::text as lang from terms t join terms_locales n on n._parent_id = t.id
    where t.vocabulary = ${vocabulary}`
  const named = (statement: ReturnType<typeof sql>) => offeredValues(statement, language, database)
  const locales = [...new Set([...(await enabledLocales(req)), ...(await spokenLocales(database))])]
  return {
    language: inOrder(
      locales.map((locale) => ({ id: locale, label: languageName(locale), lang: language })),
      language,
    ),
    newsletter: await named(
      sql`select n._parent_id as id, n.name as label, n._locale::text as lang from newsletters_locales n`,
    ),
    topic: await named(
      sql`select n._parent_id as id, n.label, n._locale::text as lang from topics_locales n`,
    ),
    country: await named(terms('countries')),
    role: await named(terms('audiences')),
    organisation: await named(
      sql`select n._parent_id as id, n.name as label, n._locale::text as lang from organisations_locales n`,
    ),
    frequency: frequencies.map((id) => ({
      id,
      label: translator(language, 'terms')(`frequency.${id}`),
      lang: language,
    })),
  }
}

/** Languages that people read, which the network may have given up since. */
async function spokenLocales(database: Database): Promise<readonly Locale[]> {
  const { rows } = await database.execute<{ key: string }>(
    sql`select key from facets where kind = 'language'`,
  )
  return rows.map(({ key }) => key).filter(isLocale)
}
