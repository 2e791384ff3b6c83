import { beforeEach, expect, test } from 'vitest'

import type { Locale } from '../i18n/locales.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter, journeyLocales } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { mailedProduct } from '../testing/mailed-product.ts'

const { smtp, payload, ownTransport } = await mailedProduct()
const { databaseOf, inTransaction, sql } = await import('../database/database.ts')
const { forecastAudience } = await import('./forecast-audience.ts')
const { readIssue } = await import('./issue-source.ts')
const { prepareIssue } = await import('./prepare-issue.ts')
const { requestSend } = await import('./request-send.ts')
const { sendIssue } = await import('./send-issue.ts')

beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('email_deliveries email_batches editions subscriptions subscribers suppressions issues'),
  )
})

async function publishedItem(locales: readonly Locale[]) {
  const item = await createTestItem(payload)
  for (const locale of locales) await item.publish(locale)
  return { relationTo: 'news', value: item.id } as const
}

/** Presses the button and lets two workers do the rest. */
async function send(issueId: string) {
  const from = smtp.mails().length
  expect(await requestSend(payload, issueId)).toBe(true)
  await prepareIssue(payload, issueId)
  await work(issueId)
  return smtp.mails().slice(from)
}

async function work(issueId: string) {
  const settings = { transport: ownTransport(), signal: new AbortController().signal }
  await Promise.all([sendIssue(payload, issueId, settings), sendIssue(payload, issueId, settings)])
}

async function counts(issueId: string) {
  const { rows } = await databaseOf(payload).execute<Record<string, string | number | null>>(sql`
    select state, locale, locale_reason, reason, count(*)::int as people from email_deliveries
    where issue_id = ${issueId} group by 1, 2, 3, 4 order by 1, 2, 3, 4
  `)
  return rows.map((row) =>
    [row.people, row.state, row.locale, row.locale_reason, row.reason]
      .filter((part) => part !== null)
      .join(' '),
  )
}

const languageOf = (raw: Buffer) => /^Content-Language: (.+)$/m.exec(raw.toString('latin1'))?.[1]?.trim()

test('200 people in eight languages each get one mail, in their own language', async () => {
  const newsletter = await createTestNewsletter(payload)
  const addresses = await newsletter.subscribe(200, journeyLocales)
  const issueId = await newsletter.createIssue([await publishedItem(journeyLocales)])
  const mails = await send(issueId)

  expect(mails.map(({ to }) => to).sort()).toEqual([...addresses].sort())
  const wrong = mails.filter(({ to, raw }) => {
    const wanted = journeyLocales[addresses.indexOf(to) % journeyLocales.length]
    return languageOf(raw) !== wanted
  })
  expect(wrong).toEqual([])
  expect(await counts(issueId)).toEqual(
    [...journeyLocales].sort().map((locale) => `25 submitted ${locale} first-language`),
  )
  expect(await readIssue(payload, issueId)).toMatchObject({ state: 'sent' })
})

test('who lacks an edition in the first language gets a further one, then the fallback edition; the rows say which', async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(1, ['el'], ['fr'])
  await newsletter.subscribe(1, ['pl'])
  await newsletter.subscribe(1, ['en'])
  const issueId = await newsletter.createIssue([await publishedItem(['en', 'fr'])])
  const mails = await send(issueId)
  const told = mails.map(({ raw }) => [languageOf(raw), raw.includes('<div lang=3D"pl"')])

  expect(told.sort()).toEqual([
    ['en', false],
    ['en', true],
    ['fr', false],
  ])
  expect(await counts(issueId)).toEqual([
    '1 submitted en fallback-edition',
    '1 submitted en first-language',
    '1 submitted fr further-language',
  ])
})

test('who has chosen another language since an issue left is not told that it does not come in it', async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(1, ['pl'])
  await newsletter.subscribe(1, ['hr'])
  const issueId = await newsletter.createIssue([await publishedItem(['en', 'fr'])])
  const from = smtp.mails().length
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  await databaseOf(payload).execute(sql`update subscribers set locale = 'fr' where locale = 'hr'`)
  await work(issueId)
  const told = smtp.mails().slice(from)

  expect(
    told.map(({ raw }) => /<div lang=3D"(\w+)" dir/.exec(raw.toString('latin1'))?.[1] ?? null).sort(),
  ).toEqual([null, 'pl'])
})

