import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { erasePeople } from '../../audience/erase-people.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { beginSubmitting, settleMails } from '../../ledger/email-deliveries.ts'
import { countAudience, enterAudience } from '../../ledger/enter-audience.ts'
import { editionsWithDueMails, holdMails } from '../../ledger/hold-mails.ts'
import { audienceBalance } from '../../ledger/issue-audiences.ts'
import { reassignMails } from '../../ledger/issue-languages.ts'
import { issueCounts } from '../../ledger/issue-report.ts'
import { skipUnsent } from '../../ledger/mail-decisions.ts'
import { emptying } from '../../testing/emptying.ts'
import { seededRandom } from '../../testing/seeded-random.ts'

const LANGUAGES = ['en', 'el', 'fr', 'ar'] as const satisfies Locale[]
const PEOPLE = 40
const STEPS = 12
const RUNS = Number(process.env.AUDIENCE_RUNS ?? 25)
const SEED = Number(process.env.AUDIENCE_SEED ?? 20_261_128)

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())

interface Person {
  readonly id: string
  readonly languages: readonly [Locale, ...Locale[]]
  readonly subscribed: readonly string[]
  readonly isPaused: boolean
  readonly pausedIn: readonly string[]
  readonly suppressedIn: readonly string[]
  readonly getsDigest: boolean
}

interface World {
  readonly random: () => number
  readonly issueId: string
  readonly newsletterIds: readonly [string, string, string]
  readonly people: readonly Person[]
  readonly editions: Locale[]
  readonly held: Set<Locale>
  readonly leftOut: Set<Locale>
  readonly fallback: Locale | null
}

const some = <T>(random: () => number, from: readonly T[], share: number): T[] =>
  from.filter(() => random() < share)

function drawnPerson(random: () => number, newsletterIds: World['newsletterIds']): Person {
  const [first = 'en', ...further] = LANGUAGES.toSorted(() => random() - 0.5)
  return {
    id: randomUUID(),
    languages: [first, ...some(random, further, 0.4)],
    subscribed: some(random, newsletterIds, 0.6),
    isPaused: random() < 0.1,
    pausedIn: some(random, newsletterIds, 0.2),
    suppressedIn: random() < 0.1 ? ['global'] : some(random, newsletterIds, 0.15),
    getsDigest: random() < 0.1,
  }
}

function drawnWorld(seed: number): World {
  const random = seededRandom(seed)
  const newsletterIds = [randomUUID(), randomUUID(), randomUUID()] as const
  const standings = LANGUAGES.map((locale) => [locale, random()] as const)
  const those = (from: number, to: number) =>
    standings.filter(([, drawn]) => drawn >= from && drawn < to).map(([locale]) => locale)
  return {
    random,
    issueId: randomUUID(),
    newsletterIds,
    people: Array.from({ length: PEOPLE }, () => drawnPerson(random, newsletterIds)),
    editions: those(0, 0.4),
    held: new Set(those(0.4, 0.7)),
    leftOut: new Set(those(0.7, 0.85)),
    fallback: random() < 0.5 ? 'en' : null,
  }
}

