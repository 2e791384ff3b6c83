import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { rest, signIn } from '../../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../../testing/create-practice.ts'

let payload: Payload
let around: Surroundings
let editor: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr', 'el', 'de'])
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(() => payload.destroy())

const create = async (): Promise<string> => {
  const { id } = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: { ...practiceFacts(around), ...practiceTexts('English') },
  })
  return id
}

const latestTitles = async (id: string): Promise<unknown> => {
  const { title } = await payload.findByID({
    collection: 'practices',
    id,
    locale: 'all',
    draft: true,
    depth: 0,
  })
  return title
}

test('two people who save in two languages at the same moment keep both texts', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await create()
    const save = (locale: 'fr' | 'el' | 'de') =>
      payload.update({
        collection: 'practices',
        id,
        locale,
        draft: true,
        data: { title: `${locale} ${round}` },
      })
    await Promise.all([save('fr'), save('el'), save('de')])
    expect(await latestTitles(id)).toEqual({
      en: 'English title',
      fr: `fr ${round}`,
      el: `el ${round}`,
      de: `de ${round}`,
    })
  }
})

test('a save of many items and a save of one of them keep both texts', async () => {
  for (let round = 0; round < 3; round += 1) {
    const ids = [await create(), await create()]
    const many = rest(`/practices?locale=fr&draft=true&where[id][in]=${ids.join(',')}`, {
      as: editor,
      method: 'PATCH',
      body: { title: `fr ${round}` },
    })
    const one = ids.map((id) =>
      rest(`/practices/${id}?locale=el&draft=true`, {
        as: editor,
        method: 'PATCH',
        body: { title: `el ${round}` },
      }),
    )
    await Promise.all([many, ...one])
    for (const id of ids)
      expect(await latestTitles(id)).toEqual({
        en: 'English title',
        fr: `fr ${round}`,
        el: `el ${round}`,
      })
  }
})

test('a version that is brought back and a save at the same moment do not get in each other’s way', async () => {
  const id = await create()
  await payload.update({ collection: 'practices', id, locale: 'fr', draft: true, data: { title: 'fr' } })
  const { docs } = await payload.findVersions({
    collection: 'practices',
    where: { parent: { equals: id } },
    sort: 'createdAt',
  })
  const [restored, saved] = await Promise.all([
    rest(`/practices/versions/${docs[0]?.id}?locale=en&draft=true`, { as: editor, method: 'POST' }),
    rest(`/practices/${id}?locale=el&draft=true`, { as: editor, method: 'PATCH', body: { title: 'el' } }),
  ])
  expect([restored.status, saved.status]).toEqual([200, 200])
})
