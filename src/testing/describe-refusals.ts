import { inspect } from 'node:util'

import { expect, test } from 'vitest'

import { ChannelError, type ChannelErrorReason } from '../channels/channel-error.ts'
import { type ChannelTrial, type FakeService, options } from './channel-trial.ts'

function whenAway(error: unknown): null {
  if (error instanceof ChannelError && error.reason === 'unavailable') return null
  throw error
}

const usual: Readonly<Partial<Record<number, ChannelErrorReason>>> = {
  302: 'misconfigured',
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'misconfigured',
  408: 'unavailable',
  422: 'rejected',
  429: 'rate-limited',
  500: 'unconfirmed',
  502: 'unconfirmed',
  503: 'unavailable',
  504: 'unconfirmed',
}

/** How the way can fail, each answer saying what it was sent, as some services do. */
const faults = [
  ...(['hang-up-before', 'hang-up-after', 'cut'] as const).map((kind) => ({ name: kind, fault: { kind } })),
  ...[200, 302, 400, 401, 403, 404, 409, 413, 422, 429, 500, 502, 503].map((status) => ({
    name: `answer ${status}`,
    fault: { kind: 'answer', status } as const,
  })),
] as const

/** What a channel promises of answers and of accounts that are not what they should be. */
export function describeRefusals<Fake extends FakeService>({
  start,
  publish,
  hasWay,
  reasons,
  countsFollowers,
  hasStranger,
}: ChannelTrial<Fake>): void {
  test.runIf(hasWay).for(faults)('no error holds a secret ($name)', async ({ fault }) => {
    await using it = await start()
    const { secrets } = it.account
    const known = Object.values(secrets)
    it.failNext({ ...fault, ...('status' in fault && { body: `${'x'.repeat(150)} ${known.join(' ')}` }) })
    const outcome = await publish(it.channel).catch((error: unknown) => error)

    const said = inspect(outcome, { depth: 10, showHidden: true, maxStringLength: null })
    expect(known.filter((secret) => said.includes(secret.slice(0, 12)))).toEqual([])
  })

  test.runIf(hasWay).for(Object.entries({ ...usual, ...reasons }))(
    'answer %s to a submission means %s',
    async ([status, reason]) => {
      await using it = await start()
      it.failNext({ kind: 'answer', status: Number(status), headers: { location: '/elsewhere' } })

      await expect(publish(it.channel)).rejects.toMatchObject({ name: 'ChannelError', reason })
      expect(await it.service.standing()).toEqual([])
    },
  )

  test.runIf(hasWay).for([429, 503])('a service that answers %i may say until when', async (status) => {
    await using it = await start()
    const headers = { 'retry-after': 'Fri, 06 Mar 2026 12:00:00 GMT' }
    it.failNext({ kind: 'answer', status, headers })

    await expect(publish(it.channel)).rejects.toMatchObject({
      retryAfter: new Date('2026-03-06T12:00:00Z'),
    })
  })

  test('an account that works is found to, and readers see nothing of the question', async () => {
    await using it = await start()

    expect((await it.channel.verify(options('v1'))).name).not.toBe('')
    expect(await it.service.standing()).toEqual([])
  })

  test('an account says how many follow it where its service is said to, and nowhere else', async () => {
    await using it = await start()

    // A part of a service may lack what counts them, and then says that it is away.
    const followers = (await it.channel.followers?.(options('f1')).catch(whenAway)) ?? null
    expect(followers).toEqual(countsFollowers ? expect.any(Number) : null)
    expect(await it.service.standing()).toEqual([])
  })

  test.runIf(hasStranger)(
    'an account with wrong credentials is found out, and publishes nothing',
    async () => {
      await using it = await start()
      const unknown = it.stranger ?? it.channel

      await expect(unknown.verify(options('v2'))).rejects.toMatchObject({ reason: 'unauthorised' })
      await expect(publish(unknown)).rejects.toMatchObject({ reason: 'unauthorised' })
      expect(await it.service.standing()).toEqual([])
    },
  )

  test.runIf(hasWay)('an account cannot point into our own network', async () => {
    await using it = await start()

    await expect(publish(it.withoutLeave)).rejects.toMatchObject({ reason: 'misconfigured' })
    expect(await it.service.standing()).toEqual([])
  })
}
