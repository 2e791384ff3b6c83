import { sql } from '../database/database.ts'
import type { ContentCollection } from './published-item.ts'

/** The country where an item of the collection takes place, of a row called `item`; beside those that it concerns. */
export const countryColumn = {
  practices: sql`item.location_country_id`,
  events: sql`item.venue_country_id`,
  publications: sql`null::uuid`,
  news: sql`null::uuid`,
} satisfies Record<ContentCollection, ReturnType<typeof sql>>
