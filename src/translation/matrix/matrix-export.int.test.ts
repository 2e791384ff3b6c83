import config from '@payload-config'
import { getPayload, handleEndpoints, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseOf } from '../../database/database.ts'
import { signIn } from '../../testing/api.ts'
import { fillMatrixItem } from '../../testing/fill-matrix.ts'

let payload: Payload

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await payload.updateGlobal({
    slug: 'network',
    locale: 'en',
    data: { name: 'Sample network', enabledLocales: ['en', 'de', 'fr'] },
  })
  for (let number = 1; number <= 1001; number++)
    await fillMatrixItem(databaseOf(payload), {
      title: `=Item ${number}`,
      cells: number % 500 === 0 ? { de: { state: 'outdated', segments: 3 }, fr: { state: 'missing' } } : {},
    })
})

afterAll(() => payload.destroy())

async function download(search: string, as: string | null): Promise<Response> {
  const headers = new Headers(as === null ? {} : { Authorization: as })
  return handleEndpoints({
    config,
    request: new Request(`http://localhost:3000/api/translation/matrix.csv${search}`, { headers }),
  })
}

test('the matrix is exported as it is filtered, as a file that a spreadsheet reads', async () => {
  const answer = await download('?state=outdated', await signIn(payload, { roles: ['translator'] }))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const lines = new TextDecoder('utf-8').decode(bytes).split('\r\n')

  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/"German","French"/)
  expect(lines[1]).toMatch(/^"News","'=Item \d+",.*"Outdated 3","Missing"/)
})

test('all pages are in the export', async () => {
  const text = await (await download('?page=3', await signIn(payload, { roles: ['editor'] }))).text()

  expect(text.split('\r\n')).toHaveLength(1003)
})

test('who reads no drafts exports nothing', async () => {
  expect((await download('', null)).status).toBe(401)
  expect((await download('', await signIn(payload, { roles: ['contributor'] }))).status).toBe(403)
})
