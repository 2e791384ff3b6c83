import { describe, expect, test } from 'vitest'

import { rest } from '../../testing/api.ts'
import { practiceFacts, practiceTexts } from '../../testing/create-practice.ts'
import { editedPractice } from '../../testing/edited-practice.ts'

const on = await editedPractice()
const { payload, around, editor, patch, change, read, publicTitle, opened } = on

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
    const { body } = await rest(`/practices?locale=all&where[id][equals]=${on.id}`)
    expect(body.docs).toMatchObject([
      { title: { en: 'English title', fr: 'French title' }, _status: { en: 'published', fr: 'published' } },
    ])
    expect(Object.keys(body.docs[0].title).sort()).toEqual(['en', 'fr'])
  })

  test('tells the status in each language', async () => {
    await patch('locale=en&draft=true', { title: 'English draft' })
    const { body } = await rest(`/practices/${on.id}?locale=all&draft=false`, { as: editor })
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

describe('a save that says nothing about readers', () => {
  test('is a draft, and takes no language back of which there is a newer draft', async () => {
    await patch('locale=fr&draft=true', { title: 'French draft' })
    expect((await patch('locale=fr', { summary: 'French other' })).status).toBe(200)
    expect(await read('fr')).toMatchObject({ title: 'French title', summary: 'French summary' })
    expect(await opened('fr')).toMatchObject({ title: 'French draft', summary: 'French other' })
  })
})
