import { getPayload } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { prepareIssue } from '../dissemination/prepare-issue.ts'
import { requestSend } from '../dissemination/request-send.ts'
import { sendIssue } from '../dissemination/send-issue.ts'
import { smtp } from '../newsletter/transports/smtp.ts'
import { createTestItem } from './create-item.ts'
import { createTestNewsletter } from './create-newsletter.ts'
import { emptying } from './emptying.ts'
import type { fakeSmtp } from './fake-smtp.ts'

type MailServer = Awaited<ReturnType<typeof fakeSmtp>>

/** For the top of a test file: a newsletter whose mails leave at a pace. Each test begins with nobody and no issue. */
export async function pacedNetwork() {
  const payload = await getPayload({ config })
  const newsletter = await createTestNewsletter(payload)
  const created = await createTestItem(payload)
  await created.publish('en')
  const item = { relationTo: 'news', value: created.id } as const

  const run = (statement: Parameters<ReturnType<typeof databaseOf>['execute']>[0]) =>
    databaseOf(payload).execute(statement)

  afterAll(() => payload.destroy())
  beforeEach(async () => {
    await run(
      emptying(`
        email_deliveries email_batches editions subscriptions subscribers issues send_buckets
        sending_days day_places mail_domains suppressions consent_events issue_alarms issue_audiences
        domain_holds mail_feedback mail_decisions
      `),
    )
    await run(sql`
      update network set pace_mails_per_second = null, pace_mails_per_day = null, pace_warm_up_since = null,
        time_zone = 'Europe/Brussels'
    `)
    await run(sql`update newsletters set window_from = null, window_to = null`)
  })

  /** An issue that is being sent to so many people at each domain, with nobody working on it yet. */
  async function issueTo(readers: Readonly<Record<string, number>>): Promise<string> {
    for (const [domain, people] of Object.entries(readers)) {
      await newsletter.subscribe(people, ['en'])
      await run(sql`
        update subscribers set email = split_part(email, '@', 1) || '@' || ${domain}
        where email like '%@example.org'
      `)
    }
    const issueId = await newsletter.createIssue([item])
    await requestSend(payload, issueId)
    await prepareIssue(payload, issueId)
    return issueId
  }

  /** The same with as many at each of the domains. */
  const frozenIssue = (people: number, domains: readonly string[] = ['example.org']): Promise<string> =>
    issueTo(Object.fromEntries(domains.map((domain) => [domain, people])))

  /** What a worker does with what is due now: it is stopped when it begins to wait for long. */
  const work = (issueId: string, ...transport: Parameters<typeof sendIssue>[2]['transport'][]) =>
    sendIssue(payload, issueId, {
      transport: transport.flat(),
      signal: AbortSignal.any([AbortSignal.timeout(20_000)]),
    })

  /** The same, by the mail server alone. */
  async function workBySmtp(
    issueId: string,
    { url }: MailServer,
    options: { readonly maxConnections?: number } = {},
  ): Promise<void> {
    const transport = smtp({ url, ...options })
    await work(issueId, transport)
    await transport.close()
  }

  /** The server answers this to each address that is like the pattern, from now on. */
  async function refuseAll(server: MailServer, answer: string, pattern = '%'): Promise<void> {
    const { rows } = await run(sql`select email from subscribers where email like ${pattern}`)
    for (const { email } of rows) server.refuse(String(email), answer)
  }

  /** How many people there are of each domain, state, reason, count of attempts and transport. */
  async function counts() {
    const { rows } = await run(sql`
      select coalesce(domain, '-') as domain, state, reason, attempts, transport, count(*)::int as people
      from email_deliveries group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    `)
    return rows.map((row) => {
      const { people, domain, state, reason, attempts, transport } = row as Record<
        string,
        string | number | null
      >
      return [people, domain, state, reason, `${attempts}×`, transport]
        .filter((part) => part !== null)
        .join(' ')
    })
  }

  /** Who is barred from everything, and why. */
  const barred = async () => {
    const { rows } = await run(sql`
      select s.reason, s.origin, s.note, person.status, person.email
      from suppressions s join subscribers person using (address_key) where s.scope = 'global'
    `)
    return rows.map(({ reason, origin, note, status, email }) => [
      String(email).split('@')[1],
      status,
      reason,
      origin,
      note,
    ])
  }

  /** What is known of the pace of a group or a transport. */
  const bucketOf = async (key: string) => {
    const { rows } = await run(sql`
      select reason, failures, blocked_until > now() as blocked, per_second from send_buckets where key = ${key}
    `)
    return rows[0] as Record<string, unknown> | undefined
  }

  /** Lets time pass for everything that waits. */
  const pass = async (minutes: number) => {
    const time = sql`make_interval(mins => ${minutes})`
    await run(sql`update email_deliveries set due_at = due_at - ${time}`)
    await run(sql`update email_batches set due_at = due_at - ${time}`)
    await run(sql`
      update send_buckets set blocked_until = blocked_until - ${time}, refilled_at = refilled_at - ${time}
    `)
  }

  const issueNow = async (issueId: string) => {
    const { rows } = await run(sql`select state, problem from issues where id = ${issueId}`)
    return rows[0]
  }

  const peopleIn = async (state: string) => {
    const { rows } = await run(sql`select 1 from email_deliveries where state = ${state}`)
    return rows.length
  }

  return {
    payload,
    newsletter,
    run,
    issueTo,
    frozenIssue,
    work,
    workBySmtp,
    refuseAll,
    counts,
    barred,
    bucketOf,
    pass,
    issueNow,
    peopleIn,
  }
}
