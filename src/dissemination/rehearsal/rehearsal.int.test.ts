import { beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, journeyLocales, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { mailedProduct } from '../../testing/mailed-product.ts'
import { startWorkerProcess } from '../../testing/worker-process.ts'
import type { RehearsalReport } from './rehearsal-report.ts'

// Nobody listens there: links to the site are dead, whatever else runs on the machine.
process.env.PUBLIC_URL = 'http://localhost:9'
const { smtp, payload, ownTransport } = await mailedProduct()
const { databaseOf, sql } = await import('../../database/database.ts')
const { issueCounts } = await import('../../ledger/issue-report.ts')
const { askForRehearsal, claimRehearsal, endRehearsal, latestRehearsal, tellProgress } = await import(
  '../../ledger/rehearsals.ts'
)
const { lookUpExchangers } = await import('../pace/look-up-exchangers.ts')
const { prepareIssue } = await import('../prepare-issue.ts')
const { requestSend } = await import('../request-send.ts')
const { sendIssue } = await import('../send-issue.ts')
const { enqueue } = await import('../../queue/queue.ts')
const { smtp: smtpTransport } = await import('../../newsletter/transports/smtp.ts')
const { resend } = await import('../../newsletter/transports/resend.ts')
const { deadLinksOf, inspectEdition } = await import('../inspect-edition.ts')
const { readIssue } = await import('../issue-source.ts')
const { rehearseIssue } = await import('./rehearse-issue.ts')
const { sweepRehearsals } = await import('./sweep-rehearsals.ts')

const staff = '0197a000-0000-7000-8000-0000000000aa'
const never = new AbortController().signal

let newsletter: TestNewsletter

beforeAll(async () => {
  newsletter = await createTestNewsletter(payload)
})
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('rehearsals email_deliveries editions subscriptions subscribers suppressions issues'),
  )
})

async function draft(): Promise<string> {
  const item = await createTestItem(payload)
  for (const locale of journeyLocales) await item.publish(locale)
  return newsletter.createIssue([{ relationTo: 'news', value: item.id }])
}

async function asked(issueId: string): Promise<string> {
  return String(await askForRehearsal(issueId, staff, databaseOf(payload)))
}

async function rehearsed(issueId: string): Promise<RehearsalReport> {
  await rehearseIssue(payload, await asked(issueId), { signal: never })
  const rehearsal = await latestRehearsal(issueId, databaseOf(payload))
  expect(rehearsal).toMatchObject({ state: 'done', problem: null })
  return rehearsal?.report as RehearsalReport
}

async function send(issueId: string): Promise<void> {
  expect(await requestSend(payload, issueId)).toBe(true)
  await prepareIssue(payload, issueId)
  await sendIssue(payload, issueId, { transport: ownTransport(), signal: never })
}

const rowsLeft = async () =>
  (
    await databaseOf(payload).execute(sql`
      select (select count(*)::int from email_deliveries) as mails, (select count(*)::int from editions) as editions
    `)
  ).rows[0]

test('a rehearsal tells what the ledger says after the issue was really sent, and nobody gets anything', async () => {
  const issueId = await draft()
  const people = await newsletter.subscribe(60, journeyLocales)
  await newsletter.subscribe(1, ['pl'])
  const [paused, suppressed, broken] = people
  await databaseOf(payload).execute(sql`
    with barred as (
      insert into suppressions (address_key, scope, reason)
      select md5(${suppressed}), 'global', 'complaint'
    )
    update subscribers set
      paused_until = case when email = ${paused} then now() + interval '1 day' end,
      email = case when email = ${broken} then 'no address' else email end
    where email in (${paused}, ${broken})
  `)
  const report = await rehearsed(issueId)

  expect(smtp.mails()).toEqual([])
  expect(await rowsLeft()).toEqual({ mails: 0, editions: 0 })
  expect(report).toMatchObject({ faults: [], arrived: 58, needSmtpUtf8: 0 })
  expect(report.languages.map(({ locale }) => locale)).toEqual([...journeyLocales].sort())
  expect(report.languages.reduce((sum, { mails }) => sum + mails, 0)).toBe(58)

  await send(issueId)
  expect(report.counts).toEqual(await issueCounts(issueId, databaseOf(payload)))
  expect(Math.max(...smtp.mails().map(({ raw }) => raw.length))).toBeGreaterThanOrEqual(
    Math.max(...report.languages.map(({ htmlBytes }) => htmlBytes)),
  )
})

