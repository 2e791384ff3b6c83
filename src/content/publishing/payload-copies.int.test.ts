import { copyDataFromLocaleHandler } from '@payloadcms/ui/utilities/copyDataFromLocale'
import { createLocalReq, type PayloadRequest } from 'payload'
import { beforeEach, describe, expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { graphql, rest } from '../../testing/api.ts'
import { editedPractice } from '../../testing/edited-practice.ts'

const on = await editedPractice()
const { payload, editor, patch, change, read, publicTitle, opened, practice } = on

describe('copying one language to another (payload #12361)', () => {
  const copy = async (as: { roles: string[]; locales?: string[] }, fromLocale: Locale, toLocale: Locale) => {
    const stored = await payload.create({
      collection: 'users',
      data: {
        email: `${crypto.randomUUID()}@people.example`,
        password: crypto.randomUUID(),
        name: 'Copier',
        roles: as.roles as never,
        locales: (as.locales ?? []) as never,
      },
    })
    const req = await createLocalReq(
      { user: { ...stored, collection: 'users' } as never, locale: toLocale },
      payload,
    )
    return copyDataFromLocaleHandler({
      collectionSlug: 'practices',
      docID: on.id,
      fromLocale,
      toLocale,
      overrideData: true,
      req: req as PayloadRequest,
    } as never)
  }

  test('is a draft: readers see nothing of it', async () => {
    await copy({ roles: ['editor'] }, 'en', 'de')
    expect((await opened('de')).title).toBe('English title')
    expect(await publicTitle('de')).toBe(null)
    await copy({ roles: ['editor'] }, 'en', 'fr')
    expect(await publicTitle('fr')).toBe('French title')
  })

  test('is refused to a translator into a language that is not theirs', async () => {
    await expect(copy({ roles: ['translator'], locales: ['fr'] }, 'en', 'de')).rejects.toThrow()
    expect((await opened('de')).title).toBe(undefined)
    await copy({ roles: ['translator'], locales: ['de'] }, 'en', 'de')
    expect((await opened('de')).title).toBe('English title')
  })
})

describe('a copy of an item', () => {
  test.for(['locale=en', 'locale=en&draft=true', 'locale=fr', 'locale=el&draft=true'])(
    'is public in no language (%s), and publishing one publishes one',
    async (query) => {
      const { body } = await rest(`/practices/${on.id}/duplicate?${query}`, { as: editor, method: 'POST' })
      const copy = body.doc.id
      for (const locale of ['en', 'fr', 'el']) expect(await publicTitle(locale, copy)).toBe(null)
      await change('publish', ['fr'], copy)
      expect(await publicTitle('fr', copy)).toBe('French title')
      for (const locale of ['en', 'el']) expect(await publicTitle(locale, copy)).toBe(null)
    },
  )

  test('of chosen languages holds those only', async () => {
    const { body } = await rest(`/practices/${on.id}/duplicate?locale=en&selectedLocales=en`, {
      as: editor,
      method: 'POST',
    })
    expect((await opened('fr', body.doc.id)).title ?? null).toBe(null)
  })
})

describe('publishing all languages', () => {
  test('checks each of them', async () => {
    await patch('locale=el&draft=true', { summary: '' })
    const { status, text } = await patch('locale=en&publishAllLocales=true', { _status: 'published' })
    expect(status).toBe(400)
    expect(text).toContain('Summary is missing in Greek.')
    expect(await publicTitle('el')).toBe(null)
  })

  test('leaves a public language as it is when its draft has lost its title', async () => {
    await patch('locale=fr&draft=true', { title: '' })
    expect((await patch('locale=en&publishAllLocales=true', { _status: 'published' })).status).toBe(200)
    expect(await publicTitle('fr')).toBe('French title')
    expect(await publicTitle('el')).toBe('Greek title')
  })

  test('and taking all back leaves nothing public', async () => {
    expect((await patch('locale=fr&unpublishAllLocales=true', {})).status).toBe(200)
    for (const locale of ['en', 'fr', 'el', 'all']) expect(await read(locale)).toBe(null)
  })
})

describe('an earlier version', () => {
  const versions = async () => {
    const { docs } = await payload.findVersions({
      collection: 'practices',
      where: { parent: { equals: on.id } },
      sort: 'createdAt',
      pagination: false,
    })
    return docs.map(({ id: version }) => version)
  }
  const restore = (version: unknown, query: string) =>
    rest(`/practices/versions/${version}?${query}`, { as: editor, method: 'POST' })

  test('comes back as a draft in all languages, whatever was public in it', async () => {
    const published = (await versions()).at(-1)
    await change('unpublish', ['fr'])
    await change('publish', ['el'])
    await patch('locale=en', { title: 'English revised', _status: 'published' })
    expect((await restore(published, 'locale=en&draft=true')).status).toBe(200)
    expect(await publicTitle('en')).toBe('English revised')
    expect(await publicTitle('fr')).toBe(null)
    expect(await publicTitle('el')).toBe('Greek title')
    expect((await opened('en')).title).toBe('English title')
    await change('publish', ['en'])
    expect(await publicTitle('en')).toBe('English title')
    expect(await publicTitle('fr')).toBe(null)
    expect(await publicTitle('el')).toBe('Greek title')
  })

  test('is not brought back into what readers see', async () => {
    const [first] = await versions()
    expect((await restore(first, 'locale=en')).status).toBe(200)
    expect(await publicTitle('en')).toBe('English title')
    expect(await publicTitle('fr')).toBe('French title')
    const { body } = await graphql(`mutation { restoreVersionPractice(id: "${first}") { title } }`, editor)
    expect(body.errors).toHaveLength(1)
  })
})

describe('a change of many items', () => {
  let other: string
  beforeEach(async () => {
    other = await practice()
  })
  const many = (query: string, body: object) =>
    rest(`/practices?where[id][in]=${on.id},${other}&${query}`, { as: editor, method: 'PATCH', body })

  test('publishes the latest draft of each in one language, and keeps the other drafts', async () => {
    await patch('locale=fr&draft=true', { title: 'French draft' })
    for (const query of ['locale=el', 'locale=el&draft=true']) {
      await change('unpublish', ['el'])
      await patch('locale=el&draft=true', { title: `Greek ${query}` })
      expect((await many(query, { _status: 'published' })).body.errors).toEqual([])
      expect(await publicTitle('el')).toBe(`Greek ${query}`)
      expect(await publicTitle('fr')).toBe('French title')
      expect((await opened('fr')).title).toBe('French draft')
    }
  })

  test('takes each back in one language, also those with a newer draft, and keeps the drafts', async () => {
    await patch('locale=fr&draft=true', { title: 'French draft' })
    const { status } = await many('locale=fr&where[_status][not_equals]=draft', { _status: 'draft' })
    expect(status).toBe(200)
    for (const target of [on.id, other]) {
      expect(await publicTitle('fr', target)).toBe(null)
      expect(await publicTitle('en', target)).toBe('English title')
    }
    expect((await opened('fr')).title).toBe('French draft')
  })

  test('saves drafts when it says nothing about readers', async () => {
    await many('locale=en', { evidenceLevel: 'replicated' })
    for (const target of [on.id, other]) {
      expect(await read('en', target)).toMatchObject({ evidenceLevel: 'monitored' })
      expect(await opened('en', target)).toMatchObject({ evidenceLevel: 'replicated' })
    }
  })

  test.for(['publishAllLocales=true', 'unpublishAllLocales=true'])(
    'is refused in all languages: %s',
    async (query) => {
      const { status } = await many(`locale=en&${query}`, { _status: 'published' })
      expect(status).toBe(400)
      expect(await publicTitle('el')).toBe(null)
      expect(await publicTitle('en')).toBe('English title')
    },
  )

  test('is refused for what is not complete, item by item', async () => {
    await patch('locale=el&draft=true', { summary: '' })
    const { body } = await many('locale=el', { _status: 'published' })
    expect(body.errors).toMatchObject([{ id: on.id }])
    expect(await publicTitle('el')).toBe(null)
    expect(await publicTitle('el', other)).toBe('Greek title')
  })
})
