import { expect, test } from 'vitest'

import { requester } from '../network/request.ts'
import { loopbackApi } from '../testing/services/loopback-api.ts'
import { submitOptions } from '../testing/submit-post.ts'
import { pageStands } from './page-stands.ts'

const post = '/emen/posts/1100000000000000001'

test.for([
  {
    name: 'shows it',
    reply: { status: 200, body: `<link rel="canonical" href="https://x.example${post}">` },
    found: 'live',
  },
  { name: 'says 404', reply: { status: 404 }, found: 'gone' },
  { name: 'says 410', reply: { status: 410 }, found: 'gone' },
  { name: 'refuses strangers', reply: { status: 403 }, found: 'unknown' },
  { name: 'asks to wait', reply: { status: 429 }, found: 'unknown' },
  { name: 'is away', reply: { status: 503 }, found: 'unknown' },
  { name: 'asks to sign in', reply: { status: 200, body: '<input type="password">' }, found: 'unknown' },
  {
    name: 'leads to where one signs in',
    reply: { status: 302, headers: { location: '/login' } },
    found: 'unknown',
  },
] as const)('of a page whose server $name, it is $found', async ({ reply, found }) => {
  await using server = await loopbackApi(({ url }) =>
    url.pathname === post ? reply : { status: 200, body: 'Sign in' },
  )
  const request = requester({ allowedPrivateHosts: [new URL(server.url).host] })

  expect(await pageStands(`${server.url}${post}`, request, submitOptions())).toBe(found)
})

test('no page is looked at that a stranger to our network may not see', async () => {
  await using server = await loopbackApi(() => ({ status: 404 }))
  const request = requester({ allowedPrivateHosts: [] })

  expect(await pageStands(`${server.url}${post}`, request, submitOptions())).toBe('unknown')
})
