import { getPayload, type Payload } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { readIssue } from '../../dissemination/issue-source.ts'
import { pauseForAlarm } from '../../dissemination/steer-issue.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { sentLetters } from '../../testing/sent-letter.ts'
import { issueNeeds } from '../dashboard/issue-needs.ts'
import { timedContext } from '../view-context.ts'
import { Returns } from './returns.tsx'

const context = timedContext({ i18n: { language: 'en' } }, 'UTC')

let payload: Payload
let issueId: string
let letters: string[]

beforeAll(async () => {
  payload = await getPayload({ config })
  const newsletter = await createTestNewsletter(payload)
  const { id } = await createTestItem(payload)
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: id }])
  const letter = { issueId, newsletterId: newsletter.id, submittedAt: new Date() }
  letters = await sentLetters(payload, [letter, letter])
  await databaseOf(payload).execute(sql`update issues set state = 'sending'`)
})
afterAll(() => payload.destroy())

async function shown(): Promise<string> {
  const issue = await readIssue(payload, issueId)
  if (issue === null) throw new Error('the issue of this test is not there')
  return renderToStaticMarkup(await Returns({ issue, payload, context }))
}

test('what came back of an issue is shown as soon as there is any', async () => {
  expect(await shown()).toBe('')

  await databaseOf(payload).execute(sql`
    update email_deliveries set bounced_at = now(), bounce_class = 'policy' where id = ${letters[0]}::uuid
  `)
  expect(await shown()).toContain('<dt>Refused by their rules</dt><dd>1</dd>')
})

test('an issue that was paused by itself waits on the dashboard, with the cause', async () => {
  expect(await issueNeeds(payload, context)).toEqual([])

  await pauseForAlarm(payload, issueId, 'refusals')
  expect(await issueNeeds(payload, context)).toMatchObject([
    {
      title: 'EMEN letter, issue 1 was paused by itself',
      consequence: 'Too many mail servers refuse mail from us.',
      isUrgent: true,
    },
  ])
})