async function store({ people, issueId, editions, held }: World): Promise<void> {
  const database = databaseOf(payload)
  await database.execute(
    emptying(`
      email_deliveries editions issue_languages issue_audiences subscriptions subscribers
      suppressions issues
    `),
  )
  const later = `now() + interval '1 day'`
  for (const { id, languages, subscribed, isPaused, pausedIn, suppressedIn, getsDigest } of people) {
    const [first, ...further] = languages
    await database.execute(sql`
      insert into subscribers (id, email, address_key, locale, further_locales, frequency, paused_until, confirmed_at)
      values (${id}, ${`${id}@example.org`}, ${id}, ${first}, ${JSON.stringify(further)}::jsonb,
        ${getsDigest ? 'weekly' : 'every-issue'}, ${sql.raw(isPaused ? later : 'null')}, now())
    `)
    for (const newsletterId of subscribed)
      await database.execute(sql`
        insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at, paused_until)
        values (${id}, ${newsletterId}, 'confirmed', now(), ${sql.raw(pausedIn.includes(newsletterId) ? later : 'null')})
      `)
    for (const scope of suppressedIn)
      await database.execute(sql`
        insert into suppressions (address_key, scope, reason) values (${id}, ${scope}, 'unsubscribed')
      `)
  }
  for (const locale of editions) await addEdition(issueId, locale)
  for (const locale of held)
    await database.execute(sql`
      insert into issue_languages (issue_id, locale, rule, deadline)
      values (${issueId}, ${locale}, 'hold', now() + interval '1 day')
    `)
  const newsletter = await payload.create({
    collection: 'newsletters',
    data: {
      name: 'Letter',
      fromName: 'Letter',
      locales: ['en'],
      itemFallback: 'leave-out',
      editionFallback: 'skip',
      postalAddress: 'Sample street 1',
    },
  })
  await database.execute(sql`
    insert into issues (id, newsletter_id, number, state) values (${issueId}, ${newsletter.id}, 1, 'sending')
  `)
}

const addEdition = (issueId: string, locale: Locale) =>
  databaseOf(payload).execute(sql`
    insert into editions (id, issue_id, locale, subject, preheader, html, text, content_hash, manifest)
    values (gen_random_uuid(), ${issueId}, ${locale}, '', '', '', '', '', '[]')
  `)

const languagesOf = ({ editions, held, leftOut }: World) => ({
  editions,
  held: [...held],
  leftOut: [...leftOut],
})

const policyOf = ({ fallback }: World) =>
  fallback === null
    ? ({ whenNone: 'skip' } as const)
    : ({ whenNone: 'fallback-chain', chain: [fallback] } as const)

const audienceOf = (world: World) => ({
  issueId: world.issueId,
  newsletterIds: [...world.newsletterIds] as [string, ...string[]],
  languages: languagesOf(world),
  policy: policyOf(world),
  segment: null,
})

/** What the rules say of one person, told another way than the statement does. Null: they are no candidate. */
function expected(world: World, person: Person): string | null {
  const lists = world.newsletterIds.filter((id) => person.subscribed.includes(id))
  const [first] = lists
  if (first === undefined) return null
  const bars = (list: string): string | null => {
    if (person.suppressedIn.includes('global') || person.suppressedIn.includes(list)) return 'suppressed'
    if (person.getsDigest) return 'gets-digest'
    return person.isPaused || person.pausedIn.includes(list) ? 'paused' : null
  }
  const free = lists.find(
    (list) =>
      !person.suppressedIn.includes(list) &&
      !person.suppressedIn.includes('global') &&
      !person.isPaused &&
      !person.pausedIn.includes(list),
  )
  const list = free ?? first
  const bar = bars(list)
  const comes = (locale: Locale) => world.editions.includes(locale) || world.held.has(locale)
  const own = person.languages.find(comes)
  const missed = person.languages.find((locale) => world.leftOut.has(locale))
  const fallback = world.fallback !== null && comes(world.fallback) ? world.fallback : null
  const locale = own ?? missed ?? fallback
  const reason =
    bar ??
    (own === undefined && missed !== undefined
      ? 'language-left-out'
      : locale === null || locale === undefined
        ? 'no-edition-in-language'
        : world.held.has(locale)
          ? 'language-held'
          : null)
  const state = reason === null || reason === 'language-held' ? 'planned' : 'skipped'
  return [person.id, world.newsletterIds.indexOf(list), locale ?? '-', state, reason ?? '-'].join(' ')
}

async function entered({ issueId, newsletterIds }: World): Promise<string[]> {
  const { rows } = await databaseOf(payload).execute<Record<string, string | null>>(sql`
    select subscriber_id, newsletter_id, locale, state, reason from email_deliveries where issue_id = ${issueId}
  `)
  return rows
    .map(({ subscriber_id, newsletter_id, locale, state, reason }) =>
      [subscriber_id, newsletterIds.indexOf(newsletter_id ?? ''), locale ?? '-', state, reason ?? '-'].join(
        ' ',
      ),
    )
    .toSorted()
}

