import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Frequency } from '../../audience/choices.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import {
  concerns,
  hasHad,
  type ModelItem,
  type ModelPerson,
  type ModelPublication,
  modelDigest,
} from '../../testing/digest-model.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import type { PersonalRenderers } from '../personal/personal-renderer.ts'

const smtpServer = await fakeSmtp()
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { digestOffer } = await import('../../audience/digest/digest-offer.ts')
const { openRounds, takeRound } = await import('../../audience/digest/digest-rounds.ts')
const { planBatch, takeBatch } = await import('../../audience/digest/plan-digests.ts')
const { noWording } = await import('../../audience/consent-wording.ts')
const { savePreferences } = await import('../../audience/preferences.ts')
const { findSubscriber } = await import('../../audience/subscriber.ts')
const { databaseOf, inTransaction, rehearse, sql } = await import('../../database/database.ts')
const { keepEdition } = await import('../../ledger/editions.ts')
const { enterAudience } = await import('../../ledger/enter-audience.ts')
const { settleLapsedPersonalMails } = await import('../../ledger/personal-mails.ts')
const { smtp } = await import('../../newsletter/transports/smtp.ts')
const { sendPersonal } = await import('../personal/send-personal.ts')
const { planChanges } = await import('../plan-changes.ts')
const { planRounds } = await import('./plan-rounds.ts')
const { standingItems } = await import('./standing-items.ts')

const LANGUAGES = ['en', 'el', 'fr'] as const satisfies Locale[]
const ITEMS = 45
const PEOPLE = 9
const DAY_MS = 24 * 3_600_000
/** A Friday before the clocks go forward, so that every run crosses a change of the clocks. */
const BEGIN = Date.UTC(2026, 2, 20, 12)

const RUNS = Number(process.env.DIGEST_RUNS ?? 2)
const STEPS = Number(process.env.DIGEST_STEPS ?? 110)
const SEED = Number(process.env.DIGEST_SEED ?? 20_261_128)

let payload: Payload
let newsletterId: string
const transport = smtp({ url: smtpServer.url })

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletterId = (await createTestNetwork(payload, [...LANGUAGES])).newsletterIds[0]
  await databaseOf(payload).execute(sql`
    update network set time_zone = 'Europe/Brussels', digest_weekday = '1', digest_hour = 2
  `)
})
afterAll(async () => {
  await transport.close()
  await payload.destroy()
  await smtpServer[Symbol.asyncDispose]()
})

/** The selection of the product, in a mail that a test can read back. */
const readably: PersonalRenderers['digest'] = async (_, mail) => {
  const person = await findSubscriber(mail.subscriberId, databaseOf(payload))
  if (person === null) return { skip: 'unsubscribed' }
  const languages = [person.locale, ...person.furtherLocales]
  const items = await standingItems(
    mail.items,
    { languages, enabled: LANGUAGES, now: new Date() },
    databaseOf(payload),
  )
  if (items.length === 0) return { skip: 'nothing-left' }
  return {
    locale: 'en',
    subject: mail.key,
    html: '<a href="{{unsubscribe_url}}">x</a>',
    text: `${items.map(({ id }) => id).join('\n')}\n{{unsubscribe_url}}`,
    fromName: 'Sample',
    listName: 'Sample',
    items,
  }
}
const renderers: PersonalRenderers = {
  digest: readably,
  notice: readably,
  reminder: readably,
  press: readably,
  answer: readably,
  question: readably,
}

interface World {
  readonly random: () => number
  readonly items: Map<string, ModelItem>
  readonly people: readonly ModelPerson[]
  readonly publications: ModelPublication[]
  readonly topics: readonly string[]
  readonly countries: readonly string[]
  now: number
  readonly rounds: Set<string>
}

