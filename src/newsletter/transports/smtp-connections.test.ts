import { describe, expect, test } from 'vitest'

import { frozenBatch, frozenMail, singleMail } from '../../testing/describe-transport.ts'
import { fakeSmtp } from '../../testing/fake-smtp.ts'
import { patient } from '../../testing/over-smtp.ts'
import { smtp } from './smtp.ts'

describe('over SMTP', () => {
  test('a letter that finds no free connection in time has not left', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'accepted', stall: true })
    // Long enough for the first, which is to leave, also on a machine that is busy.
    const transport = smtp({ url: server.url, maxConnections: 1, leavesWithinMs: 2_000 })
    const ended = new AbortController()
    const [first, ...others] = frozenBatch().mails
    const stalled = transport.send(frozenBatch(first === undefined ? [] : [first]), ended)
    await server.arrived(1)
    expect((await transport.send(frozenBatch(others), patient())).map(({ kind }) => kind)).toEqual([
      'not-now',
      'not-now',
    ])
    ended.abort()
    expect(await stalled).toMatchObject([{ kind: 'ambiguous' }])
    await transport.close()
  })

  test('letters that have no connection when their sender is told to stop were not begun', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'accepted', stall: true })
    const transport = smtp({ url: server.url, maxConnections: 1 })
    const [ended, stopping] = [new AbortController(), new AbortController()]
    const sending = transport.send(frozenBatch(), { signal: ended.signal, patience: stopping.signal })
    await server.arrived(1)
    stopping.abort()
    ended.abort()
    expect(await sending).toMatchObject([
      { kind: 'ambiguous' },
      { kind: 'not-now', about: 'nobody' },
      { kind: 'not-now', about: 'nobody' },
    ])
    await transport.close()
  })

  test('a connection that the server closed while it was idle costs no letter', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url })
    const mails = [1, 2, 3].map((number) => frozenMail(number))
    await transport.send(frozenBatch(mails), patient())
    server.hangUp()
    const outcomes = await transport.send(frozenBatch(mails), patient())
    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(server.mails()).toHaveLength(6)
    await transport.close()
  })

  test('a letter that is still waiting when the attempt is ended has not left', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'accepted', stall: true })
    const transport = smtp({ url: server.url, maxConnections: 1 })
    const outcomes = await transport.send(frozenBatch(), { signal: AbortSignal.timeout(300) })
    expect(outcomes.map(({ kind }) => kind)).toEqual(['ambiguous', 'not-now', 'not-now'])
    expect(server.mails()).toHaveLength(1)
    await transport.close()
  })

  test('a server that takes few connections gets all letters over those', async () => {
    await using server = await fakeSmtp({ maxClients: 2 })
    const transport = smtp({ url: server.url, maxConnections: 6 })
    const mails = Array.from({ length: 30 }, (_, index) => frozenMail(1, `reader${index}@example.org`))
    const outcomes = await transport.send(frozenBatch(mails), patient())
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['accepted']))
    expect(server.mails()).toHaveLength(30)
    await transport.close()
  })

  test('a connection is used for a hundred letters and then replaced', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url, maxConnections: 1 })
    const mails = Array.from({ length: 101 }, (_, index) => frozenMail(1, `reader${index}@example.org`))
    await transport.send(frozenBatch(mails), patient())
    expect([server.mails().length, server.connections()]).toEqual([101, 2])
    await transport.close()
  })

  test('a single mail never waits for letters', async () => {
    await using server = await fakeSmtp()
    server.failNext({ at: 'accepted', stall: true })
    const transport = smtp({ url: server.url, maxConnections: 1 })
    const ended = new AbortController()
    const letters = transport.send(frozenBatch(), ended)
    await server.arrived(1)
    expect(await transport.sendOne(singleMail, patient())).toMatchObject({ kind: 'accepted' })
    ended.abort()
    await letters
    await transport.close()
  })

  test('more letters than connections: each arrives once', async () => {
    await using server = await fakeSmtp()
    const transport = smtp({ url: server.url, maxConnections: 3 })
    const mails = Array.from({ length: 40 }, (_, index) => frozenMail(1, `reader${index}@example.org`))
    const outcomes = await transport.send(frozenBatch(mails), patient())
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['accepted']))
    expect(new Set(server.mails().map(({ to }) => to)).size).toBe(40)
    expect(server.mails()).toHaveLength(40)
    await transport.close()
  })
})
