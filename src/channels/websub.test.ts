import { expect, test } from 'vitest'

import { describeChannel } from '../testing/describe-channel.ts'
import { practiceInArabic } from '../testing/items.ts'
import { startFakeHub } from '../testing/services/fake-hub.ts'
import { publishPost, submitOptions } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { websub } from './websub.ts'

const account = (baseUrl: string) => ({ baseUrl, secrets: {} })

describeChannel({
  service: websub,
  startService: startFakeHub,
  isSubmission: ({ method }) => method === 'POST',
  account,
  // Whoever knows a hub may tell it that a feed changed: it goes and looks.
  stranger: null,
  // Told twice is told once.
  reasons: { 500: 'unavailable' },
})

test('every feed that an item stands in is told of, in its language alone, when it comes and when it goes', async () => {
  await using hub = await startFakeHub()
  const channel = openService(websub, account(hub.url), {
    allowedPrivateHosts: [new URL(hub.url).host],
    publicUrl: 'https://emen.example',
  })
  const feeds = [
    'https://emen.example/ar/feeds/practices/atom.xml',
    'https://emen.example/ar/feeds/practices/rss.xml',
    'https://emen.example/ar/feeds/practices/feed.json',
    'https://emen.example/ar/feeds/all/atom.xml',
    'https://emen.example/ar/feeds/all/rss.xml',
    'https://emen.example/ar/feeds/all/feed.json',
  ]
  const post = channel.compose(practiceInArabic, { change: 'published' })
  const { remoteId } = await publishPost(channel, post, submitOptions('k1'))
  expect(hub.told).toEqual(feeds)
  await channel.remove(
    { remoteId, item: practiceInArabic, locale: 'ar', occurredAt: new Date(), reason: null },
    submitOptions('k2'),
  )

  expect(hub.told).toEqual([...feeds, ...feeds])
})
