import { narrowingLists, tieTableOf } from './narrowing-lists.ts'

/** As much of Payload's description of a table as its ties need. `RawTable` of `@payloadcms/drizzle`. */
interface DescribedTable {
  readonly columns: Readonly<Record<string, { reference?: { onDelete?: string } } | undefined>>
  readonly foreignKeys?: Readonly<Record<string, { readonly columns: readonly string[]; onDelete?: string }>>
}

/**
 * Has the database itself refuse to delete what a narrowing list names, and the segment that an issue is for, where
 * Payload would have the tie vanish. Said to Payload's own description, so that migrations hold it.
 * @throws when there is no such tie: then Payload calls it otherwise than we think, and nothing would be guarded.
 */
export function keepNarrowing(tables: Readonly<Record<string, DescribedTable | undefined>>): void {
  for (const list of narrowingLists)
    for (const tie of list.ties) {
      const keys = Object.values(tables[tieTableOf(list)]?.foreignKeys ?? {})
      const key = keys.find(({ columns: [column] }) => column === `${tie}ID`)
      if (key === undefined) throw new Error(`${tieTableOf(list)} has no tie to ${tie}`)
      key.onDelete = 'restrict'
    }
  const segment = tables.issues?.columns.segment?.reference
  if (segment === undefined) throw new Error('issues have no tie to segments')
  segment.onDelete = 'restrict'
}
