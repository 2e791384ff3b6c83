import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'

// The product reads its environment when it is imported, so that comes after the mail server has its address.
const smtp = await fakeSmtp()
process.env.SMTP_URL = smtp.url
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { readUnsubscribeToken } = await import('../../audience/links.ts')
const { databaseOf, inTransaction, sql } = await import('../../database/database.ts')
const { changeHold, decideLanguage, languagesOf } = await import('../../ledger/issue-languages.ts')
const { audienceBalance } = await import('../../ledger/issue-audiences.ts')
const { issuesWithDueMails } = await import('../../ledger/issue-report.ts')
const { ownTransport } = await import('../../newsletter/transports/transport-for.ts')
const { endSubscription } = await import('../../testing/end-subscription.ts')
const { readIssue } = await import('../issue-source.ts')
const { finishIssues } = await import('../finish-issues.ts')
const { prepareIssue } = await import('../prepare-issue.ts')
const { requestSend } = await import('../request-send.ts')
const { sendIssue } = await import('../send-issue.ts')
const { cancelIssue, pauseIssue, resumeIssue } = await import('../steer-issue.ts')
const { outdatedEditions } = await import('./outdated-editions.ts')
const { releaseLanguages } = await import('./release-languages.ts')

const editor = randomUUID()
let payload: Payload
let newsletter: TestNewsletter
let item: TestItem

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(async () => {
  await ownTransport().close()
  await payload.destroy()
  await smtp[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await databaseOf(payload).execute(sql`
    truncate email_deliveries, email_batches, editions, issue_languages, issue_audiences, subscriptions, subscribers,
      suppressions, sending_days, issues cascade
  `)
  newsletter = await createTestNewsletter(payload)
  item = await createTestItem(payload)
  await item.publish('en')
})

interface Held {
  readonly rule?: 'hold' | 'skip' | 'fallback'
  readonly afterwards?: 'fallback' | 'skip'
  readonly locales?: readonly Locale[]
}

/** An issue in English that left, of which other languages wait or are left out. */
async function leftIssue({ rule = 'hold', afterwards = 'fallback', locales = ['el'] }: Held = {}) {
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  for (const locale of locales)
    await decideLanguage(
      issueId,
      { locale, rule, deadline: null, afterwards: rule === 'hold' ? afterwards : null },
      editor,
      databaseOf(payload),
    )
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  return issueId
}

async function work(issueId: string) {
  const from = smtp.mails().length
  const settings = { transport: ownTransport(), signal: new AbortController().signal }
  await Promise.all([sendIssue(payload, issueId, settings), sendIssue(payload, issueId, settings)])
  return smtp.mails().slice(from)
}

async function rows(issueId: string) {
  const { rows: found } = await databaseOf(payload).execute<{ line: string }>(sql`
    select concat_ws(' ', count(*), state, locale, locale_reason, reason) as line from email_deliveries
    where issue_id = ${issueId} group by state, locale, locale_reason, reason order by 1
  `)
  return found.map(({ line }) => line)
}

/** What came of the languages of which somebody decided. */
const outcomes = async (issueId: string) =>
  (await languagesOf(issueId, databaseOf(payload)))
    .filter(({ rule }) => rule !== 'fallback')
    .map(({ locale, outcome }) => `${locale} ${outcome}`)

const languageOf = ({ raw }: { readonly raw: Buffer }) =>
  /^Content-Language: (.+)$/m.exec(raw.toString('latin1'))?.[1]?.trim()

const letTimePass = (issueId: string, locale: Locale = 'el') =>
  databaseOf(payload).execute(sql`
    with over as (
      update issue_languages set deadline = now() - interval '1 minute' where issue_id = ${issueId} and locale = ${locale}
    )
    update email_deliveries set due_at = now() - interval '1 minute'
    where issue_id = ${issueId} and locale = ${locale} and edition_id is null and state = 'planned'
  `)

test('a language that is held goes out once it is ready, after the others, each reader once', async () => {
  await newsletter.subscribe(2, ['en'])
  const greeks = await newsletter.subscribe(3, ['el'])
  const issueId = await leftIssue()
  expect(await rows(issueId)).toEqual([
    '2 planned en first-language',
    '3 planned el first-language language-held',
  ])
  expect(await work(issueId)).toHaveLength(2)
  expect(await readIssue(payload, issueId)).toMatchObject({ state: 'sending' })

  await releaseLanguages(payload)
  expect(await work(issueId)).toEqual([])
  await item.publish('el')
  await releaseLanguages(payload)
  const mails = await work(issueId)

  expect(mails.map(({ to }) => to).toSorted()).toEqual(greeks.toSorted())
  expect(mails.map(languageOf)).toEqual(['el', 'el', 'el'])
  expect(await rows(issueId)).toEqual(['2 submitted en first-language', '3 submitted el first-language'])
  expect(await outcomes(issueId)).toEqual(['el released'])
  expect(await readIssue(payload, issueId)).toMatchObject({ state: 'sent' })
})

test('what is withdrawn while the edition of a held language is rendered holds it again', async () => {
  await newsletter.subscribe(1, ['el'])
  const issueId = await leftIssue()
  await item.publish('el')
  let releasing: Promise<void> = Promise.resolve()
  await inTransaction(payload, async (transaction) => {
    await transaction.execute(sql`select from issues where id = ${issueId} for update`)
    releasing = releaseLanguages(payload)
    // Its edition is rendered, and it waits to be let go.
    await expect.poll(isSomebodyWaiting, { timeout: 30_000 }).toBe(true)
    await item.saveDraft('el', {}, { unpublish: true })
  })
  await releasing
  await releaseLanguages(payload)

  expect(await rows(issueId)).toEqual(['1 planned el first-language language-held'])
  expect(await outcomes(issueId)).toEqual(['el null'])
})

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows: waiting } = await databaseOf(payload).execute(sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  `)
  return waiting.length > 0
}

test('who reads another language by the time theirs is let go gets that, or waits for it', async () => {
  await item.publish('fr')
  const [toFrench, toGerman, stays] = await newsletter.subscribe(3, ['el'])
  const issueId = await leftIssue({ locales: ['el', 'de'] })
  const moves = (email: string | undefined, locale: Locale) =>
    databaseOf(payload).execute(sql`update subscribers set locale = ${locale} where email = ${email}`)
  await moves(toFrench, 'fr')
  await moves(toGerman, 'de')
  await item.publish('el')
  await releaseLanguages(payload)
  const mails = await work(issueId)

  expect(mails.map((mail) => [mail.to, languageOf(mail)]).toSorted()).toEqual(
    [
      [stays, 'el'],
      [toFrench, 'fr'],
    ].toSorted(),
  )
  expect(await rows(issueId)).toEqual([
    '1 planned de first-language language-held',
    '1 submitted el first-language',
    '1 submitted fr first-language',
  ])
})

test('nobody is claimed while their language is held, even when its deadline is over', async () => {
  await newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await letTimePass(issueId)

  expect(await issuesWithDueMails(databaseOf(payload))).toEqual([])
  expect(await work(issueId)).toEqual([])
  expect(await finishIssues(payload)).toEqual([])
  expect(await rows(issueId)).toEqual(['2 planned el first-language language-held'])
})

test('a day that is over moves no reader of a held language, who gets what comes of it tomorrow', async () => {
  await newsletter.subscribe(2, ['en'])
  await newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await letTimePass(issueId)
  await databaseOf(payload).execute(sql`update network set pace_mails_per_day = 1`)
  await work(issueId)
  expect(await rows(issueId)).toEqual([
    '1 planned en first-language daily-cap',
    '1 submitted en first-language',
    '2 planned el first-language language-held',
  ])

  await databaseOf(payload).execute(sql`update network set pace_mails_per_day = null`)
  await releaseLanguages(payload)
  await databaseOf(payload).execute(sql`update email_deliveries set due_at = now() where state = 'planned'`)
  await work(issueId)
  expect(await rows(issueId)).toEqual(['2 submitted en fallback-edition', '2 submitted en first-language'])
})

test('a language that is ready is sent whatever was decided about it', async () => {
  await newsletter.subscribe(1, ['el'])
  await item.publish('el')
  const issueId = await leftIssue({ rule: 'skip' })

  expect(await rows(issueId)).toEqual(['1 planned el first-language'])
  expect(await outcomes(issueId)).toEqual(['el released'])
})

test('at the deadline readers get a further language of theirs, then the fallback edition', async () => {
  await newsletter.subscribe(2, ['el'], ['fr'])
  await newsletter.subscribe(1, ['el'])
  await item.publish('fr')
  const issueId = await leftIssue()
  await letTimePass(issueId)
  await releaseLanguages(payload)

  expect(await rows(issueId)).toEqual(['1 planned en fallback-edition', '2 planned fr further-language'])
  expect(await work(issueId)).toHaveLength(3)
  expect(await outcomes(issueId)).toEqual(['el fell-back'])
})

test('at the deadline a language of which something is public goes out with what there is', async () => {
  const other = await createTestItem(payload)
  await other.publish('en')
  await item.publish('el')
  await newsletter.subscribe(2, ['el'])
  const issueId = await newsletter.createIssue([
    { relationTo: 'news', value: item.id },
    { relationTo: 'news', value: other.id },
  ])
  const decision = { locale: 'el', rule: 'hold', deadline: null, afterwards: 'fallback' } as const
  await decideLanguage(issueId, decision, editor, databaseOf(payload))
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  expect(await rows(issueId)).toEqual(['2 planned el first-language language-held'])
  await letTimePass(issueId)
  await releaseLanguages(payload)
  const [mail] = await work(issueId)

  expect(await rows(issueId)).toEqual(['2 submitted el first-language'])
  expect(mail?.parsed.html).toContain('Mentoring starts (el)')
  expect(mail?.parsed.html).toContain('Mentoring starts (en)')
})

test('at the deadline of a language that is then left out nobody gets the fallback edition', async () => {
  await newsletter.subscribe(2, ['el'], ['fr'])
  await newsletter.subscribe(1, ['el'])
  await item.publish('fr')
  const issueId = await leftIssue({ afterwards: 'skip' })
  await letTimePass(issueId)
  await releaseLanguages(payload)

  expect(await rows(issueId)).toEqual(['1 skipped el language-left-out', '2 planned fr further-language'])
  expect(await outcomes(issueId)).toEqual(['el skipped'])
})

test('whoever waited for a language goes on to wait for another that is still held', async () => {
  await newsletter.subscribe(1, ['el'], ['de'])
  await newsletter.subscribe(1, ['en'])
  const issueId = await leftIssue({ locales: ['el', 'de'] })
  await letTimePass(issueId)
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual([
    '1 planned de further-language language-held',
    '1 planned en first-language',
  ])

  await item.publish('de')
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned de further-language', '1 planned en first-language'])
})

test('a language that is left out gives its readers a further language or nothing, and the row says which', async () => {
  await newsletter.subscribe(1, ['el'], ['en'])
  await newsletter.subscribe(2, ['el'])
  await newsletter.subscribe(1, ['pl'])
  const issueId = await leftIssue({ rule: 'skip' })

  expect(await rows(issueId)).toEqual([
    '1 planned en fallback-edition',
    '1 planned en further-language',
    '2 skipped el language-left-out',
  ])
})

test('readers of the fallback edition wait for it while it is held', async () => {
  await item.publish('fr')
  await item.saveDraft('en', {}, { unpublish: true })
  await newsletter.subscribe(1, ['pl'])
  await newsletter.subscribe(1, ['fr'])
  const issueId = await leftIssue({ locales: ['en'] })
  expect(await rows(issueId)).toEqual([
    '1 planned en fallback-edition language-held',
    '1 planned fr first-language',
  ])

  await item.publish('en')
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned en fallback-edition', '1 planned fr first-language'])
})

test('two workers that let a language go at once let it go once', async () => {
  await newsletter.subscribe(4, ['el', 'de'])
  const issueId = await leftIssue({ locales: ['el', 'de'] })
  await item.publish('el')
  await letTimePass(issueId, 'de')
  await Promise.all([releaseLanguages(payload), releaseLanguages(payload), releaseLanguages(payload)])

  expect(await rows(issueId)).toEqual(['2 planned el first-language', '2 planned en fallback-edition'])
  expect(await outcomes(issueId)).toEqual(['de fell-back', 'el released'])
  expect(await work(issueId)).toHaveLength(4)
})

test('a worker that vanishes while it lets a language go has let nobody go', async () => {
  await newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await item.publish('el')
  await databaseOf(payload).execute(sql`
    create function vanish() returns trigger language plpgsql as $$ begin raise exception 'vanished'; end $$
  `)
  await databaseOf(payload).execute(sql`
    create trigger vanish before update on email_deliveries execute function vanish()
  `)
  await expect(releaseLanguages(payload)).rejects.toThrow()
  await databaseOf(payload).execute(sql`drop function vanish cascade`)
  expect(await rows(issueId)).toEqual(['2 planned el first-language language-held'])
  expect(await outcomes(issueId)).toEqual(['el null'])

  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['2 planned el first-language'])
})

test('of a paused issue a language is let go, and leaves when the issue goes on', async () => {
  await newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await pauseIssue(payload, issueId)
  await item.publish('el')
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['2 planned el first-language'])
  expect(await work(issueId)).toEqual([])

  await resumeIssue(payload, issueId)
  expect(await work(issueId)).toHaveLength(2)
})

test('of a cancelled issue no language is let go, and those who waited have a row that says so', async () => {
  await newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await cancelIssue(payload, issueId)
  await item.publish('el')
  await releaseLanguages(payload)

  expect(await rows(issueId)).toEqual(['2 skipped el first-language cancelled'])
  expect(await work(issueId)).toEqual([])
})

test('who leaves while their language is held gets nothing when it is let go', async () => {
  const [left] = await newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await endSubscription(payload, left ?? '')
  await item.publish('el')
  await releaseLanguages(payload)

  expect(await work(issueId)).toHaveLength(1)
  expect(await rows(issueId)).toEqual([
    '1 skipped el first-language unsubscribed',
    '1 submitted el first-language',
  ])
})

test('an edition that was refused stays held, and readers fall back at the deadline', async () => {
  await newsletter.subscribe(1, ['el'])
  const issueId = await leftIssue()
  await item.publish('el')
  await payload.update({
    collection: 'issues',
    id: issueId,
    locale: 'el',
    data: { subject: 'Νέα', intro: 'Long.' },
  })
  await databaseOf(payload).execute(sql`
    update issues_locales set intro = repeat('Too long to be sent. ', 6000) where _parent_id = ${issueId} and _locale = 'el'
  `)
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned el first-language language-held'])

  await letTimePass(issueId)
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned en fallback-edition'])
})

test('a language that the newsletter gave up while it was held ends at its deadline too', async () => {
  await newsletter.subscribe(1, ['el'])
  const issueId = await leftIssue()
  await payload.update({ collection: 'newsletters', id: newsletter.id, data: { locales: ['en', 'fr'] } })
  await item.publish('el')
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned el first-language language-held'])

  await letTimePass(issueId)
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned en fallback-edition'])
})

test('an editor gives a held language more time, or ends the wait', async () => {
  await newsletter.subscribe(1, ['el'])
  const issueId = await leftIssue()
  const hold = { locale: 'el', rule: 'hold', afterwards: 'skip' } as const
  const later = new Date(Date.now() + 3_600_000)
  expect(await changeHold(issueId, { ...hold, deadline: later }, editor, databaseOf(payload))).toBe(true)
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned el first-language language-held'])
  const { rows: due } = await databaseOf(payload).execute<{ due_at: string }>(sql`
    select due_at from email_deliveries where issue_id = ${issueId}
  `)
  expect(due.map(({ due_at }) => new Date(due_at))).toEqual([later])

  expect(await changeHold(issueId, { ...hold, deadline: null }, editor, databaseOf(payload))).toBe(true)
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 skipped el language-left-out'])
  expect(await changeHold(issueId, { ...hold, deadline: later }, editor, databaseOf(payload))).toBe(false)
})

test('an issue of which all languages are held leaves, waits and is finished afterwards', async () => {
  await newsletter.subscribe(1, ['en'])
  const second = await createTestItem(payload)
  await second.publish('el')
  const issueId = await newsletter.createIssue([
    { relationTo: 'news', value: item.id },
    { relationTo: 'news', value: second.id },
  ])
  await payload.update({
    collection: 'newsletters',
    id: newsletter.id,
    data: { notReady: 'hold', holdHours: 2 },
  })
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  expect(await rows(issueId)).toEqual(['1 planned en first-language language-held'])
  expect(await finishIssues(payload)).toEqual([])
  const kept = await languagesOf(issueId, databaseOf(payload))
  const [first] = kept
  expect(kept).toHaveLength(8)
  expect(Math.round(((first?.deadline?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(120)

  await letTimePass(issueId, 'en')
  await releaseLanguages(payload)
  await work(issueId)
  expect(await readIssue(payload, issueId)).toMatchObject({ state: 'sent' })
})

test('a mail names the newsletter that its reader gets the issue by, and one click leaves that one', async () => {
  const other = await createTestNewsletter(payload)
  await newsletter.subscribe(1, ['en'])
  const [reader] = await other.subscribe(1, ['en'])
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await payload.update({ collection: 'issues', id: issueId, data: { alsoTo: [other.id] } })
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  const mails = await work(issueId)
  const head =
    mails
      .find(({ to }) => to === reader)
      ?.raw.toString('latin1')
      .replace(/\r\n /g, ' ') ?? ''
  const [, token = ''] = /^List-Unsubscribe: <[^>]*\/u\/([^>]+)>/m.exec(head) ?? []

  expect(mails).toHaveLength(2)
  expect(head).toContain(`<${other.id}.en.`)
  expect(readUnsubscribeToken(token)?.list).toBe(other.id)
})

test('an edition that says something else by now is named, with the items, and one put back is not', async () => {
  const issueId = await leftIssue()
  expect(await outdatedEditions(issueId, databaseOf(payload))).toEqual([])
  await item.publish('en', { teaser: 'Another teaser.' })
  expect(await outdatedEditions(issueId, databaseOf(payload))).toEqual([
    { locale: 'en', items: [{ collection: 'news', id: item.id, since: 'changed' }] },
  ])
  await item.publish('en', { teaser: 'A six-month programme, in en.' })
  expect(await outdatedEditions(issueId, databaseOf(payload))).toEqual([])
  await item.saveDraft('en', {}, { unpublish: true })
  expect(await outdatedEditions(issueId, databaseOf(payload))).toEqual([
    { locale: 'en', items: [{ collection: 'news', id: item.id, since: 'withdrawn' }] },
  ])
})

test('who was meant is counted when the issue leaves, and cannot be kept where the rows do not add up', async () => {
  await newsletter.subscribe(3, ['en', 'el'])
  const issueId = await leftIssue({ rule: 'skip' })
  expect(await audienceBalance(issueId, databaseOf(payload))).toEqual({
    candidates: 3,
    recipients: 2,
    excluded: 1,
    states: { planned: 2, skipped: 1 },
    sum: 3,
  })

  const unbalanced = inTransaction(payload, (transaction) =>
    transaction.execute(sql`update issue_audiences set recipients = 1 where issue_id = ${issueId}`),
  )
  await expect(unbalanced).rejects.toThrow()
})

test('nobody can be left out without a reason', async () => {
  await newsletter.subscribe(1, ['en'])
  const issueId = await leftIssue()
  const unexplained = inTransaction(payload, (transaction) =>
    transaction.execute(
      sql`update email_deliveries set state = 'skipped', reason = null where issue_id = ${issueId}`,
    ),
  )
  await expect(unexplained).rejects.toThrow()
})
