import config from '@payload-config'
import { getPayload, handleEndpoints } from 'payload'
import { afterAll, beforeEach } from 'vitest'

import type { ExchangeSegment } from '../translation/exchange/exchange-file.ts'
import { writeXliff } from '../translation/exchange/write-xliff.ts'
import { apiConsumer, type Credentials, signIn } from './api.ts'
import { createTestItem } from './create-item.ts'
import { createTestNetwork } from './create-network.ts'
import { bytesOf, sampleFile, sampleSegment } from './exchange.ts'
import { targetRows, writeSegments } from './translation-rows.ts'

export const title = sampleSegment({ maxCharacters: 40 })
export const body = sampleSegment({
  key: 'body#n1',
  field: 'body',
  source: 'Read ⟦1⟧all⟦/1⟧ of it',
  marks: [{ id: 1, kind: 'format', format: 1 }],
  sourceHash: 'hash-of-the-body',
})
export const greek = { title: 'Αρχίζει', body: 'Διαβάστε ⟦1⟧όλο⟦/1⟧' }

interface Asked {
  readonly as?: string
  readonly body?: BodyInit
}

/** For the top of a test file: two items to translate into Greek, and whoever may, or may not, exchange them as files. */
export async function exchangedItems() {
  const payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'el', 'ar'])
  const people = new Map<string, Credentials>()
  people.set('editor', await signIn(payload, { roles: ['editor'] }))
  people.set('Greek translator', await signIn(payload, { roles: ['translator'], locales: ['el', 'fr'] }))
  people.set('contributor', await signIn(payload, { roles: ['contributor'] }))
  people.set('API consumer', await apiConsumer(payload))
  people.set('anyone', null)
  const { id } = await createTestItem(payload)
  const { id: otherId } = await createTestItem(payload)

  beforeEach(async () => {
    await writeSegments(payload, { collection: 'news', id }, [title, body])
    await writeSegments(payload, { collection: 'news', id: otherId }, [title])
  })
  afterAll(() => payload.destroy())

  async function ask(path: string, { as = 'editor', body: content }: Asked = {}): Promise<Response> {
    const headers = new Headers({ 'Accept-Language': 'en' })
    const credentials = people.get(as)
    if (credentials) headers.set('Authorization', credentials)
    const request = new Request(`http://localhost:3000/api/translation/${path}`, {
      method: content === undefined ? 'GET' : 'POST',
      headers,
      ...(content !== undefined && { body: content }),
    })
    return handleEndpoints({ config, request })
  }

  /** What a translator's tool makes of an export: these targets, handed in. */
  const filledIn = (
    targets: Partial<typeof greek> = greek,
    { itemId = id, state = 'needs-review' as ExchangeSegment['state'], version = '2.1' as const } = {},
  ): string =>
    writeXliff(
      [
        sampleFile(
          [
            { ...title, target: targets.title ?? '', state: targets.title === undefined ? 'missing' : state },
            { ...body, target: targets.body ?? '', state: targets.body === undefined ? 'missing' : state },
          ],
          { itemId },
        ),
      ],
      version,
    )

  const rows = () => targetRows(payload, { collection: 'news', id })
  const importing = (text: string, query = '', as = 'editor'): Promise<Response> =>
    ask(`import${query}`, { as, body: bytesOf(text) as BodyInit })

  return { payload, id, otherId, ask, filledIn, rows, importing }
}
