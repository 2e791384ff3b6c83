import type { Client } from './client.ts'
import type { Change, Collection, Document } from './document.ts'

/** Where a copy is kept: a map, a database, files. */
export interface MirrorStore {
  /** Of the last page that was kept; `''` at first. */
  cursor(): Promise<string>
  /** Keeps a page and its cursor together, so that after a crash the page is kept or comes again. */
  keep(
    page: {
      readonly write: readonly Document[]
      readonly forget: readonly Pick<Change, 'collection' | 'id' | 'locale'>[]
    },
    cursor: string,
  ): Promise<void>
}

interface Wanted {
  readonly locales?: readonly string[]
  readonly collections?: readonly Collection[]
}

/** Brings a copy up to date and answers how many changes that took. Call it as often as you like, one call at a time. */
export async function mirror(client: Client, store: MirrorStore, wanted: Wanted = {}): Promise<number> {
  let cursor = await store.cursor()
  let count = 0
  while (true) {
    const page = await client.changes(cursor, wanted)
    if (page.data.length > 0)
      await store.keep(
        {
          write: page.data.flatMap(({ document }) => document ?? []),
          forget: page.data.filter(({ document }) => document === null),
        },
        page.cursor,
      )
    count += page.data.length
    cursor = page.cursor
    if (page.next === null) return count
  }
}
