import { type Database, sql } from '../../database/database.ts'
import { erasePeople } from '../erase-people.ts'
import { agreedNow } from '../ledger/agreed-now.ts'
import { forgetQuestions } from '../questions/forget-questions.ts'
import { expired, expireSome } from '../questions/overdue.ts'
import type { RetentionRuleName } from './retention-rules.ts'

/** What a rule removes. */
export interface Removal {
  /** How many rows are older than that. */
  count(before: Date, database: Database, now: Date): Promise<number>
  /** Removes some of them, in the transaction that it is given. Answers how many; 0 once none is left. */
  removeSome(before: Date, transaction: Database, now: Date): Promise<number>
}

const ROWS = 5000
/** Each of them is several rows in several tables. */
const PEOPLE = 500

type Fragment = ReturnType<typeof sql>

async function countOf(rows: Fragment, database: Database): Promise<number> {
  const answer = await database.execute<{ count: string }>(sql`select count(*) as count from (${rows}) found`)
  return Number(answer.rows[0]?.count ?? 0)
}

async function affectedBy(statement: Fragment, database: Database): Promise<number> {
  return (await database.execute(statement)).rowCount ?? 0
}

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`

const peopleWhoLeft = (before: Date) => sql`
  select id from subscribers where status = 'ended' and ended_at < ${at(before)}
`

const endedSubscribers: Removal = {
  count: (before, database) => countOf(peopleWhoLeft(before), database),
  async removeSome(before, transaction) {
    const { rows } = await transaction.execute<{ id: string }>(
      sql`${peopleWhoLeft(before)} order by id limit ${PEOPLE} for update skip locked`,
    )
    const subscriberIds = rows.map(({ id }) => id)
    await erasePeople({ subscriberIds, source: 'retention', isWish: false, now: new Date() }, transaction)
    return subscriberIds.length
  },
}

/**
 * A person's last letter stays theirs while they are there: from it on, a first digest tells what is new. So do their
 * digests, whose items must not come again.
 */
const lettersOfPeople = (before: Date) => sql`
  select d.id from email_deliveries d
  where d.subscriber_id is not null and d.state not in ('planned', 'submitting')
    and coalesce(d.submitted_at, d.updated_at) < ${at(before)}
    and (d.submitted_at is null or not exists (
        select from subscribers person where person.id = d.subscriber_id and person.status = 'active'
      ) or exists (
        select from email_deliveries later
        where later.subscriber_id = d.subscriber_id and later.submitted_at > d.submitted_at
      ))
`

const personalMailsOfPeople = (before: Date) => sql`
  select m.id from personal_mails m
  where m.subscriber_id is not null and m.state not in ('planned', 'submitting')
    and coalesce(m.submitted_at, m.updated_at) < ${at(before)}
    and (m.kind <> 'digest' or not exists (
      select from subscribers person where person.id = m.subscriber_id and person.status = 'active'
    ))
`

const deliveryPersons: Removal = {
  count: (before, database) =>
    countOf(sql`${lettersOfPeople(before)} union all ${personalMailsOfPeople(before)}`, database),
  async removeSome(before, transaction) {
    const letters = await affectedBy(
      sql`
        update email_deliveries set subscriber_id = null, address_key = null, domain = null, mx_group = null, provider_id = null
        where id in (${lettersOfPeople(before)} limit ${ROWS} for update of d skip locked)
      `,
      transaction,
    )
    const personal = await affectedBy(
      sql`
        update personal_mails set subscriber_id = null, address_key = null, provider_id = null, items = '[]'
        where id in (${personalMailsOfPeople(before)} limit ${ROWS} for update of m skip locked)
      `,
      transaction,
    )
    return letters + personal
  },
}

/**
 * Who agrees to nothing, and how far their proof goes. What was done to the address later does not make it younger.
 * Materialised: the ledger of the few who are left is played one by one, by its index, and never for everybody.
 */
const overProofs = (before: Date) => sql`
  with old as materialized (
    select event.address_key, max(event.id) as last from consent_events event
    where not exists (
      select from subscribers person where person.address_key = event.address_key and person.status = 'active'
    )
    group by event.address_key
    having coalesce(
      max(event.at) filter (where event.kind not in ('suppressed', 'released') and event.source <> 'retention'),
      max(event.at)
    ) < ${at(before)}
  )
  select old.address_key, old.last from old
  where not exists (select from ${agreedNow} agreed where agreed.address_key = old.address_key)
