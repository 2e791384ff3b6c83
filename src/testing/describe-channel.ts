import { describe, expect, test } from 'vitest'

import type { Channel, Withdrawal } from '../channels/channel.ts'
import type { Fault } from '../demo/partners/faults.ts'
import { practiceInArabic, practiceInEnglish, practiceInFrench } from './items.ts'
import { publishPost, submitOptions, updatePost } from './submit-post.ts'

/** A service that behaves, and can be told to fail. */
interface FakeService extends AsyncDisposable {
  readonly url: string
  /** Addresses of the items that readers find there now, oldest first. */
  standing(): readonly string[]
  /** The newest text that readers find there. */
  newestText(): string
  failNext(fault: Fault): void
}

interface Subject {
  startService(): Promise<FakeService>
  open(url: string, allowedPrivateHosts: readonly string[]): Channel
  /** With credentials that the service does not know. */
  openAsStranger(url: string, allowedPrivateHosts: readonly string[]): Channel
}

const options = submitOptions
/** Without the picture, which is not every service's. */
const practice = { ...practiceInEnglish, image: null }
const revised = {
  ...practice,
  title: 'Mentoring, now in four cities',
  updatedAt: new Date('2026-03-20T08:00:00Z'),
}
const withdrawalOf = (remoteId: string): Withdrawal => ({
  remoteId,
  item: practice,
  locale: practice.locale,
  occurredAt: new Date('2026-04-01T08:00:00Z'),
  reason: null,
})
const published = { change: 'published' } as const

