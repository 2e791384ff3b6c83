import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import type { SegmentCondition } from '../audience/segments/segment-condition.ts'
import { databaseOf, sql } from '../database/database.ts'
import { issueSegmentOf } from '../ledger/issue-segments.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { forecastAudience } from './forecast-audience.ts'
import { readIssue } from './issue-source.ts'
import { prepareIssue } from './prepare-issue.ts'
import { requestSend } from './request-send.ts'

const germans: SegmentCondition = { kind: 'first-language', values: ['de'] }

let payload: Payload
let newsletter: TestNewsletter

beforeAll(async () => {
  payload = await getPayload({ config })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying(`
      email_deliveries editions issue_segments subscriptions subscribers subscriber_facets facets
      suppressions issues segments
    `),
  )
  newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(6, ['de', 'en', 'fr'])
})

/** An issue in English that goes only to those who meet the condition. */
async function issueTo(condition: SegmentCondition) {
  const segment = await payload.create({
    collection: 'segments',
    data: { name: 'Readers', condition: { ...condition } },
  })
  const item = await createTestItem(payload)
  await item.publish('en')
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await payload.update({ collection: 'issues', id: issueId, data: { segment: segment.id } })
  return { issueId, segmentId: segment.id }
}

async function prepare(issueId: string) {
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
}

async function counts(issueId: string) {
  const { rows } = await databaseOf(payload).execute<{ line: string }>(sql`
    select concat_ws(' ', count(*), state, reason) as line from email_deliveries
    where issue_id = ${issueId} group by state, reason order by 1
  `)
  return rows.map(({ line }) => line)
}

test('who does not meet an issue’s segment is skipped with that reason; the others get the issue', async () => {
  const { issueId } = await issueTo(germans)
  await prepare(issueId)

  expect(await counts(issueId)).toEqual(['2 planned', '4 skipped not-in-segment'])
})

test('the forecast says how many are outside the segment, and keeps nothing', async () => {
  const { issueId } = await issueTo({ kind: 'not', of: germans })
  const issue = await readIssue(payload, issueId)
  const forecast = issue && (await forecastAudience(payload, issue))

  expect(forecast?.counts.map(({ people, localeReason, reason }) => [people, localeReason, reason])).toEqual([
    [2, 'fallback-edition', null],
    [2, 'first-language', null],
    [2, 'fallback-edition', 'not-in-segment'],
  ])
  expect(await counts(issueId)).toEqual([])
  expect(await issueSegmentOf(issueId, databaseOf(payload))).toBeNull()
})

test('what the segment said when the issue was frozen can be shown for good, whatever becomes of it', async () => {
  const { issueId, segmentId } = await issueTo(germans)
  await prepare(issueId)
  await payload.update({
    collection: 'segments',
    id: segmentId,
    data: { name: 'Others', condition: { kind: 'not', of: germans } },
  })

  expect(await issueSegmentOf(issueId, databaseOf(payload))).toMatchObject({
    segmentId,
    name: 'Readers',
    condition: germans,
  })
})

test('a condition that cannot be read sends the issue to nobody: it is a draft again and says why', async () => {
  const { issueId, segmentId } = await issueTo(germans)
  await databaseOf(payload).execute(sql`
    update segments set condition = '{"kind": "all", "of": []}' where id = ${segmentId}::uuid
  `)
  await prepare(issueId)

  expect(await payload.findByID({ collection: 'issues', id: issueId })).toMatchObject({
    state: 'draft',
    problem: 'bad-segment',
  })
  expect(await counts(issueId)).toEqual([])
})
