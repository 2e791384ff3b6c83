import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { storedSecretNames } from './check-account.ts'

let payload: Payload

const account = {
  name: 'Sample account',
  service: 'mastodon',
  baseUrl: 'https://social.example',
  secrets: { accessToken: 'a token' },
  locales: ['en' as const],
  mode: 'auto' as const,
}

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
})

afterAll(() => payload.destroy())

const create = (data: Partial<typeof account> | Record<string, unknown> = {}) =>
  payload.create({ collection: 'channels', data: { ...account, ...data } })

/** What is refused, by field. */
const refused = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'accepted',
    ({ data }: { data?: { errors?: readonly { path: string; message: string }[] } }) =>
      data?.errors?.map(({ path, message }) => `${path}: ${message}`),
  )

const stored = async (id: string) =>
  storedSecretNames(await payload.findByID({ collection: 'channels', id, depth: 0, showHiddenFields: true }))

test('an account of a service that does not exist is refused, with the names of those that do', async () => {
  const [message] = (await refused(create({ service: 'carrier-pigeon' }))) as string[]

  expect(message).toMatch(/^service: There is no service called carrier-pigeon\. .*mastodon/)
})

test.for([
  ['no secret', {}],
  ['an empty one', { accessToken: ' ' }],
  ['one of another service', { signingSecret: 'whsec_c2VjcmV0' }],
] as const)('an account with %s is refused, and told which is missing', async ([, secrets]) => {
  expect(await refused(create({ secrets }))).toEqual(['secrets: Access token: fill this in.'])
})

test.for([
  { service: 'bluesky', secrets: { appPassword: 'x' }, settings: { handle: 'emen.example' } },
  { service: 'mastodon', secrets: { accessToken: 'x' }, settings: {} },
])('an address at which others could read the secret of $service is refused', async (given) => {
  expect(await refused(create({ ...given, baseUrl: 'http://social.example' }))).toEqual([
    'baseUrl: Enter a full web address that begins with https://.',
  ])
})

test('an address that is told nothing secret may be without encryption', async () => {
  const hub = { service: 'websub', baseUrl: 'http://hub.example', secrets: {} }

  expect(await create(hub)).toMatchObject({ baseUrl: 'http://hub.example' })
})

test('a setting that the service does not know is refused by name', async () => {
  expect(await refused(create({ settings: { colour: 'blue' } }))).toEqual([
    'settings: colour: this service has no such setting.',
  ])
})

test('a secret is kept when the account is saved without it, and wanted again for another address', async () => {
  const { id } = await create()
  await payload.update({ collection: 'channels', id, data: { name: 'Renamed', secrets: {} } })
  expect(await stored(id)).toEqual(['accessToken'])

  const baseUrl = 'https://elsewhere.example'
  expect(await refused(payload.update({ collection: 'channels', id, data: { baseUrl } }))).toEqual([
    'secrets: Access token: fill this in.',
  ])
  const secrets = { accessToken: 'a token for elsewhere' }
  await payload.update({ collection: 'channels', id, data: { baseUrl, secrets } })
  expect(await stored(id)).toEqual(['accessToken'])
})

test('a person who may change an account is never shown a secret of it, sealed or not', async () => {
  const { id } = await create()
  const user = await payload.create({
    collection: 'users',
    data: { email: 'admin@example.org', password: 'one door', name: 'Ada', roles: ['administrator'] },
  })

  const read = await payload.findByID({ collection: 'channels', id, overrideAccess: false, user })

  expect(read.service).toBe('mastodon')
  expect(JSON.stringify(read)).not.toMatch(/a token|sealed/)
})
