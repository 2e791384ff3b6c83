import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'

/** One mail that was meant for a person. */
export interface MailTo {
  readonly kind: 'issue' | 'digest' | 'notice' | 'reminder'
  /** Of an issue, its newsletter. */
  readonly newsletterId: string | null
  /** Of an issue, its edition's. Null where there was none to give. */
  readonly subject: string | null
  /** `{collection, id, locale, why}[]` of a mail that was made for them alone. Null: an issue, which is the same for all. */
  readonly items: unknown
  /** Null when there was no language to give. */
  readonly locale: Locale | null
  /** first-language | further-language | fallback-edition */
  readonly localeReason: string | null
  /** planned | submitting | submitted | unconfirmed | failed | skipped */
  readonly state: string
  readonly reason: string | null
  readonly submittedAt: string | null
  readonly deliveredAt: string | null
  readonly bouncedAt: string | null
  readonly bounceClass: string | null
  readonly complainedAt: string | null
  /** When its state last changed. */
  readonly updatedAt: string
}

interface Row extends Record<string, unknown> {
  readonly kind: MailTo['kind']
  readonly newsletter_id: string | null
  readonly subject: string | null
  readonly items: unknown
  readonly locale: Locale | null
  readonly locale_reason: string | null
  readonly state: string
  readonly reason: string | null
  readonly submitted_at: string | null
  readonly delivered_at: string | null
  readonly bounced_at: string | null
  readonly bounce_class: string | null
  readonly complained_at: string | null
  readonly updated_at: string
}

/** Newest first. Those that went out before the retention rule's time are not in it: nothing says any more whose they were. */
export async function mailsTo(subscriberId: string, database: Database): Promise<MailTo[]> {
  const common = sql`d.locale, d.locale_reason, d.state, d.reason, d.submitted_at, d.delivered_at, d.bounced_at,
    d.bounce_class, d.complained_at, d.updated_at`
  const { rows } = await database.execute<Row>(sql`
    select 'issue' as kind, d.newsletter_id, edition.subject, null::jsonb as items, ${common}
    from email_deliveries d left join editions edition on edition.id = d.edition_id
    where d.subscriber_id = ${subscriberId}::uuid
    union all
    select d.kind, null, null, d.items, ${common} from personal_mails d where d.subscriber_id = ${subscriberId}::uuid
    order by updated_at desc, kind
  `)
  return rows.map((row) => ({
    kind: row.kind,
    newsletterId: row.newsletter_id,
    subject: row.subject,
    items: row.items,
    locale: row.locale,
    localeReason: row.locale_reason,
    state: row.state,
    reason: row.reason,
    submittedAt: momentOf(row.submitted_at),
    deliveredAt: momentOf(row.delivered_at),
    bouncedAt: momentOf(row.bounced_at),
    bounceClass: row.bounce_class,
    complainedAt: momentOf(row.complained_at),
    updatedAt: new Date(row.updated_at).toISOString(),
  }))
}

const momentOf = (stored: string | null): string | null =>
  stored === null ? null : new Date(stored).toISOString()
