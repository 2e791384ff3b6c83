import { randomUUID } from 'node:crypto'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { resultsByCountry, resultsByLocale } from './issue-results.ts'

const issueId = randomUUID()
const [greece, italy] = [randomUUID(), randomUUID()]
const nothing = { delivered: 0, hard: 0, soft: 0, policy: 0, complained: 0 }

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  const rows = [
    { locale: 'en', countries: [greece, italy], delivered: true },
    { locale: 'en', countries: [greece], hard: true },
    { locale: 'en', countries: [] },
    { locale: 'el', countries: [greece], complained: true },
    { locale: 'el', countries: [], state: 'planned' },
  ].map((row) => ({
    state: 'submitted',
    delivered: false,
    hard: false,
    complained: false,
    ...row,
    id: randomUUID(),
  }))
  await databaseOf(payload).execute(sql`
    with row as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        id uuid, locale text, countries jsonb, state text, delivered boolean, hard boolean, complained boolean
      )
    ), people as (
      insert into subscribers (id, email, address_key, locale, further_locales, countries, status, confirmed_at)
      select id, id || '@example.org', id::text, locale, '[]'::jsonb,
        array(select jsonb_array_elements_text(countries)::uuid), 'active', now()
      from row
    )
    insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, locale, state, submitted_at, delivered_at,
      bounced_at, bounce_class, complained_at)
    select gen_random_uuid(), ${issueId}::uuid, id, gen_random_uuid(), locale, state,
      case when state = 'submitted' then now() end, case when delivered then now() end,
      case when hard then now() end, case when hard then 'hard' end, case when complained then now() end
    from row
  `)
})
afterAll(() => payload.destroy())

test('results by language are of mails that were accepted', async () => {
  expect(await resultsByLocale(issueId, databaseOf(payload))).toEqual([
    { ...nothing, locale: 'en', accepted: 3, delivered: 1, hard: 1 },
    { ...nothing, locale: 'el', accepted: 1, complained: 1 },
  ])
})

test('who chose several countries counts in each, who chose none or was erased under none', async () => {
  const erased = sql`update email_deliveries set subscriber_id = null where delivered_at is null and bounced_at is null
    and complained_at is null and state = 'submitted'`
  const byCountry = () => resultsByCountry(issueId, databaseOf(payload))
  const expected = [
    { ...nothing, country: greece, accepted: 3, delivered: 1, hard: 1, complained: 1 },
    { ...nothing, country: italy, accepted: 1, delivered: 1 },
    { ...nothing, country: null, accepted: 1 },
  ]

  expect(await byCountry()).toEqual(expected)
  await databaseOf(payload).execute(erased)
  expect(await byCountry()).toEqual(expected)
})
