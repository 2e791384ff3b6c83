import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { databaseOf, sql } from '../database/database.ts'
import { markEndedEmbargoes } from '../reading/documents/mark-ended-embargoes.ts'
import { projectWork } from '../reading/documents/project-documents.ts'
import { readDocument } from '../reading/documents/read-documents.ts'
import { apiConsumer, type Credentials, graphql, rest, signIn } from '../testing/api.ts'
import { createSurroundings, type Surroundings } from '../testing/create-practice.ts'

let payload: Payload
let around: Surroundings
let picture: Buffer
const askers = new Map<string, Credentials>()

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr'])
  const { organisation, otherOrganisation } = around
  picture = await sharp({ create: { width: 1400, height: 900, channels: 3, background: '#039' } })
    .jpeg()
    .toBuffer()
  askers.set('the public', null)
  askers.set('an API consumer', await apiConsumer(payload))
  askers.set('a translator', await signIn(payload, { roles: ['translator'], locales: ['en', 'fr'] }))
  askers.set(
    'a contributor of another organisation',
    await signIn(payload, { roles: ['contributor'], organisation: otherOrganisation }),
  )
  askers.set(
    'a contributor of the organisation that answers for it',
    await signIn(payload, { roles: ['contributor'], organisation }),
  )
  askers.set('an editor', await signIn(payload, { roles: ['editor'] }))
})
afterAll(() => payload.destroy())

interface Stored {
  readonly id: string
  readonly media: string
  /** Names of the file in every size. */
  readonly names: readonly string[]
}

const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A publication with one file. */
async function publication(name: string, access: object, status: 'draft' | 'published' = 'published') {
  const file = { name: `${name}.jpg`, data: picture, mimetype: 'image/jpeg', size: picture.length }
  const media = await payload.create({ collection: 'media', locale: 'en', data: { alt: name }, file })
  const type = await payload.create({
    collection: 'terms',
    locale: 'en',
    data: { vocabulary: 'resource-types', code: name, label: 'Report' },
  })
  const { id } = await payload.create({
    collection: 'publications',
    locale: 'en',
    draft: status === 'draft',
    data: {
      title: name,
      abstract: 'What we found.',
      type: type.id,
      date: '2026-01-05',
      publisher: around.organisation,
      responsibleOrganisation: around.organisation,
      licence: around.terms.licences,
      sourceLocale: 'en',
      editions: [{ locale: 'en', format: 'pdf', file: media.id }],
      _status: status,
      ...access,
    } as never,
  })
  const sizes = Object.values(media.sizes ?? {}).flatMap(({ filename }) => filename ?? [])
  return { id, media: media.id, names: [media.filename ?? '', ...sizes] } satisfies Stored
}

async function fetchFile(name: string, as: Credentials, range?: string): Promise<number> {
  const headers = new Headers(as === null ? {} : { Authorization: as })
  if (range !== undefined) headers.set('Range', range)
  const request = new Request(`http://localhost:3000/api/media/file/${name}`, { headers })
  const response = await handleEndpoints({ config, request })
  await response.arrayBuffer()
  return response.status
}

const closed = [
  'the public',
  'an API consumer',
  'a translator',
  'a contributor of another organisation',
] as const

describe.each(closed)('the file of a publication under embargo, asked for by %s', (who) => {
  let stored: Stored
  beforeAll(async () => {
    stored = await publication(`hidden-${closed.indexOf(who)}`, {
      accessRight: 'embargoed',
      embargoUntil: dayFromNow(1),
    })
  })
  const as = () => askers.get(who) ?? null

  test('is not given out, in no size and not in parts', async () => {
    expect(stored.names).toHaveLength(4)
    for (const name of stored.names) expect([name, await fetchFile(name, as())]).toEqual([name, 403])
    expect(await fetchFile(stored.names[0] ?? '', as(), 'bytes=0-9')).toBe(403)
  })

  test('is not described, listed or counted', async () => {
    expect((await rest(`/media/${stored.media}?locale=en`, { as: as() })).status).toBe(404)
    const where = `where[alt][like]=${stored.names[0]?.split('.')[0]}`
    expect((await rest(`/media?locale=en&${where}`, { as: as() })).body.docs).toEqual([])
    expect((await rest(`/media/count?locale=en&${where}`, { as: as() })).body).toEqual({ totalDocs: 0 })
  })

  test.for([
    'depth=1',
    'depth=3&select[editions]=true',
    'depth=2&populate[media][filename]=true',
    'depth=1&draft=true',
  ])('is not told by its publication with %s', async (query) => {
    const { status, text } = await rest(`/publications/${stored.id}?locale=en&${query}`, { as: as() })
    expect([status, text.includes('.jpg')]).toEqual([200, false])
  })

  test('is not told by GraphQL', async () => {
    const { text } = await graphql(
      `{ Media(id: "${stored.media}") { url }
         allMedia(where: { id: { equals: "${stored.media}" } }) { docs { url sizes { card { url } } } }
         countallMedia(where: { id: { equals: "${stored.media}" } }) { totalDocs }
         Publication(id: "${stored.id}", locale: en) { editions { file { url filename } } } }`,
      as(),
    )
    expect(text).not.toContain('.jpg')
    expect(text).toContain('"totalDocs":0')
  })
})

