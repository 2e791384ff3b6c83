import { type Database, sql } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Frequency } from './choices.ts'
import { type ConsentProof, consentProofsOf } from './consent-proofs-of.ts'
import { type MailTo, mailsTo } from './mails-to.ts'
import { type Named, type NamedKind, namesFor } from './named.ts'
import { followsOf, newslettersOf, type PersonalFollow, type PersonalNewsletter } from './personal-ties.ts'
import { type PersonalQuestion, questionsOf } from './questions/read-questions.ts'
import { findSubscriber, type Subscriber } from './subscriber.ts'

/**
 * Everything that is kept about one person, as they may take it away (GDPR, articles 15 and 20). Plain JSON: moments are
 * ISO 8601 in UTC, ids are those of the API, and a name stands beside each id for whoever reads it with their eyes.
 */
export interface PersonalData {
  /** Raised when a field changes its meaning or goes. */
  readonly version: 1
  readonly person: {
    readonly id: string
    readonly email: string
    readonly status: 'active' | 'ended'
    readonly confirmedAt: string
    /** In order of preference. */
    readonly languages: readonly Locale[]
    readonly frequency: Frequency
    /** Empty: all. */
    readonly topics: readonly Named[]
    /** Empty: all. */
    readonly countries: readonly Named[]
    /** Null: not said. */
    readonly role: Named | null
    /** Null: not said. */
    readonly organisation: Named | null
    /** Of everything. Null: not paused. */
    readonly pausedUntil: string | null
    /** IANA name. Null: the network's. */
    readonly timeZone: string | null
  }
  /** Also those that they left, as long as that is kept. */
  readonly newsletters: readonly PersonalNewsletter[]
  readonly follows: readonly PersonalFollow[]
  /** The ledger, oldest first: also of the address before, where they moved. */
  readonly consent: readonly ConsentProof[]
  /** Newest first: what went to them, and what did not, with the reason. */
  readonly mails: readonly MailTo[]
  /** Why the address must get no mail, or none of a newsletter. */
  readonly suppressions: readonly PersonalSuppression[]
  /** What the lists that brought them said about them. */
  readonly imports: readonly PersonalImport[]
  /** Put to the info line, with what was answered, as long as that is kept. Newest first. */
  readonly questions: readonly PersonalQuestion[]
  /** When somebody of staff saw the address. */
  readonly looks: readonly { readonly at: string; readonly kind: string }[]
}

interface PersonalSuppression {
  /** `global`, a newsletter's id, or the sending service whose list says so. */
  readonly scope: string
  readonly reason: string
  /** person | mailbox | officer | import | resend */
  readonly origin: string
  readonly note: string | null
  readonly at: string
}

interface PersonalImport {
  readonly at: string
  readonly outcome: string
  readonly reason: string | null
  /** As they were read. Null: removed since. */
  readonly values: unknown
}

/** Null when there is nobody of that id any more. */
export async function personalData(subscriberId: string, database: Database): Promise<PersonalData | null> {
  const subscriber = await findSubscriber(subscriberId, database)
  if (subscriber === null) return null
  const named = (kind: NamedKind, ids: readonly string[]) => namesFor(subscriber.locale, kind, ids, database)
  const newsletters = await newslettersOf(subscriber, database)
  return {
    version: 1,
    person: {
      id: subscriber.id,
      email: subscriber.email,
      status: subscriber.status,
      confirmedAt: subscriber.confirmedAt.toISOString(),
      languages: [subscriber.locale, ...subscriber.furtherLocales],
      frequency: subscriber.frequency,
      topics: await named('topics', subscriber.topics),
      countries: await named('terms', subscriber.countries),
      role: (await named('terms', present(subscriber.role)))[0] ?? null,
      organisation: (await named('organisations', present(subscriber.organisation)))[0] ?? null,
      pausedUntil: subscriber.pausedUntil?.toISOString() ?? null,
      timeZone: subscriber.timeZone,
    },
    newsletters,
    follows: await followsOf(subscriber, database),
    consent: await consentProofsOf(subscriber.addressKey, database),
    mails: await mailsTo(subscriber.id, database),
    suppressions: await suppressionsOf(subscriber, database),
    imports: await importsOf(subscriber, database),
    questions: await questionsOf(subscriber.addressKey, database),
    looks: await looksAt(subscriber, database),
  }
}

const present = (id: string | null): readonly string[] => (id === null ? [] : [id])

async function suppressionsOf(
  { addressKey }: Subscriber,
  database: Database,
): Promise<PersonalSuppression[]> {
  const { rows } = await database.execute<{
    scope: string
    reason: string
    origin: string
    note: string | null
    at: string
  }>(sql`
    select scope, reason, origin, note, at from suppressions where address_key = ${addressKey}
    union all
    select provider, reason, provider, null, seen_at from provider_suppressions where address_key = ${addressKey}
    order by at, scope
  `)
  return rows.map((row) => ({ ...row, at: moment(row.at) }))
}

async function importsOf({ id, addressKey }: Subscriber, database: Database): Promise<PersonalImport[]> {
  const { rows } = await database.execute<{
    at: string
    outcome: string
    reason: string | null
    values: unknown
  }>(sql`
    select coalesce(brought.applied_at, brought.created_at) as at, line.outcome, line.reason, line.values
    from audience_import_rows line join audience_imports brought on brought.id = line.import_id
    where line.subscriber_id = ${id}::uuid or line.address_key = ${addressKey}
    order by at, line.line
  `)
  return rows.map((row) => ({ ...row, at: moment(row.at) }))
}

async function looksAt({ id }: Subscriber, database: Database): Promise<{ at: string; kind: string }[]> {
  const { rows } = await database.execute<{ at: string; kind: string }>(sql`
    select at, kind from address_looks where subscriber_id = ${id}::uuid order by id
  `)
  return rows.map((row) => ({ at: moment(row.at), kind: row.kind }))
}

const moment = (stored: string): string => new Date(stored).toISOString()
