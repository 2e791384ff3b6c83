import { timestamp } from '@payloadcms/db-postgres/drizzle/pg-core'

/** A column that holds a moment, in UTC. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
