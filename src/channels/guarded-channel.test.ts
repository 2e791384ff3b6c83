import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'

import { expect, test } from 'vitest'

import { submitOptions } from '../testing/submit-post.ts'
import { ask } from './ask.ts'
import type { Channel } from './channel.ts'
import { ChannelError } from './channel-error.ts'
import { openService } from './channel-for.ts'
import { mastodon } from './mastodon.ts'
import type { Service } from './service.ts'

const token = '7001:AAF-secret_secret'
const session = 'eyJhbGciOi.session'

/** As Telegram has it: the token is in the path, and the session that it led to in a header. */
const pathService: Service = {
  ...mastodon,
  name: 'in-the-path',
  secrets: [{ name: 'botToken', required: true }],
  open: ({ baseUrl, secrets: { botToken = '' } }, { request, session: kept }) => {
    const call = async (): Promise<never> => {
      const value = await kept.renew(null, async () => ({ value: session, expiresAt: null }))
      const url = new URL(`/bot${botToken}/getMe`, baseUrl)
      const headers = { 'x-session': value }
      const answer = await ask(
        { url, method: 'GET', headers },
        { request, now: new Date(), effect: 'visible' },
      )
      throw new Error(`not expected from ${url.href}: ${answer.status}`, { cause: { url } })
    }
    return {
      service: 'in-the-path',
      verify: call,
      publish: async () => {
        throw new TypeError('Invalid URL', { cause: { input: `//bot${botToken}` } })
      },
    } as unknown as Channel
  },
}

/** A server that repeats what it was sent, as many do in their errors. */
async function echoing(status: number) {
  const server = createServer((request, response) =>
    response.writeHead(status).end(`no ${request.url} with ${request.headers['x-session']}`),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    open: (watch?: Parameters<typeof openService>[2]['watch']) =>
      openService(
        pathService,
        { baseUrl: `http://127.0.0.1:${port}`, secrets: { botToken: token } },
        {
          allowedPrivateHosts: [`127.0.0.1:${port}`],
          publicUrl: 'http://localhost:3000',
          ...(watch && { watch }),
        },
      ),
    async [Symbol.asyncDispose]() {
      server.close()
      await once(server, 'close')
    },
  }
}

const thrownBy = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error)

test.for([200, 400, 401, 404, 429, 500])(
  'of what fails with answer %i nobody learns a token or a session, wherever the service repeats them',
  async (status) => {
    await using server = await echoing(status)
    const error = await thrownBy(server.open().verify(submitOptions()))

    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { depth: 9 })).not.toMatch(/secret_secret|session\b.*eyJ|eyJhbGci/)
    expect(String(error)).toContain('[secret]')
  },
)

test('an error that is a fault of ours is told without secrets as well', async () => {
  await using server = await echoing(200)
  const error = await thrownBy(server.open().publish({ media: [] } as never, submitOptions()))

  expect(error).toMatchObject({ name: 'TypeError', message: 'Invalid URL' })
  expect(inspect(error, { depth: 9 })).not.toContain(token)
})

test('who looks on is told of answers and of failures, without secrets, and the reason stays', async () => {
  await using server = await echoing(429)
  const seen: unknown[] = []
  const watch = {
    answered: ({ status }: { status: number }) => void seen.push(status),
    failed: ({ reason, message }: ChannelError) => void seen.push([reason, message.includes(token)]),
  }
  const error = await thrownBy(server.open(watch).verify(submitOptions()))

  expect(error).toBeInstanceOf(ChannelError)
  expect(seen).toEqual([429, ['rate-limited', false]])
})

test('a channel that lacks what its service cannot do lacks it still', async () => {
  await using server = await echoing(200)
  expect(server.open().find).toBe(undefined)
})
