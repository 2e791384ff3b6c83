import { getPayload } from 'payload'

import config from '../payload.config.ts'
import { databaseOf, inTransaction, sql } from '../src/database/database.ts'
import { enterIssueAudience } from '../src/dissemination/enter-issue-audience.ts'
import { readIssue } from '../src/dissemination/issue-source.ts'
import { sendIssue } from '../src/dissemination/send-issue.ts'
import { env } from '../src/env.ts'
import { keepEdition } from '../src/ledger/editions.ts'
import { resend } from '../src/newsletter/transports/resend.ts'
import { smtp } from '../src/newsletter/transports/smtp.ts'
import type { Transport } from '../src/newsletter/transports/transport.ts'
import { createTestItem } from '../src/testing/create-item.ts'
import { createTestNewsletter } from '../src/testing/create-newsletter.ts'
import { benchLetter, smallestLetter } from './sending-letter.ts'
import { answerOrders, spent } from './sending-orders.ts'

/** As many as a worker process runs side by side. */
const SENDERS = 2
/** A worker lets another issue have its turn after some minutes: here there is none, and whoever measures waits for the end. */
const TO_THE_END_MS = 60 * 60_000

const payload = await getPayload({ config })
const database = databaseOf(payload)

await answerOrders({
  prepare: ({ mails, bytes }) => prepare(mails, bytes),
  smtp: ({ issueId, port, mails }) =>
    send(
      issueId,
      mails,
      smtp({
        url: `smtp://127.0.0.1:${port}`,
        maxConnections: 20,
        bounceDomain: env.BOUNCE_DOMAIN ?? null,
      }),
    ),
  resend: ({ issueId, port, mails }) =>
    send(issueId, mails, resend({ apiKey: 're_test', baseUrl: `http://127.0.0.1:${port}` })),
  counts: ({ issueId }) => countsOf(issueId),
})

/** So many people and an issue for all of them that is ready to leave. Answers how long entering its audience took. */
async function prepare(people: number, bytes: number) {
  const newsletter = await createTestNewsletter(payload)
  await database.execute(sql`
    with people as (
      insert into subscribers (id, email, address_key, locale, status, confirmed_at)
      select gen_random_uuid(), 'reader' || n || '@example' || n % 50 || '.org', md5(${newsletter.id} || n), 'en', 'active',
        '2026-11-01'
      from generate_series(1, ${people}::int) as n
      returning id
    )
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select id, ${newsletter.id}::uuid, 'confirmed', '2026-11-01' from people
  `)
  await database.execute(sql`analyze`)
  const item = await createTestItem(payload)
  await item.publish('en')
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await database.execute(sql`update issues set state = 'sending' where id = ${issueId}::uuid`)
  const issue = await readIssue(payload, issueId)
  if (issue === null) throw new Error('the issue is gone')
  const letter = bytes === 0 ? smallestLetter() : await benchLetter(bytes)
  const begun = performance.now()
  await inTransaction(payload, async (transaction) => {
    await keepEdition(
      {
        issueId,
        locale: 'en',
        subject: 'What worked this month',
        preheader: '',
        ...letter,
        contentHash: 'bench',
        manifest: [],
      },
      transaction,
    )
    await enterIssueAudience(issue, { editions: ['en'], held: [], leftOut: [] }, transaction)
  })
  const freezeSeconds = (performance.now() - begun) / 1000
  await database.execute(sql`analyze email_deliveries`)
  return { issueId, freezeSeconds }
}

/** All of an issue, or what other processes leave of it: claimed, merged, handed over and settled. */
const send = (issueId: string, mails: number, transport: Transport) =>
  spent(mails, async () => {
    const { signal } = new AbortController()
    await Promise.all(
      Array.from({ length: SENDERS }, () =>
        sendIssue(payload, issueId, { transport, signal, stretchMs: TO_THE_END_MS }),
      ),
    )
    await transport.close()
  })

async function countsOf(issueId: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await database.execute<{ state: string; count: number }>(sql`
    select state, count(*)::int as count from email_deliveries where issue_id = ${issueId}::uuid group by state
  `)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
