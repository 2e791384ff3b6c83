import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { projectWork } from '../../reading/documents/project-documents.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { harvestedNetwork, idOf, list, sorted } from '../../testing/harvested-network.ts'

const { payload, items, read, errorOf, harvest, truth } = await harvestedNetwork()

test('whoever harvests in small pages while items change has in the end what is there', async () => {
  const [first, second, third] = items as [TestItem, TestItem, TestItem]
  const kept = await harvest('metadataPrefix=oai_dc', async (page) => {
    if (page === 1) {
      await first.publish('en', { title: 'Changed meanwhile' })
      await second.saveDraft('fr', {}, { unpublish: true })
    }
    if (page === 2) {
      await payload.delete({ collection: 'news', id: third.id })
      const late = await createTestItem(payload)
      await late.publish('en', { title: 'Came late' })
      items.push(late)
    }
    await projectWork(payload)
  })

  expect(sorted(kept)).toEqual(sorted(await truth()))
  expect(kept.get(idOf(first, 'en'))?.title).toBe('Changed meanwhile')
  expect(kept.get(idOf(second, 'fr'))).toEqual({ status: 'deleted', title: undefined })
})

test('whoever asks for what changed since the last answer gets that, and what went out of a topic’s set too', async () => {
  const [, second] = items as [TestItem, TestItem]
  const { rows } = await databaseOf(payload).execute<{ at: string | Date }>(
    sql`select max(changed_at) as at from public_documents`,
  )
  const from = `${new Date(rows[0]?.at ?? 0).toISOString().slice(0, 19)}Z`
  await second.publish('en', { title: 'Once more' })
  await projectWork(payload)

  const since = await harvest(`metadataPrefix=oai_dc&from=${from}`)
  expect(since.get(idOf(second, 'en'))?.title).toBe('Once more')
  const ofTopic = await harvest('metadataPrefix=oai_dc&set=topic:finance')
  expect([...ofTopic.keys()].sort()).toEqual(
    [0, 1].flatMap((place) => ['en', 'fr'].map((locale) => idOf(items[place] as TestItem, locale))).sort(),
  )
  expect(ofTopic.get(idOf(second, 'fr'))?.status).toBe('deleted')
})

test('a grant that was corrected reaches whoever asks for what changed since', async () => {
  const term = (code: string) => ({ vocabulary: 'programmes' as const, code, label: 'Programme' })
  const programme = await payload.create({ collection: 'terms', locale: 'en', data: term('smp') })
  const project = await payload.create({
    collection: 'projects',
    locale: 'en',
    data: {
      acronym: 'SAMPLE',
      title: 'Sample',
      statement: 'co-funded',
      grantNumber: '101000001',
      programme: programme.id,
    },
  })
  const item = await createTestItem(payload)
  await item.saveDraft('en', { projects: [project.id] })
  await item.publish('en')
  await projectWork(payload)
  await databaseOf(payload).execute(
    sql`update public_documents set changed_at = changed_at - interval '1 hour'`,
  )
  const from = `${new Date(Date.now() - 30 * 60_000).toISOString().slice(0, 19)}Z`
  const sinceThen = `${list}&from=${from}`
  const told = async () => {
    const { ListRecords } = await read(sinceThen)
    const [record] = ListRecords.record
    return [record.header[0].identifier, record.metadata['oai_dc:dc']['dc:relation']]
  }
  expect(await errorOf(sinceThen)).toBe('noRecordsMatch')

  await payload.update({ collection: 'projects', id: project.id, data: { grantNumber: '101000002' } })
  await projectWork(payload)
  expect(await told()).toEqual([idOf(item, 'en'), 'info:eu-repo/grantAgreement/EC//101000002'])

  await databaseOf(payload).execute(
    sql`update public_documents set changed_at = changed_at - interval '1 hour'`,
  )
  await payload.update({ collection: 'terms', id: programme.id, locale: 'en', data: term('horizon') })
  await projectWork(payload)
  expect((await told())[0]).toBe(idOf(item, 'en'))
})

test.for([
  ['of another history', { epoch: '00000000' }],
  ['past the last change', { after: 1_000_000 }],
] as const)('a token %s begins no page', async ([, changed]) => {
  const { ListRecords } = await read(list)
  const token = JSON.parse(Buffer.from(ListRecords.resumptionToken['#text'], 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...token, ...changed })).toString('base64url')

  expect(await errorOf(`?verb=ListRecords&resumptionToken=${forged}`)).toBe('badResumptionToken')
})

test('after a restore of a backup everything counts as changed, so that whoever harvests by date gets what is there', async () => {
  const { rows } = await databaseOf(payload).execute<{ epoch: string; since: string | null }>(
    sql`select epoch, since from change_histories`,
  )
  expect(rows).toEqual([{ epoch: expect.stringMatching(/^[0-9a-f]{8}$/), since: null }])
  const { ListRecords } = await read('?verb=ListRecords&metadataPrefix=oai_dc')
  const token = ListRecords.resumptionToken['#text']
  const lastHarvest = `${new Date(Date.now() - 1000).toISOString().slice(0, 19)}Z`
  // What came back with the backup names the history that it was taken in.
  await databaseOf(payload).execute(sql`
    update public_documents set changed_at = changed_at - interval '1 day'`)
  expect(await errorOf(`${list}&from=${lastHarvest}`)).toBe('noRecordsMatch')
  await databaseOf(payload).execute(sql`update change_histories set epoch = '00000000'`)

  const again = await harvest(`metadataPrefix=oai_dc&from=${lastHarvest}`)
  expect([...again.keys()].sort()).toEqual([...(await truth()).keys()].sort())
  expect([...again.values()].filter(({ status }) => status === 'deleted').length).toBeGreaterThan(0)
  expect(await errorOf(`${list}&until=${lastHarvest}`)).toBe('noRecordsMatch')
  const { Identify } = await read('?verb=Identify')
  const one = await read(
    `?verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(idOf(items[0] as TestItem, 'fr'))}`,
  )
  expect(one.GetRecord.record[0].header[0].datestamp).toBe(Identify.earliestDatestamp)
  expect(Identify.earliestDatestamp > lastHarvest).toBe(true)
  const otherEpoch = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(token, 'base64url').toString()), epoch: '00000000' }),
  ).toString('base64url')
  expect(await errorOf(`?verb=ListRecords&resumptionToken=${otherEpoch}`)).toBe('badResumptionToken')
})
