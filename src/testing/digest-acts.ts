import { randomUUID } from 'node:crypto'

import { expect } from 'vitest'

import type { Frequency } from '../audience/choices.ts'
import { noWording } from '../audience/consent-wording.ts'
import { savePreferences } from '../audience/preferences.ts'
import { findSubscriber } from '../audience/subscriber.ts'
import { databaseOf, inTransaction, sql } from '../database/database.ts'
import { planChanges } from '../dissemination/plan-changes.ts'
import type { Locale } from '../i18n/locales.ts'
import { keepEdition } from '../ledger/editions.ts'
import { enterAudience } from '../ledger/enter-audience.ts'
import type { ModelItem, ModelPerson } from './digest-model.ts'
import { LANGUAGES, languagesFor, pick, some, type World } from './digest-world.ts'

/** What the hooks of a save do: the item's state and the outbox's word in one. The numbering may come later. */
export async function change({ payload }: World, item: ModelItem, locale: Locale, isPublic: boolean) {
  await inTransaction(payload, async (transaction) => {
    await transaction.execute(sql`
      update news_locales set _status = ${isPublic ? 'published' : 'draft'}::text::enum_news_status
      where _parent_id = ${item.id} and _locale = ${locale}::text::_locales
    `)
    await transaction.execute(sql`
      insert into outbox (collection, item_id, locale, kind, content_hash)
      values ('news', ${item.id}, ${locale}, ${isPublic ? 'published' : 'withdrawn'}, 'x')
    `)
  })
  if (isPublic) item.publicIn.add(locale)
  else item.publicIn.delete(locale)
}

/** Numbers what waits, as a worker does, and learns the numbers. */
export async function number(world: World) {
  await planChanges(world.payload)
  const from = world.publications.at(-1)?.position ?? 0
  const { rows } = await databaseOf(world.payload).execute<{
    position: string
    item_id: string
    locale: Locale
  }>(sql`
    select position, item_id, locale from digest_items where position > ${from} order by position
  `)
  for (const { position, item_id, locale } of rows)
    world.publications.push({ position: Number(position), item: item_id, locale })
}

const headOf = (world: World) => world.publications.at(-1)?.position ?? 0

/** Somebody changes what they want. */
export async function choose(world: World) {
  const person = pick(world, world.people)
  const wasDigest = person.frequency !== 'every-issue'
  person.languages = languagesFor(world)
  person.topics = some(world, world.topics, 0.3)
  person.countries = some(world, world.countries, 0.3)
  person.frequency = pick(world, ['weekly', 'monthly', 'every-issue'] satisfies Frequency[])
  await save(world, person)
  person.choseAt = headOf(world)
  // Where the cursor starts after a time of issues is told by its own tests; here it is taken over.
  if (!wasDigest && person.frequency !== 'every-issue') person.cursor = await storedCursor(world, person.id)
}

/** What the page of preferences does. */
export async function save({ payload, now }: World, person: ModelPerson) {
  await inTransaction(payload, async (transaction) => {
    const stored = await findSubscriber(person.id, transaction)
    if (stored === null) throw new Error('the person is gone')
    const [first = 'en', ...others] = person.languages
    await savePreferences(
      stored,
      {
        locales: [first, ...others],
        newsletterIds: stored.newsletterIds,
        follows: [],
        frequency: person.frequency,
        topics: person.topics,
        countries: person.countries,
        role: null,
        organisation: null,
        timeZone: null,
        pausedUntil: person.pausedUntil > now ? new Date(person.pausedUntil) : null,
        newsletterPauses: new Map(),
      },
      { wording: noWording('en'), now: new Date(now) },
      transaction,
    )
  })
}

/** Up to where somebody has been told of what became public. */
export async function storedCursor({ payload }: World, id: string): Promise<number> {
  const { rows } = await databaseOf(payload).execute<{ digest_cursor: string }>(sql`
    select digest_cursor from subscribers where id = ${id}
  `)
  return Number(rows[0]?.digest_cursor)
}

/** An issue with some items, to everybody who gets issues. */
export async function sendIssue(world: World) {
  const { payload, newsletterId } = world
  const issueId = randomUUID()
  const locale = pick(world, LANGUAGES)
  const inIt = some(world, [...world.items.values()], 0.08).filter((item) => item.publicIn.has(locale))
  await inTransaction(payload, async (transaction) => {
    await keepEdition(
      {
        issueId,
        locale,
        subject: '',
        preheader: '',
        html: '',
        text: '',
        contentHash: '',
        manifest: inIt.map(({ id }) => ({ collection: 'news', id, shownIn: locale, reason: null })),
      },
      transaction,
    )
    await enterAudience(
      {
        issueId,
        newsletterIds: [newsletterId],
        languages: { editions: [locale], held: [], leftOut: [] },
        policy: { whenNone: 'skip' },
        segment: null,
      },
      transaction,
    )
    await transaction.execute(sql`
      update email_deliveries set state = 'submitted', submitted_at = now()
      where issue_id = ${issueId} and state = 'planned'
    `)
  })
  const { rows } = await databaseOf(payload).execute<{ subscriber_id: string }>(sql`
    select subscriber_id from email_deliveries where issue_id = ${issueId} and state = 'submitted'
  `)
  for (const { subscriber_id } of rows) {
    const person = world.people.find(({ id }) => id === subscriber_id)
    expect(person?.frequency).toBe('every-issue')
    // Editors may pick what somebody has had: what an issue repeats is theirs to decide.
    for (const { id } of inIt) person?.got.set(id, person.got.get(id) ?? 1)
  }
}
