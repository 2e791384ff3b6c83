import { expect, test } from 'vitest'

import { sql } from '../../database/database.ts'
import type { Locale } from '../../i18n/locales.ts'
import { rest, signIn } from '../../testing/api.ts'
import { idOf, matrixNetwork } from '../../testing/matrix-network.ts'

const { payload, database, editor, editorId, german, germanId, ids } = await matrixNetwork()

test.for([
  ['nobody in particular', null, 401],
  ['a contributor', 'contributor', 403],
] as const)('to %s the matrix is closed', async ([, role, status]) => {
  const as = role === null ? null : await signIn(payload, { roles: [role] })

  expect((await rest('/translation/matrix', { as })).status).toBe(status)
  expect((await rest(`/translation/matrix/news/${ids.mentoring}/de`, { as })).status).toBe(status)
  for (const action of ['assign', 'deadline', 'wanted'])
    expect((await rest(`/translation/matrix/${action}`, { as, method: 'POST', body: {} })).status).toBe(
      status,
    )
})

test('over the API the matrix answers the same address as its view, and names what it does not know', async () => {
  const found = await rest('/translation/matrix?state=outdated&languages=de', { as: german })

  expect(found.status).toBe(200)
  expect(found.body).toMatchObject({
    total: 1,
    languages: ['de'],
    items: [{ id: ids.mentoring, cells: [{ locale: 'de', state: 'outdated' }] }],
    columns: { de: { current: 0, wanted: 2 } },
  })
  expect(await rest('/translation/matrix?state=odd', { as: german })).toMatchObject({
    status: 400,
    body: { error: 'unknown-value', field: 'state' },
  })
})

test('a cell tells what changed, what readers see meanwhile and who answers for it', async () => {
  const { body } = await rest(`/translation/matrix/news/${ids.mentoring}/de`, { as: editor })

  expect(body).toMatchObject({
    sentences: [
      expect.stringMatching(/^The source changed on /),
      '17 of 20 segments stay approved.',
      'Readers still see the text that was approved before.',
    ],
    owner: expect.stringMatching(/^translator, due /),
    isLate: true,
    open: 'Open 3 segments',
  })
  expect((await rest(`/translation/matrix/news/${ids.mentoring}/el`, { as: editor })).status).toBe(404)
})

const cellOf = async (id: string, locale: Locale) => {
  const { rows } = await database.execute<{
    owner_id: string | null
    deadline: string | null
    is_wanted: boolean
  }>(sql`
    select owner_id, deadline, is_wanted from translation_locales
    where item_id = ${id}::uuid and locale = ${locale}`)
  return rows[0]
}

const post = (action: string, as: string, id: string, locales: readonly string[], more: object) =>
  rest(`/translation/matrix/${action}`, {
    as,
    method: 'POST',
    body: { items: [{ collection: 'events', id }], locales, ...more },
  })

test('an editor gives cells to somebody, and only the selected ones', async () => {
  const answer = await post('assign', editor, ids.fair, ['fr'], { ownerId: editorId })

  expect(answer).toMatchObject({ status: 200, body: { changed: 1 } })
  expect(await cellOf(ids.fair, 'fr')).toMatchObject({ owner_id: editorId })
  expect(await cellOf(ids.fair, 'de')).toMatchObject({ owner_id: null })
  expect(await cellOf(ids.loans, 'fr')).toMatchObject({ owner_id: null })
})

test('nobody is given a language that they do not translate', async () => {
  expect(await post('assign', editor, ids.fair, ['de', 'fr'], { ownerId: germanId })).toMatchObject({
    status: 422,
    body: { error: 'does-not-translate', field: 'ownerId', locales: ['fr'] },
  })
  const contributor = await idOf(await signIn(payload, { roles: ['contributor'] }))
  expect(await post('assign', editor, ids.fair, ['de'], { ownerId: contributor })).toMatchObject({
    status: 422,
    body: { error: 'no-such-person', field: 'ownerId' },
  })
})

test('a translator takes over what nobody answers for, in their own languages, and nothing else', async () => {
  expect(await post('assign', german, ids.fair, ['fr'], { ownerId: germanId })).toMatchObject({
    status: 403,
    body: { error: 'not-your-language', locales: ['fr'] },
  })
  expect(await post('assign', german, ids.fair, ['de'], { ownerId: editorId })).toMatchObject({
    status: 403,
    body: { error: 'only-oneself' },
  })
  expect(await post('assign', german, ids.fair, ['de'], { ownerId: null })).toMatchObject({ status: 403 })
  expect(await post('assign', german, ids.fair, ['de'], { ownerId: germanId })).toMatchObject({
    status: 200,
    body: { changed: 1 },
  })
  await post('assign', editor, ids.fair, ['de'], { ownerId: editorId })
  expect(await post('assign', german, ids.fair, ['de'], { ownerId: germanId })).toMatchObject({
    status: 200,
    body: { changed: 0 },
  })
  expect(await cellOf(ids.fair, 'de')).toMatchObject({ owner_id: editorId })
})

test('an editor sets deadlines and takes them away; a translator does not', async () => {
  const at = '2026-12-24T23:59:59.000Z'
  expect(await post('deadline', german, ids.fair, ['de'], { deadline: at })).toMatchObject({ status: 403 })

  await post('deadline', editor, ids.fair, ['de', 'fr'], { deadline: at })
  expect(new Date((await cellOf(ids.fair, 'fr'))?.deadline ?? 0).toISOString()).toBe(at)
  await post('deadline', editor, ids.fair, ['fr'], { deadline: null })
  expect(await cellOf(ids.fair, 'fr')).toMatchObject({ deadline: null })
})

test('an editor says what is wanted in a language; a translator does not', async () => {
  expect(await post('wanted', german, ids.fair, ['de'], { wanted: false })).toMatchObject({ status: 403 })

  await post('wanted', editor, ids.fair, ['ar'], { wanted: false })
  expect(await cellOf(ids.fair, 'ar')).toMatchObject({ is_wanted: false })
})

test.for([
  ['assign', { ownerId: 'me' }, 'ownerId'],
  ['deadline', { deadline: 'soon' }, 'deadline'],
  ['deadline', {}, 'deadline'],
  ['wanted', { wanted: 'yes' }, 'wanted'],
  ['wanted', { wanted: true, locales: ['xx'] }, 'locales'],
  ['wanted', { wanted: true, items: [] }, 'items'],
  ['wanted', { wanted: true, items: [{ collection: 'users', id: 'x' }] }, 'items'],
] as const)('%s with %j names the field that is wrong', async ([action, more, field]) => {
  expect(await post(action, editor, ids.fair, ['de'], more)).toMatchObject({ status: 400, body: { field } })
})
