import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, test } from 'vitest'

import { describeTransport, frozenBatch, frozenMail, singleMail } from '../../testing/describe-transport.ts'
import { fakeResend, type ResendFault } from '../../testing/fake-resend.ts'
import { compileEdition } from '../compiled-edition.ts'
import { resend } from './resend.ts'

const patient = () => ({ signal: AbortSignal.timeout(10_000) })

describeTransport(async () => {
  const service = await fakeResend()
  const at = (baseUrl: string, apiKey: string) => resend({ apiKey, baseUrl })
  return {
    open: () => at(service.url, service.apiKey),
    openAsStranger: () => at(service.url, 're_other'),
    openToNowhere: () => at('http://127.0.0.1:1', service.apiKey),
    arrived: () =>
      service.mails().map(({ to, from, subject, html = '', text = '', headers = {}, attachments = [] }) => ({
        to: to[0] ?? '',
        from: /<(.*)>/.exec(from)?.[1] ?? '',
        subject,
        html,
        text,
        headers: Object.fromEntries(
          Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]),
        ),
        attachments: attachments.map(({ filename, content_type, content }) => ({
          name: filename,
          type: content_type.split(';')[0] ?? '',
          content: Buffer.from(content, 'base64').toString(),
        })),
      })),
    refuse: (address) => service.refuse(address),
    loseNextAnswer: () => service.failNext({ hangUp: 'after' }),
    stallNextAnswer: () => service.failNext({ stall: 'after' }),
    deferNext: () =>
      service.failNext({ status: 429, name: 'rate_limit_exceeded', headers: { 'retry-after': '2' } }),
    [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
  }
})

