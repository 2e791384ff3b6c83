import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { changesOf } from '../../outbox/outbox.ts'
import { graphql, rest, signIn } from '../../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../../testing/create-practice.ts'
import { publishScheduled } from './publish-scheduled.ts'
import { claimDue, hasDuePublications, settleScheduled } from './scheduled-publications.ts'

const YEAR = new Date().getUTCFullYear() + 1

let payload: Payload
let around: Surroundings
let editor: string
let translator: string
let id: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr', 'el'])
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['fr'] })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(sql`delete from scheduled_publications`)
  const created = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...practiceFacts(around), ...practiceTexts('English') },
  })
  id = created.id
  await write('fr', practiceTexts('French'))
})

const write = (locale: Locale, data: object) =>
  payload.update({ collection: 'practices', id, locale, draft: true, data })

const plan = (order: object, as: string | null = editor) =>
  rest(`/publication/practices/${id}/schedule`, {
    as,
    method: 'POST',
    body: {
      action: 'publish',
      locales: ['fr'],
      at: `${YEAR}-12-01T09:00`,
      timeZone: 'Europe/Athens',
      ...order,
    },
  })

/** Lets the moment of everything that is planned come. */
const letTimePass = () =>
  databaseOf(payload).execute(sql`
    update scheduled_publications set due_at = now() - interval '1 second', lease_until = null
    where state = 'planned'
  `)

const publicLocales = async (): Promise<string[]> => {
  const { status, body } = await rest(`/practices/${id}?locale=all`)
  return status === 200 ? Object.keys(body._status).sort() : []
}

const scheduled = async () => {
  const { body } = await rest(`/publication/practices/${id}`, { as: editor })
  return body.scheduled.map(
    (each: Record<string, unknown>) => `${each.locale} ${each.action} ${each.state} ${each.reason}`,
  )
}

test('a moment is told as a clock on the wall shows it, in its time zone', async () => {
  const { status, body } = await plan({})
  expect(status).toBe(201)
  expect(body.scheduled).toMatchObject([
    {
      locale: 'fr',
      action: 'publish',
      dueAt: `${YEAR}-12-01T07:00:00.000Z`,
      timeZone: 'Europe/Athens',
      state: 'planned',
    },
  ])
})

test('nothing happens before its moment, everything when it has come', async () => {
  await plan({ locales: ['fr', 'en'] })
  expect(await hasDuePublications(databaseOf(payload))).toBe(false)
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual([])
  await letTimePass()
  expect(await hasDuePublications(databaseOf(payload))).toBe(true)
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual(['en', 'fr'])
  expect(await scheduled()).toEqual(['en publish done null', 'fr publish done null'])
})

test('all languages are those of that moment', async () => {
  await plan({ locales: 'all' })
  await write('el', practiceTexts('Greek'))
  await letTimePass()
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual(['el', 'en', 'fr'])
})

test('one language is taken back at its moment, and only that one', async () => {
  await plan({ locales: 'all' })
  await letTimePass()
  await publishScheduled(payload)
  await plan({ action: 'unpublish', locales: ['fr'] })
  await letTimePass()
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual(['en'])
})

test.for([
  [{ at: '2020-01-01T09:00' }, 'at', 'That moment has passed. Choose a later one, or publish now.'],
  [{ at: 'soon' }, 'at', 'There is no such date and time. Enter it as 2026-12-01T09:00.'],
  [{ at: `${YEAR + 9}-01-01T09:00` }, 'at', 'That is more than five years away. Check the year.'],
  [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'There is no such time zone. Enter one such as Europe/Athens.'],
  [{ timeZone: undefined }, 'timeZone', 'There is no such time zone. Enter one such as Europe/Athens.'],
  [{ locales: ['xx'] }, 'locales', 'Name the languages, such as fr and el, or all.'],
] as const)('a moment that cannot be is refused, and says why: %o', async ([order, path, message]) => {
  const { status, body } = await plan(order)
  expect([status, body.errors[0].data.errors[0]]).toMatchObject([400, { path, message }])
  expect(await scheduled()).toEqual([])
})

