import { expect, test } from 'vitest'

import { prepared } from '../channels/channel.ts'
import { type ChannelTrial, type FakeService, options, practice, published } from './channel-trial.ts'
import { practiceInArabic, practiceInEnglish, practiceInFrench } from './items.ts'
import { publishPost } from './submit-post.ts'

/** What a channel promises of what it publishes, and of answers that are lost. */
export function describePublishing<Fake extends FakeService>({
  capabilities,
  start,
  publish,
  recover,
  hasWay,
  reasons,
}: ChannelTrial<Fake>): void {
  test.for([practiceInEnglish, practiceInFrench, practiceInArabic])(
    'the same item in $locale is always composed into the same post, in its language and with its address',
    async (item) => {
      await using it = await start()
      const post = it.channel.compose(item, published)

      expect(it.channel.compose(structuredClone(item), published)).toEqual(post)
      expect(post).toMatchObject({ locale: item.locale, url: item.url })
      expect(JSON.stringify(post)).toContain(item.url)
      expect(it.channel.validate(post)).toEqual([])
    },
  )

  test('a published item stands there once, and the receipt names it', async () => {
    await using it = await start()
    const receipt = await publish(it.channel)

    expect(receipt.remoteId).not.toBe('')
    expect(await it.service.standing()).toEqual([practice.url])
    expect(await it.service.newestText()).toContain(practice.title)
  })

  test('two items stand there side by side', async () => {
    await using it = await start()
    const french = { ...practiceInFrench, image: null }
    await publish(it.channel, 'k1')
    await publishPost(it.channel, it.channel.compose(french, published), options('k2'))

    expect(await it.service.standing()).toEqual([practice.url, french.url])
  })

  test.runIf(capabilities.deduplicates)('a key that is repeated publishes once', async () => {
    await using it = await start()
    const first = await publish(it.channel)

    expect(await publish(it.channel)).toMatchObject({ remoteId: first.remoteId })
    expect(await it.service.standing()).toEqual([practice.url])
  })

  test.runIf(hasWay).for([
    { fault: { kind: 'hang-up-before' }, arrived: false, reason: 'unconfirmed' },
    { fault: { kind: 'hang-up-after' }, arrived: true, reason: 'unconfirmed' },
    { fault: { kind: 'cut' }, arrived: true, reason: 'unconfirmed' },
    {
      fault: { kind: 'answer', status: 500, done: true },
      arrived: true,
      reason: reasons[500] ?? 'unconfirmed',
    },
    { fault: { kind: 'answer', status: 502, done: true }, arrived: true, reason: 'unconfirmed' },
  ] as const)(
    'after a lost answer ($fault) the item stands there once, or a person is asked',
    async ({ arrived, fault, reason }) => {
      await using it = await start()
      it.failNext(fault)

      await expect(publish(it.channel)).rejects.toMatchObject({ name: 'ChannelError', reason })
      const recovered = await recover(it.channel, 'k1')
      const stands = arrived || recovered !== null
      expect(await it.service.standing()).toEqual(stands ? [practice.url] : [])
    },
  )

  test.runIf(hasWay)('a service that never answers is given up as unconfirmed', async () => {
    await using it = await start()
    const submission = await prepared(it.channel, it.channel.compose(practice, published), options('k1'))
    it.failNext({ kind: 'stall' })
    const waiting = it.channel.publish(submission, {
      ...options('k1'),
      signal: AbortSignal.timeout(1_500),
    })

    await expect(waiting).rejects.toMatchObject({ name: 'ChannelError', reason: 'unconfirmed' })
    await recover(it.channel, 'k1')
    expect(await it.service.standing()).toEqual([practice.url])
  })

  test.runIf(hasWay)('a service that is away was sent nothing', async () => {
    const it = await start()
    await it[Symbol.asyncDispose]()

    await expect(publish(it.channel)).rejects.toMatchObject({ name: 'ChannelError', reason: 'unavailable' })
  })

  test('markup, line breaks and unusual letters in an item arrive as they were written', async () => {
    await using it = await start()
    const title = '<script>alert("1")</script> & 👩🏽‍💻 नमस्ते “quoted” \\n'
    await publishPost(it.channel, it.channel.compose({ ...practice, title }, published), options('k1'))

    expect(await it.service.newestText()).toContain(title)
  })
}
