import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import config from '../../../payload.config.ts'
import { openRounds } from '../../audience/digest/digest-rounds.ts'
import { preferencesUrl } from '../../audience/links.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { planRounds } from '../../dissemination/digest/plan-rounds.ts'
import { planChanges } from '../../dissemination/plan-changes.ts'
import { requestSend } from '../../dissemination/request-send.ts'
import { enqueue } from '../../queue/queue.ts'
import { closeBrowser, visitor } from '../../testing/browser.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { ownProduct } from '../../testing/own-product.ts'
import { storedState } from '../../testing/stored-state.ts'

const { url, mailsUrl, databaseUrl } = ownProduct()

interface CaughtMail {
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly html: string | null
  readonly text: string | null
}

let payload: Payload
let newsletterId: string
let mails: readonly CaughtMail[] = []
/** Of mails that were there before: the product has served other tests. */
let earlier: ReadonlySet<string>

beforeAll(async () => {
  earlier = new Set(await caughtIds())
  payload = await getPayload({ config })
  const newsletter = await createTestNewsletter(payload)
  newsletterId = newsletter.id
  const item = await createTestItem(payload)
  for (const locale of ['en', 'ar'] as const) await item.publish(locale)
  await newsletter.subscribe(2, ['en', 'ar'])
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await requestSend(payload, issueId)
  await signUp('crawled@example.org')
  await mailFollower(item)
})
afterAll(async () => {
  await closeBrowser()
  await payload.destroy()
})

/** Somebody who follows an item and gets digests: a notice, a digest, the links to their data and to another address. */
async function mailFollower(item: TestItem): Promise<void> {
  const database = databaseOf(payload)
  const follow = { target: 'news', targetId: item.id, reminder: false } as const
  const { id } = await confirmedPerson(payload, {
    address: 'follower@example.org',
    newsletterIds: [newsletterId],
    follows: [follow],
    interests: { topics: [], countries: [], frequency: 'weekly' },
    now: new Date(),
  })
  await item.publish('en', { title: 'Mentoring starts again' })
  const other = await createTestItem(payload)
  await other.publish('en')
  await planChanges(payload)
  // What the product itself plans at this moment would be news after the digest.
  const unplanned = () => database.execute(sql`select 1 from outbox where planned_at is null`)
  await vi.waitFor(async () => expect((await unplanned()).rows).toEqual([]), { timeout: 20_000 })
  await database.execute(sql`update personal_mails set due_at = now()`)
  // Those of this week and month too, which the product would open in the middle of the crawl.
  for (const at of [0, WEEK_MS]) await openRounds(new Date(Date.now() + at), database)
  await planRounds(payload)
  await enqueue(payload, 'send-personal', [{}])
  for (const sent of ['action=data', 'action=move&newAddress=moved@example.org'])
    await fetch(preferencesUrl(id), { method: 'POST', body: new URLSearchParams(sent) })
}

const WEEK_MS = 7 * 24 * 3_600_000

/** As a form on the site does it, no faster than a person. */
async function signUp(email: string): Promise<void> {
  const offer = await (await fetch(`${url}/subscribe.json?locale=en`)).json()
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  const answer = await fetch(`${url}/subscribe.json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      email,
      page: 'en',
      locale: 'en',
      newsletters: [newsletterId],
      consent: offer.consent.version,
      form: offer.form,
    }),
  })
  expect(answer.status).toBe(202)
}

async function caughtIds(): Promise<string[]> {
  const { mails: list } = await (await fetch(`${mailsUrl}/api/mails`)).json()
  return list.map(({ id }: { readonly id: string }) => id)
}

async function caughtMails(): Promise<CaughtMail[]> {
  const read: CaughtMail[] = []
  for (const id of await caughtIds())
    if (!earlier.has(id)) read.push(await (await fetch(`${mailsUrl}/api/mails/${id}`)).json())
  return read
}

/** Nothing is under way any more. */
const settled = (): Promise<void> =>
  expect
    .poll(
      async () =>
        (
          await databaseOf(payload).execute(sql`
            select 1 from email_deliveries where state in ('planned', 'submitting')
            union all select 1 from personal_mails where state in ('planned', 'submitting')
            union all select 1 from digest_rounds where planned_at is null
            union all select 1 from outbox where planned_at is null
            union all select 1 from issues where state <> 'sent'
          `)
        ).rows.length,
      { timeout: 40_000 },
    )
    .toBe(0)

/** Every address in every mail: of its header, its HTML and its text. */
function linksIn(caught: readonly CaughtMail[]): string[] {
  const found = caught.flatMap(({ headers, html, text }) => [
    ...((html ?? '').match(/(?<=href="|src=")https?:[^"]+/g) ?? []).map((link) =>
      link.replaceAll('&amp;', '&'),
    ),
    ...((text ?? '').match(/https?:\S+/g) ?? []),
    ...headers.flatMap(({ value }) => value.match(/https?:[^>\s]+/g) ?? []),
  ])
  return [...new Set(found)].filter((link) => link.startsWith(url))
}

const kinds = ['/u/', '/preferences/', '/confirm/', '/my-data/', '/change-address/'] as const

const kindsOf = (links: readonly string[]) =>
  kinds.filter((part) => links.some((link) => link.includes(part)))

test('mails of every kind arrive', { timeout: 90_000 }, async () => {
  await settled()
  await expect.poll(async () => kindsOf(linksIn(await caughtMails())), { timeout: 40_000 }).toEqual(kinds)
  mails = await caughtMails()
  const { rows } = await databaseOf(payload).execute(
    sql`select kind, state from personal_mails order by kind`,
  )
  expect(rows).toEqual([
    { kind: 'digest', state: 'submitted' },
    { kind: 'notice', state: 'submitted' },
  ])
})

test('a scanner that follows every link of every mail changes nothing', { timeout: 240_000 }, async () => {
  const links = linksIn(mails)
  expect(links.length).toBeGreaterThan(0)
  const before = await storedState(databaseUrl)

  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    for (const link of links) {
      const { status } = await fetch(link, { method, headers: { Purpose: 'prefetch' } })
      expect([method, link, status < 500]).toEqual([method, link, true])
    }
  expect(await storedState(databaseUrl)).toEqual(before)

  await using scanner = await visitor({ javaScriptEnabled: true })
  for (const link of links) {
    await scanner.page.goto(link).catch(() => null)
    await scanner.page.waitForTimeout(150)
  }
  expect(await storedState(databaseUrl)).toEqual(before)
})

test('the one click of RFC 8058 in every mail’s header ends what the mail belongs to', async () => {
  const oneClick = mails.flatMap(({ headers }) =>
    headers
      .filter(({ name }) => name === 'list-unsubscribe')
      .flatMap(({ value }) => value.match(/https?:[^>]+/g) ?? []),
  )
  expect(oneClick.length).toBeGreaterThan(0)
  for (const link of oneClick) {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' })
    expect([answer.status, answer.headers.get('Set-Cookie'), await answer.text()]).toEqual([200, null, ''])
  }
  const { rows } = await databaseOf(payload).execute(
    sql`select 1 from subscriptions where state = 'confirmed'`,
  )
  expect(rows).toEqual([])
})