test('only editors plan, see and cancel', async () => {
  const { body } = await plan({})
  const cancel = `/publication/practices/${id}/schedule/${body.scheduled[0].scheduledId}/cancel`
  for (const [as, status] of [
    [translator, 403],
    [null, 401],
  ] as const) {
    expect((await plan({}, as)).status).toBe(status)
    expect((await rest(`/publication/practices/${id}`, { as })).status).toBe(status)
    expect((await rest(cancel, { as, method: 'POST' })).status).toBe(status)
  }
  expect(await scheduled()).toEqual(['fr publish planned null'])
})

test('what was cancelled does not happen, and cannot be cancelled twice', async () => {
  const { body } = await plan({})
  const cancel = `/publication/practices/${id}/schedule/${body.scheduled[0].scheduledId}/cancel`
  expect((await rest(cancel, { as: editor, method: 'POST' })).status).toBe(200)
  expect((await rest(cancel, { as: editor, method: 'POST' })).status).toBe(409)
  await letTimePass()
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual([])
  expect(await scheduled()).toEqual(['fr publish cancelled null'])
})

test('the same is planned once, however often it is asked for', async () => {
  await plan({})
  await plan({})
  expect(await scheduled()).toEqual(['fr publish planned null'])
})

test('a language that is not complete by then is named, and does not hold up the others', async () => {
  await plan({ locales: ['fr', 'en'] })
  await write('fr', { summary: '' })
  await letTimePass()
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual(['en'])
  expect(await scheduled()).toEqual(['en publish done null', 'fr publish failed incomplete: summary'])
})

test('who may not publish any more publishes nothing with what they planned before', async () => {
  const former = await signIn(payload, { roles: ['editor'] })
  await plan({}, former)
  const { rows } = await databaseOf(payload).execute<{ created_by: string }>(
    sql`select created_by from scheduled_publications`,
  )
  await payload.update({
    collection: 'users',
    id: rows[0]?.created_by ?? '',
    data: { roles: ['translator'] },
  })
  await letTimePass()
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual([])
  expect(await scheduled()).toEqual(['fr publish failed not-allowed'])
})

test('an item that is gone by then is said to be gone', async () => {
  await plan({})
  await payload.delete({ collection: 'practices', id })
  await letTimePass()
  await publishScheduled(payload)
  expect(await scheduled()).toEqual(['fr publish failed no-such-item'])
})

test('two workers carry out each plan once', async () => {
  await plan({ locales: ['en', 'fr'] })
  await letTimePass()
  await Promise.all([publishScheduled(payload), publishScheduled(payload), publishScheduled(payload)])
  expect(await scheduled()).toEqual(['en publish done null', 'fr publish done null'])
  const changes = await changesOf({ collection: 'practices', id }, databaseOf(payload))
  expect(changes.filter(({ kind }) => kind === 'published')).toHaveLength(2)
})

test('what a killed worker held is carried out by the next, and the dead one settles nothing', async () => {
  await plan({})
  await letTimePass()
  const database = databaseOf(payload)
  const held = await claimDue(database)
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual([])
  await letTimePass()
  await publishScheduled(payload)
  expect(await publicLocales()).toEqual(['fr'])
  const late = { scheduledId: held?.scheduledId ?? '', attempts: held?.attempts ?? 0 }
  expect(await settleScheduled(late, { state: 'failed', reason: 'unexpected' }, database)).toBe(false)
  expect(await scheduled()).toEqual(['fr publish done null'])
})

test('GraphQL plans, shows and cancels', async () => {
  const item = `collection: "practices", id: "${id}"`
  const planned = await graphql(
    `mutation { schedulePublication(${item}, action: publish, locales: ["fr"], at: "${YEAR}-07-01T09:00",
      timeZone: "Europe/Brussels") { scheduledId dueAt state } }`,
    editor,
  )
  const [first] = planned.body.data.schedulePublication
  expect(first).toMatchObject({ dueAt: `${YEAR}-07-01T07:00:00.000Z`, state: 'planned' })
  const cancelled = await graphql(
    `mutation { cancelScheduledPublication(${item}, scheduledId: "${first.scheduledId}") { state } }`,
    editor,
  )
  expect(cancelled.body.data.cancelScheduledPublication).toEqual([{ state: 'cancelled' }])
  const shown = await graphql(`{ scheduledPublications(${item}) { locale state } }`, editor)
  expect(shown.body.data.scheduledPublications).toEqual([{ locale: 'fr', state: 'cancelled' }])
  const refused = await graphql(`{ scheduledPublications(${item}) { locale } }`, translator)
  expect(refused.body.errors).toHaveLength(1)
})