type Step = (world: World) => Promise<unknown>

const anyHeld = ({ held, random }: World): Locale | undefined => [...held][Math.floor(random() * held.size)]

/** Everything that moves rows from one state to another. */
const steps: readonly Step[] = [
  async (world) => {
    const database = databaseOf(payload)
    const { issueId } = world
    const [editionId] = await editionsWithDueMails(issueId, database)
    if (editionId === undefined) return
    const turn = { issueId, editionId, limit: 5, after: '', transport: 'smtp', zones: null }
    const { mails, leaseToken } = await holdMails(turn, database)
    const ids = mails.map(({ id }) => id)
    await beginSubmitting(ids, { leaseToken, transport: 'smtp' }, database)
    const settled = ids.map((id, index) => ({
      id,
      state: (['submitted', 'failed', 'unconfirmed'] as const)[index % 3] ?? 'failed',
      reason: null,
      providerId: null,
      dueAt: null,
    }))
    await settleMails(settled, leaseToken, database)
  },
  async (world) => {
    const locale = anyHeld(world)
    if (locale === undefined) return
    world.held.delete(locale)
    world.editions.push(locale)
    await inTransaction(payload, async (transaction) => {
      await addEditionIn(world.issueId, locale, transaction)
      const languages = languagesOf(world)
      await reassignMails(world.issueId, locale, { languages, policy: policyOf(world) }, transaction)
    })
  },
  async (world) => {
    const locale = anyHeld(world)
    if (locale === undefined) return
    world.held.delete(locale)
    world.leftOut.add(locale)
    await inTransaction(payload, (transaction) =>
      reassignMails(
        world.issueId,
        locale,
        { languages: languagesOf(world), policy: policyOf(world) },
        transaction,
      ),
    )
  },
  async ({ people, random }) => {
    const gone = some(random, people, 0.05).map(({ id }) => id)
    await inTransaction(payload, (transaction) =>
      erasePeople({ subscriberIds: gone, source: '/en/me', isWish: true, now: new Date() }, transaction),
    )
  },
  ({ issueId, random }) =>
    random() < 0.1
      ? inTransaction(payload, (transaction) => skipUnsent(issueId, transaction))
      : Promise.resolve(),
]

const addEditionIn = (issueId: string, locale: Locale, database: Parameters<typeof reassignMails>[3]) =>
  database.execute(sql`
    insert into editions (id, issue_id, locale, subject, preheader, html, text, content_hash, manifest)
    values (gen_random_uuid(), ${issueId}, ${locale}, '', '', '', '', '', '[]')
  `)

test.for(Array.from({ length: RUNS }, (_, run) => SEED + run))(
  'each subscriber has one row, as the rules say, and the states add up to the candidates at every step (seed %i)',
  async (seed) => {
    const world = drawnWorld(seed)
    await store(world)
    const database = databaseOf(payload)
    const forecast = await countAudience(audienceOf(world), database)
    await inTransaction(payload, (transaction) => enterAudience(audienceOf(world), transaction))
    const rules = world.people.map((person) => expected(world, person)).filter((row) => row !== null)

    expect(await entered(world)).toEqual(rules.toSorted())
    expect(await issueCounts(world.issueId, database)).toEqual(forecast)
    expect(await audienceBalance(world.issueId, database)).toMatchObject({
      candidates: rules.length,
      recipients: rules.filter((row) => row.includes(' planned ')).length,
      sum: rules.length,
    })
    for (let step = 0; step < STEPS; step++) {
      await steps[Math.floor(world.random() * steps.length)]?.(world)
      const { candidates, sum } = await audienceBalance(world.issueId, database)
      expect(sum).toBe(candidates)
    }
  },
)
