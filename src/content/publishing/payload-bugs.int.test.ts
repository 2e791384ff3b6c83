import config from '@payload-config'
import { copyDataFromLocaleHandler } from '@payloadcms/ui/utilities/copyDataFromLocale'
import { createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Locale } from '../../i18n/locales.ts'
import { graphql, rest, signIn } from '../../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../../testing/create-practice.ts'

let payload: Payload
let around: Surroundings
let editor: string
/** Public in English and French, written in Greek. */
let id: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr', 'el', 'de'])
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  id = await practice()
})

async function practice(): Promise<string> {
  const created = await payload.create({
    collection: 'practices',
    locale: 'en',
    draft: true,
    data: {
      ...practiceFacts(around),
      ...practiceTexts('English'),
      funding: [{ source: 'First fund', amount: 10 }],
      scores: [],
    },
  })
  for (const [locale, word] of [
    ['fr', 'French'],
    ['el', 'Greek'],
  ] as const)
    await payload.update({
      collection: 'practices',
      id: created.id,
      locale,
      draft: true,
      data: { ...practiceTexts(word), slug: crypto.randomUUID() },
    })
  await rest(`/publication/practices/${created.id}`, {
    as: editor,
    method: 'POST',
    body: { action: 'publish', locales: ['en', 'fr'] },
  })
  return created.id
}

const patch = (query: string, body: object, as = editor) =>
  rest(`/practices/${id}?${query}`, { as, method: 'PATCH', body })

const change = (action: string, locales: unknown, target = id) =>
  rest(`/publication/practices/${target}`, { as: editor, method: 'POST', body: { action, locales } })

/** What the public reads in a locale. */
const read = async (locale: string, target = id) => {
  const { status, body } = await rest(`/practices/${target}?locale=${locale}&depth=0`)
  return status === 200 ? body : null
}

const publicTitle = async (locale: string, target = id): Promise<unknown> =>
  (await read(locale, target))?.title ?? null

/** What an editor opens in a language. */
const opened = (locale: Locale, target = id) =>
  rest(`/practices/${target}?locale=${locale}&draft=true&depth=0`, { as: editor }).then(({ body }) => body)

describe('publishing one language (payload #14672)', () => {
  test('publishes that language only, by each way that Payload offers', async () => {
    for (const query of ['locale=el', 'locale=el&publishSpecificLocale=el']) {
      await change('unpublish', ['el'])
      await patch('locale=de&draft=true', practiceTexts('German'))
      expect((await patch(query, { _status: 'published' })).status).toBe(200)
      expect(await publicTitle('el')).toBe('Greek title')
      expect(await publicTitle('de')).toBe(null)
    }
  })

  test('does not leave the language looking changed', async () => {
    await patch('locale=fr', { title: 'French revised', _status: 'published' })
    expect(await opened('fr')).toMatchObject({ title: 'French revised', _status: 'published' })
    expect(await opened('en')).toMatchObject({ title: 'English title', _status: 'published' })
    expect(await opened('el')).toMatchObject({ title: 'Greek title', _status: 'draft' })
  })
})

describe('the latest version (payload #16395)', () => {
  test('is what an editor opens after changing and publishing in one go', async () => {
    await patch('locale=el&draft=true', { title: 'Greek draft' })
    await patch('locale=el', { title: 'Greek published', _status: 'published' })
    expect((await opened('el')).title).toBe('Greek published')
    await patch('locale=el&draft=true', { title: 'Greek next' })
    expect((await opened('el')).title).toBe('Greek next')
    expect((await opened('fr')).title).toBe('French title')
    expect(await publicTitle('el')).toBe('Greek published')
  })
})

describe('what all languages share (payload #17367)', () => {
  const sharedDraft = {
    evidenceLevel: 'replicated',
    funding: [{ source: 'Second fund', amount: 20 }],
    location: { nuts: 'FR1' },
    targetGroups: [] as string[],
  }
  const live = {
    evidenceLevel: 'monitored',
    funding: [{ source: 'First fund', amount: 10 }],
    location: { nuts: 'FRK26' },
  }
  const drafted = {
    evidenceLevel: 'replicated',
    funding: [{ source: 'Second fund', amount: 20 }],
    location: { nuts: 'FR1' },
  }
  const draftShared = () =>
    patch('locale=en&draft=true', { ...sharedDraft, targetGroups: [around.terms['target-groups']] })

  test('does not go live when another language is published', async () => {
    await draftShared()
    expect((await patch('locale=el', { _status: 'published' })).status).toBe(200)
    for (const [locale, title] of [
      ['en', 'English title'],
      ['fr', 'French title'],
      ['el', 'Greek title'],
    ])
      expect(await read(String(locale))).toMatchObject({ title, ...live, services: [around.terms.services] })
  })

  test('goes live with the source language', async () => {
    await draftShared()
    await patch('locale=el', { _status: 'published' })
    await change('publish', ['en'])
    for (const locale of ['en', 'fr', 'el']) expect(await read(locale)).toMatchObject(drafted)
  })

  test('goes live with any language while the source is not public', async () => {
    await change('unpublish', ['en'])
    await draftShared()
    await change('publish', ['fr'])
    expect(await read('fr')).toMatchObject(drafted)
  })

  test('does not go live when a language is taken back', async () => {
    await draftShared()
    await patch('locale=fr', { _status: 'draft' })
    expect(await read('en')).toMatchObject(live)
    await change('unpublish', ['en'])
    await change('publish', ['en'])
    expect(await read('en')).toMatchObject(drafted)
  })

  test('is shown as a draft in every language, and survives a save in another', async () => {
    await draftShared()
    expect(await opened('fr')).toMatchObject({ ...drafted, _status: 'draft' })
    const form = await opened('fr')
    await patch('locale=fr&draft=true', { ...form, title: 'French draft' })
    expect(await opened('en')).toMatchObject({ ...drafted, title: 'English title' })
  })

  test('keeps a text that stands in a shared group, in the published language only', async () => {
    await patch('locale=fr&draft=true', { location: { city: 'Lyon' } })
    await patch('locale=el&draft=true', { location: { city: 'Λυών', nuts: 'FR1' } })
    await change('publish', ['fr'])
    const all = await read('all')
    expect(all.location).toMatchObject({ nuts: 'FRK26', city: { fr: 'Lyon' } })
  })
})

