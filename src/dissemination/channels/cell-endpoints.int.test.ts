import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Partners } from '../../demo/partners/server.ts'
import type { TestItem } from '../../testing/create-item.ts'
import { addMastodon, startPartnerNetwork } from '../../testing/partner-network.ts'

const partners: Partners = await startPartnerNetwork()
// The product reads its environment when it is imported, so that comes after the partners have their address.
const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const { databaseOf, sql } = await import('../../database/database.ts')
const { defaultLimits } = await import('../../channels/mastodon-limits.ts')
const { noteVerified } = await import('../../ledger/channel-checks.ts')
const { dueDeliveries } = await import('../../ledger/channel-deliveries.ts')
const { rest, signIn } = await import('../../testing/api.ts')
const { createTestItem } = await import('../../testing/create-item.ts')
const { createTestNetwork } = await import('../../testing/create-network.ts')
const { deliverToChannel } = await import('../deliver-to-channel.ts')
const { planChanges } = await import('../plan-changes.ts')
const { itemCells } = await import('./item-cells.ts')

let payload: Payload
let editor: string
let translator: string
let item: TestItem
let channelId: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr'])
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['en'] })
})
afterAll(async () => {
  await payload.destroy()
  await partners.stop()
})
beforeEach(async () => {
  partners.state.mastodon.statuses.length = 0
  await databaseOf(payload).execute(sql`
    truncate channel_deliveries, channel_attempts, channel_choices, item_corrections, outbox
  `)
  await payload.delete({ collection: 'channels', where: { id: { exists: true } } })
  channelId = await addMastodon(payload, partners, 'en')
  item = await createTestItem(payload)
})

const post = (what: string, body: object, as = editor) =>
  rest(`/dissemination/news/${item.id}/${what}`, {
    method: 'POST',
    as,
    body: { channelId, locale: 'en', ...body },
  })

async function work() {
  await planChanges(payload)
  for (let round = 0; round < 4; round++)
    for (const id of await dueDeliveries(100, databaseOf(payload))) await deliverToChannel(payload, id)
}

const texts = () =>
  partners.state.mastodon.statuses.filter(({ removedAt }) => removedAt === null).map(({ text }) => text)
const firstLines = () => texts().map((text) => text.split('\n')[0])

async function cell() {
  const cells = await itemCells(payload, { collection: 'news', id: item.id })
  const found = cells.find((each) => each.locale === 'en')
  if (found === undefined) throw new Error('the channel has no such cell')
  return found
}

/** The next answer is lost, and nobody can tell what came of it. */
async function leaveInDoubt() {
  await item.publish('en')
  await work()
  await databaseOf(payload).execute(sql`
    update channel_deliveries set state = 'unconfirmed', reason = 'unconfirmed', remote_state = 'unconfirmed', remote_id = null, remote_url = null
  `)
}

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
  await item.publish('en')
  const shown = await rest(`/dissemination/news/${item.id}/preview?channelId=${channelId}&locale=en`, {
    as: editor,
  })
  await work()

  expect(shown.body).toMatchObject({ service: 'mastodon', look: 'post', faults: [] })
  expect(texts()).toEqual([shown.body.post.text])
  expect(texts()[0]).toContain('Come and mentor')
})

test('the preview goes by what the server takes, as it said when the account was tested', async () => {
  await item.publish('en')
  await noteVerified(
    channelId,
    { end: null, limits: { ...defaultLimits, maxCharacters: 5000 } },
    databaseOf(payload),
  )
  const shown = await rest(`/dissemination/news/${item.id}/preview?channelId=${channelId}&locale=en`, {
    as: editor,
  })

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
  expect(await rest(`/dissemination/news/${item.id}/preview?channelId=${channelId}&locale=en`)).toMatchObject(
    {
      status: 401,
    },
  )
  const reader = await signIn(payload, { roles: ['contributor'] })
  expect(await post('choices', { wanted: 'no' }, reader)).toMatchObject({ status: 404 })
  expect(await post('decide', { decision: 'withdraw' }, translator)).toMatchObject({ status: 403 })
})

test('words of somebody who may not publish wait for an editor, who alone approves them', async () => {
  await post('choices', { text: 'A translator’s words' }, translator)
  await item.publish('en')
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
  await item.publish('en')
  await work()
  expect(texts()).toEqual([])

  const decided = await post('decide', { decision: 'publish-now' })
  expect(decided).toMatchObject({ status: 200, body: { cell: { delivery: { origin: 'manual' } } } })
  await work()
  expect(firstLines()).toEqual(['Mentoring starts (en)'])
})

test('an item is withdrawn from one channel and comes back to it', async () => {
  await item.publish('en')
  await work()
  await post('decide', { decision: 'withdraw' })
  await work()
  expect(texts()).toEqual([])

  await post('choices', { wanted: 'yes' })
  await work()
  expect(firstLines()).toEqual(['Mentoring starts (en)'])
})

