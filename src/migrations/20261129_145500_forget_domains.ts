import { type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Mails of people who were erased, or cut off by retention, before their domain went with them. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
    UPDATE "email_deliveries" SET "domain" = NULL, "mx_group" = NULL
    WHERE "subscriber_id" IS NULL AND ("domain" IS NOT NULL OR "mx_group" IS NOT NULL)
  `)
}

/** What was forgotten stays forgotten. */
export async function down(): Promise<void> {}