describe('a localised field in a query (payload #18180)', () => {
  test('without a locale is asked in the working language, and is no error of the server', async () => {
    const { status } = await rest('/practices?locale=en&where[title][equals]=English%20title')
    expect(status).toBe(200)
  })
})

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
      docID: id,
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

describe('what was never published (payload #14750)', () => {
  test('is not found by the public, which does not ask for drafts', async () => {
    const { id: hidden } = await payload.create({
      collection: 'practices',
      locale: 'en',
      draft: true,
      data: { ...practiceFacts(around), ...practiceTexts('Hidden') },
    })
    for (const query of ['locale=en', 'locale=en&draft=false', 'locale=all']) {
      const { text } = await rest(`/practices?${query}&limit=100`)
      expect(text).not.toContain('Hidden')
      expect((await rest(`/practices/${hidden}?${query}`)).status).toBe(404)
    }
  })
})

describe('every language at once (payload #17923)', () => {
  test('finds what is public in any, and shows those languages only', async () => {
    const { body } = await rest(`/practices?locale=all&where[id][equals]=${id}`)
    expect(body.docs).toMatchObject([
      { title: { en: 'English title', fr: 'French title' }, _status: { en: 'published', fr: 'published' } },
    ])
    expect(Object.keys(body.docs[0].title).sort()).toEqual(['en', 'fr'])
  })

  test('tells the status in each language', async () => {
    await patch('locale=en&draft=true', { title: 'English draft' })
    const { body } = await rest(`/practices/${id}?locale=all&draft=false`, { as: editor })
    expect(body._status).toEqual({ en: 'published', fr: 'published' })
  })
})

describe('the answer to publishing (payload #16303)', () => {
  test('holds no text of another language', async () => {
    await patch('locale=el&draft=true', { dos: '' })
    await patch('locale=en&draft=true', { dos: 'English advice' })
    const { body } = await patch('locale=el', { _status: 'published' })
    expect(body.doc).toMatchObject({ title: 'Greek title' })
    expect(JSON.stringify(body.doc)).not.toContain('English')
  })
})

describe('scheduled unpublishing', () => {
  test('Payload’s own, which takes back another language than the chosen one, is not offered', () => {
    const offering = Object.values(payload.collections)
      .map(({ config: collection }) => ({ slug: collection.slug, drafts: collection.versions?.drafts }))
      .filter(({ drafts }) => typeof drafts === 'object' && drafts.schedulePublish)
    expect(offering).toEqual([])
  })
})

describe('a copy of an item', () => {
  test.for(['locale=en', 'locale=en&draft=true', 'locale=fr', 'locale=el&draft=true'])(
    'is public in no language (%s), and publishing one publishes one',
    async (query) => {
      const { body } = await rest(`/practices/${id}/duplicate?${query}`, { as: editor, method: 'POST' })
      const copy = body.doc.id
      for (const locale of ['en', 'fr', 'el']) expect(await publicTitle(locale, copy)).toBe(null)
      await change('publish', ['fr'], copy)
      expect(await publicTitle('fr', copy)).toBe('French title')
      for (const locale of ['en', 'el']) expect(await publicTitle(locale, copy)).toBe(null)
    },
  )

  test('of chosen languages holds those only', async () => {
    const { body } = await rest(`/practices/${id}/duplicate?locale=en&selectedLocales=en`, {
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
      where: { parent: { equals: id } },
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

describe('a save that says nothing about readers', () => {
  test('is a draft, and takes no language back of which there is a newer draft', async () => {
    await patch('locale=fr&draft=true', { title: 'French draft' })
    expect((await patch('locale=fr', { summary: 'French other' })).status).toBe(200)
    expect(await read('fr')).toMatchObject({ title: 'French title', summary: 'French summary' })
    expect(await opened('fr')).toMatchObject({ title: 'French draft', summary: 'French other' })
  })
})

describe('a change of many items', () => {
  let other: string
  beforeEach(async () => {
    other = await practice()
  })
  const many = (query: string, body: object) =>
    rest(`/practices?where[id][in]=${id},${other}&${query}`, { as: editor, method: 'PATCH', body })

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
    for (const target of [id, other]) {
      expect(await publicTitle('fr', target)).toBe(null)
      expect(await publicTitle('en', target)).toBe('English title')
    }
    expect((await opened('fr')).title).toBe('French draft')
  })

  test('saves drafts when it says nothing about readers', async () => {
    await many('locale=en', { evidenceLevel: 'replicated' })
    for (const target of [id, other]) {
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
    expect(body.errors).toMatchObject([{ id }])
    expect(await publicTitle('el')).toBe(null)
    expect(await publicTitle('el', other)).toBe('Greek title')
  })
})
