import type { GlobalAfterChangeHook } from 'payload'

import { translatableCollections } from '../../content/translatable.ts'
import { type Database, sql, transactionOf } from '../../database/database.ts'
import { refreshManyLocales } from './refresh-locales.ts'

/** A language that the network gains is missing everywhere at once; one that it gives up is no longer asked for. */
export const followEnabledLocales: GlobalAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (setOf(doc) === setOf(previousDoc)) return doc
  const database = await transactionOf(req)
  await forgetOthers(database)
  for (const collection of translatableCollections) await refreshManyLocales(collection, null, database)
  return doc
}

const setOf = (network: { readonly enabledLocales?: unknown } | undefined): string =>
  Array.isArray(network?.enabledLocales) ? [...network.enabledLocales].sort().join() : ''

/** What is public in such a language stays public until somebody takes it back, and so stays in the list. */
const forgetOthers = (database: Database): Promise<unknown> =>
  database.execute(sql`
    delete from translation_locales where not is_public
      and locale not in (select value::text from network_enabledlocales_chosen)
  `)
