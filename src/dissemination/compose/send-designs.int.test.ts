import { beforeEach, expect, test } from 'vitest'

import { createTestEvent, type TestEvent } from '../../testing/create-event.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { mailedProduct } from '../../testing/mailed-product.ts'

const { smtp, payload, ownTransport } = await mailedProduct()
const { databaseOf, sql } = await import('../../database/database.ts')
const { editionsOf } = await import('../../ledger/editions.ts')
const { prepareIssue } = await import('../prepare-issue.ts')
const { requestSend } = await import('../request-send.ts')
const { sendIssue } = await import('../send-issue.ts')

let newsletter: TestNewsletter
let event: TestEvent
let number = 0

beforeEach(async () => {
  await databaseOf(payload).execute(
    emptying('email_deliveries email_batches editions subscriptions subscribers suppressions issues'),
  )
  newsletter = await createTestNewsletter(payload)
  event = await createTestEvent(payload, new Date('2031-02-18T08:00:00Z'))
  await event.publish('en', {
    registration: { url: 'https://events.emen.example/athens', closes: '2031-02-10T21:59:00.000Z' },
  })
  await event.publish('el')
})

const createIssue = async (data: Readonly<Record<string, unknown>>): Promise<string> => {
  number += 1
  const issue = await payload.create({
    collection: 'issues',
    locale: 'en',
    data: { newsletter: newsletter.id, number, state: 'draft', contents: [], ...data },
  })
  return String(issue.id)
}

const items = (...of: readonly { readonly relationTo: string; readonly value: string }[]) => ({
  blockType: 'items' as const,
  items: of,
})

async function send(issueId: string) {
  const from = smtp.mails().length
  expect(await requestSend(payload, issueId)).toBe(true)
  await prepareIssue(payload, issueId)
  await sendIssue(payload, issueId, { transport: ownTransport(), signal: new AbortController().signal })
  return smtp.mails().slice(from)
}

const problem = async (issueId: string) =>
  (await payload.findByID({ collection: 'issues', id: issueId, depth: 0 })).problem

test('an invitation asks in the reader’s language, and the event comes as a file in that language', async () => {
  const [english = '', greek = ''] = await newsletter.subscribe(2, ['en', 'el'])
  const issueId = await createIssue({
    design: 'invitation',
    contents: [items({ relationTo: 'events', value: event.id })],
  })
  const mails = await send(issueId)

  expect(mails.map(({ to }) => to).toSorted()).toEqual([english, greek])
  expect(mails.find(({ to }) => to === english)?.parsed.subject).toBe('Open day (en), 18 February 2031')
  for (const { to, parsed } of mails) {
    const language = to === english ? 'en' : 'el'
    const [file, ...others] = parsed.attachments
    expect(others).toEqual([])
    expect(file).toMatchObject({ filename: 'event.ics', mimeType: 'text/calendar', method: 'PUBLISH' })
    expect(parsed.html).toContain(`/${language}/events/`)
    expect(parsed.html).toContain('/event.ics')
  }
  const editions = await editionsOf(issueId, databaseOf(payload))
  const kept = editions.map(({ locale, attachments }) => [locale, attachments[0]?.content])
  expect(kept).toEqual([
    ['el', expect.stringContaining('SUMMARY;LANGUAGE=el:Open day (el)')],
    ['en', expect.stringContaining('SUMMARY;LANGUAGE=en:Open day (en)')],
  ])
})

test('an invitation to an event that was called off brings no file and asks nobody to register', async () => {
  await event.publish('en', { status: 'cancelled' })
  await newsletter.subscribe(1, ['en'])
  const [mail] = await send(
    await createIssue({ design: 'invitation', contents: [items({ relationTo: 'events', value: event.id })] }),
  )
  expect(mail?.parsed.attachments).toEqual([])
  expect(mail?.parsed.text).toContain('Cancelled')
  expect(mail?.parsed.html).not.toContain('events.emen.example')
})

test('an invitation to what is no event cannot be saved, and the message says what to do', async () => {
  const news = await createTestItem(payload)
  await news.publish('en')
  const contents = [items({ relationTo: 'news', value: news.id }, { relationTo: 'events', value: event.id })]
  await expect(createIssue({ design: 'invitation', contents })).rejects.toMatchObject({
    data: {
      errors: [
        {
          path: 'design',
          message: 'An invitation asks to an event: put one first in the contents, or choose another design.',
        },
      ],
    },
  })
})

test('an invitation that has lost its event is not sent, and the issue says why', async () => {
  const issueId = await createIssue({
    design: 'invitation',
    contents: [items({ relationTo: 'events', value: event.id })],
  })
  await databaseOf(payload).execute(
    sql`delete from issues_rels where parent_id = ${issueId}::uuid and events_id is not null`,
  )
  const news = await createTestItem(payload)
  await news.publish('en')
  await databaseOf(payload).execute(sql`
    insert into issues_rels (parent_id, path, news_id, "order")
    values (${issueId}::uuid, 'contents.0.items', ${news.id}::uuid, 1)`)
  expect(await requestSend(payload, issueId)).toBe(true)
  await prepareIssue(payload, issueId)
  expect(await problem(issueId)).toBe('no-event')
})

test('words of the issue’s own stand only where somebody wrote them, and the edition keeps what it lacks', async () => {
  const issueId = await createIssue({
    contents: [
      items({ relationTo: 'events', value: event.id }),
      { blockType: 'text', heading: 'A question', body: 'Who answers?' },
    ],
  })
  const [english = ''] = await newsletter.subscribe(2, ['en', 'el'])
  const mails = await send(issueId)

  const withWords = mails.filter(({ parsed }) => `${parsed.html}${parsed.text}`.includes('Who answers?'))
  expect(withWords.map(({ to }) => to)).toEqual([english])
  const editions = await editionsOf(issueId, databaseOf(payload))
  expect(editions.map(({ locale, leftTexts }) => [locale, leftTexts])).toEqual([
    ['el', [{ part: 'text-block', at: 1, reason: 'no-text' }]],
    ['en', []],
  ])
})

test('an announcement has no edition in a language in which what it announces is not public', async () => {
  const news = await createTestItem(payload)
  await news.publish('en')
  const issueId = await createIssue({
    design: 'announcement',
    contents: [items({ relationTo: 'news', value: news.id }, { relationTo: 'events', value: event.id })],
  })
  await newsletter.subscribe(2, ['en', 'el'])
  await send(issueId)
  expect((await editionsOf(issueId, databaseOf(payload))).map(({ locale }) => locale)).toEqual(['en'])
})

test('a language in which nobody wrote a text can be saved without it', async () => {
  const issueId = await createIssue({
    subject: 'What we saw',
    contents: [
      items({ relationTo: 'events', value: event.id }),
      { blockType: 'text', heading: 'A question', body: 'Who answers?' },
    ],
  })
  const { contents } = await payload.findByID({
    collection: 'issues',
    id: issueId,
    locale: 'el',
    fallbackLocale: false,
    depth: 0,
  })
  await payload.update({
    collection: 'issues',
    id: issueId,
    locale: 'el',
    data: { intro: 'Καλημέρα.', contents },
  })
  const stored = await payload.findByID({ collection: 'issues', id: issueId, locale: 'en', depth: 0 })
  expect(stored).toMatchObject({ subject: 'What we saw', contents: [{}, { body: 'Who answers?' }] })
})