const pick = <T>({ random }: Pick<World, 'random'>, from: readonly T[]): T => {
  const value = from[Math.floor(random() * from.length)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}
const some = <T>(world: Pick<World, 'random'>, from: readonly T[], share: number): T[] =>
  from.filter(() => world.random() < share)
const languagesFor = (world: Pick<World, 'random'>): [Locale, ...Locale[]] => {
  const first = pick(world, LANGUAGES)
  return [first, ...some(world, LANGUAGES, 0.3).filter((locale) => locale !== first)]
}

async function createWorld(seed: number): Promise<World> {
  const random = seededRandom(seed)
  const database = databaseOf(payload)
  await database.execute(sql`
    truncate personal_mails, email_deliveries, editions, digest_items, digest_rounds, outbox, subscriptions, subscribers,
      suppressions
  `)
  for (const table of ['news', 'topics', 'terms'])
    await database.execute(sql`delete from ${sql.identifier(table)}`)
  const topics = [randomUUID(), randomUUID(), randomUUID()]
  const countries = [randomUUID(), randomUUID(), randomUUID()]
  for (const id of topics) await database.execute(sql`insert into topics (id) values (${id})`)
  for (const id of countries)
    await database.execute(sql`insert into terms (id, vocabulary, code) values (${id}, 'countries', ${id})`)
  const items = new Map<string, ModelItem>()
  for (let index = 0; index < ITEMS; index++) {
    const item = {
      id: randomUUID(),
      topics: some({ random }, topics, 0.4),
      countries: some({ random }, countries, 0.3),
      publicIn: new Set<Locale>(),
    }
    items.set(item.id, item)
    await database.execute(sql`insert into news (id) values (${item.id})`)
    for (const locale of LANGUAGES)
      await database.execute(sql`
        insert into news_locales (title, slug, _status, _locale, _parent_id)
        values (${`Item ${index}`}, ${`item-${index}`}, 'draft', ${locale}::text::_locales, ${item.id})
      `)
    for (const topic of item.topics)
      await database.execute(sql`
        insert into news_rels (parent_id, path, topics_id) values (${item.id}, 'topics', ${topic})
      `)
    for (const country of item.countries)
      await database.execute(sql`
        insert into news_rels (parent_id, path, terms_id) values (${item.id}, 'countries', ${country})
      `)
  }
  const people = Array.from(
    { length: PEOPLE },
    (): ModelPerson => ({
      id: randomUUID(),
      languages: languagesFor({ random }),
      topics: some({ random }, topics, 0.3),
      countries: some({ random }, countries, 0.3),
      frequency: pick({ random }, ['weekly', 'weekly', 'monthly', 'every-issue'] as const),
      pausedUntil: 0,
      cursor: 0,
      got: new Map(),
      waiting: [],
      choseAt: 0,
    }),
  )
  for (const person of people) await store(person)
  return { random, items, people, publications: [], topics, countries, now: BEGIN, rounds: new Set() }
}

async function store({ id, languages: [locale, ...further], topics, countries, frequency }: ModelPerson) {
  const database = databaseOf(payload)
  await database.execute(sql`
    insert into subscribers (id, email, address_key, locale, further_locales, topics, countries, frequency, status,
      confirmed_at, digest_cursor)
    values (${id}, ${`${id}@example.org`}, ${id}, ${locale}, ${JSON.stringify(further)}::jsonb,
      array(select value::uuid from jsonb_array_elements_text(${JSON.stringify(topics)}::jsonb)),
      array(select value::uuid from jsonb_array_elements_text(${JSON.stringify(countries)}::jsonb)),
      ${frequency}, 'active', ${new Date(BEGIN).toISOString()}, 0)
  `)
  await database.execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    values (${id}, ${newsletterId}, 'confirmed', ${new Date(BEGIN).toISOString()})
  `)
}

/** What the hooks of a save do: the item's state and the outbox's word in one. The numbering may come later. */
async function change(item: ModelItem, locale: Locale, isPublic: boolean) {
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
async function number(world: World) {
  await planChanges(payload)
  const from = world.publications.at(-1)?.position ?? 0
  const { rows } = await databaseOf(payload).execute<{
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

async function choose(world: World) {
  const person = pick(world, world.people)
  const wasDigest = person.frequency !== 'every-issue'
  person.languages = languagesFor(world)
  person.topics = some(world, world.topics, 0.3)
  person.countries = some(world, world.countries, 0.3)
  person.frequency = pick(world, ['weekly', 'monthly', 'every-issue'] satisfies Frequency[])
  await save(world, person)
  person.choseAt = headOf(world)
  // Where the cursor starts after a time of issues is told by its own tests; here it is taken over.
  if (!wasDigest && person.frequency !== 'every-issue') person.cursor = await storedCursor(person.id)
}

async function save({ now }: World, person: ModelPerson) {
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

async function storedCursor(id: string): Promise<number> {
  const { rows } = await databaseOf(payload).execute<{ digest_cursor: string }>(sql`
    select digest_cursor from subscribers where id = ${id}
  `)
  return Number(rows[0]?.digest_cursor)
}

/** An issue with some items, to everybody who gets issues. */
async function sendIssue(world: World) {
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

/** Ends planning after so many batches: the loop looks at its signal before each. */
const endsAfter = (batches: number): AbortSignal => {
  let left = batches
  return {
    get aborted() {
      left -= 1
      return left < 0
    },
  } as AbortSignal
}

async function plan(world: World) {
  const now = new Date(world.now)
  await openRounds(now, databaseOf(payload))
  const { rows } = await databaseOf(payload).execute<{
    id: string
    rhythm: string
    period: string
    head: string
  }>(sql`
    select id, rhythm, period, head from digest_rounds where planned_at is null order by due_at, rhythm
  `)
  // Killed in the middle of a batch, then between two; then two workers at once.
  await rehearse(payload, (transaction) => half(transaction, now))
  await planRounds(payload, { now, batch: 2, signal: endsAfter(1 + Math.floor(world.random() * 3)) })
  await Promise.all([planRounds(payload, { now, batch: 2 }), planRounds(payload, { now, batch: 3 })])
  await planRounds(payload, { now, batch: 4 })

  for (const { id, rhythm, period, head } of rows) {
    expect(world.rounds.has(`${rhythm} ${period}`)).toBe(false)
    world.rounds.add(`${rhythm} ${period}`)
    for (const person of world.people.filter((each) => each.frequency === rhythm)) {
      if (person.pausedUntil > world.now) continue
      const due = modelDigest(person, world.publications, world.items, Number(head))
      expect([id, await plannedItems(person.id, period)]).toEqual([id, due.items])
      person.cursor = due.cursor
      if (due.items.length > 0) person.waiting.push(due.items)
    }
  }
  for (const person of world.people) expect(await storedCursor(person.id)).toBe(person.cursor)
}

async function half(transaction: Parameters<typeof takeRound>[0], now: Date): Promise<null> {
  const round = await takeRound(transaction)
  const batch = round && (await takeBatch(round, { limit: 5, now }, transaction))
  if (round === null || batch === null) return null
  const window = { after: 0, head: round.head, enabled: LANGUAGES, now }
  const offer = await digestOffer(window, transaction)
  await planBatch(batch, { round, offer, enabled: LANGUAGES, fallback: 'en' }, transaction)
  return null
}

async function plannedItems(subscriberId: string, period: string): Promise<string[]> {
  const { rows } = await databaseOf(payload).execute<{ items: { id: string }[] }>(sql`
    select items from personal_mails where subscriber_id = ${subscriberId} and kind = 'digest' and key = ${period}
  `)
  return rows[0]?.items.map(({ id }) => id) ?? []
}

/** Sends what is due, with a worker that is killed now and then. Reads what arrived. */
async function send(world: World) {
  const from = smtpServer.mails().length
  // A server that hung up on some in a row would be left alone for a while, which is for other tests to look at.
  await databaseOf(payload).execute(sql`truncate send_buckets`)
  if (world.random() < 0.5) smtpServer.failNext({ at: 'accepted', hangUp: true })
  if (world.random() < 0.3) await vanishWhileSubmitting(world)
  // The product's own clock is not the test's: a pause in the test's is told to it as one.
  await databaseOf(payload).execute(sql`
    update subscribers set paused_until = case when paused_until > ${new Date(world.now).toISOString()}::timestamptz
      then now() + interval '1 day' end
  `)
  const alive = new AbortController().signal
  await Promise.all([1, 2].map(() => sendPersonal(payload, { transport, signal: alive, renderers })))
  for (const mail of smtpServer.mails().slice(from)) {
    const person = world.people.find(({ id }) => mail.to.startsWith(id))
    const ids = mail.parsed.text?.split('\n').filter((line) => world.items.has(line.trim())) ?? []
    expect(ids).not.toEqual([])
    for (const id of ids) person?.got.set(id, (person.got.get(id) ?? 0) + 1)
  }
  for (const person of world.people)
    if (person.pausedUntil <= world.now) person.waiting.length = 0
    else
      await databaseOf(payload).execute(sql`
      update subscribers set paused_until = ${new Date(person.pausedUntil).toISOString()} where id = ${person.id}
    `)
  await databaseOf(payload).execute(sql`update personal_mails set due_at = now() where state = 'planned'`)
}

/** A worker that had a mail in its hands and said nothing more: it may have left, so it counts as had. */
async function vanishWhileSubmitting(world: World) {
  const { rows } = await databaseOf(payload).execute<{ subscriber_id: string; items: { id: string }[] }>(sql`
    update personal_mails set state = 'submitting', lease_token = gen_random_uuid(), lease_until = now() - interval '1 second'
    where id = (select id from personal_mails where state = 'planned' order by id limit 1)
    returning subscriber_id, items
  `)
  await settleLapsedPersonalMails(databaseOf(payload))
  for (const { subscriber_id, items } of rows) {
    const person = world.people.find(({ id }) => id === subscriber_id)
    for (const { id } of items) person?.got.set(id, (person.got.get(id) ?? 0) + 1)
  }
}

async function step(world: World) {
  const dice = world.random()
  const item = pick(world, [...world.items.values()])
  const locale = pick(world, LANGUAGES)
  if (dice < 0.45) {
    // A burst now and then, so that a digest overflows.
    const burst = world.random() < 0.15 ? [...world.items.values()].slice(0, 30) : [item]
    for (const each of burst) if (!each.publicIn.has(locale)) await change(each, locale, true)
  } else if (dice < 0.58) {
    if (item.publicIn.has(locale)) await change(item, locale, false)
  } else if (dice < 0.68) await choose(world)
  else if (dice < 0.74) {
    const person = pick(world, world.people)
    person.pausedUntil = world.now + Math.floor(world.random() * 25) * DAY_MS
    await save(world, person)
  } else if (dice < 0.79) await sendIssue(world)
  else world.now += Math.ceil(world.random() * 6) * DAY_MS
  if (world.random() < 0.7) await number(world)
  await plan(world)
  if (world.random() < 0.5) await send(world)
}

/** Everybody is reached again, and rounds come until nothing is new. */
async function settle(world: World) {
  await number(world)
  for (const person of world.people) {
    person.pausedUntil = 0
    await save(world, person)
  }
  for (let weeks = 0; weeks < 12; weeks++) {
    world.now += 32 * DAY_MS
    await plan(world)
    await send(world)
  }
}

/** What the person could read and wanted all the time since it became public, and does not have. */
const lost = (world: World, person: ModelPerson, startedAt: number): string[] =>
  world.publications
    .filter(({ position, item, locale }) => {
      const stands = world.items.get(item)
      return (
        stands?.publicIn.has(locale) === true &&
        position > Math.max(person.choseAt, startedAt) &&
        person.languages.includes(locale) &&
        concerns(stands, person) &&
        !hasHad(person, item)
      )
    })
    .map(({ item }) => item)

test.for(Array.from({ length: RUNS }, (_, index) => SEED + index))(
  'nobody gets an item twice, nobody loses one, and with nothing new there is no mail (seed %i)',
  { timeout: 20_000 + STEPS * RUNS * 2_000 },
  async (seed) => {
    const world = await createWorld(seed)
    for (let index = 0; index < STEPS; index++) await step(world)
    await settle(world)

    const readers = world.people.filter(({ frequency }) => frequency !== 'every-issue')
    expect(readers.map((person) => lost(world, person, 0))).toEqual(readers.map(() => []))
    const twice = world.people.flatMap(({ got }) => [...got].filter(([, times]) => times > 1))
    expect(twice).toEqual([])
    expect(world.rounds.size).toBeGreaterThan(15)
    expect(world.people.reduce((sum, { got }) => sum + got.size, 0)).toBeGreaterThan(PEOPLE * 5)
  },
)
