import type { PayloadRequest } from 'payload'

import { contentCollections } from '../../../content/published-item.ts'
import { databaseOf, sql } from '../../../database/database.ts'
import { translator } from '../../../i18n/translator.ts'
import { type OfferedValue, offeredValues } from '../../offered-values.ts'
import { viewContext } from '../../view-context.ts'
import type { ListCondition } from './conditions.ts'

export type ConditionOffers = Readonly<Record<ListCondition, readonly OfferedValue[]>>

/** What items can be looked for by, in the language of whoever looks. */
export async function loadConditionOffers(req: PayloadRequest): Promise<ConditionOffers> {
  const { language } = viewContext(req)
  const database = databaseOf(req.payload)
  const kinds = translator(language, 'terms')
  const named = (statement: ReturnType<typeof sql>) => offeredValues(statement, language, database)
  return {
    collections: contentCollections.map((id) => ({ id, label: kinds(`collection.${id}`), lang: language })),
    topics: await named(
      sql`select n._parent_id as id, n.label, n._locale::text as lang from topics_locales n`,
    ),
    countries: await named(sql`
      select t.id, n.label, n._locale::text as lang from terms t join terms_locales n on n._parent_id = t.id
      where t.vocabulary = 'countries'`),
    communities: await named(
      sql`select n._parent_id as id, n.name as label, n._locale::text as lang from communities_locales n`,
    ),
  }
}
