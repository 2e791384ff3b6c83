import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { databaseOf } from '../../database/database.ts'
import { env } from '../../env.ts'
import { keepEdition } from '../../ledger/editions.ts'
import type { Media, User } from '../../payload-types.ts'
import { emptying } from '../../testing/emptying.ts'

let payload: Payload
let editor: User
let administrator: User
let shown: Media
let before: Buffer

beforeAll(async () => {
  payload = await getPayload({ config })
  const person = (role: 'editor' | 'administrator') =>
    payload.create({
      collection: 'users',
      data: {
        email: `${crypto.randomUUID()}@people.example`,
        password: 'one door',
        name: role,
        roles: [role],
      },
    })
  editor = await person('editor')
  administrator = await person('administrator')
})
afterAll(() => payload.destroy())
beforeEach(async () => {
  await databaseOf(payload).execute(emptying('editions'))
  shown = await upload('market’s day.jpg', 'red')
  before = await stored(shown)
  await keepEdition(
    {
      issueId: crypto.randomUUID(),
      locale: 'en',
      subject: 'Six weeks',
      preheader: '',
      html: `<img src="https://emen.example${shown.sizes?.mail?.url}" alt="A market">`,
      text: '',
      contentHash: 'hash',
      manifest: [],
    },
    databaseOf(payload),
  )
})

async function picture(name: string, background: string) {
  const data = await sharp({ create: { width: 1400, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return { name, data, mimetype: 'image/jpeg', size: data.length }
}

const upload = async (name: string, background: string): Promise<Media> =>
  payload.create({
    collection: 'media',
    locale: 'en',
    data: { alt: 'A market' },
    file: await picture(name, background),
  })

const stored = ({ sizes }: Media): Promise<Buffer> =>
  readFile(join(env.MEDIA_DIR, String(sizes?.mail?.filename)))

const asEditor = { collection: 'media', locale: 'en', overrideAccess: false } as const

test.for([
  [
    'another file of the same name',
    async () => ({ file: await picture('market’s day.jpg', 'blue'), data: {} }),
  ],
  ['another file', async () => ({ file: await picture('other.jpg', 'blue'), data: {} })],
  ['another focus', async () => ({ data: { focalX: 10, focalY: 90 } })],
] as const)('a picture that an edition shows does not become %s', async ([, change]) => {
  const changed = payload.update({ ...asEditor, id: shown.id, user: editor, ...(await change()) })
  await expect(changed).rejects.toMatchObject({ status: 409 })
  expect((await stored(shown)).equals(before)).toBe(true)
})

test('what is said of a picture that an edition shows changes as before', async () => {
  const { alt } = await payload.update({
    ...asEditor,
    id: shown.id,
    user: editor,
    data: { alt: 'A market in spring' },
  })
  expect(alt).toBe('A market in spring')
})

test('only administrators take such a picture down, and no other ever stands in its place', async () => {
  await expect(payload.delete({ ...asEditor, id: shown.id, user: editor })).rejects.toMatchObject({
    status: 409,
  })
  expect((await stored(shown)).equals(before)).toBe(true)
  await payload.delete({ ...asEditor, id: shown.id, user: administrator })
  const next = await upload('market’s day.jpg', 'blue')

  await expect(stored(shown)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(next.sizes?.mail?.filename).not.toBe(shown.sizes?.mail?.filename)
})

test('a picture that no edition shows is replaced and deleted by editors', async () => {
  const free = await upload('free.jpg', 'red')
  const replaced = await payload.update({
    ...asEditor,
    id: free.id,
    user: editor,
    data: {},
    file: await picture('free.jpg', 'blue'),
  })
  await payload.delete({ ...asEditor, id: free.id, user: editor })
  expect(replaced.id).toBe(free.id)
})
