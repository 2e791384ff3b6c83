import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { addCorrection } from '../../ledger/edition-corrections.ts'
import { keepEdition, type NewEdition } from '../../ledger/editions.ts'
import { answerV1 } from '../../reading/v1/router.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter, type TestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { sentLetters } from '../../testing/sent-letter.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerEdition, answerEditionFile } from '../edition-answer.ts'
import { answerNewsletters } from '../public-answers.ts'
import { answerArchive, answerNewsletterFeed } from './archive-answers.ts'

let payload: Payload
let reader: Visitor
let newsletter: TestNewsletter
let slug: string
let item: TestItem

const staff = '0197a000-0000-7000-8000-0000000000aa'

beforeAll(async () => {
  payload = await getPayload({ config })
  reader = visitor(payload)
  newsletter = await createTestNewsletter(payload)
  slug = (await payload.findByID({ collection: 'newsletters', id: newsletter.id })).slug ?? ''
  item = await createTestItem(payload)
  await item.publish('en', { title: 'Six weeks in a borrowed shop' })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('email_deliveries editions edition_corrections issues'))
})

const letterOf = (locale: Locale) =>
  `<!doctype html><html lang="${locale}"><head><title>Letter</title></head><body class="letter"><p>Letter in ${locale}</p><a href="{{unsubscribe_url}}">Leave</a></body></html>`

/** An issue with an edition in each language. */
async function issueIn(
  locales: readonly Locale[],
  state: string,
  attachments: NewEdition['attachments'] = [],
): Promise<{ id: string; number: number }> {
  const id = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  const { number } = await payload.findByID({ collection: 'issues', id, depth: 0 })
  for (const locale of locales)
    await keepEdition(
      {
        issueId: id,
        locale,
        subject: `Subject ${number} ${locale}`,
        preheader: 'What is in it',
        html: letterOf(locale),
        text: '',
        contentHash: '',
        manifest: [{ collection: 'news', id: item.id, shownIn: 'en', reason: null }],
        attachments,
      },
      databaseOf(payload),
    )
  await databaseOf(payload).execute(sql`
    update issues set state = ${state}::text::enum_issues_state, sent_at = case when ${state} = 'sent' then now() end
    where id = ${id}
  `)
  return { id, number }
}

const open = (locale: string, number: number, headers = {}) =>
  answerEdition(reader.get(`/${locale}/newsletters/${slug}/${number}`, headers), {
    locale,
    newsletter: slug,
    number: String(number),
  })
const archive = (locale: string, query = '') =>
  answerArchive(reader.get(`/${locale}/newsletters/${slug}${query}`), { locale, newsletter: slug })
const feed = (locale: string, file: string, headers = {}) =>
  answerNewsletterFeed(reader.get(`/${locale}/feeds/newsletters/${slug}/${file}`, headers), {
    locale,
    newsletter: slug,
    file,
  })

const withoutFrame = (page: string): string =>
  page
    .replace(/<link rel="(?:canonical|alternate)"[^>]*>\s*/g, '')
    .replace(/\s*<style>[^<]*<\/style>(?=<\/head>)/, '')
    .replace(/<aside class="web-bar".*?<\/aside>/s, '')

test('a web edition is the letter as it was sent, without anybody’s links', async () => {
  const { number } = await issueIn(['en'], 'sent')
  const page = await open('en', number)

  expect(page.headers.get('Content-Language')).toBe('en')
  expect(withoutFrame(await page.text())).toBe(letterOf('en').replace('{{unsubscribe_url}}', '/en/subscribe'))
})

test('a web edition names itself, the same issue in every language that readers have, and its feeds', async () => {
  const { number } = await issueIn(['en', 'fr', 'ar'], 'sent')
  const page = await (await open('fr', number)).text()
  const address = (locale: string) => `http://localhost:3000/${locale}/newsletters/${slug}/${number}`

  expect(page).toContain(`<link rel="canonical" href="${address('fr')}">`)
  expect(
    [...page.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, lang, href]) => [lang, href]),
  ).toEqual([
    ['en', address('en')],
    ['fr', address('fr')],
    ['ar', address('ar')],
    ['x-default', address('en')],
  ])
  expect(page).toContain(
    `<a href="/ar/newsletters/${slug}/${number}" lang="ar" hreflang="ar" dir="rtl">العربية</a>`,
  )
  expect(page).toContain(`href="/fr/feeds/newsletters/${slug}/atom.xml"`)
})

