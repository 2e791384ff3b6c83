import '../testing/pseudo-environment.ts'

import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import config from '../../payload.config.ts'
import { preferencesUrl, unsubscribeUrl } from '../audience/links.ts'
import { contentCollections } from '../content/published-item.ts'
import { databaseOf, sql } from '../database/database.ts'
import { readIssue } from '../dissemination/issue-source.ts'
import { previewIssue } from '../dissemination/preview-issue.ts'
import { keepEdition } from '../ledger/editions.ts'
import { MARK } from '../testing/filled-row.ts'
import { createMarkedNetwork, type MarkedRows } from '../testing/marked-network.ts'
import { subscribersOf } from '../testing/subscribers-of.ts'
import { unlocalised } from '../testing/unlocalised.ts'
import { type Visitor, visitor } from '../testing/visitor.ts'
import { answerList } from './browse/browse-answer.ts'
import { answerEdition } from './edition-answer.ts'
import { answerFeed } from './feed-answer.ts'
import {
  answerAnythingElse,
  answerCommunities,
  answerCommunity,
  answerFeedsPage,
  answerHome,
  answerItem,
  answerNewsletters,
  answerPartners,
  answerTextPage,
} from './public-answers.ts'
import { answerConfirm, answerConfirmForm } from './subscriber/confirm-answers.ts'
import { answerPreferences, answerPreferencesForm } from './subscriber/preferences-answers.ts'
import { answerSignUp, answerSignUpForm, answerSignUpSent } from './subscriber/sign-up-answers.ts'
import { answerUnsubscribe, answerUnsubscribeForm } from './subscriber/unsubscribe-answers.ts'

const greek = { locale: 'el' } as const

let payload: Payload
let reader: Visitor
let rows: MarkedRows

beforeAll(async () => {
  payload = await getPayload({ config })
  reader = visitor(payload)
  rows = await createMarkedNetwork(payload, 'el', 'ar')
})
afterAll(() => payload.destroy())

/** Words of a page in Greek that stand in the code. */
const strays = (text: string): string[] => unlocalised(text, 'el')

const check = async (page: Response): Promise<void> => {
  const text = await page.text()
  expect(text).toContain('···')
  expect(strays(text)).toEqual([])
}

test('a text that stands in the code is found, beside those that are taken from locales/ and content', () => {
  const page = `<p title="Close">[Šéñđ {} ····] ${MARK} 14 Μαΐου</p><a lang="en">English</a><p>Read more [x ···]</p>`

  expect(strays(page)).toEqual(['Read more', 'Close'])
})

test.for(contentCollections)(
  'every text on the page of one of the %s, and on their list',
  async (collection) => {
    await check(
      await answerItem(reader.get(`/el/${collection}/mark`), { ...greek, collection, slug: 'mark' }),
    )
    await check(await answerList(reader.get(`/el/${collection}`), { ...greek, collection }))
  },
)

test('every text of the other pages', async () => {
  for (const page of [
    await answerHome(reader.get('/el'), greek),
    await answerCommunities(reader.get('/el/communities'), greek),
    await answerCommunity(reader.get('/el/communities/mark'), { ...greek, slug: await communitySlug() }),
    await answerPartners(reader.get('/el/partners'), greek),
    await answerNewsletters(reader.get('/el/newsletters'), greek),
    await answerFeedsPage(reader.get('/el/feeds'), greek),
    await answerTextPage(reader.get('/el/pages/mark'), { ...greek, slug: 'mark' }),
  ]) {
    expect(page.status).toBe(200)
    await check(page)
  }
})

const communitySlug = async (): Promise<string> =>
  encodeURIComponent((await payload.find({ collection: 'communities', ...greek })).docs[0]?.slug ?? '')

test('every text where something is missing', async () => {
  for (const page of [
    await answerAnythingElse(reader.get('/el/a/b'), greek),
    await answerItem(reader.get('/ar/news/mark'), { locale: 'ar', collection: 'news', slug: 'mark' }),
    await answerHome(reader.get('/xx', { 'Accept-Language': 'el' }), { locale: 'xx' }),
  ]) {
    expect(page.status).toBe(404)
    await check(page)
  }
})

/** Elements of a feed that people read. The others hold addresses, dates and codes. */
const readElements =
  /<(title|subtitle|description|summary|content|content:encoded|name|rights)\b[^>]*>([\s\S]*?)<\/\1>/g

