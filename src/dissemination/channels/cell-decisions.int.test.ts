import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import { cellNetwork } from '../../testing/cell-network.ts'

const { payload, database, partners, item, channelId, look, post, work, firstLines, cell } =
  await cellNetwork()

/** The next answer is lost, and nobody can tell what came of it. */
async function leaveInDoubt() {
  await item().publish('en')
  await work()
  await database.execute(sql`
    update channel_deliveries set state = 'unconfirmed', reason = 'unconfirmed', remote_state = 'unconfirmed', remote_id = null, remote_url = null
  `)
}

test('what is in doubt is adopted where it stands, and corrected from then on', async () => {
  await leaveInDoubt()
  expect((await cell()).canDo).toEqual(['adopt', 'assume', 'send-again'])
  const [standing] = partners.state.mastodon.statuses
  const elsewhere = await post('decide', { decision: 'adopt', url: 'https://social.example/@emen/1' })
  expect(elsewhere).toMatchObject({ status: 400, body: { field: 'url' } })
  expect(elsewhere.body.remedy).toContain(`${partners.url}/@`)

  await post('decide', { decision: 'adopt', url: `${partners.url}/@emen_en/${standing?.id}` })
  await item().publish('en', { title: 'Corrected' })
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
  await item().publish('en')
  await work()
  partners.state.mastodon.statuses.length = 0
  await item().publish('en', { title: 'Corrected' })
  await work()
  expect((await cell()).canDo).toContain('recreate')
  await post('decide', { decision: 'recreate' })
  await work()

  expect(firstLines()).toEqual(['Corrected'])
})

test('what somebody changed there is left alone when a person says so', async () => {
  await item().publish('en')
  await work()
  await database.execute(sql`update channel_deliveries set state = 'held', reason = 'changed-there'`)
  expect((await cell()).canDo).toEqual(['withdraw', 'overwrite', 'keep-theirs'])
  await post('decide', { decision: 'keep-theirs' })
  await item().publish('en', { title: 'Corrected' })
  await work()

  expect(firstLines()).toEqual(['Mentoring starts (en)'])
  expect(await cell()).toMatchObject({ delivery: { state: 'skipped', reason: 'kept-theirs' } })
})

test('who decides about a change that somebody made there reads their words beside ours', async () => {
  await item().publish('en')
  await work()
  const [status] = partners.state.mastodon.statuses
  Object.assign(status ?? {}, { text: 'Their own words' })
  const compare = () => look('compare')

  const { status: answered, body } = await compare()
  expect([answered, body.theirs]).toEqual([200, 'Their own words'])
  expect(body.ours).toContain('Mentoring starts (en)')

  await payload.update({
    collection: 'channels',
    id: channelId(),
    data: { secrets: { accessToken: 'of nobody' } },
  })
  expect(await compare()).toMatchObject({ status: 502, body: { error: 'not-answered' } })
})

test.for([
  { name: 'the words that were read', says: (seen: unknown) => ({ seen }), texts: ['Their last words'] },
  { name: 'what stood there when it was decided', says: () => ({}), texts: ['Mentoring starts (en)'] },
])('who wants ours to stand means $name', async ({ says, texts: left }) => {
  await item().publish('en')
  await work()
  const edit = (text: string) =>
    Object.assign(partners.state.mastodon.statuses[0] ?? {}, { text, editedAt: new Date().toISOString() })
  edit('Their own words')
  await database.execute(sql`update channel_deliveries set state = 'held', reason = 'changed-there'`)
  const { body } = await look('compare')
  edit('Their last words')
  expect(await post('decide', { decision: 'overwrite', ...says(body.seen) })).toMatchObject({ status: 200 })
  await work()

  expect(firstLines()).toEqual(left)
})

test('what is not open now is refused', async () => {
  await item().publish('en')
  await work()

  expect(await post('decide', { decision: 'send-again' })).toMatchObject({
    status: 409,
    body: { error: 'not-open-now' },
  })
})

test('an attempt that failed is kept with what the other side said, without our secret', async () => {
  await item().publish('en')
  partners.failNext({ kind: 'answer', status: 422 })
  await work()
  const { rows } = await database.execute<Record<string, unknown>>(
    sql`select outcome, reason, error, status, took_ms from channel_attempts`,
  )

  expect(rows).toMatchObject([
    { outcome: 'failed', reason: 'rejected', status: 422, error: expect.stringContaining('answered 422') },
  ])
  expect(await cell()).toMatchObject({ canDo: ['retry', 'adopt'] })
})
