import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { defaultLimits } from '../channels/mastodon-limits.ts'
import { composeText } from '../channels/mastodon-text.ts'
import { publishedBody } from '../channels/webhook-body.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { readPublished } from '../content/read-published.ts'
import { databaseOf, sql } from '../database/database.ts'
import { translator } from '../i18n/translator.ts'
import { renderEdition } from '../newsletter/render-edition.ts'
import { type Credentials, graphql, rest, signIn } from '../testing/api.ts'
import { createTestItem, type TestItem } from '../testing/create-item.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { editionProps, shown } from '../testing/editions.ts'
import { type Visitor, visitor } from '../testing/visitor.ts'
import { answerList } from './browse/browse-answer.ts'
import { answerFeed } from './feed-answer.ts'
import { answerItem } from './public-answers.ts'

let payload: Payload
let reader: Visitor
let item: TestItem
let editor: Credentials

beforeAll(async () => {
  payload = await getPayload({ config })
  reader = visitor(payload)
  await createTestNetwork(payload, ['en', 'fr'])
  editor = await signIn(payload, { roles: ['editor'] })
  item = await createTestItem(payload)
  await item.publish('en')
  // As an engine leaves it.
  await databaseOf(payload).execute(sql`
    insert into translation_targets (collection, item_id, locale, key, text, state, source_hash, source_text,
      source_revision, origin, engine)
    select collection, item_id, 'fr', key, field || ' (machine)', 'machine', hash, text, revision, 'engine', 'pseudo'
    from translation_segments where item_id = ${item.id}
  `)
})
afterAll(() => payload.destroy())

const publish = () => rest(`/translation/items/news/${item.id}/fr/publish`, { as: editor, method: 'POST' })

const setPolicy = (machineTranslation: 'drafts' | 'labelled') =>
  payload.updateGlobal({ slug: 'network', data: { machineTranslation } })

async function published(): Promise<PublishedItem> {
  const found = await readPublished(payload, { collection: 'news', id: item.id }, 'fr')
  if (found === null) throw new Error('it is not public')
  return found
}

test('where the network wants drafts only, a machine’s words never become public', async () => {
  const { status, text } = await publish()

  expect(status).toBe(400)
  expect(text).toContain('French: 3 segments were written by a machine')
  expect((await rest(`/news/${item.id}?locale=fr`)).status).toBe(404)
})

test('where they may be public, every output says that a machine wrote them', async () => {
  await setPolicy('labelled')
  expect((await publish()).status).toBe(200)

  const shownItem = await published()
  const site = translator('fr', 'site')
  const label = translator('fr', 'terms')('channel.machineTranslated')
  const place = { locale: 'fr', collection: 'news', slug: shownItem.slug }
  const page = await (await answerItem(reader.get(`/fr/news/${shownItem.slug}`), place)).text()
  expect(page).toContain(site('item.machine'))
  expect(page).toContain(`hreflang="en">${site('item.machineOriginal', { language: 'anglais' })}`)
  const list = await (await answerList(reader.get('/fr/news'), place)).text()
  expect(list).toContain(site('item.machineTag'))
  for (const file of ['atom.xml', 'rss.xml'])
    expect(
      await (await answerFeed(reader.get(`/fr/feeds/news/${file}`), { ...place, file })).text(),
    ).toContain(label)
  expect(composeText(shownItem, defaultLimits, { change: 'published' }).text).toContain(label)
  expect(JSON.parse(publishedBody(shownItem, 'published')).data.machineTranslated).toBe(true)
  const mail = await renderEdition(editionProps({ locale: 'fr', items: [shown(shownItem, 'fr')] }))
  const inMail = translator('fr', 'email')('newsletter.machineTranslated')
  expect([mail.html, mail.text].map((text) => text.includes(inMail))).toEqual([true, true])
})

test('the API says it too, for that language alone', async () => {
  const each = async (locale: string) =>
    (await rest(`/news/${item.id}?locale=${locale}`)).body.machineTranslated
  const { body } = await graphql(`{ NewsItem: allNews(locale: fr) { docs { machineTranslated } } }`)

  expect([await each('fr'), await each('en')]).toEqual([true, false])
  expect(body.data.NewsItem.docs).toEqual([{ machineTranslated: true }])
})

test('nobody can take the label off through the API', async () => {
  await rest(`/news/${item.id}?locale=fr`, {
    as: editor,
    method: 'PATCH',
    body: { machineTranslated: false },
  })

  expect((await published()).machineTranslated).toBe(true)
})

test('once a person has approved the words, the label is gone', async () => {
  const body = { items: [{ collection: 'news', id: item.id }], locales: ['fr'], withMachine: true }
  expect((await rest('/translation/approve', { as: editor, method: 'POST', body })).body).toEqual({
    segments: 3,
  })
  expect((await published()).machineTranslated).toBe(false)
})