test.for(['atom.xml', 'rss.xml'])('every text of the feed %s', async (file) => {
  const feed = await answerFeed(reader.get(`/el/feeds/all/${file}`), { ...greek, collection: 'all', file })
  const texts = Array.from((await feed.text()).matchAll(readElements), ([, , text]) => text ?? '')

  expect(texts.join()).toContain('···')
  // The text of an entry is HTML inside XML.
  expect(texts.flatMap((text) => strays(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')))).toEqual([])
})

test('every text on the way of a subscriber, and in the mails to them', async () => {
  await check(await answerSignUpForm(reader.get('/el/subscribe'), greek))
  await check(await answerSignUp(reader.post('/el/subscribe', [['email', 'no address']]), greek))
  await check(await answerSignUpSent(reader.get('/el/subscribe/sent'), greek))
  await check(await answerConfirmForm(reader.get('/el/confirm/none'), { ...greek, token: 'none' }))

  await signUp()
  checkMail(reader.inbox.at(-1))
  const token = /\/el\/confirm\/([\w.-]+)/.exec(reader.inbox.at(-1)?.text ?? '')?.[1] ?? ''
  await check(await answerConfirmForm(reader.get(`/el/confirm/${token}`), { ...greek, token }))
  await check(
    await answerConfirm(reader.post(`/el/confirm/${token}`, [['action', 'confirm']]), { ...greek, token }),
  )
  // Whoever signs up again is told that they are a subscriber already.
  await signUp()
  expect(reader.inbox).toHaveLength(2)
  checkMail(reader.inbox.at(-1))
})

test('every text behind the links of a subscriber', async () => {
  const [subscriber] = await subscribersOf(payload)
  const subscriberId = subscriber?.id ?? ''
  const list = String(rows.get('newsletters'))
  const settings = { token: tokenOf(preferencesUrl(subscriberId)) }
  const leaving = { token: tokenOf(unsubscribeUrl({ subscriberId, list })) }

  await check(await answerPreferencesForm(reader.get('/preferences/x'), settings))
  await check(await answerPreferences(reader.post('/preferences/x', [['action', 'pause']]), settings))
  await check(await answerUnsubscribeForm(reader.get('/u/x'), leaving))
  await check(await answerUnsubscribe(reader.post('/u/x', [['action', 'leave']]), leaving))
  await check(await answerUnsubscribeForm(reader.get('/u/x', { 'Accept-Language': 'el' }), { token: 'none' }))
})

/** The last part of an absolute address. */
const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

async function signUp(): Promise<void> {
  const form = await (await answerSignUpForm(reader.get('/el/subscribe'), greek)).text()
  reader.now = new Date(reader.now.getTime() + 5_000)
  await answerSignUp(
    reader.post('/el/subscribe', [
      ['form', /name="form" value="([^"]+)"/.exec(form)?.[1] ?? ''],
      ['website', ''],
      ['email', 'mark@mark.example'],
      ['locale', 'el'],
      ['second', ''],
      ['newsletters', String(rows.get('newsletters'))],
      ['consent', 'yes'],
    ]),
    greek,
  )
  await reader.settle()
}

const checkMail = (
  mail: { readonly subject: string; readonly html: string; readonly text: string } | undefined,
) => {
  const { subject = '', html = '', text = '' } = mail ?? {}
  expect(html).toContain('···')
  expect({ subject: strays(subject), html: strays(html), text: strays(text) }).toEqual({
    subject: [],
    html: [],
    text: [],
  })
}

test.for([false, true])('every text of a letter (a test of it: %o)', async (isTest) => {
  const issue = await readIssue(payload, String(rows.get('issues')))
  const preview = await previewIssue(payload, issue as NonNullable<typeof issue>, 'el', { test: isTest })

  expect(preview).toBeTypeOf('object')
  checkMail(preview as Exclude<typeof preview, string>)
})

test('every text about a letter that was sent, and the letter itself under a name in any script', async () => {
  const database = databaseOf(payload)
  const issueId = String(rows.get('issues'))
  const issue = await readIssue(payload, issueId)
  const preview = await previewIssue(payload, issue as NonNullable<typeof issue>, 'el')
  const { subject, preheader, html, text, manifest } = preview as Exclude<typeof preview, string>
  await keepEdition(
    { issueId, locale: 'el', subject, preheader, html, text, manifest, contentHash: '' },
    database,
  )
  await database.execute(sql`update issues set state = 'sent', sent_at = now() where id = ${issueId}`)
  const list = await (await answerNewsletters(reader.get('/el/newsletters'), greek)).text()
  const [, newsletter = '', number = ''] = /href="\/el\/newsletters\/([^/"]+)\/(\d+)"/.exec(list) ?? []
  const letter = await answerEdition(reader.get('/el/newsletters'), { ...greek, newsletter, number })

  expect(strays(list)).toEqual([])
  expect(decodeURIComponent(newsletter)).toBe(MARK)
  expect(letter.status).toBe(200)
  await check(letter)
})
