import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { rest, signIn } from '../testing/api.ts'
import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../testing/create-practice.ts'

let payload: Payload
let around: Surroundings
let translator: string
let contributor: string
/** Public in English, written but not public in French, owned by the first partner. */
let id: string
/** The same, owned by the second partner. */
let foreign: string

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr', 'de'])
  translator = await signIn(payload, { roles: ['translator'], locales: ['fr'] })
  contributor = await signIn(payload, { roles: ['contributor'], organisation: around.organisation })
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  id = await practiceOf(around.organisation)
  foreign = await practiceOf(around.otherOrganisation)
})

async function practiceOf(organisation: string): Promise<string> {
  const data = {
    ...practiceFacts(around),
    ...practiceTexts('English'),
    responsibleOrganisation: organisation,
  }
  const practice = await payload.create({
    collection: 'practices',
    locale: 'en',
    data: { ...data, _status: 'published' },
  })
  await payload.update({
    collection: 'practices',
    id: practice.id,
    locale: 'fr',
    draft: true,
    data: practiceTexts('French'),
  })
  return practice.id
}

const patch = (as: string, query: string, body: object, target = id) =>
  rest(`/practices/${target}?${query}`, { as, method: 'PATCH', body })

/** What the public reads. Null: nothing. */
async function publicTitle(locale: string, target = id): Promise<string | null> {
  const { status, body } = await rest(`/practices/${target}?locale=${locale}`)
  return status === 200 ? body.title : null
}

const latest = (locale: 'en' | 'fr', target = id) =>
  payload.findByID({ collection: 'practices', id: target, locale, draft: true, depth: 0 })

test('a translator writes in a language of theirs, and nobody reads it before an editor publishes it', async () => {
  expect((await patch(translator, 'locale=fr', { title: 'Mentorat' })).status).toBe(200)
  expect((await latest('fr')).title).toBe('Mentorat')
  expect(await publicTitle('fr')).toBe(null)
})

test('a translator leaves other languages alone', async () => {
  for (const locale of ['en', 'de']) {
    expect((await patch(translator, `locale=${locale}`, { title: 'Changed' })).status).toBe(403)
    expect((await patch(translator, `locale=${locale}&draft=true`, { title: 'Changed' })).status).toBe(403)
  }
  expect((await patch(translator, '', { title: 'Changed' })).status).toBe(403)
  expect(await publicTitle('en')).toBe('English title')
})

test('nobody writes in all languages at once', async () => {
  const editor = await signIn(payload, { roles: ['editor'] })
  for (const as of [translator, editor])
    expect((await patch(as, 'locale=all', { title: 'Changed' })).status).toBe(400)
})

test.for([
  ['locale=fr', { _status: 'published' }],
  ['locale=fr&draft=true', { _status: 'published' }],
  ['locale=fr&publishAllLocales=true', {}],
  ['locale=fr&unpublishAllLocales=true', {}],
  ['locale=fr&publishSpecificLocale=fr', {}],
  ['locale=fr&publishSpecificLocale=en', {}],
] as const)('a translator publishes nothing: %s %o', async ([query, body]) => {
  expect((await patch(translator, query, body)).status).toBe(403)
  expect(await publicTitle('fr')).toBe(null)
  expect(await publicTitle('en')).toBe('English title')
})

test('a translator takes nothing back from readers', async () => {
  await payload.update({
    collection: 'practices',
    id,
    locale: 'fr',
    data: { _status: 'published' },
  })
  await patch(translator, 'locale=fr&draft=false', { title: 'Changed', _status: 'draft' })
  expect(await publicTitle('fr')).toBe('French title')
})

test('a translator cannot bring an earlier version back', async () => {
  const { docs } = await payload.findVersions({ collection: 'practices', where: { parent: { equals: id } } })
  const { status } = await rest(`/practices/versions/${docs[0]?.id}?locale=fr`, {
    as: translator,
    method: 'POST',
  })
  expect(status).toBe(403)
})

test('a translator does not change what all languages share', async () => {
  const { status } = await patch(translator, 'locale=fr', {
    evidenceLevel: 'replicated',
    location: { nuts: 'FR1' },
    services: [],
    responsibleOrganisation: around.otherOrganisation,
    sample: true,
    title: 'Mentorat',
  })
  expect(status).toBe(200)
  expect(await latest('fr')).toMatchObject({
    title: 'Mentorat',
    evidenceLevel: 'monitored',
    location: { nuts: 'FRK26' },
    services: [around.terms.services],
    responsibleOrganisation: around.organisation,
    sample: false,
  })
})

