import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { databaseOf, sql } from '../database/database.ts'
import { readIssue } from '../dissemination/issue-source.ts'
import { openMailing } from '../dissemination/mailing.ts'
import { prepareIssue } from '../dissemination/prepare-issue.ts'
import { requestSend } from '../dissemination/request-send.ts'
import { editionsOf } from '../ledger/editions.ts'
import { withAddresses } from '../newsletter/counted-links/edition-links.ts'
import { countedLinkUrl } from '../newsletter/counted-links/link-address.ts'
import { linkCountsOf } from '../newsletter/counted-links/link-counts.ts'
import { type Segment, segmentsOf } from '../newsletter/placeholders.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNewsletter } from '../testing/create-newsletter.ts'
import { emptying } from '../testing/emptying.ts'
import { tampered } from '../testing/tampered.ts'
import { answerCountedLink, writeClicks } from './counted-link.ts'
import { answerEdition } from './edition-answer.ts'
import type { Visit } from './visit.ts'

let payload: Payload
beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('link_counts'))
})

const now = new Date('2026-11-28T09:00:00Z')
const later = new Date('2026-11-28T09:01:00Z')

/** A frozen issue with one item, in English. */
async function frozen({ countLinks }: { readonly countLinks: boolean }) {
  const newsletter = await createTestNewsletter(payload)
  await payload.update({ collection: 'newsletters', id: newsletter.id, data: { countLinks } })
  await newsletter.subscribe(1, ['en'])
  const item = await createTestItem(payload)
  await item.publish('en')
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await requestSend(payload, issueId)
  await prepareIssue(payload, issueId)
  const [edition] = await editionsOf(issueId, databaseOf(payload))
  const issue = await readIssue(payload, issueId)
  if (edition === undefined || issue === null) throw new Error('the issue of this test was not frozen')
  const { compiled } = await openMailing(payload, issue, edition.id)
  return { issueId, issue, edition, sent: shared(compiled.html), sentText: shared(compiled.text) }
}

/** What is the same for everybody. */
const shared = (parts: readonly Segment[]): string =>
  parts.filter((part) => typeof part === 'string').join('')

const sharedParts = ({ html, text }: { readonly html: string; readonly text: string }) => ({
  html: shared(segmentsOf(html)),
  text: shared(segmentsOf(text)),
})

const browser = {
  'User-Agent': 'Mozilla/5.0 Firefox/150.0',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
}

function visitOf(url: string, init: RequestInit = {}): Visit {
  return {
    request: new Request(url, { headers: browser, ...init }),
    payload,
    now,
    later: () => undefined,
    mail: async () => undefined,
  }
}

const follow = (url: string, init: RequestInit = {}): Promise<Response> =>
  answerCountedLink(visitOf(url, init), { code: url.slice(url.lastIndexOf('/') + 1) })

async function clicks() {
  await writeClicks(payload, later)
  const { rows } = await databaseOf(payload).execute(sql`select * from link_counts`)
  return rows
}

test('unless the newsletter says so no link is counted, and letters hold links as they are', async () => {
  const { issueId, edition, sent, sentText } = await frozen({ countLinks: false })

  expect(await linkCountsOf(issueId, databaseOf(payload))).toEqual([])
  expect({ html: sent, text: sentText }).toEqual(sharedParts(edition))
})

test('counted links stand in the mail and its plain text; the edition itself and its page on the web hold the real ones', async () => {
  const { issueId, issue, edition, sent, sentText } = await frozen({ countLinks: true })
  const links = await linkCountsOf(issueId, databaseOf(payload))
  const first = countedLinkUrl({ editionId: edition.id, position: 1 })

  expect(links.length).toBeGreaterThan(0)
  const back = links.map(
    ({ url, position }) => [countedLinkUrl({ editionId: edition.id, position }), url] as const,
  )
  const restored = withAddresses({ html: sent, text: sentText }, new Map(back))
  expect(restored).toEqual(sharedParts(edition))
  for (const { url } of links) expect(sent).not.toContain(`href="${url}"`)
  expect([sent.includes(first), sentText.includes('/l/'), edition.html.includes('/l/')]).toEqual([
    true,
    true,
    false,
  ])
  await databaseOf(payload).execute(sql`update issues set state = 'sent' where id = ${issueId}::uuid`)
  const page = await answerEdition(visitOf('http://localhost:3000/en/newsletters/x/1'), {
    locale: 'en',
    newsletter: issue.newsletter.slug,
    number: String(issue.number),
  })
  const shown = await page.text()
  expect([shown.includes(links[0]?.url ?? '?'), shown.includes('/l/')]).toEqual([true, false])
})

test('a counted link leads to where it led, and a person who follows it is a number and nothing else', async () => {
  const { issueId, edition } = await frozen({ countLinks: true })
  const [link] = await linkCountsOf(issueId, databaseOf(payload))
  const answer = await follow(countedLinkUrl({ editionId: edition.id, position: 1 }))

  expect([answer.status, answer.headers.get('Location'), answer.headers.get('Set-Cookie')]).toEqual([
    302,
    link?.url,
    null,
  ])
  expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(await clicks()).toMatchObject([{ edition_id: edition.id, position: 1, clicks: 1 }])
  await follow(countedLinkUrl({ editionId: edition.id, position: 1 }))
  expect(await clicks()).toMatchObject([{ clicks: 2 }])
  expect(await linkCountsOf(issueId, databaseOf(payload))).toMatchObject([{ locale: 'en', clicks: 2 }])
})

test.for([
  ['HEAD', { method: 'HEAD' }],
  ['a prefetch', { headers: { ...browser, 'Sec-Purpose': 'prefetch' } }],
  ['a program', { headers: { 'User-Agent': 'curl/8.9' } }],
] as const)('%s is led on like everybody and counts for nothing', async ([, init]) => {
  const { edition } = await frozen({ countLinks: true })
  const answer = await follow(countedLinkUrl({ editionId: edition.id, position: 1 }), init)

  expect([answer.status, await clicks()]).toEqual([302, []])
})

test.for([
  ['a forged one', (code: string) => tampered(code)],
  ['an address', () => 'https%3A%2F%2Fevil.example'],
  ['one that was never kept', () => countedLinkUrl({ editionId: crypto.randomUUID(), position: 1 })],
] as const)('%s leads nowhere', async ([, codeOf]) => {
  const { edition } = await frozen({ countLinks: true })
  const url = countedLinkUrl({ editionId: edition.id, position: 1 })
  const code = codeOf(url.slice(url.lastIndexOf('/') + 1))
  const answer = await answerCountedLink(visitOf(url), { code: code.slice(code.lastIndexOf('/') + 1) })

  expect([answer.status, answer.headers.get('Location'), await clicks()]).toEqual([404, null, []])
})
