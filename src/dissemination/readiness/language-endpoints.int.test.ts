import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { type Credentials, rest, signIn } from '../../testing/api.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { prepareIssue } from '../prepare-issue.ts'
import { requestSend } from '../request-send.ts'
import type { LanguageReadiness } from './issue-readiness.ts'
import { releaseLanguages } from './release-languages.ts'

let payload: Payload
let newsletter: TestNewsletter
let item: TestItem
let editor: Credentials
let translator: Credentials
let issueId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['de'] })
  await newsletter.subscribe(3, ['el'], ['en'])
  await newsletter.subscribe(2, ['en'])
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('email_deliveries editions issue_audiences issue_languages issues'),
  )
  item = await createTestItem(payload)
  await item.publish('en')
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
})

const path = () => `/issues/${issueId}/languages`

const decide = (body: unknown, as = editor) => rest(path(), { method: 'POST', as, body })

async function greek(): Promise<LanguageReadiness | undefined> {
  const { body } = await rest(path(), { as: editor })
  return body.languages.find(({ locale }: LanguageReadiness) => locale === 'el')
}

async function leave(): Promise<void> {
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
}

test('editors see what each language lacks, and how many readers it has', async () => {
  expect(await greek()).toEqual({
    locale: 'el',
    readers: 3,
    missing: [
      {
        kind: 'item',
        collection: 'news',
        id: item.id,
        title: 'Mentoring starts (en)',
        why: 'not-translated',
      },
      { kind: 'text', part: 'subject' },
    ],
    rule: 'fallback',
    decidedBy: null,
    deadline: null,
    afterwards: null,
    state: 'falls-back',
  })
  await item.publish('el')
  expect(await greek()).toMatchObject({ missing: [], state: 'ready', readers: 3 })
})

test('an editor decides for one issue, and may decide again until it leaves', async () => {
  const deadline = new Date(Date.now() + 7_200_000).toISOString()
  const { status, body } = await decide({ locale: 'el', rule: 'hold', deadline, afterwards: 'skip' })
  expect(status).toBe(200)
  expect(body.language).toMatchObject({ rule: 'hold', deadline, afterwards: 'skip', state: 'on-hold' })
  expect(typeof body.language.decidedBy).toBe('string')

  await decide({ locale: 'el', rule: 'skip' })
  expect(await greek()).toMatchObject({ rule: 'skip', deadline: null, afterwards: null, state: 'left-out' })
})

test.for([
  [{ locale: 'xx', rule: 'skip' }, 'locale'],
  [{ locale: 'pl', rule: 'skip' }, 'locale'],
  [{ locale: 'el', rule: 'burn' }, 'rule'],
  [{ locale: 'el', rule: 'hold', deadline: 'soon' }, 'deadline'],
  [{ locale: 'el', rule: 'hold', deadline: '2020-01-01T00:00:00Z' }, 'deadline'],
  [{ locale: 'el', rule: 'hold', afterwards: 'hold' }, 'afterwards'],
] as const)('what is decided wrongly is refused with its field: %o', async ([body, field]) => {
  expect(await decide(body)).toMatchObject({ status: 400, body: { field } })
})

test('only editors see and decide', async () => {
  expect((await rest(path())).status).toBe(401)
  expect((await rest(path(), { as: translator })).status).toBe(403)
  expect((await decide({ locale: 'el', rule: 'skip' }, translator)).status).toBe(403)
})

test('of an issue that left only a held language is decided about, and ending the wait ends it', async () => {
  await decide({ locale: 'el', rule: 'hold' })
  await leave()
  expect(await greek()).toMatchObject({ state: 'on-hold', readers: 3, decidedBy: expect.any(String) })
  expect(await decide({ locale: 'fr', rule: 'skip' })).toMatchObject({
    status: 409,
    body: { error: 'language-has-left', field: 'locale' },
  })

  expect((await decide({ locale: 'el', rule: 'skip' })).status).toBe(200)
  await releaseLanguages(payload)
  expect(await greek()).toMatchObject({ state: 'left-out' })
  expect((await decide({ locale: 'el', rule: 'hold' })).status).toBe(409)
})

test('whoever is in several newsletters gets one mail, by the first that nothing bars them from', async () => {
  const other = await createTestNewsletter(payload)
  await payload.update({ collection: 'issues', id: issueId, data: { alsoTo: [other.id] } })
  const database = databaseOf(payload)
  await database.execute(sql`delete from subscribers`)
  await database.execute(sql`delete from subscriptions`)
  const [both = '', left = ''] = await newsletter.subscribe(3, ['en'])
  await other.subscribe(2, ['en'])
  await database.execute(sql`
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select id, ${other.id}::uuid, 'confirmed', now() from subscribers where email in (${both}, ${left})
  `)
  await database.execute(sql`
    insert into suppressions (address_key, scope, reason) values (md5(${left}), ${newsletter.id}, 'unsubscribed')
  `)
  await leave()
  const { rows } = await database.execute<{ line: string }>(sql`
    select concat_ws(' ', count(*), state, case newsletter_id when ${newsletter.id} then 'own' else 'other' end) as line
    from email_deliveries group by state, newsletter_id order by 1
  `)

  expect(rows.map(({ line }) => line)).toEqual(['2 planned own', '3 planned other'])
})