test('a reader who has the web edition already is told so, until something is said about it', async () => {
  const { id, number } = await issueIn(['en'], 'sent')
  const held = { 'If-None-Match': (await open('en', number)).headers.get('ETag') ?? '' }

  expect((await open('en', number, held)).status).toBe(304)
  await addCorrection(
    { issueId: id, locale: 'en', note: 'The fund is closed.', actor: staff },
    databaseOf(payload),
  )
  expect((await open('en', number, held)).status).toBe(200)
})

test.for(['draft', 'scheduled', 'preparing', 'sending'])(
  'of an issue that is %s and has reached nobody, nothing can be seen',
  async (state) => {
    const { number } = await issueIn(['en'], state)
    const pages = [
      await archive('en'),
      await feed('en', 'atom.xml'),
      await answerNewsletters(reader.get('/en/newsletters'), { locale: 'en' }),
    ]

    expect((await open('en', number)).status).toBe(404)
    for (const page of pages) expect(await page.text()).not.toContain('Subject')
  },
)

test('while an issue is sent, each language can be seen from its first mail on, and not before', async () => {
  const { id, number } = await issueIn(['en', 'fr'], 'sending')
  await sentLetters(payload, [{ issueId: id, newsletterId: newsletter.id, submittedAt: new Date() }])
  await databaseOf(payload).execute(sql`
    update email_deliveries set locale = 'fr', edition_id = (select id from editions where locale = 'fr')
  `)

  expect((await open('fr', number)).status).toBe(200)
  expect(await (await archive('fr')).text()).toContain(`Subject ${number} fr`)
  expect(await (await archive('en')).text()).not.toContain('Subject')
  const english = await open('en', number)
  expect(english.status).toBe(404)
  expect(await english.text()).toContain(`href="/fr/newsletters/${slug}/${number}"`)
})

