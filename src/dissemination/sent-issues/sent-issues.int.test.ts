import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { keepEdition } from '../../ledger/editions.ts'
import { decideLanguage } from '../../ledger/issue-languages.ts'
import { type Credentials, rest, signIn } from '../../testing/api.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { moveIssue } from '../issue-state.ts'

let payload: Payload
let editor: Credentials
let item: TestItem
let newsletter: TestNewsletter
let issueId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  editor = await signIn(payload, { roles: ['editor'] })
  item = await createTestItem(payload)
  await item.publish('en')
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await run(emptying('issues editions issue_languages'))
  newsletter = await createTestNewsletter(payload)
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
})

const run = (statement: ReturnType<typeof sql>) => databaseOf(payload).execute(statement)

const stand = (state: string) =>
  run(sql`update issues set state = ${state}::text::enum_issues_state where id = ${issueId}::uuid`)

const edit = (body: object, locale = 'en') =>
  rest(`/issues/${issueId}?locale=${locale}&depth=0`, { as: editor, method: 'PATCH', body })

const keep = () =>
  keepEdition(
    {
      issueId,
      locale: 'en',
      subject: 'What worked this month',
      preheader: '',
      html: '<p>Letter</p>',
      text: 'Letter',
      contentHash: 'hash',
      manifest: [],
    },
    databaseOf(payload),
  )

/** How many statements wait for a row that another transaction holds. */
async function waiting(): Promise<number> {
  const { rows } = await run(sql`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
  `)
  return Number(rows[0]?.waiting)
}

/** As it is while one language waits. */
async function holdGreek(): Promise<void> {
  const decision = { locale: 'el', rule: 'hold', deadline: null, afterwards: 'fallback' } as const
  await decideLanguage(issueId, decision, crypto.randomUUID(), databaseOf(payload))
}

interface Part {
  readonly id: string
  readonly blockType: string
  readonly heading?: string | null
  readonly items: readonly object[]
}

const contents = async (locale: 'en' | 'el' = 'en') =>
  (await payload.findByID({ collection: 'issues', id: issueId, locale, fallbackLocale: false, depth: 0 }))
    .contents as unknown as readonly Part[]

const changes: readonly (readonly [string, () => Promise<object> | object])[] = [
  ['newsletter', async () => ({ newsletter: (await createTestNewsletter(payload)).id })],
  ['number', () => ({ number: 77 })],
  ['design', () => ({ design: 'announcement' })],
  ['alsoTo', async () => ({ alsoTo: [(await createTestNewsletter(payload)).id] })],
  ['subject', () => ({ subject: 'Something else' })],
  ['contents', () => ({ contents: [{ blockType: 'text', body: 'Something else' }] })],
  ['contents', async () => ({ contents: (await contents()).map((part) => ({ ...part, heading: 'New' })) })],
]

test.for(
  ['preparing', 'sending', 'paused', 'sent', 'cancelled'].flatMap((state) =>
    changes.map(([field, change]) => ({ state, field, change })),
  ),
)('of an issue that is $state, $field does not change, and the answer says what to do', async (changed) => {
  const body = await changed.change()
  await stand(changed.state)
  const before = await payload.findByID({ collection: 'issues', id: issueId, depth: 0 })
  const answer = await edit(body)

  expect(answer.status).toBe(400)
  expect(answer.body.errors[0].data.errors).toMatchObject([
    { path: changed.field, message: expect.stringContaining('write a correction') },
  ])
  expect(await payload.findByID({ collection: 'issues', id: issueId, depth: 0 })).toEqual(before)
})

/** Fields that the form offers to change. */
async function offered(locale: string): Promise<readonly string[]> {
  const { body } = await rest(`/issues/access/${issueId}?locale=${locale}`, {
    as: editor,
    method: 'POST',
    body: {},
  })
  const fields: Readonly<Record<string, { readonly update?: boolean } | true>> = body.fields
  return lockable.filter(
    (name) => fields[name] === true || (fields[name] as { update?: boolean }).update === true,
  )
}

const lockable = [
  'newsletter',
  'number',
  'design',
  'alsoTo',
  'segment',
  'subject',
  'preheader',
  'intro',
  'contents',
]

test('the form of an issue that has left offers nothing to change but texts in a language on hold', async () => {
  expect(await offered('el')).toEqual(lockable)
  await holdGreek()
  await stand('sending')
  expect([await offered('en'), await offered('el')]).toEqual([
    [],
    ['subject', 'preheader', 'intro', 'contents'],
  ])
  await stand('sent')
  expect(await offered('el')).toEqual([])
})

test.for(['draft', 'scheduled'])('an issue that is %s changes as before', async (state) => {
  await stand(state)
  const answer = await edit({ number: 77, subject: 'Something else' })
  expect(answer.body.doc).toMatchObject({ number: 77, subject: 'Something else', state })
})

