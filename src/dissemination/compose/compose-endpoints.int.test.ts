import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import { rest, signIn } from '../../testing/api.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNewsletter } from '../../testing/create-newsletter.ts'

let payload: Payload
let editor = ''
let translator = ''
let newsletter = ''
let issue = ''
let item = ''
let other = ''

beforeAll(async () => {
  payload = await getPayload({ config })
  editor = await signIn(payload, { roles: ['editor'] })
  translator = await signIn(payload, { roles: ['translator'], locales: ['el'] })
  const created = await createTestNewsletter(payload)
  newsletter = created.id
  const [first, second] = [await createTestItem(payload), await createTestItem(payload)]
  await first.publish('en')
  await first.publish('el')
  await second.publish('en')
  item = first.id
  other = second.id
  issue = await created.createIssue([{ relationTo: 'news', value: item }])
})
afterAll(() => payload.destroy())

const ids = (body: { readonly items: readonly { readonly id: string }[] }) => body.items.map(({ id }) => id)

test('for a stored issue everything is proposed but what it has', async () => {
  const { status, body } = await rest(`/issues/${issue}/proposals`, { as: editor })
  expect(status).toBe(200)
  expect(ids(body)).toEqual([other])
})

test('an issue that is not stored yet is asked about by its newsletter', async () => {
  const all = await rest(`/issues/proposals?newsletter=${newsletter}`, { as: editor })
  expect(ids(all.body).toSorted()).toEqual([item, other].toSorted())
  const but = await rest(`/issues/proposals?newsletter=${newsletter}&except=news:${other}`, { as: editor })
  expect(ids(but.body)).toEqual([item])
})

test('subject and preview line are proposed in the language asked for', async () => {
  const stored = await rest(`/issues/${issue}/proposed-texts?locale=el`, { as: editor })
  expect(stored.body).toEqual({
    subject: expect.stringContaining('EMEN letter el'),
    preheader: 'A six-month programme, in el.',
  })
  const draft = await rest(
    `/issues/proposed-texts?newsletter=${newsletter}&design=announcement&lead=news:${item}&locale=en`,
    { as: editor },
  )
  expect(draft.body.subject).toBe('Mentoring starts (en)')
})

test.for([
  ['proposals?newsletter=1', 'newsletter'],
  [`proposals?newsletter=${crypto.randomUUID()}`, 'newsletter'],
  ['NEWSLETTER&since=soon', 'since'],
  ['NEWSLETTER&collections=people', 'collections'],
  ['NEWSLETTER&lead=people:1', 'lead'],
] as const)('what cannot be read is refused by its name: %s', async ([path, field]) => {
  const asked = path.replace('NEWSLETTER', `proposals?newsletter=${newsletter}`)
  const { status, body } = await rest(`/issues/${asked}`, { as: editor })
  expect({ status, body }).toEqual({ status: 400, body: { error: 'invalid', field } })
})

test.for(['proposals', 'proposal-conditions', 'proposed-texts'])('%s are for editors alone', async (path) => {
  const asked = `/issues/${path}?newsletter=${newsletter}&locale=en`
  expect((await rest(asked)).status).toBe(401)
  expect((await rest(asked, { as: translator })).status).toBe(403)
})

test('a new issue has the number after the highest of its newsletter', async () => {
  const { body } = await rest(`/issues/next-number?newsletter=${newsletter}`, { as: editor })
  const { number } = await payload.findByID({ collection: 'issues', id: issue })
  expect(body).toEqual({ number: number + 1 })
})

test('a number that is taken is refused with the next one that is free', async () => {
  const { number } = await payload.findByID({ collection: 'issues', id: issue })
  const contents = [{ blockType: 'items', items: [{ relationTo: 'news', value: item }] }]
  const { status, body } = await rest('/issues', {
    as: editor,
    method: 'POST',
    body: { newsletter, number, contents },
  })
  expect(status).toBe(400)
  expect(body.errors[0].data.errors).toEqual([
    {
      path: 'number',
      label: 'Number',
      message: `Taken. The next free number is ${number + 1}.`,
    },
  ])
})

test('an issue that is saved again keeps its number', async () => {
  const { status } = await rest(`/issues/${issue}`, {
    as: editor,
    method: 'PATCH',
    body: { subject: 'Changed' },
  })
  expect(status).toBe(200)
})

test('items are named in the language asked for, else in the source language; drafts to editors alone', async () => {
  const draft = await createTestItem(payload)
  const asked = `/issues/item-names?items=news:${item},news:${other},news:${draft.id}&locale=el`
  const titles = async (as: string) =>
    new Map<string, [string, string]>(
      (await rest(asked, { as })).body.items.map(
        ({ id, title, titleLocale }: { id: string; title: string; titleLocale: string }) => [
          id,
          [titleLocale, title],
        ],
      ),
    )
  const told = await titles(editor)
  expect(told.get(item)).toEqual(['el', 'Mentoring starts (el)'])
  expect(told.get(other)).toEqual(['en', 'Mentoring starts (en)'])
  expect(told.get(draft.id)).toEqual(['en', 'Mentoring starts (en)'])
  expect([...(await titles(translator)).keys()].toSorted()).toEqual([item, other].toSorted())
  expect((await rest(asked)).status).toBe(401)
})
