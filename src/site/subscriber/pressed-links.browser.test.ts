import { expect, test } from 'vitest'

import { confirmationToken } from '../../audience/confirmation-token.ts'
import { preferencesPath, unsubscribeUrl } from '../../audience/links.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { visitor } from '../../testing/browser.ts'
import { signUpPages } from '../../testing/sign-up-pages.ts'

const { url, payload, newsletterId } = await signUpPages()

/** Every table's rows, as far as people are concerned. */
const kept = async () => {
  const { rows } = await databaseOf(payload).execute(sql`
    select (select jsonb_agg(s order by s.id) from subscribers s) as subscribers,
      (select jsonb_agg(t order by t.subscriber_id, t.newsletter_id) from subscriptions t) as subscriptions,
      (select count(*) from consent_events) as consents, (select count(*) from suppressions) as suppressions`)
  return rows[0]
}

async function createReader(): Promise<string> {
  const { rows } = await databaseOf(payload).execute<{ id: string }>(sql`
    with person as (
      insert into subscribers (id, email, address_key, locale, status, confirmed_at)
      values (gen_random_uuid(), 'reader@example.org', md5(random()::text), 'en', 'active', now()) returning id
    )
    insert into subscriptions (subscriber_id, newsletter_id, state, confirmed_at)
    select id, ${newsletterId}::uuid, 'confirmed', now() from person returning subscriber_id as id`)
  return rows[0]?.id ?? ''
}

test('asking for a link in any way but pressing its button changes nothing, over the wire', async () => {
  const subscriberId = await createReader()
  const address = { address: 'link@example.org', canonical: 'link@example.org' }
  const wanted = {
    address,
    locale: 'en',
    furtherLocales: [],
    newsletterIds: [newsletterId],
    follows: [],
  } as const
  const paths = [
    `/en/confirm/${confirmationToken({ ...wanted, interests: null }, new Date())}`,
    new URL(unsubscribeUrl({ subscriberId, list: newsletterId })).pathname,
    preferencesPath(subscriberId),
    '/en/subscribe',
    '/en/subscribe/embed',
    '/subscribe.json',
  ]
  const before = await kept()
  await using person = await visitor()
  for (const path of paths) {
    for (const [method, headers] of [
      ['GET', {}],
      ['GET', { 'Sec-Purpose': 'prefetch', Purpose: 'prefetch' }],
      ['HEAD', {}],
      ['OPTIONS', {}],
    ] as const) {
      const answer = await fetch(`${url}${path}`, { method, headers, redirect: 'manual' })
      expect([method, path, answer.status < 300, answer.headers.get('Set-Cookie')]).toEqual([
        method,
        path,
        true,
        null,
      ])
    }
    await person.page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  }
  expect(await kept()).toEqual(before)
})

test.for([
  ['urlencoded', ''],
  ['multipart', ''],
  ['urlencoded', '/'],
] as const)(
  'one click by a mail program (%s, with “%s” behind the link) is done at once',
  async ([as, slash]) => {
    const subscriberId = await createReader()
    const link = `${url}${new URL(unsubscribeUrl({ subscriberId, list: newsletterId })).pathname}${slash}`
    const form = new FormData()
    form.append('List-Unsubscribe', 'One-Click')
    const bodies = { urlencoded: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), multipart: form }
    const click = async () => {
      const answer = await fetch(link, { method: 'POST', body: bodies[as], redirect: 'manual' })
      return [answer.status, answer.headers.get('Set-Cookie'), await answer.text()]
    }

    expect(await click()).toEqual([200, null, ''])
    expect(await click()).toEqual([200, null, ''])
    const { rows } = await databaseOf(payload).execute(sql`
    select state, ended_how from subscriptions where subscriber_id = ${subscriberId}::uuid`)
    expect(rows).toEqual([{ state: 'ended', ended_how: 'one-click' }])
  },
)
