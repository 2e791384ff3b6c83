import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'

const server = await fakeSmtp()
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { startDigest, startDigestNow } = await import('../../audience/digest/start-digest.ts')
const { openRounds } = await import('../../audience/digest/digest-rounds.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { issueCounts } = await import('../../ledger/issue-report.ts')
const { smtp } = await import('../../newsletter/transports/smtp.ts')
const { sendPersonal } = await import('../personal/send-personal.ts')
const { planChanges } = await import('../plan-changes.ts')
const { prepareIssue } = await import('../prepare-issue.ts')
const { requestSend } = await import('../request-send.ts')
const { sendIssue } = await import('../send-issue.ts')
const { planRounds } = await import('./plan-rounds.ts')

const MONDAY = new Date('2026-11-23T09:00:00Z')
const NEXT_MONDAY = new Date('2026-11-30T09:00:00Z')

let payload: Payload
const transport = smtp({ url: server.url })

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(async () => {
  await transport.close()
  await payload.destroy()
  await server[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying(`
      personal_mails email_deliveries email_batches editions digest_items digest_rounds subscriptions
      subscribers suppressions
    `),
  )
  await allow(null)
})

const allow = async (mailsPerWeek: number | null) =>
  void (await databaseOf(payload).execute(sql`update network set mails_per_week = ${mailsPerWeek}`))

interface Reader {
  readonly locale?: Locale
  readonly further?: readonly Locale[]
  readonly frequency?: 'weekly' | 'monthly' | 'every-issue'
}

async function reader(newsletterId: string, choices: Reader = {}): Promise<string> {
  const { locale = 'en', further = [], frequency = 'weekly' } = choices
  const id = randomUUID()
  await databaseOf(payload).execute(sql`
    insert into subscribers (id, email, address_key, locale, further_locales, frequency, status, confirmed_at, digest_cursor)
    values (${id}, ${`${id}@example.org`}, ${id}, ${locale}, ${JSON.stringify(further)}::jsonb, ${frequency}, 'active',
      now(), (select coalesce(max(position), 0) from digest_items))
  `)
  await databaseOf(payload).execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    values (${id}, ${newsletterId}, 'confirmed', now())
  `)
  return id
}

/** Published as an editor does, and numbered as a worker does. */
async function published(...locales: readonly Locale[]) {
  const item = await createTestItem(payload)
  for (const locale of locales) await item.publish(locale)
  await planChanges(payload)
  return item
}

async function round(now: Date) {
  await openRounds(now, databaseOf(payload))
  await planRounds(payload, { now })
}

async function send() {
  const from = server.mails().length
  await sendPersonal(payload, { transport, signal: new AbortController().signal })
  return server.mails().slice(from)
}

async function mailsOf(subscriberId: string) {
  const { rows } = await databaseOf(payload).execute<{
    state: string
    reason: string | null
    items: { id: string }[]
  }>(sql`
    select state, reason, items from personal_mails where subscriber_id = ${subscriberId} order by planned_at
  `)
  return rows.map(({ state, reason, items }) => ({ state, reason, items: items.map(({ id }) => id) }))
}

async function issueTo(newsletter: Awaited<ReturnType<typeof createTestNewsletter>>, itemId: string) {
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: itemId }])
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  return issueId
}

const reasons = async (issueId: string) =>
  (await issueCounts(issueId, databaseOf(payload))).map(({ state, reason }) =>
    `${state} ${reason ?? ''}`.trim(),
  )

test('a digest comes in the person’s language, with what is public in another of theirs marked as such', async () => {
  const newsletter = await createTestNewsletter(payload)
  const id = await reader(newsletter.id, { locale: 'el', further: ['fr'] })
  await published('en', 'el')
  await published('fr')
  await published('ar')
  await round(MONDAY)
  const [mail, ...others] = await send()

  expect(others).toEqual([])
  expect(mail?.to).toBe(`${id}@example.org`)
  expect(mail?.parsed.html).toContain('Mentoring starts (el)')
  expect(mail?.parsed.html).toMatch(/lang="fr"[\s\S]*Mentoring starts \(fr\)/)
  expect(mail?.parsed.html).not.toContain('Mentoring starts (ar)')
  expect(mail?.parsed.html).not.toContain('{{')
})

test('with nothing new there is no mail, and the cursor moves on', async () => {
  const newsletter = await createTestNewsletter(payload)
  const id = await reader(newsletter.id)
  await published('fr')
  await round(MONDAY)
  expect(await send()).toEqual([])
  expect(await mailsOf(id)).toEqual([])
  const { rows } = await databaseOf(payload).execute(sql`
    select digest_cursor = (select max(position) from digest_items) as moved from subscribers where id = ${id}
  `)
  expect(rows).toEqual([{ moved: true }])
})

test('what was withdrawn before the mail was made is left out, and comes when it is published again', async () => {
  const newsletter = await createTestNewsletter(payload)
  const id = await reader(newsletter.id)
  const [kept, withdrawn] = [await published('en'), await published('en')]
  await round(MONDAY)
  await withdrawn.saveDraft('en', {}, { unpublish: true })
  await send()
  expect(await mailsOf(id)).toEqual([{ state: 'submitted', reason: null, items: [kept.id] }])

  await withdrawn.publish('en')
  await planChanges(payload)
  await round(NEXT_MONDAY)
  await send()
  expect((await mailsOf(id)).map(({ items }) => items)).toEqual([[kept.id], [withdrawn.id]])
})

test('when nothing is left the mail does not leave, and the ledger says why', async () => {
  const newsletter = await createTestNewsletter(payload)
  const id = await reader(newsletter.id)
  const item = await published('en')
  await round(MONDAY)
  await item.saveDraft('en', {}, { unpublish: true })
  expect(await send()).toEqual([])
  expect(await mailsOf(id)).toMatchObject([{ state: 'skipped', reason: 'nothing-left' }])
})

test('what is published again after somebody had it does not come again', async () => {
  const newsletter = await createTestNewsletter(payload)
  await reader(newsletter.id)
  const item = await published('en')
  await round(MONDAY)
  expect(await send()).toHaveLength(1)
  await item.saveDraft('en', {}, { unpublish: true })
  await item.publish('en')
  await planChanges(payload)
  await round(NEXT_MONDAY)
  expect(await send()).toEqual([])
})

test('an issue passes over those who get a digest, and says so', async () => {
  const newsletter = await createTestNewsletter(payload)
  await reader(newsletter.id)
  await reader(newsletter.id, { frequency: 'every-issue' })
  const { id } = await published('en')
  expect((await reasons(await issueTo(newsletter, id))).toSorted()).toEqual([
    'planned',
    'skipped gets-digest',
  ])
})

test('who changes to a digest gets what is new since their last issue, and not what stood in it', async () => {
  const newsletter = await createTestNewsletter(payload)
  const id = await reader(newsletter.id, { frequency: 'every-issue' })
  const inIssue = await published('en')
  const issueId = await issueTo(newsletter, inIssue.id)
  await sendIssue(payload, issueId, { transport, signal: new AbortController().signal })
  const since = await published('en')
  await databaseOf(payload).execute(sql`update subscribers set frequency = 'weekly' where id = ${id}`)
  await startDigest(id, databaseOf(payload))
  // Public in another language since: the issue had it all the same.
  await databaseOf(payload).execute(sql`
    insert into digest_items (outbox_id, collection, item_id, locale) values (-1, 'news', ${inIssue.id}, 'en')
  `)
  await round(MONDAY)
  expect((await mailsOf(id)).map(({ items }) => items)).toEqual([[since.id]])
})

test('a digest never goes back to what an earlier one has considered', async () => {
  const newsletter = await createTestNewsletter(payload)
  const id = await reader(newsletter.id)
  await published('en')
  await startDigestNow(id, databaseOf(payload))
  await startDigest(id, databaseOf(payload))
  await round(MONDAY)
  expect(await mailsOf(id)).toEqual([])
})

test('a newsletter that is paused by itself is neither sent nor part of a digest', async () => {
  const newsletter = await createTestNewsletter(payload)
  const weekly = await reader(newsletter.id)
  await reader(newsletter.id, { frequency: 'every-issue' })
  const item = await published('en')
  const planned = await issueTo(newsletter, item.id)
  await databaseOf(payload).execute(sql`update subscriptions set paused_until = now() + interval '1 day'`)
  await sendIssue(payload, planned, { transport, signal: new AbortController().signal })
  await round(MONDAY)
  const later = await issueTo(newsletter, item.id)

  expect(await mailsOf(weekly)).toEqual([])
  expect((await reasons(planned)).toSorted()).toEqual(['skipped gets-digest', 'skipped paused'])
  expect((await reasons(later)).toSorted()).toEqual(['skipped gets-digest', 'skipped paused'])

  await databaseOf(payload).execute(sql`update subscriptions set paused_until = null`)
  await round(NEXT_MONDAY)
  expect((await mailsOf(weekly)).map(({ items }) => items)).toEqual([[item.id]])
})

test('an issue passes over those who had as many mails as the network allows, at freezing and at sending', async () => {
  const newsletter = await createTestNewsletter(payload)
  await allow(1)
  await reader(newsletter.id, { frequency: 'every-issue' })
  const item = await published('en')
  const [first, second] = [await issueTo(newsletter, item.id), await issueTo(newsletter, item.id)]
  const settings = { transport, signal: new AbortController().signal }
  await sendIssue(payload, first, settings)
  await sendIssue(payload, second, settings)
  const third = await issueTo(newsletter, item.id)

  expect([await reasons(first), await reasons(second), await reasons(third)]).toEqual([
    ['submitted'],
    ['skipped frequency-cap'],
    ['skipped frequency-cap'],
  ])
})

test('a digest waits for the network’s limit and is not lost', async () => {
  const newsletter = await createTestNewsletter(payload)
  await allow(1)
  const id = await reader(newsletter.id)
  await published('en')
  await round(MONDAY)
  expect(await send()).toHaveLength(1)
  await published('en')
  await round(NEXT_MONDAY)
  expect(await send()).toEqual([])
  expect(await mailsOf(id)).toMatchObject([
    { state: 'submitted' },
    { state: 'planned', reason: 'frequency-cap' },
  ])

  await databaseOf(payload).execute(sql`
    update personal_mails set due_at = now(), submitted_at = submitted_at - interval '8 days'
  `)
  expect(await send()).toHaveLength(1)
})

test('two workers plan one round once', async () => {
  const newsletter = await createTestNewsletter(payload)
  for (let index = 0; index < 40; index++) await reader(newsletter.id)
  await published('en')
  await openRounds(MONDAY, databaseOf(payload))
  await Promise.all([1, 2, 3].map(() => planRounds(payload, { now: MONDAY, batch: 3 })))
  await planRounds(payload, { now: MONDAY, batch: 3 })
  const { rows } = await databaseOf(payload).execute(sql`
    select people, mails, planned_at is not null as done,
      (select count(*)::int from personal_mails) as rows from digest_rounds where rhythm = 'weekly'
  `)
  expect(rows).toEqual([{ people: 40, mails: 40, done: true, rows: 40 }])
})