test.for(['en', '*'])('an issue that was sent can be saved as it is, in %s', async (locale) => {
  await stand('sent')
  const { body: whole } = await rest(`/issues/${issueId}?locale=${locale}&depth=0`, { as: editor })
  expect((await edit(whole, locale)).status).toBe(200)
})

test('texts of a language that is on hold are written until it leaves, its items are not', async () => {
  await holdGreek()
  await stand('sending')
  const parts = (await contents('el')).map((part) => ({ ...part, heading: 'Νέα' }))
  const written = await edit({ subject: 'Τι πέτυχε', contents: parts }, 'el')
  const emptied = await edit({ contents: parts.map((part) => ({ ...part, items: [] })) }, 'el')
  const anew = await edit({ contents: parts.map(({ id: _, ...part }) => part) }, 'el')
  const inAll = await edit({ subject: { el: 'Άλλο' } }, '*')
  const english = await edit({ subject: { en: 'Something else' } }, '*')

  expect(written.body.doc).toMatchObject({ subject: 'Τι πέτυχε', contents: [{ heading: 'Νέα' }] })
  expect([emptied, anew, inAll, english].map(({ status }) => status)).toEqual([400, 400, 200, 400])

  await run(sql`update issue_languages set outcome = 'released'`)
  expect((await edit({ subject: 'Αργά' }, 'el')).status).toBe(400)
})

test('an issue that moves on while somebody saves it is not moved back', async () => {
  const saving = await inTransaction(payload, async (transaction) => {
    await moveIssue(issueId, { from: 'draft', to: 'scheduled' }, transaction)
    // Reads it as a draft, and waits for us before it writes.
    const answer = edit({ subject: 'Saved' })
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
    return { answer }
  })
  expect((await saving.answer).body.doc).toMatchObject({ subject: 'Saved', state: 'scheduled' })
})

test.for([
  ['draft', 200],
  ['scheduled', 200],
  ['preparing', 409],
  ['sending', 409],
  ['paused', 409],
  ['sent', 409],
  ['cancelled', 200],
] as const)('deleting an issue that is %s is answered %d', async ([state, status]) => {
  await stand(state)
  const answer = await rest(`/issues/${issueId}`, { as: editor, method: 'DELETE' })

  expect(answer.status).toBe(status)
  expect((await payload.count({ collection: 'issues' })).totalDocs).toBe(status === 200 ? 0 : 1)
})

test('a cancelled issue of which an edition was made stays, and it is said why', async () => {
  await keep()
  await stand('cancelled')
  const answer = await rest(`/issues/${issueId}`, { as: editor, method: 'DELETE' })
  expect(answer.status).toBe(409)
  expect(answer.body.errors[0].message).toContain('cannot be deleted')
})

test.for([
  ['draft', 200],
  ['scheduled', 200],
  ['preparing', 400],
  ['sending', 400],
  ['sent', 400],
  ['cancelled', 200],
] as const)(
  'another slug for the newsletter of an issue that is %s is answered %d',
  async ([state, status]) => {
    await stand(state)
    const answer = await rest(`/newsletters/${newsletter.id}?locale=en`, {
      as: editor,
      method: 'PATCH',
      body: { slug: `other-${state}` },
    })
    expect(answer.status).toBe(status)
  },
)

test('why a newsletter keeps its address is said at that field', async () => {
  await stand('sent')
  const { body } = await rest(`/newsletters/${newsletter.id}?locale=en`, {
    as: editor,
    method: 'PATCH',
    body: { slug: 'another' },
  })
  expect(body.errors[0].data.errors).toMatchObject([
    { path: 'slug', message: expect.stringContaining('make a new newsletter') },
  ])
})

test.for(['draft', 'scheduled', 'sent'])(
  'a newsletter stays while it has an issue that is %s',
  async (state) => {
    await stand(state)
    const answer = await rest(`/newsletters/${newsletter.id}`, { as: editor, method: 'DELETE' })
    expect(answer.status).toBe(409)
    expect(answer.body.errors[0].message).toContain('Delete issues that were not sent first')
  },
)

test('a newsletter without issues can be deleted', async () => {
  await rest(`/issues/${issueId}`, { as: editor, method: 'DELETE' })
  const answer = await rest(`/newsletters/${newsletter.id}`, { as: editor, method: 'DELETE' })
  expect(answer.status).toBe(200)
})

test('everything else about a newsletter changes after its first issue too', async () => {
  await stand('sent')
  const path = `/newsletters/${newsletter.id}?locale=en`
  const answer = await rest(path, { as: editor, method: 'PATCH', body: { name: 'Another name' } })
  expect(answer.body.doc).toMatchObject({ name: 'Another name' })
})

test.for([
  ['draft', 200],
  ['sending', 409],
] as const)(
  'deleting a newsletter whose readers get another one’s issue that is %s is answered %d',
  async ([state, status]) => {
    const other = await createTestNewsletter(payload)
    await edit({ alsoTo: [other.id] })
    await stand(state)
    const answer = await rest(`/newsletters/${other.id}`, { as: editor, method: 'DELETE' })
    expect(answer.status).toBe(status)
  },
)
