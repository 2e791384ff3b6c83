import { expect, test } from 'vitest'

import { cellNetwork } from '../../testing/cell-network.ts'

const { payload, database, item, channelId, translator, look, post, work, texts, firstLines, cell } =
  await cellNetwork()
// The product reads its environment when it is imported, so that comes after the partners have their address.
const { defaultLimits } = await import('../../channels/mastodon-limits.ts')
const { noteVerified } = await import('../../ledger/channel-checks.ts')
const { signIn } = await import('../../testing/api.ts')

test('a cell is there before anything was planned, with the channel’s rule', async () => {
  expect(await cell()).toMatchObject({
    channelName: 'Mastodon en',
    service: 'mastodon',
    isPublic: false,
    delivery: null,
    choice: null,
    rule: 'auto',
    canDo: [],
  })
})

test('the preview is what is posted, with an editor’s words', async () => {
  const saved = await post('choices', { text: 'Come and mentor' })
  expect(saved).toMatchObject({ status: 200, body: { choice: { text: 'Come and mentor', picture: 'item' } } })
  await item().publish('en')
  const shown = await look('preview')
  await work()

  expect(shown.body).toMatchObject({ service: 'mastodon', look: 'post', faults: [] })
  expect(texts()).toEqual([shown.body.post.text])
  expect(texts()[0]).toContain('Come and mentor')
})

test('the preview goes by what the server takes, as it said when the account was tested', async () => {
  await item().publish('en')
  await noteVerified(channelId(), { end: null, limits: { ...defaultLimits, maxCharacters: 5000 } }, database)
  const shown = await look('preview')

  expect(shown.body.post.report.limit).toBe(5000)
})

test('a preview of words that are not saved changes nothing', async () => {
  const shown = await post('preview', { text: 'Perhaps like this' })

  expect(shown.body.post.text).toContain('Perhaps like this')
  expect(await cell()).toMatchObject({ choice: null })
})

test.for([
  { what: 'choices', body: { channelId: 'x' }, field: 'channelId', remedy: 'Mastodon en' },
  { what: 'choices', body: { locale: 'fr' }, field: 'locale', remedy: 'en' },
  { what: 'choices', body: { wanted: 'maybe' }, field: 'wanted', remedy: 'yes, no' },
  { what: 'choices', body: { picture: 'own' }, field: 'pictureId', remedy: 'media.id' },
  { what: 'choices', body: { pictureId: crypto.randomUUID() }, field: 'pictureId', remedy: 'media.id' },
  { what: 'choices', body: { scheduledFor: 'soon' }, field: 'scheduledFor', remedy: '2027-01-04' },
  { what: 'choices', body: { colour: 'red' }, field: 'colour', remedy: 'wanted' },
  { what: 'approval', body: { decision: 'perhaps' }, field: 'decision', remedy: 'approve' },
  { what: 'decide', body: { decision: 'adopt' }, field: 'url', remedy: 'https://' },
  { what: 'decide', body: { decision: 'adopt', url: 'javascript:1' }, field: 'url', remedy: 'https://' },
])('what cannot be used is named with its remedy ($what $body)', async ({ what, body, field, remedy }) => {
  const answer = await post(what, body)

  expect(answer).toMatchObject({ status: 400, body: { error: 'invalid', field } })
  expect(answer.body.remedy).toContain(remedy)
})

test('nobody from outside, and no key of a partner, sees or changes a cell', async () => {
  expect(await look('preview', null)).toMatchObject({
    status: 401,
  })
  const reader = await signIn(payload, { roles: ['contributor'] })
  expect(await post('choices', { wanted: 'no' }, reader)).toMatchObject({ status: 404 })
  expect(await post('decide', { decision: 'withdraw' }, translator)).toMatchObject({ status: 403 })
})

test('words of somebody who may not publish wait for an editor, who alone approves them', async () => {
  await post('choices', { text: 'A translator’s words' }, translator)
  await item().publish('en')
  await work()
  expect(texts()).toEqual([])
  expect(await cell()).toMatchObject({ delivery: { state: 'held', reason: 'awaits-approval' } })

  expect(await post('approval', { decision: 'approve' }, translator)).toMatchObject({ status: 403 })
  expect(await post('approval', { decision: 'approve' })).toMatchObject({
    status: 200,
    body: { choice: { approval: 'approved' } },
  })
  await work()
  expect(firstLines()).toEqual(['A translator’s words'])
})

test('what is scheduled can be published now', async () => {
  await post('choices', { scheduledFor: '2999-01-01T08:00:00Z' })
  await item().publish('en')
  await work()
  expect(texts()).toEqual([])

  const decided = await post('decide', { decision: 'publish-now' })
  expect(decided).toMatchObject({ status: 200, body: { cell: { delivery: { origin: 'manual' } } } })
  await work()
  expect(firstLines()).toEqual(['Mentoring starts (en)'])
})

test('an item is withdrawn from one channel and comes back to it', async () => {
  await item().publish('en')
  await work()
  await post('decide', { decision: 'withdraw' })
  await work()
  expect(texts()).toEqual([])

  await post('choices', { wanted: 'yes' })
  await work()
  expect(firstLines()).toEqual(['Mentoring starts (en)'])
})

test('a channel that takes one topic gets what is about it, and says why it gets nothing else', async () => {
  const topic = await payload.create({ collection: 'topics', data: { label: 'Finance' } })
  await payload.update({ collection: 'channels', id: channelId(), data: { topics: [topic.id] } })
  await item().publish('en')
  await work()
  expect(await cell()).toMatchObject({
    rule: 'topic-not-wanted',
    delivery: { state: 'skipped', reason: 'topic-not-wanted' },
  })

  await item().publish('en', { topics: [topic.id] })
  await work()
  expect(firstLines()).toEqual(['Mentoring starts (en)'])
})
