import { beforeAll, expect, test } from 'vitest'

import { databaseOf, sql } from '../../../database/database.ts'
import { adminPage } from '../../../testing/admin-page.ts'
import { accessibilityFindings, picture } from '../../../testing/browser.ts'
import { createTestItem } from '../../../testing/create-item.ts'
import { createTestNewsletter } from '../../../testing/create-newsletter.ts'

const { url, payload, person, page, enrol, signIn } = await adminPage()
const editor = await enrol({ email: 'cockpit@example.org', name: 'Eva Editor', roles: ['editor'] })

/** Nothing of it is due, so that it stands still while it is looked at. Times in seconds. */
const groups = [
  { people: 30, locale: 'en', state: 'submitted', spread: 110 },
  { people: 21, locale: 'fr', state: 'submitted', spread: 110 },
  { people: 6, locale: 'ar', state: 'submitted', spread: 110 },
  { people: 2, locale: 'fr', state: 'submitting' },
  { people: 5, locale: 'fr', state: 'planned', reason: 'busy', dueIn: 1800 },
  { people: 9, locale: 'el', state: 'planned', reason: 'language-held', dueIn: 7200 },
  { people: 12, locale: 'ar', state: 'planned', dueIn: 3600 },
  { people: 2, locale: 'en', state: 'unconfirmed', reason: 'no-answer' },
  { people: 1, locale: 'ar', state: 'unconfirmed', reason: 'worker-vanished' },
  { people: 2, locale: 'en', state: 'failed', reason: 'address-rejected' },
  { people: 1, locale: 'fr', state: 'failed', reason: 'policy' },
  { people: 5, locale: null, state: 'skipped', reason: 'paused' },
  { people: 2, locale: null, state: 'skipped', reason: 'suppressed' },
] as const
const ALL = groups.reduce((sum, { people }) => sum + people, 0)

let issueId = ''

beforeAll(async () => {
  const newsletter = await createTestNewsletter(payload)
  const { id } = await createTestItem(payload)
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: id }])
  await enter(newsletter.id)
  await signIn(editor)
})
async function enter(newsletterId: string): Promise<void> {
  const database = databaseOf(payload)
  await database.execute(sql`
    insert into email_deliveries
      (id, issue_id, subscriber_id, newsletter_id, edition_id, domain, locale, state, reason, due_at, submitted_at, updated_at)
    select gen_random_uuid(), ${issueId}::uuid, gen_random_uuid(), ${newsletterId}::uuid,
      case when reason is distinct from 'language-held' then gen_random_uuid() end,
      case when n % 4 = 0 then 'mail.example' when n % 17 = 0 then 'few.example' else 'example.org' end,
      locale, state, reason, now() + make_interval(secs => coalesce("dueIn", 0)),
      now() - make_interval(secs => spread * n / people), now()
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as row
      (people int, locale text, state text, reason text, "dueIn" float, spread float), generate_series(1, people) n
  `)
  await database.execute(sql`
    insert into issue_audiences (issue_id, candidates, recipients, excluded)
    values (${issueId}::uuid, ${ALL}, ${ALL - 7}, 7)
  `)
  await database.execute(sql`
    insert into issue_languages (issue_id, locale, rule, deadline, afterwards)
    values (${issueId}::uuid, 'el', 'hold', now() + interval '2 hours', 'fallback')
  `)
  await database.execute(sql`
    with batch as (
      insert into email_batches (id, issue_id, edition_id, transport, payload_hash, first_attempt_at, attempts, due_at)
      values (gen_random_uuid(), ${issueId}::uuid, gen_random_uuid(), 'resend', 'x', now(), 1, now() + interval '1 hour')
      returning id
    )
    update email_deliveries set batch_id = batch.id from batch where issue_id = ${issueId}::uuid and state = 'submitting'
  `)
  await database.execute(sql`update issues set state = 'sending' where id = ${issueId}::uuid`)
}

const open = async (): Promise<void> => {
  await page.goto(`${url}/admin/collections/issues/${issueId}/send`, { waitUntil: 'networkidle' })
}
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor()
const row = async (region: string, name: string): Promise<string> =>
  (await page.getByRole('region', { name: region }).getByRole('row', { name }).first().textContent()) ?? ''

