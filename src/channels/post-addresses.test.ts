import { expect, test } from 'vitest'

import { openService } from './channel-for.ts'
import { serviceNamed } from './services.ts'

const baseUrls: Readonly<Record<string, string>> = {
  mastodon: 'https://social.example',
  zenodo: 'https://zenodo.org',
}
const settings = { chat: '@emen_news', handle: 'emen.example', room: '!room:chat.example', pageId: '1' }
const addressesOf = (name: string, changed: Partial<typeof settings> = {}) => {
  const service = serviceNamed(name)
  if (service === null) throw new Error(`there is no ${name}`)
  const account = { baseUrl: baseUrls[name] ?? 'https://api.example', settings: { ...settings, ...changed } }
  const network = { allowedPrivateHosts: [], publicUrl: 'https://emen.example' }
  return openService(service, { ...account, secrets: {} }, network).addresses
}
const privateChat = { chat: '-1001234567890' }

test.for([
  ['telegram', 'https://t.me/emen_news/12', {}, '@emen_news/12'],
  ['telegram', 'https://t.me/emen_news/12?single', {}, '@emen_news/12'],
  ['telegram', 'https://t.me/c/1234567890/12', privateChat, '-1001234567890/12'],
  ['telegram', 'https://t.me/c/1234567899/12', privateChat, null],
  ['telegram', 'https://t.me/other_news/12', {}, null],
  ['telegram', 'https://t.me/emen_news', {}, null],
  ['discord', 'https://discord.com/channels/1/2/3', {}, '3'],
  ['discord', 'https://discord.com/channels/1/2', {}, null],
  ['mastodon', 'https://social.example/@emen/114', {}, '114'],
  ['mastodon', 'https://social.example/@emen/statuses/01JABC-x', {}, '01JABC-x'],
  ['mastodon', 'https://elsewhere.example/@emen/114', {}, null],
  ['mastodon', 'https://social.example/', {}, null],
  [
    'bluesky',
    'https://bsky.app/profile/emen.example/post/3lrkp2xkzqs2a',
    {},
    'at://emen.example/app.bsky.feed.post/3lrkp2xkzqs2a',
  ],
  ['bluesky', 'https://bsky.app/profile/other.example/post/3lrkp2xkzqs2a', {}, null],
  ['linkedin', 'https://www.linkedin.com/feed/update/urn:li:share:7100/', {}, 'urn:li:share:7100'],
  ['linkedin', 'https://www.linkedin.com/feed/update/urn:li:activity:7100/', {}, null],
  ['matrix', 'https://matrix.to/#/!room:chat.example/$abc?via=chat.example', {}, '$abc'],
  ['matrix', 'https://matrix.to/#/%23news:chat.example/%24abc', {}, '$abc'],
  ['matrix', 'https://matrix.to/#/!other:chat.example/$abc', {}, null],
  ['matrix', 'https://matrix.to/#/%E0%A4%A/$abc', {}, null],
  ['matrix', 'https://matrix.to/#/!room:chat.example/%', {}, null],
  ['zenodo', 'https://zenodo.org/records/7000001', {}, '7000001'],
  ['zenodo', 'https://sandbox.zenodo.org/records/7000001', {}, null],
] as const)('%s: %s', ([name, address, changed, remoteId]) => {
  expect(addressesOf(name, changed)?.nameOf(address) ?? null).toBe(remoteId)
})

test.for(['telegram', 'discord', 'mastodon', 'bluesky', 'linkedin', 'matrix', 'zenodo'])(
  'the example that %s shows to a person is one that it takes',
  (name) => {
    const addresses = addressesOf(name)
    expect(addresses?.nameOf(addresses.example) ?? null).not.toBeNull()
  },
)