test('who is at a domain that takes no mail fails in a rehearsal as when the issue leaves', async () => {
  const issueId = await draft()
  const [somebody] = await newsletter.subscribe(3, ['en'])
  await databaseOf(payload).execute(sql`
    update subscribers set email = 'anna@none.example' where email = ${somebody}
  `)
  await databaseOf(payload).execute(sql`
    insert into mail_domains (domain, mx_group, looked_up_at) values ('none.example', null, now())
  `)
  const report = await rehearsed(issueId)
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  await lookUpExchangers(payload, issueId, { signal: never })
  await sendIssue(payload, issueId, { transport: ownTransport(), signal: never })

  expect(report).toMatchObject({ faults: [], arrived: 2 })
  expect(report.counts).toContainEqual(expect.objectContaining({ reason: 'no-mail-server', people: 1 }))
  expect(report.counts).toEqual(await issueCounts(issueId, databaseOf(payload)))
})

test('the report tells of each language what its preview tells, dead links and what an item’s own project asks for included', async () => {
  const item = await createTestItem(payload)
  const { id: project } = await payload.create({
    collection: 'projects',
    locale: 'en',
    data: {
      acronym: 'OWN',
      title: 'An item’s own project',
      awardSigned: true,
      statement: 'co-funded',
      disclaimers: [{ locale: 'en', text: 'Views are ours.', source: 'Manual', approvedBy: 'An officer' }],
    },
  })
  await item.saveDraft('en', { projects: [project] })
  for (const locale of ['en', 'fr'] as const) await item.publish(locale)
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await newsletter.subscribe(4, ['en', 'fr'])
  const { languages } = await rehearsed(issueId)

  const issue = await readIssue(payload, issueId)
  if (issue === null) throw new Error('there is no issue')
  for (const { locale, findings } of languages) {
    const shown = await inspectEdition(payload, issue, locale)
    if (typeof shown === 'string' || 'refusedFor' in shown) throw new Error('there is no edition')
    expect(findings).toEqual([...shown.findings, ...(await deadLinksOf(issue, shown))])
  }
  const inFrench = languages.find(({ locale }) => locale === 'fr')?.findings
  expect(inFrench).toContainEqual({ check: 'disclaimer', level: 'warn', part: 'en' })
  expect(inFrench?.filter(({ check }) => check === 'dead-link').length).toBeGreaterThan(0)
})

const server = (mailsPerSecond: number | null) => smtpTransport({ url: 'smtp://127.0.0.1:1', mailsPerSecond })
const service = () => resend({ apiKey: 're_x', baseUrl: 'http://127.0.0.1:1' })

test.for([
  [
    'a mail server without limits',
    [server(null)],
    { ways: [{ name: 'smtp', mailsPerSecond: null }], takesMs: null },
  ],
  ['one that counts', [server(2)], { ways: [{ name: 'smtp', mailsPerSecond: 2 }], takesMs: 10_000, days: 1 }],
  // Five requests of a hundred letters.
  ['a mail service', [service()], { ways: [{ name: 'resend', mailsPerSecond: 500 }], takesMs: 40, days: 1 }],
  [
    'one that another stands in for',
    [server(2), service()],
    {
      ways: [
        { name: 'smtp', mailsPerSecond: 2 },
        { name: 'resend', mailsPerSecond: 500 },
      ],
      takesMs: 10_000,
    },
  ],
] as const)(
  'the report says what leaving by %s would come to, and nothing goes that way',
  async ([, ways, plan]) => {
    const issueId = await draft()
    await newsletter.subscribe(20, journeyLocales)
    await rehearseIssue(payload, await asked(issueId), { signal: never, ways })

    expect(await latestRehearsal(issueId, databaseOf(payload))).toMatchObject({
      report: { arrived: 20, faults: [], sending: plan },
    })
  },
)