test('what is in doubt is adopted where it stands, and corrected from then on', async () => {
  await leaveInDoubt()
  expect((await cell()).canDo).toEqual(['adopt', 'assume', 'send-again'])
  const [standing] = partners.state.mastodon.statuses
  const elsewhere = await post('decide', { decision: 'adopt', url: 'https://social.example/@emen/1' })
  expect(elsewhere).toMatchObject({ status: 400, body: { field: 'url' } })
  expect(elsewhere.body.remedy).toContain(`${partners.url}/@`)

  await post('decide', { decision: 'adopt', url: `${partners.url}/@emen_en/${standing?.id}` })
  await item.publish('en', { title: 'Corrected' })
  await work()

  expect(await cell()).toMatchObject({ delivery: { remoteState: 'live' } })
  expect(firstLines()).toEqual(['Corrected'])
  expect(partners.state.mastodon.statuses).toHaveLength(1)
})

test('what is in doubt and did not arrive is sent again', async () => {
  await leaveInDoubt()
  partners.state.mastodon.statuses.length = 0
  await post('decide', { decision: 'send-again' })
  await work()

  expect(firstLines()).toEqual(['Mentoring starts (en)'])
  expect(await cell()).toMatchObject({ delivery: { state: 'submitted', remoteState: 'live' } })
})

test('a post that was removed there is put back when a person wants it', async () => {
  await item.publish('en')
  await work()
  partners.state.mastodon.statuses.length = 0
  await item.publish('en', { title: 'Corrected' })
  await work()
  expect((await cell()).canDo).toContain('recreate')
  await post('decide', { decision: 'recreate' })
  await work()

  expect(firstLines()).toEqual(['Corrected'])
})

test('what somebody changed there is left alone when a person says so', async () => {
  await item.publish('en')
  await work()
  await databaseOf(payload).execute(
    sql`update channel_deliveries set state = 'held', reason = 'changed-there'`,
  )
  expect((await cell()).canDo).toEqual(['withdraw', 'overwrite', 'keep-theirs'])
  await post('decide', { decision: 'keep-theirs' })
  await item.publish('en', { title: 'Corrected' })
  await work()

  expect(firstLines()).toEqual(['Mentoring starts (en)'])
  expect(await cell()).toMatchObject({ delivery: { state: 'skipped', reason: 'kept-theirs' } })
})

test('who decides about a change that somebody made there reads their words beside ours', async () => {
  await item.publish('en')
  await work()
  const [status] = partners.state.mastodon.statuses
  Object.assign(status ?? {}, { text: 'Their own words' })
  const compare = () =>
    rest(`/dissemination/news/${item.id}/compare?channelId=${channelId}&locale=en`, { as: editor })

  const { status: answered, body } = await compare()
  expect([answered, body.theirs]).toEqual([200, 'Their own words'])
  expect(body.ours).toContain('Mentoring starts (en)')

  await payload.update({
    collection: 'channels',
    id: channelId,
    data: { secrets: { accessToken: 'of nobody' } },
  })
  expect(await compare()).toMatchObject({ status: 502, body: { error: 'not-answered' } })
})

test.for([
  { name: 'the words that were read', says: (seen: unknown) => ({ seen }), texts: ['Their last words'] },
  { name: 'what stood there when it was decided', says: () => ({}), texts: ['Mentoring starts (en)'] },
])('who wants ours to stand means $name', async ({ says, texts: left }) => {
  await item.publish('en')
  await work()
  const edit = (text: string) =>
    Object.assign(partners.state.mastodon.statuses[0] ?? {}, { text, editedAt: new Date().toISOString() })
  edit('Their own words')
  await databaseOf(payload).execute(
    sql`update channel_deliveries set state = 'held', reason = 'changed-there'`,
  )
  const { body } = await rest(`/dissemination/news/${item.id}/compare?channelId=${channelId}&locale=en`, {
    as: editor,
  })
  edit('Their last words')
  expect(await post('decide', { decision: 'overwrite', ...says(body.seen) })).toMatchObject({ status: 200 })
  await work()

  expect(firstLines()).toEqual(left)
})

test('what is not open now is refused', async () => {
  await item.publish('en')
  await work()

  expect(await post('decide', { decision: 'send-again' })).toMatchObject({
    status: 409,
    body: { error: 'not-open-now' },
  })
})

test('a channel that takes one topic gets what is about it, and says why it gets nothing else', async () => {
  const topic = await payload.create({ collection: 'topics', data: { label: 'Finance' } })
  await payload.update({ collection: 'channels', id: channelId, data: { topics: [topic.id] } })
  await item.publish('en')
  await work()
  expect(await cell()).toMatchObject({
    rule: 'topic-not-wanted',
    delivery: { state: 'skipped', reason: 'topic-not-wanted' },
  })

  await payload.update({
    collection: 'news',
    id: item.id,
    locale: 'en',
    data: { topics: [topic.id], _status: 'published' },
  })
  await work()
  expect(firstLines()).toEqual(['Mentoring starts (en)'])
})

test('an attempt that failed is kept with what the other side said, without our secret', async () => {
  await item.publish('en')
  partners.failNext({ kind: 'answer', status: 422 })
  await work()
  const { rows } = await databaseOf(payload).execute<Record<string, unknown>>(
    sql`select outcome, reason, error, status, took_ms from channel_attempts`,
  )

  expect(rows).toMatchObject([
    { outcome: 'failed', reason: 'rejected', status: 422, error: expect.stringContaining('answered 422') },
  ])
  expect(await cell()).toMatchObject({ canDo: ['retry', 'adopt'] })
})
