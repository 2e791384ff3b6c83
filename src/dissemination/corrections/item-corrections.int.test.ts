import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Partners } from '../../demo/partners/server.ts'
import type { Locale } from '../../i18n/locales.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { emptying } from '../../testing/emptying.ts'
import { addWebhook, startPartnerNetwork } from '../../testing/partner-network.ts'

const partners: Partners = await startPartnerNetwork()
// The product reads its environment when it is imported, so that comes after the partners have their address.
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { dueDeliveries } = await import('../../ledger/channel-deliveries.ts')
const { keepEdition } = await import('../../ledger/editions.ts')
const { projectWork } = await import('../../reading/documents/project-documents.ts')
const { answerFeed } = await import('../../site/feed-answer.ts')
const { answerItem } = await import('../../site/public-answers.ts')
const { rest, signIn } = await import('../../testing/api.ts')
const { visitor } = await import('../../testing/visitor.ts')
const { deliverToChannel } = await import('../deliver-to-channel.ts')
const { planChanges } = await import('../plan-changes.ts')

let payload: Payload
let editor: string
let translator: string
let issueId: string
let item: TestItem

beforeAll(async () => {
  payload = await getPayload({ config })
  const newsletter = await createTestNewsletter(payload)
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'] })
  const other = await createTestItem(payload)
  await other.publish('en')
  issueId = await newsletter.createIssue([{ relationTo: 'news', value: other.id }])
})
afterAll(async () => {
  await payload.destroy()
  await partners.stop()
})
beforeEach(async () => {
  partners.state.events.length = 0
  await databaseOf(payload).execute(
    emptying('channel_deliveries channel_attempts outbox item_corrections edition_corrections editions'),
  )
  await payload.delete({ collection: 'channels', where: { id: { exists: true } } })
  await addWebhook(payload, partners, ['en', 'fr'])
  item = await createTestItem(payload)
  await item.publish('en', { slug: `start-${item.id}` })
  await item.publish('fr', { slug: `debut-${item.id}` })
  await work()
})

async function work() {
  await planChanges(payload)
  const due = await dueDeliveries(100, databaseOf(payload))
  for (const id of due) await deliverToChannel(payload, id)
}

const correct = (body: object, as: string | null = editor) =>
  rest(`/dissemination/news/${item.id}/corrections`, { as, method: 'POST', body })
const told = async () => (await rest(`/dissemination/news/${item.id}/corrections`, { as: editor })).body
const targets = async () =>
  (await told()).corrections[0].targets.map(
    ({ kind, locale, state }: Record<string, string>) => `${kind} ${locale} ${state}`,
  )
const page = async (locale: Locale, slug: string) => {
  const answer = await answerItem(visitor(payload).get(`/${locale}/news/${slug}`), {
    locale,
    collection: 'news',
    slug,
  })
  return { status: answer.status, text: await answer.text() }
}
const edition = (locale: Locale, shownIn: Locale) =>
  keepEdition(
    {
      issueId,
      locale,
      subject: 'A letter',
      preheader: '',
      html: '<p>a letter</p>',
      text: 'a letter',
      contentHash: locale,
      manifest: [
        {
          collection: 'news',
          id: item.id,
          shownIn,
          reason: shownIn === locale ? null : 'not-translated-shown-labelled',
        },
      ],
    },
    databaseOf(payload),
  )

test('a correction is told once, in each language, on the page, in the feeds, to programs and above web editions', async () => {
  await edition('fr', 'fr')
  await edition('el', 'fr')
  const reason = 'Le nombre de participantes était faux.'
  expect((await correct({ kind: 'corrected', locales: ['fr'], reasons: { fr: reason } })).status).toBe(201)
  expect(await targets()).toEqual([
    'site fr moving',
    'channel fr moving',
    'edition el done',
    'edition fr done',
  ])
  await work()
  await projectWork(payload)

  expect(await targets()).toContain('channel fr done')
  expect(await targets()).toContain('site fr done')
  expect((await page('fr', `debut-${item.id}`)).text).toContain(reason)
  expect((await page('en', `start-${item.id}`)).text).not.toContain(reason)
  await projectWork(payload)
  const feed = await answerFeed(visitor(payload).get('/fr/feeds/news/atom.xml'), {
    locale: 'fr',
    collection: 'news',
    file: 'atom.xml',
  })
  expect(await feed.text()).toContain(reason)
  const event = partners.state.events.at(-1)
  expect([event?.type, event?.data.locale]).toEqual(['item.revised', 'fr'])
  expect(JSON.stringify(event?.data)).toContain(reason)
  const { rows } = await databaseOf(payload).execute<{ locale: string; note: string }>(
    sql`select locale, note from edition_corrections order by locale`,
  )
  expect(rows.map(({ locale, note }) => [locale, note.includes(reason)])).toEqual([
    ['el', false],
    ['fr', true],
  ])
})

test('what was written since is published with the correction, and without it stays a draft', async () => {
  await item.saveDraft('en', { teaser: 'In four cities now.' })
  await correct({ kind: 'corrected', locales: ['en'], reasons: { en: 'First word.' } })
  expect((await page('en', `start-${item.id}`)).text).not.toContain('In four cities now.')

  await correct({ kind: 'corrected', locales: ['en'], reasons: { en: 'Second.' }, publishesDraft: true })
  const { text } = await page('en', `start-${item.id}`)
  expect(text).toContain('In four cities now.')
  expect(text.indexOf('Second.')).toBeLessThan(text.indexOf('First word.'))
})

test('a withdrawal takes the language away everywhere, and its page says why', async () => {
  const reason = 'The figures could not be confirmed.'
  await correct({ kind: 'withdrawn', locales: ['en'], reasons: { en: reason } })
  await work()

  const gone = await page('en', `start-${item.id}`)
  expect(gone.status).toBe(410)
  expect(gone.text).toContain(reason)
  expect((await page('fr', `debut-${item.id}`)).status).toBe(200)
  expect(await targets()).toEqual(['site en done', 'channel en done'])
  const event = partners.state.events.at(-1)
  expect([event?.type, event?.data.locale]).toEqual(['item.withdrawn', 'en'])
  expect(JSON.stringify(event?.data)).toContain(reason)
})

test.for([
  { body: { kind: 'mended', locales: ['en'], reasons: {} }, status: 400, field: 'kind' },
  { body: { kind: 'corrected', locales: [], reasons: {} }, status: 400, field: 'locales' },
  { body: { kind: 'corrected', locales: ['xx'], reasons: {} }, status: 400, field: 'locales' },
  { body: { kind: 'corrected', locales: ['en'] }, status: 400, field: 'reasons' },
  { body: { kind: 'corrected', locales: ['en'], reasons: { en: '  ' } }, status: 422, field: 'reasons' },
  {
    body: { kind: 'corrected', locales: ['en'], reasons: { en: 'x'.repeat(501) } },
    status: 422,
    field: 'reasons',
  },
  { body: { kind: 'withdrawn', locales: ['el'], reasons: { el: 'λόγος' } }, status: 422, field: 'locales' },
])('what cannot be done names $field, and nothing happens', async ({ body, status, field }) => {
  const answer = await correct(body)
  expect([answer.status, answer.body.field]).toEqual([status, field])
  expect((await told()).corrections).toEqual([])
})

test('only those who publish correct, and strangers see nothing', async () => {
  const order = { kind: 'withdrawn', locales: ['en'], reasons: { en: 'No.' } }
  expect((await correct(order, translator)).status).toBe(403)
  expect((await correct(order, null)).status).toBe(401)
  expect((await rest(`/dissemination/news/${item.id}/corrections`, {})).status).toBe(401)
})