test.for(['the public', 'an API consumer'] as const)(
  'what a closed file is called cannot be guessed by conditions on its publication, asked by %s',
  async (who) => {
    const as = askers.get(who) ?? null
    for (const query of ['where[editions.file.filename][like]=hidden', 'sort=editions.file.filename'])
      expect((await rest(`/publications?locale=en&${query}`, { as })).status).toBe(400)
  },
)

test('a copy of a closed file cannot be made by whoever may not have it', async () => {
  const { media } = await publication('copied', { accessRight: 'restricted' })
  const duplicate = async (who: string) =>
    (
      await rest(`/media/${media}/duplicate?locale=en`, {
        as: askers.get(who) ?? null,
        method: 'POST',
        body: {},
      })
    ).status
  expect(await duplicate('a contributor of another organisation')).not.toBe(201)
})

test.for(['an editor', 'a contributor of the organisation that answers for it'] as const)(
  'the file of a publication under embargo is there for %s',
  async (who) => {
    const as = askers.get(who) ?? null
    const { media, names } = await publication(`own-${who.length}`, {
      accessRight: 'embargoed',
      embargoUntil: dayFromNow(1),
    })
    for (const name of names) expect([name, await fetchFile(name, as)]).toEqual([name, 200])
    expect((await rest(`/media/${media}?locale=en`, { as })).status).toBe(200)
  },
)

test.for([
  [{ accessRight: 'open' }, 200],
  [{ accessRight: 'restricted' }, 403],
  [{ accessRight: 'metadata-only' }, 403],
  [{ accessRight: 'embargoed' }, 403],
  [{ accessRight: 'embargoed', embargoUntil: dayFromNow(0) }, 200],
  [{ accessRight: 'embargoed', embargoUntil: dayFromNow(-400) }, 200],
  [{ accessRight: 'restricted', embargoUntil: dayFromNow(-400) }, 403],
] as const)('the file of a publication with %o is answered with %i', async ([access, expected]) => {
  const { names } = await publication(crypto.randomUUID(), access)
  for (const name of names) expect([name, await fetchFile(name, null)]).toEqual([name, expected])
})

test('a file is closed while its publication is prepared, and a draft closes nothing that is public', async () => {
  const prepared = await publication('prepared', { accessRight: 'restricted' }, 'draft')
  expect(await fetchFile(prepared.names[0] ?? '', null)).toBe(403)

  const open = await publication('open-already', { accessRight: 'open' })
  const change = (draft: boolean, status: 'draft' | 'published') =>
    payload.update({
      collection: 'publications',
      id: open.id,
      locale: 'en',
      draft,
      data: { accessRight: 'restricted', _status: status },
    })
  await change(true, 'draft')
  expect(await fetchFile(open.names[0] ?? '', null)).toBe(200)
  await change(false, 'published')
  expect(await fetchFile(open.names[0] ?? '', null)).toBe(403)
})

test('when an embargo ends, the public document gives the file, without anybody saving anything', async () => {
  const { id, names } = await publication('ends', { accessRight: 'embargoed', embargoUntil: dayFromNow(1) })
  await projectWork(payload)
  const read = async () => {
    const document = await readDocument(payload, 'publications', id, 'en')
    const { accessRight, editions = [] } = document?.details ?? {}
    const [edition] = editions as { readonly file: { readonly name: string } | null }[]
    return [accessRight, edition?.file?.name ?? null, document?.html?.includes('.jpg')]
  }
  const round = async () => {
    await markEndedEmbargoes(databaseOf(payload))
    return projectWork(payload)
  }
  await round()
  expect(await read()).toEqual(['embargoed', null, false])

  await databaseOf(payload).execute(sql`
    update publications set embargo_until = now() - interval '1 day' where id = ${id}::uuid
  `)
  await databaseOf(payload).execute(sql`
    update public_documents set document = jsonb_set(document, '{details,embargoUntil}', ${`"${dayFromNow(-1)}"`}::jsonb)
    where item_id = ${id}::uuid
  `)
  await round()
  expect(await read()).toEqual(['open', names[0], true])
  const { rows } = await databaseOf(payload).execute(sql`select from document_work`)
  await markEndedEmbargoes(databaseOf(payload))
  expect((await databaseOf(payload).execute(sql`select from document_work`)).rows).toHaveLength(rows.length)
})
