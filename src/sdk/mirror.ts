import { ApiError, type ChangePage, type Client } from './client.ts'
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
  /** Forgets the whole copy and the cursor with it: the network's database was restored, and what was told since is void. */
  forgetAll(): Promise<void>
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
    const page = await changesSince(cursor)
    if (page === null) {
      await store.forgetAll()
      cursor = ''
      continue
    }
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

  /** Null: the copy has to start anew. */
  async function changesSince(place: string): Promise<ChangePage | null> {
    try {
      return await client.changes(place, wanted)
    } catch (error) {
      if (place !== '' && error instanceof ApiError && error.status === 410) return null
      throw error
    }
  }
}