test('the report says over how many days the warm-up of a domain would spread it', async () => {
  const issueId = await draft()
  await newsletter.subscribe(20, journeyLocales)
  await databaseOf(payload).execute(sql`update network set time_zone = 'UTC', pace_warm_up_since = now()`)
  // Of the two hundred of the first day ten are left.
  await databaseOf(payload).execute(sql`
    insert into sending_days (day, sender_domain, mails)
    values ((now() at time zone 'UTC')::date, 'emissary.example', 190)
    on conflict (day, sender_domain) do update set mails = excluded.mails
  `)
  const { sending } = await rehearsed(issueId)
  await databaseOf(payload).execute(sql`update network set pace_warm_up_since = null`)

  expect(sending?.days).toBe(2)
})

test('an issue that really leaves at the same time is not held up, and the rehearsal knows nothing of it', async () => {
  const [rehearsedId, sentId] = [await draft(), await draft()]
  await newsletter.subscribe(120, journeyLocales)
  const [report] = await Promise.all([rehearsed(rehearsedId), send(sentId)])

  expect(report).toMatchObject({ arrived: 120, faults: [] })
  expect((await issueCounts(sentId, databaseOf(payload))).map(({ state }) => state)).not.toContain('planned')
})

test('an issue is rehearsed once at a time', async () => {
  const issueId = await draft()
  await asked(issueId)

  expect(await askForRehearsal(issueId, staff, databaseOf(payload))).toBe(null)
})

test('an issue that could not be sent has no report, but the reason', async () => {
  const item = await createTestItem(payload)
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await rehearseIssue(payload, await asked(issueId), { signal: never })

  expect(await latestRehearsal(issueId, databaseOf(payload))).toMatchObject({
    state: 'failed',
    problem: 'no-edition',
    report: null,
  })
})

test('a worker that is asked to stop gives the rehearsal back, to be begun anew', async () => {
  const issueId = await draft()
  await newsletter.subscribe(3, ['en'])
  const id = await asked(issueId)
  await rehearseIssue(payload, id, { signal: AbortSignal.abort() })

  expect(await rowsLeft()).toEqual({ mails: 0, editions: 0 })
  expect(await latestRehearsal(issueId, databaseOf(payload))).toMatchObject({ state: 'asked' })
  await rehearseIssue(payload, id, { signal: never })
  expect(await latestRehearsal(issueId, databaseOf(payload))).toMatchObject({ state: 'done' })
})

test('a worker from which a rehearsal was taken neither tells of it nor ends it any more', async () => {
  const issueId = await draft()
  const id = await asked(issueId)
  const database = databaseOf(payload)
  const first = await claimRehearsal(id, database)
  await database.execute(sql`update rehearsals set progressed_at = now() - interval '2 minutes'`)
  await sweepRehearsals(payload)
  const second = await claimRehearsal(id, database)
  if (first === null || second === null) throw new Error('nobody holds the rehearsal')

  expect(await tellProgress(first, { mails: 1, total: 2 }, database)).toBe(false)
  await endRehearsal(first, { report: {} }, database)
  expect(await latestRehearsal(issueId, database)).toMatchObject({ state: 'running' })
  expect(await tellProgress(second, { mails: 1, total: 2 }, database)).toBe(true)
})

test('a worker that is killed in the middle leaves nothing behind, and another begins anew', async () => {
  const issueId = await draft()
  await newsletter.subscribe(1500, journeyLocales)
  const before = smtp.mails().length
  const id = await asked(issueId)
  const worker = await startWorkerProcess()
  await enqueue(payload, 'rehearse-issue', [{ rehearsalId: id }])
  await expect
    .poll(async () => (await latestRehearsal(issueId, databaseOf(payload)))?.mails, { timeout: 30_000 })
    .toBeGreaterThan(0)
  await worker.kill()

  expect(await rowsLeft()).toEqual({ mails: 0, editions: 0 })
  expect(await latestRehearsal(issueId, databaseOf(payload))).toMatchObject({ state: 'running' })
  await databaseOf(payload).execute(sql`update rehearsals set progressed_at = now() - interval '2 minutes'`)
  await sweepRehearsals(payload)
  await rehearseIssue(payload, id, { signal: never })
  expect(await latestRehearsal(issueId, databaseOf(payload))).toMatchObject({
    state: 'done',
    report: { arrived: 1500, faults: [] },
  })
  expect(smtp.mails()).toHaveLength(before)
})