test('the archive lists the issues of one language, newest first, twenty on a page', async () => {
  const issues = []
  for (let each = 0; each < 21; each++) issues.push(await issueIn(['en'], 'sent'))
  await issueIn(['fr'], 'sent')
  const [first, second] = [await (await archive('en')).text(), await (await archive('en', '?page=2')).text()]
  const numbers = (page: string) =>
    [...page.matchAll(/<h3><a href="[^"]*\/(\d+)">/g)].map(([, number]) => Number(number))

  expect([...numbers(first), ...numbers(second)]).toEqual(issues.map(({ number }) => number).reverse())
  expect(numbers(second)).toHaveLength(1)
  expect(first).toContain('hreflang="fr"')
  expect((await archive('en', '?page=3')).status).toBe(404)
})

test('a correction stands above the letter in its language only, escaped, until a newer one without words takes it back', async () => {
  const { id, number } = await issueIn(['en', 'fr'], 'sent')
  const say = (note: string) =>
    addCorrection({ issueId: id, locale: 'en', note, actor: staff }, databaseOf(payload))
  await say('The fund is <closed>.')

  expect(await (await open('en', number)).text()).toContain('<p>The fund is &lt;closed&gt;.</p>')
  expect(await (await open('fr', number)).text()).not.toContain('closed')
  expect(await (await archive('en')).text()).toContain('Corrected')
  await say('')
  expect(await (await open('en', number)).text()).not.toContain('closed')
})

test('what stands in a letter and was withdrawn since is named above it', async () => {
  const { number } = await issueIn(['en'], 'sent')
  expect(await (await open('en', number)).text()).not.toContain('No longer public')

  await item.saveDraft('en', {}, { unpublish: true })
  expect(await (await open('en', number)).text()).toContain('No longer public: Six weeks in a borrowed shop.')
  await item.publish('en', { title: 'Six weeks in a borrowed shop' })
})

test('files that came with the mails can be kept from the web edition, and never run on our site', async () => {
  const files = [
    { filename: 'webinar.ics', contentType: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR' },
  ]
  const { number } = await issueIn(['en'], 'sent', files)
  const path = `/en/newsletters/${slug}/${number}/webinar.ics`
  const file = await answerEditionFile(reader.get(path), {
    locale: 'en',
    newsletter: slug,
    number: String(number),
    file: 'webinar.ics',
  })

  expect(await (await open('en', number)).text()).toContain(`<a href="${path}" download>webinar.ics</a>`)
  expect(await file.text()).toBe('BEGIN:VCALENDAR')
  expect(file.headers.get('Content-Disposition')).toContain('attachment')
  expect(file.headers.get('Content-Security-Policy')).toContain('sandbox')
})

test.for(['atom.xml', 'rss.xml'])(
  'the feed %s holds the issues of its language, and a correction updates its entry',
  async (file) => {
    const { id, number } = await issueIn(['en', 'fr'], 'sent')
    const before = await (await feed('en', file)).text()
    const held = { 'If-None-Match': (await feed('en', file)).headers.get('ETag') ?? '' }
    expect(XMLValidator.validate(before)).toBe(true)
    expect(before).toContain(`/en/newsletters/${slug}/${number}`)
    expect(before).not.toContain('Subject 1 fr')
    expect((await feed('en', file, held)).status).toBe(304)

    await addCorrection(
      { issueId: id, locale: 'en', note: 'The fund is closed.', actor: staff },
      databaseOf(payload),
    )
    const after = await (await feed('en', file, held)).text()
    const entry = (source: string) => {
      const { feed: atom, rss } = new XMLParser().parse(source)
      const { id: name, guid, updated, 'atom:updated': changed } = atom?.entry ?? rss.channel.item
      return { name: name ?? guid, updated: new Date(updated ?? changed).getTime() }
    }
    expect(after).toContain('The fund is closed.')
    expect(entry(after).name).toBe(entry(before).name)
    expect(entry(after).updated).toBeGreaterThan(entry(before).updated)
  },
)

test('an archive that is read page by page shows each issue once, whatever leaves meanwhile', async () => {
  const numbers: number[] = []
  for (let made = 0; made < 5; made += 1) numbers.push((await issueIn(['en'], 'sent')).number)
  const read = async (address: string) => {
    const answer = await answerV1(payload, new Request(address), reader.now)
    const { data, next, total } = await answer.json()
    return { next, total, numbers: data.map(({ number }: { number: number }) => number) }
  }
  const first = await read(`http://localhost:3000/v1/newsletters/${slug}/issues?locale=en&limit=2&count=true`)
  await issueIn(['en'], 'sent')
  const second = await read(first.next)
  const third = await read(second.next)

  expect([...first.numbers, ...second.numbers, ...third.numbers]).toEqual(numbers.toReversed())
  expect([first.total, second.total, third.next]).toEqual([5, 6, null])
})

test.for(['aXNzdWVzIDI', 'eA'])(
  'a place in the archive that is none of ours is refused: %s',
  async (cursor) => {
    const address = `http://localhost:3000/v1/newsletters/${slug}/issues?locale=en&cursor=${cursor}`
    const answer = await answerV1(payload, new Request(address), reader.now)
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors).toMatchObject([{ field: 'cursor' }])
  },
)

test('archives and web editions say what they were made of, so that caches are told of changes', async () => {
  const { number } = await issueIn(['en'], 'sent')
  const kept = async (answering: Promise<Response>) => {
    const { headers } = await answering
    return [headers.get('Cache-Control'), headers.get('Cache-Tag')?.split(',') ?? []] as const
  }
  const v1 = (path: string) =>
    answerV1(payload, new Request(`http://localhost:3000/v1/newsletters${path}`), reader.now)
  const all = [
    answerNewsletters(reader.get('/en/newsletters'), { locale: 'en' }),
    archive('en'),
    open('en', number),
    feed('en', 'atom.xml'),
    v1('?locale=en'),
    v1(`/${slug}/issues?locale=en`),
  ]
  for (const answering of all) {
    const [control, tags] = await kept(answering)
    expect(control).toMatch(/^public, max-age=\d+/)
    expect(tags).toEqual(
      expect.arrayContaining(['newsletters', 'issues', 'editions', 'corrections', 'network']),
    )
  }
  // The letter says which of its items are public no longer.
  expect((await kept(open('en', number)))[1]).toContain('news')
})
