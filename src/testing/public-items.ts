import config from '@payload-config'
import { getPayload } from 'payload'
import { afterAll } from 'vitest'

import { projectWork } from '../reading/documents/project-documents.ts'
import { answerV1 } from '../reading/v1/router.ts'
import { answerFeed } from '../site/feed-answer.ts'
import { createTestItem, type TestItem } from './create-item.ts'
import { createTestNetwork } from './create-network.ts'
import { visitor } from './visitor.ts'

/**
 * For the top of a test file: a network with an item about finance in Belgium, one about nothing and one that was taken back,
 * each in English, and whoever reads them.
 */
export async function publicItems() {
  const payload = await getPayload({ config })
  const reader = visitor(payload)
  reader.now = new Date()
  await createTestNetwork(payload, ['en', 'fr'])
  const finance = await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Finance' } })
  await payload.create({ collection: 'topics', locale: 'en', data: { label: 'Training' } })
  const country = await payload.create({
    collection: 'terms',
    locale: 'en',
    data: { vocabulary: 'countries', code: 'BE', label: 'Belgium' },
  })
  const tell = async (changes: Parameters<TestItem['publish']>[1]) => {
    const item = await createTestItem(payload)
    await item.publish('en', changes)
    return item
  }
  const aboutFinance = await tell({ title: 'On finance', topics: [finance.id], countries: [country.id] })
  const aboutNothing = await tell({ title: 'On nothing' })
  const withdrawn = await tell({ title: 'Taken back', topics: [finance.id] })
  await projectWork(payload)
  await withdrawn.saveDraft('en', {}, { unpublish: true })
  await projectWork(payload)
  afterAll(() => payload.destroy())

  const open = (path: string, headers: Record<string, string> = {}) => {
    const [, locale = '', , collection = '', file = ''] = new URL(path, 'http://localhost').pathname.split(
      '/',
    )
    return answerFeed(reader.get(path, headers), { locale, collection, file })
  }
  const linked = (path: string) =>
    answerV1(payload, new Request(`http://localhost:3000/v1/news/${path}`), new Date())
  const titles = async (path: string) =>
    JSON.parse(await (await open(path)).text()).items.map(({ title }: { title: string }) => title)

  return { payload, reader, aboutFinance, aboutNothing, withdrawn, open, linked, titles }
}