test('the cockpit says how far an issue is, what it waits for, and that the books balance', async () => {
  await open()
  await heading('Sending, 57 of 91')

  await page.getByText(`57 + 2 + 26 + 3 + 3 = 91`).waitFor()
  await page.getByText(/At this pace the last mail leaves at about|cannot be known yet/).waitFor()
  expect(await row('By language', 'Ελληνικά')).toMatch(/On hold until .* then it falls back/)
  expect(await row('By language', 'English')).toMatch(/Done \d\d:\d\d/)
  expect(await row('By mail domain', 'example.org')).toMatch(/example\.org\d+/)
  expect(await page.getByText('few.example').count()).toBe(0)
  await heading('2 mails wait for an answer')
  await heading('3 are unconfirmed')
  await heading('Waiting, and why: 26')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'cockpit')
})

/** Whoever takes mail for a domain refuses us: what is planned for it waits for somebody. */
async function refuse(): Promise<void> {
  const database = databaseOf(payload)
  await database.execute(sql`
    insert into email_deliveries (id, issue_id, subscriber_id, newsletter_id, edition_id, domain, locale, state, reason)
    select gen_random_uuid(), ${issueId}::uuid, gen_random_uuid(), gen_random_uuid(), null, domain, 'fr',
      case when n <= 3 then 'failed' else 'planned' end, case when n <= 3 then 'policy' else 'domain-held' end
    from (values ('strict.example', 14), ('tiny.example', 4)) as refusing (domain, people), generate_series(1, people) n
  `)
  await database.execute(sql`
    update issue_audiences set candidates = candidates + 18, recipients = recipients + 18 where issue_id = ${issueId}::uuid
  `)
  await database.execute(sql`
    insert into domain_holds (id, issue_id, mx_group, code) values
      (gen_random_uuid(), ${issueId}::uuid, 'strict.example', '550 5.7.26'),
      (gen_random_uuid(), ${issueId}::uuid, 'tiny.example', null)
  `)
}

test('who refuses us waits for a decision, each with its own, and no small domain is named', async () => {
  await refuse()
  await open()
  await heading('12 mails wait for you: their domains refuse us')
  const panel = page.getByRole('region', { name: '12 mails wait for you' })
  expect(await panel.textContent()).toContain('strict.example')
  expect(await panel.textContent()).toContain('550 5.7.26')
  expect(await panel.textContent()).not.toContain('tiny.example')
  expect(await row('By mail domain', 'strict.example')).toContain('Refuses us: waits for you')
  await page.getByText('Waits for a decision: their domain refuses us').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'cockpit-refusing')

  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  await page.setViewportSize({ width: 1440, height: 2400 })
  await open()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'cockpit-refusing-ar')
  await person.clearCookies({ name: 'payload-lng' })
  await page.setViewportSize({ width: 390, height: 800 })
  await open()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  // Also on a phone each cause has its number.
  const numbers = page.locator('.em-reasons .em-end')
  expect(await numbers.count()).toBeGreaterThan(8)
  for (const number of await numbers.all()) expect(await number.isVisible()).toBe(true)
  await picture(page, 'cockpit-refusing-390')
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('a domain is given up after a question, and another one tried again at once', async () => {
  await open()
  await page.getByRole('button', { name: 'Give up on them A domain with few readers' }).click()
  await page.getByText('1 reader there does not get this issue, for good.').waitFor()
  await page.getByRole('button', { name: 'Yes' }).click()
  await heading('11 mails wait for you: their domains refuse us')
  await page.getByRole('button', { name: 'Mended: send to them again strict.example' }).click()
  await page.getByText('Eva Editor had 11 mails leave for a domain that had refused them').waitFor()
  expect(await page.getByRole('heading', { name: /refuse us/ }).count()).toBe(0)
  await databaseOf(payload).execute(sql`
    delete from email_deliveries where issue_id = ${issueId}::uuid and domain in ('strict.example', 'tiny.example')
  `)
  await databaseOf(payload).execute(sql`
    update issue_audiences set candidates = candidates - 18, recipients = recipients - 18 where issue_id = ${issueId}::uuid
  `)
})

test('mails are asked about again under their own keys with one press', async () => {
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/ask-again'))
  await page.getByRole('button', { name: 'Ask again with the same keys' }).click()

  expect((await asked).status()).toBe(200)
})

