import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { digestOffer } from '../../audience/digest/digest-offer.ts'
import { openRounds, takeRound } from '../../audience/digest/digest-rounds.ts'
import { planBatch, takeBatch } from '../../audience/digest/plan-digests.ts'
import { findSubscriber } from '../../audience/subscriber.ts'
import { databaseOf, rehearse, sql } from '../../database/database.ts'
import { settleLapsedPersonalMails } from '../../ledger/personal-mails.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { change, choose, number, save, sendIssue, storedCursor } from '../../testing/digest-acts.ts'
import { concerns, hasHad, type ModelPerson, modelDigest } from '../../testing/digest-model.ts'
import { createWorld, DAY_MS, LANGUAGES, PEOPLE, pick, type World } from '../../testing/digest-world.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { oneRenderer } from '../../testing/one-renderer.ts'
import type { PersonalRenderer } from '../personal/personal-renderer.ts'
import { sendPersonal } from '../personal/send-personal.ts'
import { planRounds } from './plan-rounds.ts'
import { standingItems } from './standing-items.ts'

const smtpServer = await fakeSmtp()

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
const readably: PersonalRenderer = async (_, mail) => {
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
const renderers = oneRenderer(readably)

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
  for (const person of world.people) expect(await storedCursor(world, person.id)).toBe(person.cursor)
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
  await databaseOf(payload).execute(emptying('send_buckets'))
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
    for (const each of burst) if (!each.publicIn.has(locale)) await change(world, each, locale, true)
  } else if (dice < 0.58) {
    if (item.publicIn.has(locale)) await change(world, item, locale, false)
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
    const world = await createWorld(seed, { payload, newsletterId })
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
