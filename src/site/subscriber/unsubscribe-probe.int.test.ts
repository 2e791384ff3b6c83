import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'

import { checkUnsubscribe } from '../../dissemination/mail-set-up/check-unsubscribe.ts'
import { NetworkError } from '../../network/network-error.ts'
import { type Requester, requester } from '../../network/request.ts'
import { subscriberPath } from '../../testing/subscriber-path.ts'
import { answerUnsubscribe } from './unsubscribe-answers.ts'

const path = subscriberPath()
const PUBLIC_URL = 'https://www.emen.org'

/** Our own site, as a mailbox provider reaches it. */
const ours: Requester = async ({ url, body }) => {
  const fields = [...new URLSearchParams(String(body))] as [string, string][]
  const token = decodeURIComponent(url.pathname.slice('/u/'.length))
  const answer = await answerUnsubscribe(path.amina.post('/u/x', fields), { token })
  return {
    status: answer.status,
    headers: answer.headers,
    body: Buffer.from(await answer.arrayBuffer()),
  }
}

const answering =
  (status: number, headers: Record<string, string> = {}): Requester =>
  async () => ({ status, headers: new Headers(headers), body: Buffer.alloc(0) })

const failing =
  (code: string): Requester =>
  async () => {
    const cause = Object.assign(new Error(code), { code })
    throw new NetworkError('never-sent', 'www.emen.org could not be reached', cause)
  }

/** What another installation of ours would say, to a question that it was asked before. */
const another: Requester = async (request) => {
  const before = await ours({ ...request, url: new URL('/u/v1.k0.c2V0.AAAA', request.url) })
  return { ...before, headers: new Headers({ 'X-Set-Up-Check': 'v1.k1.c2V0LXVwLWFuc3dlcnxub25jZQ.AAAA' }) }
}

test.for([
  [ours, 'fine', 'unsubscribe-answers'],
  [answering(404), 'to-do', 'unsubscribe-stranger'],
  [answering(200), 'to-do', 'unsubscribe-stranger'],
  [another, 'to-do', 'unsubscribe-stranger'],
  [answering(308, { location: 'https://emen.org/' }), 'to-do', 'unsubscribe-redirects'],
  [answering(403), 'to-do', 'unsubscribe-fails'],
  [answering(405), 'to-do', 'unsubscribe-fails'],
  [answering(502), 'to-do', 'unsubscribe-fails'],
  [failing('CERT_HAS_EXPIRED'), 'to-do', 'unsubscribe-untrusted'],
  [failing('ERR_TLS_CERT_ALTNAME_INVALID'), 'to-do', 'unsubscribe-untrusted'],
  [failing('ENOTFOUND'), 'open', 'unsubscribe-silent'],
] as const)('leaving with one click through %o is %s: %s', async ([request, mark, finding]) => {
  expect(await checkUnsubscribe(PUBLIC_URL, request)).toMatchObject({ mark, finding })
})

test('the question means nobody, and nothing is kept of it', async () => {
  await path.subscribe()
  const before = await path.kept()
  await checkUnsubscribe(PUBLIC_URL, ours)
  expect(await path.kept()).toEqual(before)
})

test('a certificate that nobody trusts is told apart from silence', async () => {
  // The server's own certificate is self-signed.
  const server = new SMTPServer({ secure: true, logger: false })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const request = requester({ allowedPrivateHosts: [`127.0.0.1:${port}`] })
  const outcome = await checkUnsubscribe(`https://127.0.0.1:${port}`, request)
  await new Promise<void>((resolve) => server.close(() => resolve()))

  expect(outcome).toMatchObject({ mark: 'to-do', finding: 'unsubscribe-untrusted' })
})
