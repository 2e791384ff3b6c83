import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { Locale } from '../../i18n/locales.ts'
import { rest, signIn } from '../../testing/api.ts'
import { createTestItem, type TestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'

let payload: Payload
let editor: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'el', 'ar'])
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(() => payload.destroy())

const slugOf = async ({ id }: TestItem, locale: Locale = 'en', draft = true) => {
  const found = await payload.findByID({ collection: 'news', id, locale, draft, fallbackLocale: false })
  return found.slug
}

const titled = async (title: string, locale: Locale = 'en'): Promise<TestItem> => {
  const item = await createTestItem(payload)
  await item.publish(locale, { title, slug: '' })
  return item
}

test('an empty slug is made of the title, numbered where the name is taken in that language', async () => {
  const [first, second] = [await titled('Open market'), await titled('Open market')]
  const french = await titled('Open market', 'fr')

  expect([await slugOf(first), await slugOf(second), await slugOf(french, 'fr')]).toEqual([
    'open-market',
    'open-market-2',
    'open-market',
  ])
})

test('once made it stays when the title changes', async () => {
  const item = await titled('First words')
  await item.publish('en', { title: 'Second thoughts' })

  expect(await slugOf(item)).toBe('first-words')
})

test('a slug that is typed is written as addresses are', async () => {
  const item = await titled('Anything')
  await item.publish('el', { slug: '  Άγγελος & ΑΥΤΟΣ ' })

  expect(await slugOf(item, 'el')).toBe('angelos-aftos')
})

test('a typed slug that another item has is refused, and the field and the item are named', async () => {
  await titled('Taken seriously')
  const other = await titled('Something else')
  const { status, body } = await rest(`/news/${other.id}?locale=en`, {
    as: editor,
    method: 'PATCH',
    body: { slug: 'Taken seriously' },
  })

  expect(status).toBe(400)
  expect(body.errors[0].data.errors).toMatchObject([
    {
      path: 'slug',
      message:
        'Address: “Taken seriously” already has “taken-seriously” in this language. Enter another, or leave the field empty.',
    },
  ])
  expect(await slugOf(other)).toBe('something-else')
})

test('the name of a draft is taken too, and its title is told to nobody who may not read it', async () => {
  const draft = await createTestItem(payload)
  await draft.saveDraft('fr', { title: 'Secret de bureau' })
  const other = await titled('Autre chose', 'fr')
  const contributor = await signIn(payload, {
    roles: ['contributor'],
    organisation: await organisationOf(other),
  })
  const { text } = await rest(`/news/${other.id}?locale=fr&draft=true`, {
    as: contributor,
    method: 'PATCH',
    body: { slug: 'secret-de-bureau' },
  })

  expect(text).toContain('another item already has “secret-de-bureau”')
  expect(text).not.toContain('Secret de bureau')
  expect(await slugOf(await titled('Secret de bureau', 'fr'), 'fr')).toBe('secret-de-bureau-2')
})

const organisationOf = async ({ id }: TestItem): Promise<string> => {
  const { responsibleOrganisation } = await payload.findByID({ collection: 'news', id, depth: 0 })
  return String(responsibleOrganisation)
}

test('of many saves at once with the same title each gets a name of its own', async () => {
  const items = []
  for (let count = 0; count < 6; count += 1) items.push(await createTestItem(payload))
  await Promise.all(items.map((item) => item.publish('en', { title: 'All at once', slug: '' })))

  const slugs = await Promise.all(items.map((item) => slugOf(item, 'en', false)))
  expect(slugs.sort()).toEqual(
    ['all-at-once', ...[2, 3, 4, 5, 6].map((number) => `all-at-once-${number}`)].sort(),
  )
})

test('a long name that was numbered stays as it is when it is saved again', async () => {
  const title = 'support '.repeat(10)
  const [, second] = [await titled(title), await titled(title)]
  const slug = await slugOf(second)
  await second.publish('en', { slug: String(slug) })

  expect(slug).toMatch(/^support(-support){9}-2$/)
  expect(await slugOf(second)).toBe(slug)
})

test('a title without a letter gives no slug', async () => {
  expect(await slugOf(await titled('!?'))).toBeNull()
})

test('a name that once led to an item is given to no other unasked, but to one for which it is typed', async () => {
  const item = await titled('Old haunt')
  await item.publish('en', { slug: 'new-haunt' })
  expect(await slugOf(await titled('Old haunt'))).toBe('old-haunt-2')

  const other = await titled('Takeover')
  await other.publish('en', { slug: 'old-haunt' })
  expect(await slugOf(other)).toBe('old-haunt')
})

test('the name of a withdrawn item stays its own; that of a deleted one is free', async () => {
  const item = await titled('Short lived')
  await item.saveDraft('en', {}, { unpublish: true })
  expect(await slugOf(await titled('Short lived'))).toBe('short-lived-2')

  await payload.delete({ collection: 'news', id: item.id })
  expect(await slugOf(await titled('Short lived'))).toBe('short-lived')
})

test('a copy gets a name of its own', async () => {
  const item = await titled('Model')
  const copy = await payload.duplicate({ collection: 'news', id: item.id, locale: 'en' })

  expect(copy.slug).toBe('model-2')
})

test('what has one name for all languages is named and numbered alike', async () => {
  const create = (name: string) => payload.create({ collection: 'communities', locale: 'fr', data: { name } })

  expect([(await create('Île de Ré')).slug, (await create('Île de Ré')).slug]).toEqual([
    'ile-de-re',
    'ile-de-re-2',
  ])
})
