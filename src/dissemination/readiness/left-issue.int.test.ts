import { expect, test } from 'vitest'

import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { heldLanguages } from '../../testing/held-languages.ts'

const on = await heldLanguages()
const { payload, editor, leftIssue, work, rows, outcomes, letTimePass } = on
const { readUnsubscribeToken } = await import('../../audience/links.ts')
const { databaseOf, inTransaction, sql } = await import('../../database/database.ts')
const { changeHold } = await import('../../ledger/issue-languages.ts')
const { endSubscription } = await import('../../testing/end-subscription.ts')
const { prepareIssue } = await import('../prepare-issue.ts')
const { requestSend } = await import('../request-send.ts')
const { cancelIssue, pauseIssue, resumeIssue } = await import('../steer-issue.ts')
const { outdatedEditions } = await import('./outdated-editions.ts')
const { outdatedTranslations } = await import('./outdated-translations.ts')
const { releaseLanguages } = await import('./release-languages.ts')

test('two workers that let a language go at once let it go once', async () => {
  await on.newsletter.subscribe(4, ['el', 'de'])
  const issueId = await leftIssue({ locales: ['el', 'de'] })
  await on.item.publish('el')
  await letTimePass(issueId, 'de')
  await Promise.all([releaseLanguages(payload), releaseLanguages(payload), releaseLanguages(payload)])

  expect(await rows(issueId)).toEqual(['2 planned el first-language', '2 planned en fallback-edition'])
  expect(await outcomes(issueId)).toEqual(['de fell-back', 'el released'])
  expect(await work(issueId)).toHaveLength(4)
})

test('a worker that vanishes while it lets a language go has let nobody go', async () => {
  await on.newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await on.item.publish('el')
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
  await on.newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await pauseIssue(payload, issueId)
  await on.item.publish('el')
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['2 planned el first-language'])
  expect(await work(issueId)).toEqual([])

  await resumeIssue(payload, issueId)
  expect(await work(issueId)).toHaveLength(2)
})

test('of a cancelled issue no language is let go, and those who waited have a row that says so', async () => {
  await on.newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await cancelIssue(payload, issueId)
  await on.item.publish('el')
  await releaseLanguages(payload)

  expect(await rows(issueId)).toEqual(['2 skipped el first-language cancelled'])
  expect(await work(issueId)).toEqual([])
})

test('who leaves while their language is held gets nothing when it is let go', async () => {
  const [left] = await on.newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()
  await endSubscription(payload, left ?? '')
  await on.item.publish('el')
  await releaseLanguages(payload)

  expect(await work(issueId)).toHaveLength(1)
  expect(await rows(issueId)).toEqual([
    '1 skipped el first-language unsubscribed',
    '1 submitted el first-language',
  ])
})

test('an edition that was refused stays held, and readers fall back at the deadline', async () => {
  await on.newsletter.subscribe(1, ['el'])
  const issueId = await leftIssue()
  await on.item.publish('el')
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
  await on.newsletter.subscribe(1, ['el'])
  const issueId = await leftIssue()
  await payload.update({ collection: 'newsletters', id: on.newsletter.id, data: { locales: ['en', 'fr'] } })
  await on.item.publish('el')
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned el first-language language-held'])

  await letTimePass(issueId)
  await releaseLanguages(payload)
  expect(await rows(issueId)).toEqual(['1 planned en fallback-edition'])
})

test('an editor gives a held language more time, or ends the wait', async () => {
  await on.newsletter.subscribe(1, ['el'])
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

test('a mail names the newsletter that its reader gets the issue by, and one click leaves that one', async () => {
  const other = await createTestNewsletter(payload)
  await on.newsletter.subscribe(1, ['en'])
  const [reader] = await other.subscribe(1, ['en'])
  const issueId = await on.newsletter.createIssue([{ relationTo: 'news', value: on.item.id }])
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
  await on.item.publish('en', { teaser: 'Another teaser.' })
  expect(await outdatedEditions(issueId, databaseOf(payload))).toEqual([
    { locale: 'en', items: [{ collection: 'news', id: on.item.id, since: 'changed' }] },
  ])
  await on.item.publish('en', { teaser: 'A six-month programme, in en.' })
  expect(await outdatedEditions(issueId, databaseOf(payload))).toEqual([])
  await on.item.saveDraft('en', {}, { unpublish: true })
  expect(await outdatedEditions(issueId, databaseOf(payload))).toEqual([
    { locale: 'en', items: [{ collection: 'news', id: on.item.id, since: 'withdrawn' }] },
  ])
})

test('a language whose translation became outdated after it left is named, with the item, until it is translated', async () => {
  const outdated = (issueId: string) => outdatedTranslations(issueId, databaseOf(payload))
  await on.item.publish('el')
  const issueId = await leftIssue({ locales: [] })
  expect(await outdated(issueId)).toEqual([])
  await on.item.publish('en', { teaser: 'Another teaser.' })
  expect(await outdated(issueId)).toEqual([{ locale: 'el', titles: ['Mentoring starts (en)'] }])
  await on.item.publish('el', { teaser: 'Another teaser in Greek.' })
  expect(await outdated(issueId)).toEqual([])

  const later = await leftIssue({ locales: [] })
  expect(await outdated(later)).toEqual([])
})

test('what is withdrawn while the edition of a held language is rendered holds it again', async () => {
  await on.newsletter.subscribe(1, ['el'])
  const issueId = await leftIssue()
  await on.item.publish('el')
  let releasing: Promise<void> = Promise.resolve()
  await inTransaction(payload, async (transaction) => {
    await transaction.execute(sql`select from issues where id = ${issueId} for update`)
    releasing = releaseLanguages(payload)
    // Its edition is rendered, and it waits to be let go.
    await expect.poll(isSomebodyWaiting, { timeout: 30_000 }).toBe(true)
    await on.item.saveDraft('el', {}, { unpublish: true })
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

test('nobody can be left out without a reason', async () => {
  await on.newsletter.subscribe(1, ['en'])
  const issueId = await leftIssue()
  const unexplained = inTransaction(payload, (transaction) =>
    transaction.execute(
      sql`update email_deliveries set state = 'skipped', reason = null where issue_id = ${issueId}`,
    ),
  )
  await expect(unexplained).rejects.toThrow()
})