describe('over Resend', () => {
  const send = async (fault: ResendFault) => {
    await using service = await fakeResend()
    service.failNext(fault)
    const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
    const outcomes = await transport.send(frozenBatch(), patient())
    return { outcomes, arrived: service.mails().length }
  }

  test.for([
    { fault: { hangUp: 'before' }, reason: 'no-answer', arrived: 0 },
    { fault: { hangUp: 'after' }, reason: 'no-answer', arrived: 3 },
    { fault: { truncate: 'after' }, reason: 'no-answer', arrived: 3 },
    { fault: { loseIds: 'after' }, reason: 'answer-incomplete', arrived: 3 },
    { fault: { gatewayError: 502 }, reason: 'server-error', arrived: 0 },
    { fault: { status: 500, name: 'internal_server_error' }, reason: 'server-error', arrived: 0 },
    { fault: { gatewayError: 408 }, reason: 'no-answer', arrived: 0 },
    { fault: { says: 'null', under: 200 }, reason: 'answer-incomplete', arrived: 0 },
    { fault: { says: '{"data":null,"errors":7}', under: 200 }, reason: 'answer-incomplete', arrived: 0 },
    { fault: { says: '{"data":[{"id":1},null,{}]}', under: 200 }, reason: 'answer-incomplete', arrived: 0 },
    {
      fault: { says: '{"data":[{"id":"a"},{"id":"b"}],"errors":[{"index":9}]}', under: 200 },
      reason: 'answer-incomplete',
      arrived: 0,
    },
    { fault: { says: '{"error":"odd"}', under: 400 }, reason: 'no-answer', arrived: 0 },
    { fault: { says: '{"statusCode":"422","name":"x"}', under: 422 }, reason: 'no-answer', arrived: 0 },
  ] as const)('$fault leaves all three in doubt: $reason', async ({ fault, reason, arrived }) => {
    expect(await send(fault)).toEqual({
      outcomes: [1, 2, 3].map(() => ({ kind: 'ambiguous', reason })),
      arrived,
    })
  })

  test.for([
    { fault: { status: 429, name: 'rate_limit_exceeded' }, reason: 'rate-limited' },
    { fault: { status: 429, name: 'daily_quota_exceeded' }, reason: 'quota' },
    { fault: { status: 401, name: 'restricted_api_key' }, reason: 'unauthorised' },
    { fault: { status: 403, name: 'validation_error' }, reason: 'unauthorised' },
    { fault: { status: 404, name: 'not_found' }, reason: 'unreachable' },
    { fault: { status: 405, name: 'method_not_allowed' }, reason: 'unreachable' },
  ] as const)('$fault.status $fault.name is to come later: $reason', async ({ fault, reason }) => {
    const { outcomes, arrived } = await send(fault)
    expect(outcomes).toMatchObject([1, 2, 3].map(() => ({ kind: 'not-now', reason })))
    expect(arrived).toBe(0)
  })

  test.for([
    { fault: { status: 422, name: 'validation_error' }, reason: 'message-refused' },
    { fault: { status: 422, name: 'invalid_from_address' }, reason: 'sender-refused' },
  ] as const)('$fault.status $fault.name is a refusal: $reason', async ({ fault, reason }) => {
    const { outcomes } = await send(fault)
    expect(outcomes).toMatchObject([1, 2, 3].map(() => ({ kind: 'refused', reason, permanent: false })))
  })

  test.for([400, 404, 413, 421, 431])(
    'what somebody on the way refuses with %i says nothing of the mail',
    async (gatewayError) => {
      const { outcomes } = await send({ gatewayError })
      expect(outcomes).toMatchObject([1, 2, 3].map(() => ({ kind: 'not-now', reason: 'unreachable' })))
    },
  )

  test.for([
    [200, 'ambiguous'],
    [422, 'not-now'],
  ] as const)('an answer of %i without end is not read to it', async ([status, kind]) => {
    const page = Buffer.alloc(256 * 1024, ' ')
    let written = 0
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      const more = () => {
        written += page.length
        response.write(page, (error) => (error === null || error === undefined ? more() : undefined))
      }
      more()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const transport = resend({ apiKey: 're_test', baseUrl: `http://127.0.0.1:${port}` })
    const outcomes = await transport.send(frozenBatch(), patient())
    const single = await transport.sendOne(singleMail, patient())
    server.close()
    server.closeAllConnections()

    expect([...outcomes, single].map((outcome) => outcome.kind)).toEqual([kind, kind, kind, kind])
    // And what the sockets hold.
    expect(written).toBeLessThan(64 * 1024 * 1024)
  })

  test('the service says how long to wait, and that is how long we wait', async () => {
    const before = Date.now()
    const { outcomes } = await send({
      status: 429,
      name: 'rate_limit_exceeded',
      headers: { 'retry-after': '30' },
    })
    const [outcome] = outcomes
    if (outcome?.kind !== 'not-now') throw new Error('it is to come later')
    expect(outcome.retryAt.getTime() - before).toBeGreaterThanOrEqual(30_000)
    expect(outcome.retryAt.getTime() - before).toBeLessThan(40_000)
  })

  test('a request tells its length, and an answer that comes before all has gone is heard', async () => {
    const lengths: (string | undefined)[] = []
    const server = createServer(({ headers }, response) => {
      lengths.push(headers['content-length'])
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' })
      response.end('{"statusCode":429,"name":"rate_limit_exceeded","message":""}')
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const letter = compileEdition({ html: 'x'.repeat(40_000), text: '' })
    const mails = Array.from({ length: 100 }, (_, index) => frozenMail(index))
    const transport = resend({ apiKey: 're_test', baseUrl: `http://127.0.0.1:${port}` })
    const outcomes = await transport.send({ ...frozenBatch(), edition: letter, mails }, patient())
    server.close()
    expect(outcomes[99]).toMatchObject({ kind: 'not-now', reason: 'rate-limited' })
    expect(Number(lengths[0])).toBeGreaterThan(4_000_000)
  })

  test('more than it takes per second are told to come later, and nothing is lost', async () => {
    const start = Date.now()
    await using service = await fakeResend({ requestsPerSecond: 2, clock: () => start })
    const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
    const batches = [1, 2, 3].map((number) => ({
      ...frozenBatch([frozenMail(number)]),
      key: `nl/x/${number}`,
    }))
    const sendAll = async () => {
      const kinds = []
      for (const batch of batches) kinds.push((await transport.send(batch, patient()))[0]?.kind)
      return kinds
    }
    expect(await sendAll()).toEqual(['accepted', 'accepted', 'not-now'])
    service.advance(2_000)
    expect((await transport.send(frozenBatch([frozenMail(3)]), patient()))[0]?.kind).toBe('accepted')
    expect(service.mails()).toHaveLength(3)
  })

  test('a key that comes with another payload sends nothing and stays in doubt', async () => {
    await using service = await fakeResend()
    const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
    await transport.send(frozenBatch([frozenMail(1)]), patient())
    expect(await transport.send(frozenBatch([frozenMail(2)]), patient())).toEqual([
      { kind: 'ambiguous', reason: 'payload-changed' },
    ])
    expect(service.mails()).toHaveLength(1)
  })

  test('a batch whose first attempt is still under way is not sent twice', async () => {
    await using service = await fakeResend()
    const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
    service.failNext({ stall: 'before' })
    const impatient = { signal: AbortSignal.timeout(300) }
    expect(await transport.send(frozenBatch([frozenMail(1)]), impatient)).toEqual([
      { kind: 'ambiguous', reason: 'no-answer' },
    ])
    expect(await transport.send(frozenBatch([frozenMail(1)]), patient())).toEqual([
      { kind: 'ambiguous', reason: 'in-progress' },
    ])
    expect(service.mails()).toEqual([])
  })

  test('the window we count on ends before the service forgets the key', async () => {
    await using service = await fakeResend()
    const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
    service.failNext({ hangUp: 'after' })
    await transport.send(frozenBatch(), patient())
    service.advance(transport.capabilities.idempotencyTtlMs)
    await transport.send(frozenBatch(), patient())
    expect(service.mails()).toHaveLength(3)
  })

  test('a mail can be found again by delivery and issue', async () => {
    await using service = await fakeResend()
    await resend({ apiKey: service.apiKey, baseUrl: service.url }).send(
      frozenBatch([frozenMail(1)]),
      patient(),
    )
    expect(service.mails()[0]?.tags).toEqual([
      { name: 'd', value: '0197b000-0000-7000-8000-000000000001' },
      { name: 's', value: '0197b000-0000-7000-8000-0000000000aa' },
    ])
  })

  test('a single mail that is in the ledger can be found again too', async () => {
    await using service = await fakeResend()
    const transport = resend({ apiKey: service.apiKey, baseUrl: service.url })
    const deliveryId = '0197b000-0000-7000-8000-000000000001'
    await transport.sendOne(
      { ...singleMail, listed: { messageId: `${deliveryId}@example.org`, deliveryId, others: [] } },
      patient(),
    )
    await transport.sendOne({ ...singleMail, key: 'confirm/2' }, patient())
    expect(service.mails().map(({ tags }) => tags)).toEqual([[{ name: 'd', value: deliveryId }], undefined])
  })
})
