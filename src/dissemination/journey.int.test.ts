import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { demoSites } from '../demo/partners/partner-accounts.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter, journeyLocales } from '../testing/create-newsletter.ts'
import { fakeSmtp } from '../testing/fake-smtp.ts'
import { addMastodon, addWebhook, startPartnerNetwork } from '../testing/partner-network.ts'
import { startWorkerProcess } from '../testing/worker-process.ts'

const READERS = 200
const SLOW = { timeout: 180_000 }

const smtp = await fakeSmtp()
process.env.SMTP_URL = smtp.url
const partners = await startPartnerNetwork()
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { databaseOf, sql } = await import('../database/database.ts')
const { requestSend } = await import('./request-send.ts')

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(async () => {
  await payload.destroy()
  await partners.stop()
  await smtp[Symbol.asyncDispose]()
})

async function settled(statement: ReturnType<typeof sql>): Promise<void> {
  await vi.waitUntil(
    async () => {
      const { rows } = await databaseOf(payload).execute<{ open: number }>(statement)
      return rows[0]?.open === 0
    },
    { timeout: 120_000, interval: 200 },
  )
}

test(
  'published once in eight languages, an item reaches three channels and 200 inboxes, each once, with two workers',
  SLOW,
  async () => {
    const newsletter = await createTestNewsletter(payload)
    const locales = [...journeyLocales]
    await addMastodon(payload, partners, 'en', locales)
    for (const site of demoSites) await addWebhook(payload, partners, locales, site)
    const addresses = await newsletter.subscribe(READERS, journeyLocales)
    await using _first = await startWorkerProcess()
    await using _second = await startWorkerProcess()

    const item = await createTestItem(payload)
    for (const locale of locales) await item.publish(locale)
    const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
    await requestSend(payload, issueId)
    await settled(sql`
    select (select count(*) from outbox where planned_at is null)::int
      + (select count(*) from channel_deliveries where state in ('planned', 'submitting'))::int
      + (24 - (select count(*) from channel_deliveries))::int as open
  `)
    await settled(
      sql`select (1 - (select count(*) from issues where id = ${issueId} and state = 'sent'))::int as open`,
    )

    const posts = partners.state.mastodon.statuses.map(({ language }) => language)
    const events = partners.state.events.map(({ site, type, data }) => `${site} ${type} ${data.locale}`)
    expect(posts.toSorted()).toEqual(locales.toSorted())
    expect(events.toSorted()).toEqual(
      demoSites.flatMap(({ name }) => locales.map((locale) => `${name} item.published ${locale}`)).toSorted(),
    )
    expect(partners.state.events.filter(({ repeats }) => repeats > 0)).toEqual([])
    expect(
      smtp
        .mails()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(addresses.toSorted())
  },
)
