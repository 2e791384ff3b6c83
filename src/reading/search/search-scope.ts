import { sql } from '../../database/database.ts'
import { textArray } from '../../database/text-array.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type ReadableCollection, readableCollections } from '../contract/document.ts'

/** Among which documents to look. */
export interface SearchScope {
  readonly collections: readonly ReadableCollection[]
  readonly locale: Locale
  /** Every group must hold; of a group any one. */
  readonly facets: readonly (readonly string[])[]
  /** Only events that end after the first, or have ended by the second. */
  readonly endingAfter?: Date | undefined
  readonly endedBy?: Date | undefined
}

/** Whether it is bound to a time. */
export const isTimed = ({ endingAfter, endedBy }: Pick<SearchScope, 'endingAfter' | 'endedBy'>): boolean =>
  endingAfter !== undefined || endedBy !== undefined

export const isEverywhere = (collections: readonly ReadableCollection[]): boolean =>
  readableCollections.every((each) => collections.includes(each))

/** What is public in the scope: what is hidden until it is made anew is left out. */
export const within = (scope: SearchScope, condition = sql``) => {
  const { collections, endedBy, endingAfter, facets, locale } = scope
  const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`
  const ended = [
    ...(endingAfter === undefined ? [] : [sql` and ends_at > ${at(endingAfter)}`]),
    ...(endedBy === undefined ? [] : [sql` and ends_at <= ${at(endedBy)}`]),
  ]
  const timed = isTimed(scope)
    ? sql` and exists (
        select from public_documents timed where timed.locale = ${locale}
          and timed.collection = found.collection and timed.item_id = found.item_id${sql.join(ended)}
      )`
    : sql``
  const groups = [
    ...(isEverywhere(collections) ? [] : [collections.map((each) => `collection:${each}`)]),
    ...facets,
  ]
  return sql`
    select collection, item_id, words, sort_at, facets from search_texts found
    where locale = ${locale}${sql.join(groups.map((group) => sql` and facets && ${textArray(group)}`))}${condition}
      and not exists (
        select from public_documents stored where stored.hidden and stored.document is not null
          and stored.locale = ${locale} and stored.collection = found.collection and stored.item_id = found.item_id
      )${timed}`
}
