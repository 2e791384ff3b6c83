import { expect, test } from 'vitest'

import { type Channel, prepared, type Receipt } from '../channels/channel.ts'
import {
  type ChannelTrial,
  type FakeService,
  options,
  practice,
  revised,
  withdrawalOf,
} from './channel-trial.ts'
import { updatePost } from './submit-post.ts'

/** What a channel promises of what it has published: revisions, withdrawals, and what somebody did there. */
export function describeRevising<Fake extends FakeService>({
  nowhere,
  canLook,
  start,
  publish,
  canChange,
  hasWay,
  canRemove,
  probes,
  changeByHand,
  removeByHand,
}: ChannelTrial<Fake>): void {
  test.runIf(canChange)('a revision changes what stands there, also when it is repeated', async () => {
    await using it = await start()
    const receipt = await publish(it.channel)
    const post = it.channel.compose(revised, { change: 'revised' })
    const second = await updatePost(it.channel, receipt, post, options('k2'))
    await updatePost(it.channel, second, post, options('k2'))

    expect(await it.service.standing()).toEqual([practice.url])
    expect(await it.service.newestText()).toContain(revised.title)
  })

  test.runIf(canRemove)(
    'a withdrawal takes it away, and is done when there is nothing left to take',
    async () => {
      await using it = await start()
      const { remoteId } = await publish(it.channel)
      await it.channel.remove(withdrawalOf(remoteId), options('k2'))
      await it.channel.remove(withdrawalOf(remoteId), options('k2'))

      expect(await it.service.standing()).toEqual([])
    },
  )

  test.runIf(probes !== undefined)('whether it can look at what it published is as declared', () => {
    expect(canLook).toBe(probes)
  })

  const probe = async (channel: Channel, { remoteId, mark }: Receipt) =>
    channel.probe?.({ remoteId, mark }, options())

  test.runIf(canLook)('what was published is found to stand there', async () => {
    await using it = await start()
    const receipt = await publish(it.channel)

    expect(await probe(it.channel, receipt)).toBe('live')
  })

  test.runIf(nowhere.words)('the words that stand there can be read, until they are gone', async () => {
    await using it = await start()
    const receipt = await publish(it.channel)
    const words = () => it.channel.words?.(receipt.remoteId, options())

    expect(await words()).toContain(practice.title)
    await it.channel.remove(withdrawalOf(receipt.remoteId), options('k2'))
    expect(await words()).toBeNull()
  })

  test.runIf(canLook && canChange)('our own revision is not taken for somebody else’s', async () => {
    await using it = await start()
    const receipt = await publish(it.channel)
    const post = it.channel.compose(revised, { change: 'revised' })
    const second = await updatePost(it.channel, receipt, post, options('k2'))

    expect(await probe(it.channel, second)).toBe('live')
  })

  test.runIf(canLook && canRemove)('what was withdrawn is found to be gone', async () => {
    await using it = await start()
    const receipt = await publish(it.channel)
    await it.channel.remove(withdrawalOf(receipt.remoteId), options('k2'))

    expect(await probe(it.channel, receipt)).toBe('gone')
  })

  test.runIf(canChange && hasWay)(
    'a revision whose answer was lost can be repeated, and is not taken for somebody else’s',
    async () => {
      await using it = await start()
      const receipt = await publish(it.channel)
      const post = it.channel.compose(revised, { change: 'revised' })
      it.failNext({ kind: 'hang-up-after' })

      const lost = updatePost(it.channel, receipt, post, options('k2'))
      await expect(lost).rejects.toMatchObject({ reason: 'unconfirmed' })
      await updatePost(it.channel, receipt, post, options('k2'))
      expect(await it.service.standing()).toEqual([practice.url])
      expect(await it.service.newestText()).toContain(revised.title)
    },
  )

  test.runIf(canChange && hasWay && nowhere.saying)(
    'a revision whose answer was lost is known as ours when another overtakes it',
    async () => {
      await using it = await start()
      const receipt = await publish(it.channel)
      const lost = it.channel.compose(revised, { change: 'revised' })
      it.failNext({ kind: 'hang-up-after' })
      await expect(updatePost(it.channel, receipt, lost, options('k2'))).rejects.toMatchObject({
        reason: 'unconfirmed',
      })
      const later = { ...revised, title: 'Mentoring, now in five cities' }
      const post = it.channel.compose(later, { change: 'revised' })
      const attempted = [it.channel.saying?.(lost) ?? '']
      await updatePost(it.channel, { ...receipt, attempted }, post, options('k3'))

      expect(await it.service.newestText()).toContain(later.title)
    },
  )

  test.runIf(changeByHand && hasWay)(
    'what somebody changed there after our answer was lost is found out',
    async () => {
      await using it = await start()
      const receipt = await publish(it.channel)
      const post = it.channel.compose(revised, { change: 'revised' })
      it.failNext({ kind: 'hang-up-after' })
      await expect(updatePost(it.channel, receipt, post, options('k2'))).rejects.toMatchObject({
        reason: 'unconfirmed',
      })
      await changeByHand?.(it.service)
      const theirs = await it.service.newestText()

      const attempted = [it.channel.saying?.(post) ?? '']
      const again = updatePost(it.channel, { ...receipt, attempted }, post, options('k2'))
      await expect(again).rejects.toMatchObject({ name: 'ChannelError', reason: 'changed-there' })
      expect(await it.service.newestText()).toBe(theirs)
    },
  )

  test.runIf(changeByHand)(
    'what somebody changed there is found out, and overwritten only when a person says so',
    async () => {
      await using it = await start()
      const receipt = await publish(it.channel)
      await changeByHand?.(it.service)
      const theirs = await it.service.newestText()
      const post = it.channel.compose(revised, { change: 'revised' })

      expect(await probe(it.channel, receipt)).toBe('changed')
      const update = updatePost(it.channel, receipt, post, options('k2'))
      await expect(update).rejects.toMatchObject({ name: 'ChannelError', reason: 'changed-there' })
      expect(await it.service.newestText()).toBe(theirs)

      const submission = await prepared(it.channel, post, options('k3'), receipt.remoteId)
      await it.channel.update({ ...receipt, overwrite: true }, submission, options('k3'))
      expect(await it.service.newestText()).toContain(revised.title)
    },
  )

  test.runIf(removeByHand)('what somebody removed there is missing, and is not made anew', async () => {
    await using it = await start()
    const receipt = await publish(it.channel)
    await removeByHand?.(it.service)
    const post = it.channel.compose(revised, { change: 'revised' })
    const update = updatePost(it.channel, receipt, post, options('k2'))

    await expect(update).rejects.toMatchObject({ name: 'ChannelError', reason: 'missing' })
    expect(await it.service.standing()).toEqual([])
  })
}
