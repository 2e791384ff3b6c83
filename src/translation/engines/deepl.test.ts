import { expect, test } from 'vitest'

import { describeEngine } from '../../testing/describe-engine.ts'
import { fakeDeepL } from '../../testing/fake-deepl.ts'
import { deepl } from './deepl.ts'

const open = (url: string) => deepl({ apiKey: 'deepl-key', url })
const options = {
  signal: AbortSignal.timeout(5_000),
  now: new Date(),
  reference: 'r',
  callbackUrl: new URL('https://emissary.example/'),
}

describeEngine({
  startService: () => fakeDeepL(),
  open,
  openAsStranger: (url) => deepl({ apiKey: 'of somebody else', url }),
  statuses: [
    [403, 'unauthorised'],
    [429, 'rate-limited'],
    [456, 'quota'],
    // Its client tells these apart by their wording only.
    [400, 'unclear'],
    [500, 'unclear'],
    [503, 'unclear'],
  ],
  saysUntilWhen: false,
})

test('a used-up account is told from one that is asked too often', async () => {
  await using server = await fakeDeepL({ quota: 10 })
  const pieces = [{ id: 'a', markup: 'Longer than ten characters' }]

  await expect(
    open(server.url).translate({ source: 'en', target: 'de', pieces }, options),
  ).rejects.toMatchObject({ reason: 'quota' })
  expect(server.characters()).toBe(0)
})

test('its list of pairs says where it can be polite', async () => {
  await using server = await fakeDeepL()
  const pairs = await open(server.url).capabilities(options)

  expect(
    pairs.filter(({ source, formality }) => source === 'en' && formality).map(({ target }) => target),
  ).toEqual(['de', 'fr'])
  expect(pairs.filter(({ target }) => target === 'ckb')).toEqual([])
})
