import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import type { Locale } from '../i18n/locales.ts'
import { createTestItem } from '../testing/create-item.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { type Visitor, visitor } from '../testing/visitor.ts'
import { answerFeed } from './feed-answer.ts'
import { answerSearchEngineKey } from './search-engine-key.ts'

let payload: Payload
let reader: Visitor

beforeAll(async () => {
  payload = await getPayload({ config })
  reader = visitor(payload)
  await createTestNetwork(payload, ['en', 'fr'])
  await (await createTestItem(payload)).publish('en', { title: 'Mentoring' })
})
beforeEach(async () => {
  await payload.delete({ collection: 'channels', where: { id: { exists: true } } })
})
afterAll(() => payload.destroy())

const channel = (data: {
  service: string
  baseUrl: string
  locales: Locale[]
  mode?: 'auto' | 'ask' | 'off'
  settings?: Record<string, string>
  secrets?: Record<string, string>
  paused?: boolean
}) => payload.create({ collection: 'channels', data: { name: data.service, mode: 'auto', ...data } })

const feed = (locale: Locale, file: string) =>
  answerFeed(reader.get(`/${locale}/feeds/all/${file}`), { locale, collection: 'all', file })

test.for([
  ['atom.xml', '<link rel="hub" href="https://hub.example/push?a=1&amp;b=2"/>'],
  ['rss.xml', '<atom:link rel="hub" href="https://hub.example/push?a=1&amp;b=2"/>'],
] as const)(
  'the feed %s names the hub of its language, and is asked for anew each time',
  async ([file, link]) => {
    const baseUrl = 'https://hub.example/push?a=1&b=2'
    await channel({ service: 'websub', baseUrl, locales: ['en'] })
    const pushed = await feed('en', file)
    const other = await feed('fr', file)

    expect(pushed.headers.get('Link')).toBe(
      `<${baseUrl}>; rel="hub", <http://localhost:3000/en/feeds/all/${file}>; rel="self"`,
    )
    expect(pushed.headers.get('Cache-Control')).toBe('public, no-cache')
    expect(await pushed.text()).toContain(link)
    expect(other.headers.get('Link')).toBeNull()
    expect(await other.text()).not.toContain('rel="hub"')
  },
)

test('a hub that is told nothing, or another service, is not named', async () => {
  await channel({ service: 'websub', baseUrl: 'https://hub.example', locales: ['en'], mode: 'off' })
  await channel({
    service: 'webhook',
    baseUrl: 'https://partner.example',
    secrets: { signingSecret: `whsec_${Buffer.alloc(32).toString('base64')}` },
    locales: ['en'],
  })

  expect(await (await feed('en', 'atom.xml')).text()).not.toContain('rel="hub"')
})

const key = (name: string) => answerSearchEngineKey(reader.get(`/${name}.txt`), { key: name })

test('the key of a channel is a file of the site, also while the channel is paused; no other text is', async () => {
  const baseUrl = 'https://api.indexnow.org'
  const ours = { service: 'indexnow', baseUrl, settings: { key: 'a1b2c3d4' }, paused: true }
  await channel({ ...ours, locales: ['en'] })
  await channel({
    service: 'zenodo',
    baseUrl: 'https://zenodo.org',
    secrets: { accessToken: 'zenodo-token' },
    locales: ['en'],
  })
  const file = await key('a1b2c3d4')

  expect([file.status, file.headers.get('Content-Type'), await file.text()]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'a1b2c3d4',
  ])
  for (const name of ['A1B2C3D4', 'other-key', 'a1b2c3d', 'undefined']) {
    const answer = await key(name)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
  }
})