test('a translator names the work packages of a project without adding or dropping any', async () => {
  const { id: project, workPackages } = await payload.create({
    collection: 'projects',
    locale: 'en',
    data: {
      acronym: 'SAMPLE',
      title: 'Sample',
      statement: 'funded',
      workPackages: [
        { code: 'WP1', title: 'Management' },
        { code: 'WP4', title: 'Dissemination' },
      ],
    },
  })
  const save = (rows: object[]) =>
    rest(`/projects/${project}?locale=fr`, {
      as: translator,
      method: 'PATCH',
      body: { title: 'Projet', workPackages: rows },
    })
  const [first, second] = workPackages ?? []
  expect((await save([{ id: first?.id, title: 'Gestion' }])).status).toBe(403)
  const both = [
    { id: first?.id, code: 'X', title: 'Gestion' },
    { id: second?.id, title: 'Diffusion' },
  ]
  expect((await save(both)).status).toBe(200)
  const stored = await payload.findByID({ collection: 'projects', id: project, locale: 'fr' })
  expect(stored.workPackages).toMatchObject([
    { code: 'WP1', title: 'Gestion' },
    { code: 'WP4', title: 'Diffusion' },
  ])
})

test('a translator describes a picture and does not put another in its place', async () => {
  const data = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==',
    'base64',
  )
  const file = { name: 'pixel.png', data, mimetype: 'image/png', size: data.length }
  const picture = await payload.create({ collection: 'media', locale: 'en', data: { alt: 'A pixel' }, file })
  const change = (extra: object) =>
    rest(`/media/${picture.id}?locale=fr`, {
      as: translator,
      method: 'PATCH',
      body: { alt: 'Un pixel' },
      ...extra,
    })
  expect((await change({})).status).toBe(200)
  expect((await change({ file: new File([data], 'other.png', { type: 'image/png' }) })).status).toBe(403)
})

test('a contributor writes drafts for their own organisation, whatever the request says', async () => {
  const body = {
    ...practiceFacts(around),
    ...practiceTexts('Proposed'),
    responsibleOrganisation: around.otherOrganisation,
  }
  const created = await rest('/practices?locale=en', { as: contributor, method: 'POST', body })
  expect(created.status).toBe(201)
  const stored = await payload.findByID({
    collection: 'practices',
    id: created.body.doc.id,
    draft: true,
    depth: 0,
  })
  expect(stored).toMatchObject({ _status: 'draft', responsibleOrganisation: around.organisation })
  expect(await publicTitle('en', created.body.doc.id)).toBe(null)
})

test('a contributor edits what is their organisation’s, and nothing else', async () => {
  expect((await patch(contributor, 'locale=en', { title: 'Better' })).status).toBe(200)
  expect((await latest('en')).title).toBe('Better')
  expect(await publicTitle('en')).toBe('English title')
  expect((await patch(contributor, 'locale=en', { title: 'Better' }, foreign)).status).toBe(403)
})

test('a contributor cannot publish, nor hand an item to somebody else', async () => {
  expect((await patch(contributor, 'locale=en', { _status: 'published' })).status).toBe(403)
  expect((await patch(contributor, 'locale=en&publishAllLocales=true', {})).status).toBe(403)
  const published = { ...practiceFacts(around), ...practiceTexts('New'), _status: 'published' }
  const created = await rest('/practices?locale=en', { as: contributor, method: 'POST', body: published })
  expect(created.status).toBe(403)
  await patch(contributor, 'locale=en', { responsibleOrganisation: around.otherOrganisation })
  expect((await latest('en')).responsibleOrganisation).toBe(around.organisation)
})

test('a contributor reads the drafts of their own organisation only', async () => {
  const read = async (target: string) => {
    const { status, body } = await rest(`/practices/${target}?locale=fr&draft=true`, { as: contributor })
    return status === 200 ? body.title : null
  }
  expect(await read(id)).toBe('French title')
  expect(await read(foreign)).toBe(null)
  const all = await rest(`/practices/${foreign}?locale=all`, { as: contributor })
  expect(all.body.title).toEqual({ en: 'English title' })
})

test('a copy of a published item is a draft in every language', async () => {
  const editor = await signIn(payload, { roles: ['editor'] })
  await payload.update({ collection: 'practices', id, locale: 'fr', data: { _status: 'published' } })
  for (const query of ['locale=en', 'locale=en&draft=true']) {
    const { status, body } = await rest(`/practices/${id}/duplicate?${query}`, { as: editor, method: 'POST' })
    expect(status).toBe(200)
    for (const locale of ['en', 'fr']) expect(await publicTitle(locale, body.doc.id)).toBe(null)
  }
})
