import { expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInArabic, practiceInEnglish } from '../testing/items.ts'
import { searchEngineKey, startFakeSearchEngine } from '../testing/services/fake-search-engine.ts'
import { publishPost, submitOptions } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { indexnow } from './indexnow.ts'

const accountWith = (key: string) => (baseUrl: string) => ({ baseUrl, settings: { key }, secrets: {} })

describeChannel({
  service: indexnow,
  startService: startFakeSearchEngine,
  isSubmission: ({ method }) => method === 'POST',
  account: accountWith(searchEngineKey),
  stranger: accountWith('not-the-key'),
  // Told twice is told once.
  reasons: { 500: 'unavailable' },
})

test('a page in any language is told of, and once more when it is gone', async () => {
  await using service = await startFakeSearchEngine()
  const channel = openService(indexnow, accountWith(searchEngineKey)(service.url), {
    allowedPrivateHosts: [new URL(service.url).host],
    publicUrl: 'https://emen.example',
  })
  const post = channel.compose(practiceInArabic, { change: 'published' })
  const { remoteId } = await publishPost(channel, post, submitOptions('k1'))
  await channel.remove(
    { remoteId, item: practiceInArabic, locale: 'ar', occurredAt: new Date(), reason: null },
    submitOptions('k2'),
  )

  expect(service.told).toEqual([practiceInArabic.url, practiceInArabic.url])
})

test('the key is looked for at the top of the site whose page it is', () => {
  const channel = openService(indexnow, accountWith(searchEngineKey)('https://api.indexnow.org'), {
    allowedPrivateHosts: [],
    publicUrl: 'https://emen.example',
  })

  expect(JSON.parse(channel.compose(practiceInEnglish, { change: 'published' }).text)).toEqual({
    host: 'emen.example',
    key: searchEngineKey,
    keyLocation: `https://emen.example/${searchEngineKey}.txt`,
    urlList: [practiceInEnglish.url],
  })
})
