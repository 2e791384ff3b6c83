import { randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { noWording } from '../../audience/consent-wording.ts'
import { moveSubscriber } from '../../audience/move-subscriber.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { sendingPace } from '../../ledger/issue-progress/sending-pace.ts'
import { waitingMails } from '../../ledger/issue-progress/waiting-mails.ts'
import { issuesWithDueMails } from '../../ledger/issue-report.ts'
import { decisionsOf } from '../../ledger/mail-decisions.ts'
import { REFUSED, refusedNetwork } from '../../testing/refused-network.ts'
import { lastMailAt } from '../pace/last-mail-at.ts'
import { cancelIssue, decideIssueMails, pauseIssue, resumeIssue } from '../steer-issue.ts'
import { sweep } from '../sweep.ts'

const { payload, run, issueTo, atServer, counts, issueNow, actor, holdsOf, decide } = await refusedNetwork()

test('the cause mended, all leave: those that waited and those that were refused', async () => {
  const issueId = await issueTo({ 'large.example': 12, 'quick.example': 3 })
  {
    await using at = await atServer({ 'large.example': REFUSED })
    await at.work(issueId)
  }
  expect(await decide(issueId, 'domain-again')).toBe(12)
  expect(await holdsOf(issueId)).toEqual([])
  await using mended = await atServer({})
  await mended.work(issueId)

  expect(await counts()).toEqual(['12 large.example submitted', '3 quick.example submitted'])
  expect(mended.server.mails()).toHaveLength(12)
  expect(await issueNow(issueId)).toMatchObject({ state: 'sent' })
  expect(await decisionsOf(issueId, databaseOf(payload))).toMatchObject([
    { what: 'domain-again', mails: 12, actor },
  ])
})

test('no worker is woken for those who wait for a person, but for whoever moved away from there', async () => {
  const issueId = await issueTo({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const due = () => issuesWithDueMails(databaseOf(payload))
  expect(await due()).toEqual([])
  await run(sql`
    update email_deliveries set domain = 'quick.example' where id in (
      select id from email_deliveries where state = 'planned' limit 1
    )
  `)
  expect(await due()).toEqual([issueId])
  await run(sql`update email_deliveries set domain = 'large.example'`)
  await decide(issueId, 'domain-again')
  expect(await due()).toEqual([issueId])
})

test('not mended, they are held again after three', async () => {
  const issueId = await issueTo({ 'large.example': 20 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  await decide(issueId, 'domain-again')
  await at.work(issueId)
  const [refused, held] = await counts()
  expect(refused).toMatch(/^[345] large.example failed policy$/)
  expect(held).toMatch(/^1[567] large.example planned domain-held$/)
})

test('given up, nobody there gets it, each with a row that says why, and the issue ends', async () => {
  const issueId = await issueTo({ 'large.example': 12, 'quick.example': 3 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const waiting = (await holdsOf(issueId))[0]?.waiting ?? 0
  expect(await decide(issueId, 'domain-given-up')).toBe(waiting)
  await at.work(issueId)

  expect(await counts()).toEqual([
    `${12 - waiting} large.example failed policy`,
    `${waiting} large.example skipped domain-given-up`,
    '3 quick.example submitted',
  ])
  expect(await issueNow(issueId)).toMatchObject({ state: 'sent' })
  expect(await decide(issueId, 'domain-again')).toBeNull()
})

test('when an issue is over nothing is kept of whom it left alone', async () => {
  const issueId = await issueTo({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  await sweep(payload)
  const kept = async () => (await run(sql`select 1 from domain_holds`)).rows.length
  const underWay = await kept()
  await decide(issueId, 'domain-given-up')
  await at.work(issueId)
  await sweep(payload)
  expect([underWay, await kept()]).toEqual([1, 0])
})

test('when the last mail leaves is not foretold of those who wait for a person', async () => {
  const issueId = await issueTo({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const database = databaseOf(payload)
  const [waiting, pace] = [await waitingMails(issueId, database), await sendingPace(issueId, database)]
  expect(waiting).toMatchObject([{ reason: 'domain-held', until: null }])
  const full = { ...pace, steps: pace.steps.map(() => 100) }
  expect(await lastMailAt(issueId, { pace: full, waiting }, database)).toBeNull()
})

test('pausing changes nothing about it, and who is sent again there waits as well', async () => {
  const issueId = await issueTo({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  await pauseIssue(payload, issueId)
  await resumeIssue(payload, issueId)
  await decideIssueMails(payload, { issueId, what: 'again', state: 'failed', reason: null, actor })
  await at.work(issueId)
  expect(await counts()).toEqual(['12 large.example planned domain-held'])
})

test('a cancelled issue leaves nobody waiting', async () => {
  const issueId = await issueTo({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  await cancelIssue(payload, issueId)
  expect((await counts()).map((row) => row.replace(/^\d+ /, ''))).toEqual([
    'large.example failed policy',
    'large.example skipped cancelled',
  ])
  expect(await decide(issueId, 'domain-again')).toBeNull()
})

test('who moves to another address gets it there', async () => {
  const issueId = await issueTo({ 'large.example': 12 })
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  const { rows } = await run(sql`
    select person.id, person.address_key as key from subscribers person
    join email_deliveries d on d.subscriber_id = person.id where d.state = 'planned' limit 1
  `)
  const to = { address: 'moved@quick.example', canonical: 'moved@quick.example' }
  const move = { subscriberId: String(rows[0]?.id), from: String(rows[0]?.key), to, tokenId: randomUUID() }
  const moved = await inTransaction(payload, (transaction) =>
    moveSubscriber(move, { wording: noWording('en'), now: new Date() }, transaction),
  )
  expect([moved, (await counts()).includes('1 quick.example planned')]).toEqual(['moved', true])
  await at.work(issueId)
  expect(await counts()).toContain('1 quick.example submitted')
})

test('who waits for their language waits at a held domain as well, once it is ready', async () => {
  const issueId = await issueTo({ 'large.example': 12 })
  await run(sql`
    update email_deliveries set edition_id = null, reason = 'language-held', due_at = now() + interval '1 day'
    where id in (select id from email_deliveries limit 4)
  `)
  await using at = await atServer({ 'large.example': REFUSED })
  await at.work(issueId)
  expect(await counts()).toContain('4 large.example planned language-held')
  await run(sql`
    update email_deliveries set edition_id = (select id from editions limit 1), reason = null, due_at = now()
    where reason = 'language-held'
  `)
  await at.work(issueId)
  const [refused, held] = await counts()
  expect(held).toBe(`${12 - Number.parseInt(refused ?? '', 10)} large.example planned domain-held`)
})
