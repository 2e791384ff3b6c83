import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core'

import { moment } from '../../database/moment.ts'

/** A list of people that is brought in from elsewhere, with the evidence that they agreed. */
const audienceImports = pgTable('audience_imports', {
  id: uuid('id').primaryKey(),
  fileName: text('file_name').notNull(),
  /** people | suppressions */
  brings: text('brings').notNull().default('people'),
  /** uploaded | checking | checked | applying | applied | undoing | undone | failed */
  state: text('state').notNull(),
  /** Why it failed. Null: it did not. */
  problem: text('problem'),
  /** Detected, or as the officer corrected it: `{encoding, delimiter, hasHeader, source}`. */
  format: jsonb('format').notNull(),
  /** Column → field, and what holds where a row does not say. Null until it was mapped. */
  mapping: jsonb('mapping'),
  /** Where, when and to which words the people agreed. Null until it was given. */
  evidence: jsonb('evidence'),
  /** Rows by outcome. */
  counts: jsonb('counts').notNull().default({}),
  bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
  /** Of the step under way, from 0 to 1. Null: none is. */
  progress: text('progress'),
  actor: uuid('actor').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
  appliedAt: moment('applied_at'),
  undoneAt: moment('undone_at'),
})

/** The rows of an import as they were read. Addresses are removed by retention; what became of each row stays. */
const audienceImportRows = pgTable(
  'audience_import_rows',
  {
    importId: uuid('import_id').notNull(),
    /** In the file, from 1. */
    line: integer('line').notNull(),
    /** Null: unreadable, or removed since. */
    email: text('email'),
    addressKey: text('address_key'),
    /** What the mapping made of it. */
    values: jsonb('values'),
    /** new | added | unchanged | refused */
    outcome: text('outcome').notNull(),
    /** Why it was refused or changes nothing. Null: neither. */
    reason: text('reason'),
    subscriberId: uuid('subscriber_id'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.line] }),
    index('audience_import_rows_address').on(table.importId, table.addressKey),
    index('audience_import_rows_outcome').on(table.importId, table.outcome, table.line),
  ],
)

export const importTables = {
  audience_imports: audienceImports,
  audience_import_rows: audienceImportRows,
}
