import { sql } from '../../database/database.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a row has this slug or id. */
export const isNamed = (slugOrId: string) =>
  uuid.test(slugOrId) ? sql`item_id = ${slugOrId}::uuid` : sql`slug = ${slugOrId}`
