import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { keepEdition } from '../../ledger/editions.ts'
import { projectWork } from '../../reading/documents/project-documents.ts'
import { answerV1 } from '../../reading/v1/router.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'
import { visitor } from '../../testing/visitor.ts'
import { answerNewsletterFeed } from './archive-answers.ts'

let payload: Payload
let slug: string

const DISCLAIMER = 'Views expressed are those of the authors only.'
const ofLetter = {
  project: 'LETTER',
  statement: 'funded',
  text: 'Financé par l’Union européenne',
  emblemUrl: null,
  disclaimer: { text: DISCLAIMER, locale: 'en' },
}
const ofItem = {
  project: 'ITEM',
  statement: 'co-funded',
  text: 'Cofinancé par l’Union européenne',
  emblemUrl: 'http://localhost:3000/brand/eu-emblem.png',
  disclaimer: { text: DISCLAIMER, locale: 'en' },
}

/** A letter in French of one project, with an item of another that is shown in English. */
beforeAll(async () => {
  payload = await getPayload({ config })
  const newsletter = await createTestNewsletter(payload)
  const disclaimers = [
    { locale: 'en' as const, text: DISCLAIMER, source: 'Grant agreement', approvedBy: 'Sample officer' },
  ]
  const project = (data: object) =>
    payload.create({
      collection: 'projects',
      locale: 'en',
      data: { title: 'Sample', acronym: '', statement: 'funded', disclaimers, ...data },
    })
  const letters = await project({ acronym: 'LETTER' })
  const items = await project({ acronym: 'ITEM', statement: 'co-funded', awardSigned: true })
  const { slug: named } = await payload.update({
    collection: 'newsletters',
    id: newsletter.id,
    data: { project: letters.id },
  })
  slug = named ?? ''
  const item = await createTestItem(payload)
  await item.saveDraft('en', { projects: [items.id] })
  await item.publish('en')
  await projectWork(payload)
  const issueId = await newsletter.createIssue([{ relationTo: 'news', value: item.id }])
  await keepEdition(
    {
      issueId,
      locale: 'fr',
      subject: 'Lettre',
      preheader: 'En bref',
      html: '',
      text: '',
      contentHash: '',
      manifest: [
        { collection: 'news', id: item.id, shownIn: 'en', reason: 'not-translated-shown-labelled' },
        { collection: 'news', id: crypto.randomUUID(), shownIn: null, reason: 'not-public' },
      ],
    },
    databaseOf(payload),
  )
  await databaseOf(payload).execute(
    sql`update issues set state = 'sent', sent_at = now() where id = ${issueId}`,
  )
})
afterAll(() => payload.destroy())

const read = async (path: string) => {
  const answer = await answerV1(
    payload,
    new Request(`http://localhost:3000/v1/newsletters${path}?locale=fr`),
    new Date(),
  )
  return (await answer.json()).data[0]
}

test('a newsletter says whose it is and who pays for it, in the language of the answer', async () => {
  expect(await read('')).toMatchObject({ attribution: 'EMEN', funding: [ofLetter] })
})

test('an issue names also who paid for what it shows, and whether a machine translated any of it', async () => {
  const terms = async () => {
    const { attribution, funding, machineTranslated } = await read(`/${slug}/issues`)
    return { attribution, funding, machineTranslated }
  }
  expect(await terms()).toEqual({
    attribution: 'EMEN',
    funding: [ofLetter, ofItem],
    machineTranslated: false,
  })
  await databaseOf(payload).execute(
    sql`update public_documents set document = document || '{"machineTranslated": true}' where collection = 'news'`,
  )
  expect((await terms()).machineTranslated).toBe(true)
})

test.for(['atom.xml', 'rss.xml'])('the feed %s of a newsletter says so in its entries', async (file) => {
  const asked = { locale: 'fr', newsletter: slug, file }
  const feed = await (await answerNewsletterFeed(visitor(payload).get('/'), asked)).text()

  expect(feed).toContain('<schema:creditText>EMEN</schema:creditText>')
  for (const { text } of [ofLetter, ofItem]) expect(feed).toContain(text)
  expect(feed).toContain('lang=&quot;en&quot; dir=&quot;ltr&quot;&gt;Views expressed')
})
