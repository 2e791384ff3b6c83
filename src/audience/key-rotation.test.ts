import { afterEach, expect, test, vi } from 'vitest'

const key = (id: string): string => `${id}:${Buffer.alloc(32, id).toString('base64')}`
const now = new Date('2026-11-23T10:00:00Z')
const tie = {
  subscriberId: '0199c0de-0000-7000-8000-000000000001',
  list: '0199c0de-0000-7000-8000-000000000002',
}
const address = { address: 'amina@example.org', canonical: 'amina@example.org' }
const choices = {
  address,
  locale: 'en',
  furtherLocales: [],
  newsletterIds: [tie.list],
  follows: [],
  interests: null,
} as const

// Each product is loaded anew.
vi.setConfig({ testTimeout: 60_000 })

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** The product as it runs with this ring: the key that signs stands first. */
async function productWith(...ids: readonly string[]) {
  vi.stubEnv('EMISSARY_KEYS', ids.map(key).join(','))
  vi.resetModules()
  return {
    links: await import('./links.ts'),
    confirmation: await import('./confirmation-token.ts'),
    form: await import('./form-token.ts'),
  }
}
type Product = Awaited<ReturnType<typeof productWith>>

const lastPart = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

/** One of each link and token that leaves us. */
const tokensOf = ({ links, confirmation, form }: Product) => ({
  unsubscribe: lastPart(links.unsubscribeUrl(tie)),
  preferences: lastPart(links.preferencesUrl(tie.subscriberId)),
  confirm: confirmation.confirmationToken(choices, now),
  form: form.formToken(now),
})

const later = new Date(now.getTime() + 5_000)

const readBy = ({ links, confirmation, form }: Product, tokens: ReturnType<typeof tokensOf>) => ({
  unsubscribe: links.readUnsubscribeToken(tokens.unsubscribe),
  preferences: links.readPreferencesToken(tokens.preferences),
  confirm: confirmation.openConfirmation(tokens.confirm, later),
  form: form.ageOf(tokens.form, later),
})

test('links made with an older key of the ring go on working after it was succeeded, twice', async () => {
  const tokens = tokensOf(await productWith('first'))
  const expected = {
    unsubscribe: tie,
    preferences: tie.subscriberId,
    confirm: { tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/), choices },
    form: 'fine',
  }

  expect(readBy(await productWith('second', 'first'), tokens)).toEqual(expected)
  expect(readBy(await productWith('third', 'second', 'first'), tokens)).toEqual(expected)
})

test('links made with a key that was dropped from the ring open nothing', async () => {
  const tokens = tokensOf(await productWith('second', 'first'))

  expect(readBy(await productWith('third', 'first'), tokens)).toEqual({
    unsubscribe: null,
    preferences: null,
    confirm: 'invalid',
    form: 'stale',
  })
})

test('new links are made with the newest key, old ones with theirs', async () => {
  const keyOf = (token: string): string | undefined => token.split('.')[1]
  const before = Object.values(tokensOf(await productWith('first')))
  const after = Object.values(tokensOf(await productWith('second', 'first')))

  expect(new Set(before.map(keyOf))).toEqual(new Set(['first']))
  expect(new Set(after.map(keyOf))).toEqual(new Set(['second']))
})
