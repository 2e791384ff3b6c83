import { expect, test } from 'vitest'

import { requester } from '../../network/request.ts'
import { describeEngine } from '../../testing/describe-engine.ts'
import { fakeLibreTranslate } from '../../testing/fake-libretranslate.ts'
import { libreTranslate } from './libretranslate.ts'

const open = (url: string, apiKey: string | undefined = 'lt-key') =>
  libreTranslate({ url, apiKey }, requester({ allowedPrivateHosts: [new URL(url).host] }))

describeEngine({
  startService: () => fakeLibreTranslate(),
  open,
  openAsStranger: (url) => open(url, 'of somebody else'),
  statuses: [
    [400, 'refused'],
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [408, 'unavailable'],
    [413, 'too-large'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [502, 'unclear'],
    [503, 'unavailable'],
    [504, 'unclear'],
  ],
  saysUntilWhen: true,
})

const options = {
  signal: AbortSignal.timeout(5_000),
  now: new Date(),
  reference: 'r',
  callbackUrl: new URL('https://emissary.example/'),
}

test('a server of our own asks for no key', async () => {
  await using server = await fakeLibreTranslate({ apiKey: null })
  const engine = libreTranslate(
    { url: server.url, apiKey: undefined },
    requester({ allowedPrivateHosts: [new URL(server.url).host] }),
  )
  const pieces = [{ id: 'a', markup: 'Open' }]

  expect(await engine.translate({ source: 'en', target: 'de', pieces }, options)).toEqual({
    kind: 'answered',
    pieces: [{ id: 'a', markup: 'de-Open' }],
  })
})

test('an address in our own network is asked only when the administrator allowed it', async () => {
  await using server = await fakeLibreTranslate()
  const engine = libreTranslate({ url: server.url, apiKey: 'lt-key' }, requester({ allowedPrivateHosts: [] }))

  await expect(engine.capabilities(options)).rejects.toMatchObject({ reason: 'refused' })
  expect(server.requests()).toBe(0)
})