test('a reader of Dari gets the Persian edition, which they read, and it is theirs', async () => {
  const newsletter = await createTestNewsletter(payload)
  await payload.updateGlobal({ slug: 'network', data: { enabledLocales: ['en', 'fa'] } })
  await payload.update({ collection: 'newsletters', id: newsletter.id, data: { locales: ['en', 'fa'] } })
  await payload.update({
    collection: 'newsletters',
    id: newsletter.id,
    locale: 'fa',
    data: { name: 'نامه', fromName: 'EMEN' },
  })
  await newsletter.subscribe(1, ['fa-AF'])
  const issueId = await newsletter.createIssue([await publishedItem(['en', 'fa'])])
  await send(issueId)

  expect(await counts(issueId)).toEqual(['1 submitted fa first-language'])
})

test('where the fallback edition is not there either, the network says which is next', async () => {
  const newsletter = await createTestNewsletter(payload)
  await payload.updateGlobal({ slug: 'network', data: { fallbackLocales: ['el', 'fr'] } })
  await newsletter.subscribe(1, ['pl'])
  const issueId = await newsletter.createIssue([await publishedItem(['fr'])])
  await send(issueId)
  await payload.updateGlobal({ slug: 'network', data: { fallbackLocales: [] } })

  expect(await counts(issueId)).toEqual(['1 submitted fr fallback-edition'])
})

test('where the newsletter says so, nobody gets a letter in a language they do not read, and the row says why', async () => {
  const newsletter = await createTestNewsletter(payload, { editionFallback: 'skip' })
  await newsletter.subscribe(1, ['pl'])
  const issueId = await newsletter.createIssue([await publishedItem(['en'])])

  expect(await send(issueId)).toEqual([])
  expect(await counts(issueId)).toEqual(['1 skipped no-edition-in-language'])
})

test('an item that lacks the edition’s language is labelled with its own, or left out, as the newsletter says', async () => {
  const both = await publishedItem(['en', 'fr'])
  const english = await publishedItem(['en'])
  const labelling = await createTestNewsletter(payload)
  await labelling.subscribe(1, ['fr'])
  const [labelled] = await send(await labelling.createIssue([both, english]))
  const leaving = await createTestNewsletter(payload, { itemFallback: 'leave-out' })
  await leaving.subscribe(1, ['fr'])
  const [left] = await send(await leaving.createIssue([both, english]))

  expect(labelled?.parsed.html).toMatch(/<div[^>]*lang="en"[^>]*>(?:(?!<\/div>).)*Mentoring starts \(en\)/s)
  expect(left?.parsed.html).toContain('Mentoring starts (fr)')
  expect(left?.parsed.html).not.toContain('Mentoring starts (en)')
})

test('who paused or left meanwhile, or must not get mail, is skipped with the reason', async () => {
  const newsletter = await createTestNewsletter(payload)
  const [paused, left, suppressed] = await newsletter.subscribe(3, ['en'])
  const database = databaseOf(payload)
  await database.execute(
    sql`update subscribers set paused_until = now() + interval '1 day' where email = ${paused}`,
  )
  await database.execute(sql`
    insert into suppressions (address_key, scope, reason) values (md5(${suppressed}), 'global', 'complaint')
  `)
  const issueId = await newsletter.createIssue([await publishedItem(['en'])])
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  await database.execute(sql`
    update subscriptions set state = 'ended' where subscriber_id = (select id from subscribers where email = ${left})
  `)
  await work(issueId)

  expect(await counts(issueId)).toEqual([
    '1 skipped en first-language paused',
    '1 skipped en first-language suppressed',
    '1 skipped en first-language unsubscribed',
  ])
})

test('pressing "Send" twice sends once', async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(3, ['en'])
  const issueId = await newsletter.createIssue([await publishedItem(['en'])])
  const pressed = await Promise.all([requestSend(payload, issueId), requestSend(payload, issueId)])
  const from = smtp.mails().length
  await Promise.all([prepareIssue(payload, issueId), prepareIssue(payload, issueId)])
  await work(issueId)

  expect(pressed.toSorted()).toEqual([false, true])
  expect(smtp.mails().slice(from)).toHaveLength(3)
})

test('the forecast is what sending then does, and changes nothing', async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(10, ['en', 'fr', 'pl'])
  const issueId = await newsletter.createIssue([await publishedItem(['en', 'fr'])])
  const issue = await readIssue(payload, issueId)
  const forecast = issue && (await forecastAudience(payload, issue))

  expect(await counts(issueId)).toEqual([])
  await send(issueId)
  expect(
    forecast?.counts.map(({ people, locale, localeReason }) => `${people} ${locale} ${localeReason}`),
  ).toEqual(['3 en fallback-edition', '4 en first-language', '3 fr first-language'])
  expect(await counts(issueId)).toEqual([
    '3 submitted en fallback-edition',
    '4 submitted en first-language',
    '3 submitted fr first-language',
  ])
})

