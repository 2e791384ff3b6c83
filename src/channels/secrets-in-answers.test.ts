import { inspect } from 'node:util'

import { expect, test } from 'vitest'

import { startLoopbackService } from '../testing/services/loopback-service.ts'
import { submitOptions } from '../testing/submit-post.ts'
import { channelFor } from './channel-for.ts'

const accessToken = 'a/secret "token" of 27 letters'

test.for([
  ['as it is', accessToken],
  ['in an address', encodeURIComponent(accessToken)],
  ['in JSON', JSON.stringify({ accessToken })],
  ['cut off at the end of what is kept of an answer', `${'x'.repeat(180)}${accessToken}`],
  ['as a session that we did not expect', '{"accessJwt":"eyJhbGciOiJIUzI1NiJ9.eyJzY29wZSI6.a/secret"}'],
  ['as the header that it came in', `Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.a/secret`],
])('a service that sends a secret back (%s) puts it into no message', async ([, body]) => {
  await using service = await startLoopbackService(() => ({ status: 400, body }))
  const channel = channelFor(
    { service: 'mastodon', baseUrl: service.url, secrets: { accessToken } },
    { allowedPrivateHosts: [new URL(service.url).host], publicUrl: 'https://emen.example' },
  )
  const outcome = await channel.verify(submitOptions()).catch((error: unknown) => error)

  expect(inspect(outcome)).toContain('answered 400')
  expect(inspect(outcome)).not.toMatch(/a(\/|%2F)secret|eyJ/)
})