/** What every channel promises, whatever the service. Each adapter's test calls this once. */
export function describeChannel({ startService, open, openAsStranger }: Subject): void {
  const start = async () => {
    const service = await startService()
    const host = new URL(service.url).host
    return {
      service,
      channel: open(service.url, [host]),
      stranger: openAsStranger(service.url, [host]),
      withoutLeave: open(service.url, []),
      [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
    }
  }
  const publish = (channel: Channel, key = 'k1') =>
    publishPost(channel, channel.compose(practice, published), options(key))
  /** What a worker does with a post whose fate is unknown. */
  const recover = async (channel: Channel, key: string) =>
    (await channel.find?.(channel.compose(practice, published), options(key))) ??
    (await publish(channel, key))

  describe('as a channel', () => {
    test.for([practiceInEnglish, practiceInFrench, practiceInArabic])(
      'the same item in $locale is always composed into the same post, in its language and with its address',
      async (item) => {
        await using it = await start()
        const post = it.channel.compose(item, published)

        expect(it.channel.compose(structuredClone(item), published)).toEqual(post)
        expect(post).toMatchObject({ locale: item.locale, url: item.url })
        expect(post.text).toContain(item.url)
        expect(it.channel.validate(post)).toEqual([])
      },
    )

    test('a published item stands there once, and the receipt names it', async () => {
      await using it = await start()
      const receipt = await publish(it.channel)

      expect(receipt.remoteId).not.toBe('')
      expect(it.service.standing()).toEqual([practice.url])
      expect(it.service.newestText()).toContain(practice.title)
    })

    test('two items stand there side by side', async () => {
      await using it = await start()
      const french = { ...practiceInFrench, image: null }
      await publish(it.channel, 'k1')
      await publishPost(it.channel, it.channel.compose(french, published), options('k2'))

      expect(it.service.standing()).toEqual([practice.url, french.url])
    })

    test('a key that is repeated at once publishes once', async () => {
      await using it = await start()
      const first = await publish(it.channel)

      expect(await publish(it.channel)).toEqual(first)
      expect(it.service.standing()).toEqual([practice.url])
    })

    test.for(['hang-up-before', 'hang-up-after'] as const)(
      'after a lost answer (%s) the item stands there once, not twice and not never',
      async (kind) => {
        await using it = await start()
        it.service.failNext({ kind })

        await expect(publish(it.channel)).rejects.toMatchObject({
          name: 'ChannelError',
          reason: 'unconfirmed',
        })
        await recover(it.channel, 'k1')
        expect(it.service.standing()).toEqual([practice.url])
      },
    )

    test('a service that never answers is given up as unconfirmed', async () => {
      await using it = await start()
      it.service.failNext({ kind: 'stall' })
      const giveUp = AbortSignal.timeout(200)
      const waiting = publishPost(it.channel, it.channel.compose(practice, published), {
        ...options('k1'),
        signal: giveUp,
      })

      await expect(waiting).rejects.toMatchObject({ name: 'ChannelError', reason: 'unconfirmed' })
      await recover(it.channel, 'k1')
      expect(it.service.standing()).toEqual([practice.url])
    })

    test('a service that is away was sent nothing', async () => {
      const it = await start()
      await it[Symbol.asyncDispose]()

      await expect(publish(it.channel)).rejects.toMatchObject({ name: 'ChannelError', reason: 'unavailable' })
    })

    test('a revision changes what stands there, also when it is repeated', async () => {
      await using it = await start()
      const { remoteId } = await publish(it.channel)
      const post = it.channel.compose(revised, { change: 'revised' })
      await updatePost(it.channel, { remoteId }, post, options('k2'))
      await updatePost(it.channel, { remoteId }, post, options('k2'))

      expect(it.service.standing()).toEqual([practice.url])
      expect(it.service.newestText()).toContain(revised.title)
    })

    test('a withdrawal takes it away, and is done when there is nothing left to take', async () => {
      await using it = await start()
      const { remoteId } = await publish(it.channel)
      await it.channel.remove(withdrawalOf(remoteId), options('k2'))
      await it.channel.remove(withdrawalOf(remoteId), options('k2'))

      expect(it.service.standing()).toEqual([])
    })

    test.for([
      { status: 302, reason: 'misconfigured' },
      { status: 401, reason: 'unauthorised' },
      { status: 403, reason: 'unauthorised' },
      { status: 404, reason: 'misconfigured' },
      { status: 408, reason: 'unavailable' },
      { status: 422, reason: 'rejected' },
      { status: 429, reason: 'rate-limited' },
      { status: 502, reason: 'unconfirmed' },
      { status: 503, reason: 'unavailable' },
      { status: 504, reason: 'unconfirmed' },
    ])('answer $status to a submission means $reason', async ({ status, reason }) => {
      await using it = await start()
      it.service.failNext({ kind: 'answer', status, headers: { location: '/elsewhere' } })

      await expect(publish(it.channel)).rejects.toMatchObject({ name: 'ChannelError', reason })
      expect(it.service.standing()).toEqual([])
    })

    test.for([429, 503])('a service that answers %i may say until when', async (status) => {
      await using it = await start()
      const headers = { 'retry-after': 'Fri, 06 Mar 2026 12:00:00 GMT' }
      it.service.failNext({ kind: 'answer', status, headers })

      await expect(publish(it.channel)).rejects.toMatchObject({
        retryAfter: new Date('2026-03-06T12:00:00Z'),
      })
    })

    test('an account that works is told from one that does not, and readers see nothing of the question', async () => {
      await using it = await start()

      expect((await it.channel.verify(options('v1'))).name).not.toBe('')
      await expect(it.stranger.verify(options('v2'))).rejects.toMatchObject({ reason: 'unauthorised' })
      expect(it.service.standing()).toEqual([])
    })

    test('an account with wrong credentials publishes nothing', async () => {
      await using it = await start()

      await expect(publish(it.stranger)).rejects.toMatchObject({ reason: 'unauthorised' })
      expect(it.service.standing()).toEqual([])
    })

    test('an account cannot point into our own network', async () => {
      await using it = await start()

      await expect(publish(it.withoutLeave)).rejects.toMatchObject({ reason: 'misconfigured' })
      expect(it.service.standing()).toEqual([])
    })

    test('markup, line breaks and unusual letters in an item arrive as they were written', async () => {
      await using it = await start()
      const title = '<script>alert("1")</script> & 👩🏽‍💻 नमस्ते “quoted” \\n'
      await publishPost(it.channel, it.channel.compose({ ...practice, title }, published), options('k1'))

      expect(it.service.newestText()).toContain(title)
    })
  })
}
