import { expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { heldLanguages } from '../../testing/held-languages.ts'

const on = await heldLanguages()
const { payload, editor, leftIssue, work, rows, outcomes, letTimePass } = on
const { databaseOf, inTransaction, sql } = await import('../../database/database.ts')
const { decideLanguage, languagesOf } = await import('../../ledger/issue-languages.ts')
const { audienceBalance } = await import('../../ledger/issue-audiences.ts')
const { issuesWithDueMails } = await import('../../ledger/issue-report.ts')
const { readIssue } = await import('../issue-source.ts')
const { finishIssues } = await import('../finish-issues.ts')
const { prepareIssue } = await import('../prepare-issue.ts')
const { requestSend } = await import('../request-send.ts')
const { releaseLanguages } = await import('./release-languages.ts')

const languageOf = ({ raw }: { readonly raw: Buffer }) =>
  /^Content-Language: (.+)$/m.exec(raw.toString('latin1'))?.[1]?.trim()

test('a language that is held goes out once it is ready, after the others, each reader once', async () => {
  await on.newsletter.subscribe(2, ['en'])
  const greeks = await on.newsletter.subscribe(3, ['el'])
  const issueId = await leftIssue()
  expect(await rows(issueId)).toEqual([
    '2 planned en first-language',
    '3 planned el first-language language-held',
  ])
  expect(await work(issueId)).toHaveLength(2)
  expect(await readIssue(payload, issueId)).toMatchObject({ state: 'sending' })

  await releaseLanguages(payload)
  expect(await work(issueId)).toEqual([])
  await on.item.publish('el')
  await releaseLanguages(payload)
  const mails = await work(issueId)

  expect(mails.map(({ to }) => to).toSorted()).toEqual(greeks.toSorted())
  expect(mails.map(languageOf)).toEqual(['el', 'el', 'el'])
  expect(await rows(issueId)).toEqual(['2 submitted en first-language', '3 submitted el first-language'])
  expect(await outcomes(issueId)).toEqual(['el released'])
  expect(await readIssue(payload, issueId)).toMatchObject({ state: 'sent' })
})

test('who reads another language by the time theirs is let go gets that, or waits for it', async () => {
  await on.item.publish('fr')
  const [toFrench, toGerman, stays] = await on.newsletter.subscribe(3, ['el'])
  const issueId = await leftIssue({ locales: ['el', 'de'] })
  const moves = (email: string | undefined, locale: Locale) =>
    databaseOf(payload).execute(sql`update subscribers set locale = ${locale} where email = ${email}`)
  await moves(toFrench, 'fr')
  await moves(toGerman, 'de')
  await on.item.publish('el')
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
  await on.newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await letTimePass(issueId)

  expect(await issuesWithDueMails(databaseOf(payload))).toEqual([])
  expect(await work(issueId)).toEqual([])
  expect(await finishIssues(payload)).toEqual([])
  expect(await rows(issueId)).toEqual(['2 planned el first-language language-held'])
})

test('a day that is over moves no reader of a held language, who gets what comes of it tomorrow', async () => {
  await on.newsletter.subscribe(2, ['en'])
  await on.newsletter.subscribe(2, ['el'])
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
  await on.newsletter.subscribe(1, ['el'])
  await on.item.publish('el')
  const issueId = await leftIssue({ rule: 'skip' })

  expect(await rows(issueId)).toEqual(['1 planned el first-language'])
  expect(await outcomes(issueId)).toEqual(['el released'])
})

test('at the deadline readers get a further language of theirs, then the fallback edition', async () => {
  await on.newsletter.subscribe(2, ['el'], ['fr'])
  await on.newsletter.subscribe(1, ['el'])
  await on.item.publish('fr')
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
  await on.item.publish('el')
  await on.newsletter.subscribe(2, ['el'])
  const issueId = await on.newsletter.createIssue([
    { relationTo: 'news', value: on.item.id },
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
  await on.newsletter.subscribe(2, ['el'], ['fr'])
  await on.newsletter.subscribe(1, ['el'])
  await on.item.publish('fr')
  const issueId = await leftIssue({ afterwards: 'skip' })
  await letTimePass(issueId)
  await releaseLanguages(payload)

  expect(await rows(issueId)).toEqual(['1 skipped el language-left-out', '2 planned fr further-language'])
  expect(await outcomes(issueId)).toEqual(['el skipped'])
})

test('whoever waited for a language goes on to wait for another that is still held', async () => {
  await on.newsletter.subscribe(1, ['el'], ['de'])
  await on.newsletter.subscribe(1, ['en'])
  const issueId = await leftIssue({ locales: ['el', 'de'] })
  await letTimePass(issueId)
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual([
    '1 planned de further-language language-held',
    '1 planned en first-language',
  ])

  await on.item.publish('de')
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned de further-language', '1 planned en first-language'])
})

test('a language that is left out gives its readers a further language or nothing, and the row says which', async () => {
  await on.newsletter.subscribe(1, ['el'], ['en'])
  await on.newsletter.subscribe(2, ['el'])
  await on.newsletter.subscribe(1, ['pl'])
  const issueId = await leftIssue({ rule: 'skip' })

  expect(await rows(issueId)).toEqual([
    '1 planned en fallback-edition',
    '1 planned en further-language',
    '2 skipped el language-left-out',
  ])
})

test('readers of the fallback edition wait for it while it is held', async () => {
  await on.item.publish('fr')
  await on.item.saveDraft('en', {}, { unpublish: true })
  await on.newsletter.subscribe(1, ['pl'])
  await on.newsletter.subscribe(1, ['fr'])
  const issueId = await leftIssue({ locales: ['en'] })
  expect(await rows(issueId)).toEqual([
    '1 planned en fallback-edition language-held',
    '1 planned fr first-language',
  ])

  await on.item.publish('en')
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned en fallback-edition', '1 planned fr first-language'])
})

test('an issue of which all languages are held leaves, waits and is finished afterwards', async () => {
  await on.newsletter.subscribe(1, ['en'])
  const second = await createTestItem(payload)
  await second.publish('el')
  const issueId = await on.newsletter.createIssue([
    { relationTo: 'news', value: on.item.id },
    { relationTo: 'news', value: second.id },
  ])
  await payload.update({
    collection: 'newsletters',
    id: on.newsletter.id,
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

test('who was meant is counted when the issue leaves, and cannot be kept where the rows do not add up', async () => {
  await on.newsletter.subscribe(3, ['en', 'el'])
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