test('about one mail is decided with the keyboard, and no address is on the page', async () => {
  expect(await page.locator('body').textContent()).not.toContain('reader1@')
  const list = page.getByRole('table', { name: 'Mails in doubt, one by one' })
  const first = list.getByRole('button', { name: /^Take as arrived/ }).first()
  await first.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Yes' }).waitFor()
  await page.keyboard.press('Escape')
  await first.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')

  await heading('2 are unconfirmed')
  await heading('Sending, 58 of 91')
  await page.getByText('Eva Editor took 1 mail as arrived').waitFor()
})

test('all mails in doubt for one reason are decided about together', async () => {
  await page.getByRole('button', { name: /^Take them as arrived All of them/ }).click()
  await page.getByRole('button', { name: 'Yes' }).click()

  await heading('Sending, 60 of 91')
  expect(await page.getByRole('heading', { name: /unconfirmed/ }).count()).toBe(0)
})

test('in the dark, in Arabic and on a phone nothing is lost', async () => {
  await person.addCookies([{ name: 'payload-theme', value: 'dark', url }])
  await open()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'cockpit-dark')
  await person.clearCookies({ name: 'payload-theme' })

  await person.addCookies([{ name: 'payload-lng', value: 'ar', url }])
  // As high as the page: Chromium leaves blank what lies below in a picture of a page from right to left.
  await page.setViewportSize({ width: 1440, height: 1700 })
  await open()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe('rtl')
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'cockpit-ar')
  await person.clearCookies({ name: 'payload-lng' })

  await page.setViewportSize({ width: 390, height: 800 })
  await open()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await picture(page, 'cockpit-390')
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('whoever leaves a question with the keyboard stands where they asked', async () => {
  await open()
  await page.getByRole('button', { name: 'Cancel the issue' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Yes, cancel it' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel the issue')
})

test('a language on hold is shown as it would be sent, and given more time, while others are under way', async () => {
  await open()
  const languages = page.getByRole('region', { name: 'By language' })
  await languages
    .getByRole('row', { name: 'Ελληνικά' })
    .getByRole('link', { name: 'Decide in the preview' })
    .click()
  const tile = page.getByRole('article', { name: 'Ελληνικά' })
  await tile.getByText('On hold', { exact: true }).waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
  await tile.locator('summary').click()
  await tile.getByLabel('Hold until').fill('2031-02-18T08:00')
  const decided = page.waitForResponse((answer) => answer.url().endsWith(`/api/issues/${issueId}/languages`))
  await tile.getByRole('button', { name: 'Save' }).click()

  expect((await decided).status()).toBe(200)
  const { rows } = await databaseOf(payload).execute<{ deadline: string }>(
    sql`select deadline from issue_languages where issue_id = ${issueId}::uuid and locale = 'el'`,
  )
  expect(rows.map(({ deadline }) => new Date(deadline).getUTCFullYear())).toEqual([2031])
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'preview-on-hold')
})

test('it is paused, resumed and, asked once and told how many have it, cancelled', async () => {
  await open()
  await page.getByRole('button', { name: 'Pause' }).click()
  await heading('Paused after 60 of 91')
  await page.getByRole('button', { name: 'Resume' }).click()
  await heading('Sending, 60 of 91')

  await page.getByRole('button', { name: 'Cancel the issue' }).click()
  await page.getByText('60 readers have it already. The other 26 get nothing, for good.').waitFor()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await heading('Sending, 60 of 91')
  await page.getByRole('button', { name: 'Cancel the issue' }).click()
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await heading('Cancelled after 60 of 91')
})

test('what came of it is told by language, and no number of very few people', async () => {
  await databaseOf(payload).execute(sql`
    update email_deliveries set bounced_at = now(), bounce_class = 'hard'
    where id in (select id from email_deliveries where issue_id = ${issueId}::uuid and submitted_at is not null limit 2)
  `)
  await open()
  await heading('Results by language')

  const results = page.getByRole('region', { name: 'Results by language' }).first()
  expect(await results.textContent()).toContain('kept back')
  await page.getByText('Opening is not measured').waitFor()
  expect(await accessibilityFindings(page)).toEqual([])
  await picture(page, 'cockpit-results')
})

test('the form of what has left says why it cannot be changed, and offers nothing to change', async () => {
  await page.goto(`${url}/admin/collections/issues/${issueId}?locale=en`, { waitUntil: 'networkidle' })
  await page.getByText('This issue is being sent or was sent.').first().waitFor()

  expect(await page.locator('#field-number').isDisabled()).toBe(true)
  expect(await page.locator('#field-subject').isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: 'Find items' }).count()).toBe(0)
  await picture(page, 'issue-locked')
})
