import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { fakeSmtp } from '../testing/fake-smtp.ts'

// The product reads its environment when it is imported, so that comes after the mail server has its address.
const smtp = await fakeSmtp()
process.env.SMTP_URL = smtp.url
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { databaseOf, sql } = await import('../database/database.ts')
const { isTestToken } = await import('../audience/links.ts')
const { ownTransport } = await import('../newsletter/transports/transport-for.ts')
const { rest, signIn } = await import('../testing/api.ts')

let payload: Payload
let newsletter: TestNewsletter
let issueId: string
let editor: string
let translator: string

beforeAll(async () => {
  payload = await getPayload({ config })
  newsletter = await createTestNewsletter(payload)
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'] })
  const item = await createTestItem(payload)
  await item.publish('en')
  await item.publish('el')
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
})
afterAll(async () => {
  await ownTransport().close()
  await payload.destroy()
  await smtp[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('edition_corrections rate_limits editions rehearsals'))
  await databaseOf(payload).execute(sql`update issues set state = 'draft', sent_at = null`)
})

const setSeeds = (seeds: readonly { readonly email: string; readonly locales?: ('en' | 'el')[] }[]) =>
  payload.update({ collection: 'newsletters', id: newsletter.id, data: { seeds: [...seeds] } })

const post = (path: string, body: unknown, as: string | null = editor) =>
  rest(`/issues/${issueId}/${path}`, { as, method: 'POST', body })

test('each colleague gets the tests of their languages, marked as such, and nothing of it is counted', async () => {
  await setSeeds([{ email: 'all@staff.example' }, { email: 'greek@staff.example', locales: ['el'] }])
  const from = smtp.mails().length
  const [english, greek] = [
    await post('test', { locale: 'en', to: 'seeds' }),
    await post('test', { locale: 'el', to: 'seeds' }),
  ]

  expect([english.status, english.body.seeds]).toEqual([
    200,
    [{ email: 'all@staff.example', outcome: 'submitted' }],
  ])
  expect(greek.body.seeds).toEqual([
    { email: 'all@staff.example', outcome: 'submitted' },
    { email: 'greek@staff.example', outcome: 'submitted' },
  ])
  const mails = smtp.mails().slice(from)
  expect(mails.map(({ to }) => to)).toEqual(['all@staff.example', 'all@staff.example', 'greek@staff.example'])
  expect(mails[0]?.parsed.subject).toMatch(/^\[?Test/)
  const { rows } = await databaseOf(payload).execute(sql`select from email_deliveries`)
  expect(rows).toEqual([])
})

test('a test has the headers of the letter, and its links lead to a page that says so', async () => {
  await setSeeds([{ email: 'all@staff.example' }])
  const from = smtp.mails().length
  await post('test', { locale: 'en', to: 'seeds' })
  const [mail] = smtp.mails().slice(from)
  const headers = new Map(mail?.parsed.headers.map(({ key, value }) => [key, value]))
  const leave = headers.get('list-unsubscribe')?.slice(1, -1) ?? ''

  const listed = ['list-unsubscribe-post', 'precedence', 'content-language'].map((name) => headers.get(name))
  expect(listed).toEqual(['List-Unsubscribe=One-Click', 'bulk', 'en'])
  expect(headers.get('list-id')).toContain(`<${newsletter.id}.en.`)
  expect(isTestToken(new URL(leave).pathname.slice('/u/'.length))).toBe(true)
  expect(mail?.parsed.html).toContain(leave)
  expect(mail?.parsed.html).not.toContain('preview.invalid')
  // No delivery stands behind it: what bounces is nobody's.
  expect([headers.has('x-delivery-id'), mail?.from]).toEqual([false, 'news@emissary.example'])
})

test('a colleague whose mailbox says no is named, and the others get theirs', async () => {
  await setSeeds([{ email: 'gone@staff.example' }, { email: 'here@staff.example' }])
  smtp.refuse('gone@staff.example', '550 5.1.1 no such user')

  expect((await post('test', { locale: 'en', to: 'seeds' })).body.seeds).toEqual([
    { email: 'gone@staff.example', outcome: 'failed' },
    { email: 'here@staff.example', outcome: 'submitted' },
  ])
})

test('where no colleague is listed for a language, the answer says so', async () => {
  await setSeeds([{ email: 'greek@staff.example', locales: ['el'] }])

  expect(await post('test', { locale: 'en', to: 'seeds' })).toMatchObject({
    status: 422,
    body: { error: 'no-seeds' },
  })
})

test('colleagues are not flooded: ten tests an hour in one language, and others still go', async () => {
  await setSeeds([{ email: 'all@staff.example' }])
  for (let each = 0; each < 10; each++) await post('test', { locale: 'en', to: 'seeds' })

  expect((await post('test', { locale: 'en', to: 'seeds' })).status).toBe(429)
  expect((await post('test', { locale: 'el', to: 'seeds' })).status).toBe(200)
})

async function sent(): Promise<void> {
  await databaseOf(payload).execute(sql`
    insert into editions (id, issue_id, locale, subject, preheader, html, text, content_hash, manifest)
    values (gen_random_uuid(), ${issueId}::uuid, 'en', 'Subject', '', '', '', '', '[]')
  `)
  await databaseOf(payload).execute(sql`update issues set state = 'sent', sent_at = now()`)
}

test('what is said about an edition is added to what was said before, never in its place', async () => {
  await sent()
  expect((await post('corrections', { locale: 'en', note: ' First. \r\nSecond line. ' })).status).toBe(201)
  expect((await post('corrections', { locale: 'en', note: '' })).status).toBe(201)

  const { body } = await rest(`/issues/${issueId}/corrections`, { as: editor })
  expect(body.corrections.map(({ note }: { note: string }) => note)).toEqual(['', 'First. \nSecond line.'])
})

test.for([
  ['nothing, where nothing stands', { locale: 'en', note: ' ' }, 422, 'nothing-new', 'note'],
  ['more than fits', { locale: 'en', note: 'x'.repeat(1001) }, 422, 'too-long', 'note'],
  ['no words at all', { locale: 'en' }, 400, 'invalid', 'note'],
  ['a language without an edition', { locale: 'fr', note: 'x' }, 422, 'no-edition', 'locale'],
  ['a language that there is not', { locale: 'xx', note: 'x' }, 400, 'unknown-locale', 'locale'],
] as const)('a correction of %s is refused by its field', async ([, said, status, error, field]) => {
  await sent()

  expect(await post('corrections', said)).toMatchObject({ status, body: { error, field } })
})

test('of an issue that has not left, nothing can be corrected', async () => {
  expect((await post('corrections', { locale: 'en', note: 'x' })).status).toBe(422)
})

test.for(['corrections', 'rehearse', 'test'])('%s is for editors', async (path) => {
  expect((await post(path, { locale: 'en' }, translator)).status).toBe(403)
  expect((await post(path, { locale: 'en' }, null)).status).toBe(401)
})

test('an issue is rehearsed on request, once at a time, and not after it has left', async () => {
  const { status, body } = await post('rehearse', {})

  expect(status).toBe(202)
  expect((await rest(`/issues/${issueId}/rehearsal`, { as: editor })).body.rehearsal).toMatchObject({
    id: body.rehearsal.id,
    state: 'asked',
    report: null,
  })
  expect(await post('rehearse', {})).toMatchObject({ status: 409, body: { error: 'under-way' } })
  await sent()
  expect(await post('rehearse', {})).toMatchObject({ status: 409, body: { error: 'not-a-draft' } })
})