test('an issue whose items are public nowhere becomes a draft again and says why', async () => {
  const newsletter = await createTestNewsletter(payload)
  const issueId = await newsletter.createIssue([await publishedItem([])])
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)

  expect(await payload.findByID({ collection: 'issues', id: issueId })).toMatchObject({
    state: 'draft',
    problem: 'no-edition',
  })
})

test('a mail that may have been accepted is unconfirmed, and nobody gets a second one', async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(1, ['en'])
  const issueId = await newsletter.createIssue([await publishedItem(['en'])])
  smtp.failNext({ at: 'accepted', hangUp: true })
  const mails = await send(issueId)
  await work(issueId)

  expect(mails).toHaveLength(1)
  expect(await counts(issueId)).toEqual(['1 unconfirmed en first-language no-answer'])
})

test('what is stored as an address and is none fails by itself and holds nobody up', async () => {
  const newsletter = await createTestNewsletter(payload)
  const [broken] = await newsletter.subscribe(7, ['en'])
  await databaseOf(payload).execute(sql`update subscribers set email = 'no address' where email = ${broken}`)
  const issueId = await newsletter.createIssue([await publishedItem(['en'])])

  expect(await send(issueId)).toHaveLength(6)
  expect(await counts(issueId)).toEqual([
    '1 failed en first-language address-rejected',
    '6 submitted en first-language',
  ])
})

test('a server that asks for patience gets the mail later', async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(1, ['en'])
  const issueId = await newsletter.createIssue([await publishedItem(['en'])])
  smtp.failNext({ at: 'rcpt', answer: '450 4.2.1 try again' })
  expect(await send(issueId)).toEqual([])
  expect(await counts(issueId)).toEqual(['1 planned en first-language busy'])

  await databaseOf(payload).execute(sql`update email_deliveries set due_at = now()`)
  await work(issueId)
  expect(await counts(issueId)).toEqual(['1 submitted en first-language'])
})

test('each mail can be left with one click and brings the acknowledgement’s place, its language and no tracker', async () => {
  const newsletter = await createTestNewsletter(payload)
  await newsletter.subscribe(1, ['ar'])
  const [mail] = await send(await newsletter.createIssue([await publishedItem(['ar'])]))
  // Long headers are folded (RFC 5322, section 2.2.3).
  const head = mail?.raw.toString('latin1').replace(/\r\n /g, ' ') ?? ''

  expect(head).toMatch(/^List-Unsubscribe: <http/m)
  expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  expect(mail?.parsed.html).toMatch(/<html[^>]*lang="ar"[^>]*dir="rtl"/)
  const pictures = [...(mail?.parsed.html ?? '').matchAll(/<img[^>]*src="([^"]+)"/g)].map(([, src]) => src)
  expect(pictures.filter((src) => src?.includes('?'))).toEqual([])
})

test('what is withdrawn while an issue is rendered is in none of its editions', async () => {
  const [stays, goes] = [await createTestItem(payload), await createTestItem(payload)]
  await stays.publish('en', { title: 'Stays' })
  await goes.publish('en', { title: 'Goes' })
  const newsletter = await createTestNewsletter(payload)
  const issueId = await newsletter.createIssue([
    { relationTo: 'news', value: stays.id },
    { relationTo: 'news', value: goes.id },
  ])
  await requestSend(payload, issueId)
  let preparing: Promise<void> = Promise.resolve()
  await inTransaction(payload, async (transaction) => {
    await transaction.execute(sql`select from issues where id = ${issueId} for update`)
    preparing = prepareIssue(payload, issueId)
    // Its editions are rendered, and it waits to be moved on.
    await expect.poll(isSomebodyWaiting, { timeout: 30_000 }).toBe(true)
    await goes.saveDraft('en', {}, { unpublish: true })
  })
  await preparing
  const { rows } = await databaseOf(payload).execute<{ html: string }>(sql`
    select html from editions where issue_id = ${issueId}
  `)

  expect(rows.map(({ html }) => [html.includes('Stays'), html.includes('Goes')])).toEqual([[true, false]])
})

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await databaseOf(payload).execute(sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  `)
  return rows.length > 0
}
