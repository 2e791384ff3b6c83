import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { signIn } from '../../testing/api.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'

let payload: Payload
let editor = ''
beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'el'])
  editor = await signIn(payload, { roles: ['editor'] })
})
afterAll(() => payload.destroy())

const ask = (path: string, body?: string): Promise<Response> =>
  handleEndpoints({
    config,
    request: new Request(`http://localhost:3000/api/translation/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: editor },
      ...(body !== undefined && { body }),
    }),
  })

test('an item that goes out, is translated and comes back stands in the other language as it was written', async () => {
  const item = await createTestItem(payload)
  const { id } = item
  const text = (words: string, format: number) => ({
    type: 'text',
    text: words,
    version: 1,
    format,
    mode: 'normal',
    style: '',
    detail: 0,
  })
  const paragraph = {
    type: 'paragraph',
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    children: [text('Read ', 0), text('all', 1), text(' of it', 0)],
  }
  await item.saveDraft('en', {
    body: {
      root: { type: 'root', format: '', indent: 0, version: 1, direction: null, children: [paragraph] },
    },
  })
  const out = await (await ask(`export?items=news/${id}&locale=el`)).text()
  const back = out
    .replaceAll(/<source>([\s\S]*?)<\/source>/gu, '<source>$1</source><target>Ελ $1</target>')
    .replaceAll('state="initial"', 'state="final"')
  const report = await (await ask('import', back)).json()
  expect(report.counts).toMatchObject({ imported: 3, problem: 0 })
  const published = await ask(`items/news/${id}/el/publish`, '{}')
  expect(published.status).toBe(200)
  const translated = await payload.findByID({ collection: 'news', id, locale: 'el', fallbackLocale: false })
  expect(translated.title).toBe('Ελ Mentoring starts (en)')
  expect(translated.body.root.children).toMatchObject([
    { children: [{ text: 'Ελ Read ' }, { text: 'all', format: 1 }, { text: ' of it' }] },
  ])
  const again = await (await ask(`export?items=news/${id}&locale=el&scope=all&version=1.2`)).text()
  expect((await (await ask('import', again)).json()).counts).toMatchObject({ unchanged: 3, imported: 0 })
})