`

const consentProof: Removal = {
  count: (before, database) =>
    countOf(
      sql`
        select event.id from consent_events event
        join (${overProofs(before)}) over on over.address_key = event.address_key
      `,
      database,
    ),
  async removeSome(before, transaction) {
    // The trigger lets nobody else remove anything.
    await transaction.execute(sql`set local emissary.retention = 'on'`)
    // Somebody may confirm anew meanwhile: their new proof is younger than the last that was seen.
    return affectedBy(
      sql`
        delete from consent_events event using (${overProofs(before)} order by 1 limit ${PROOFS}) over
        where event.address_key = over.address_key and event.id <= over.last
      `,
      transaction,
    )
  },
}

/** Addresses at once: to find them costs a reading of the whole ledger. */
const PROOFS = 50_000

const oldLooks = (before: Date) => sql`select id from address_looks where at < ${at(before)}`

const addressLooks: Removal = {
  count: (before, database) => countOf(oldLooks(before), database),
  removeSome: (before, transaction) =>
    affectedBy(
      sql`delete from address_looks where id in (${oldLooks(before)} order by id limit ${ROWS})`,
      transaction,
    ),
}

/** Of an import that is doing something nothing is taken away. */
const importedAddresses = (before: Date) => sql`
  select row.import_id, row.line from audience_import_rows row
  join audience_imports import on import.id = row.import_id
  where (row.email is not null or row.values is not null)
    and import.state not in ('checking', 'applying', 'undoing')
    and coalesce(import.undone_at, import.applied_at, import.created_at) < ${at(before)}
`

const importAddresses: Removal = {
  count: (before, database) => countOf(importedAddresses(before), database),
  removeSome: (before, transaction) =>
    affectedBy(
      sql`
        update audience_import_rows set email = null, values = null
        where (import_id, line) in (${importedAddresses(before)} limit ${ROWS} for update of row skip locked)
      `,
      transaction,
    ),
}

/** Only a list that was read to its end since can say that something is no longer on it. */
const oldNotes = (before: Date) => sql`
  select note.provider, note.address_key from provider_suppressions note
  where note.seen_at < ${at(before)} and note.seen_at < (
    select max(started_at) from provider_syncs sync
    where sync.provider = note.provider and sync.finished_at is not null and sync.problem is null
  )
`

const providerNotes: Removal = {
  count: (before, database) => countOf(oldNotes(before), database),
  removeSome: (before, transaction) =>
    affectedBy(
      sql`
        delete from provider_suppressions where (provider, address_key) in (${oldNotes(before)} limit ${ROWS})
      `,
      transaction,
    ),
}

const openQuestions: Removal = {
  count: (before, database, now) => countOf(expired(before, now), database),
  removeSome: (before, transaction, now) => expireSome({ before, now, most: PEOPLE }, transaction),
}

const settledQuestions = (before: Date) => sql`
  select id from questions where state <> 'open' and settled_at < ${at(before)}
`

const questions: Removal = {
  count: (before, database) => countOf(settledQuestions(before), database),
  async removeSome(before, transaction) {
    const { rows } = await transaction.execute<{ id: string }>(
      sql`${settledQuestions(before)} order by id limit ${PEOPLE} for update skip locked`,
    )
    return forgetQuestions(
      rows.map(({ id }) => id),
      transaction,
    )
  },
}

export const removals: Readonly<Record<RetentionRuleName, Removal>> = {
  endedSubscribers,
  deliveryPersons,
  consentProof,
  addressLooks,
  importAddresses,
  providerNotes,
  openQuestions,
  questions,
}
