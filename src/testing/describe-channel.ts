import { inspect } from 'node:util'

import { describe, expect, test } from 'vitest'

import { type Channel, prepared, type Receipt, type Withdrawal } from '../channels/channel.ts'
import { ChannelError, type ChannelErrorReason } from '../channels/channel-error.ts'
import { type ChannelAccount, type ChannelNetwork, openService } from '../channels/channel-for.ts'
import type { Service } from '../channels/service.ts'
import type { WholeItem } from '../content/whole-item.ts'
import { describeComposition } from './describe-composition.ts'
import { type IsSubmission, startFaultProxy } from './fault-proxy.ts'
import { practiceInArabic, practiceInEnglish, practiceInFrench } from './items.ts'
import { publishPost, submitOptions, updatePost } from './submit-post.ts'

/** A service that behaves: a fake, or a real one on this machine. */
interface FakeService extends AsyncDisposable {
  readonly url: string
  /** Addresses of the items that readers find there now, oldest first. */
  standing(): readonly string[] | Promise<readonly string[]>
  /** The newest text that readers find there. */
  newestText(): string | Promise<string>
  /** Address → title: what our own site shows, for services that are only told to come and look. */
  readonly ownSite?: Map<string, string>
  /** Where it is no service but a part of ours. */
  readonly ownPart?: Pick<ChannelNetwork, 'mailer' | 'federation'>
}

/** How a channel is opened at a service's address. */
type Account = Omit<ChannelAccount, 'service'>

interface Subject<Fake extends FakeService> {
  readonly service: Service
  startService(): Promise<Fake>
  /** Null: there is no way on which something could be lost. */
  readonly isSubmission: IsSubmission | null
  account(url: string): Account
  /** With credentials that the service does not know. Null: it has none. */
  readonly stranger: ((url: string) => Account) | null
  /** What is to be posted beside title and summary, for services that take it. Files may lie at the service's address. */
  readonly whole?: (url: string) => WholeItem
  /** What a status means here, where that is not what it means to most. */
  readonly reasons?: Readonly<Partial<Record<number, ChannelErrorReason>>>
  /** Whether the adapter can look at what became of a post. Unset: as it says itself. */
  readonly probes?: boolean
  /** Whether this server tells how many follow. Unset: as its service does. */
  readonly countsFollowers?: boolean
  /** Somebody changes the newest post there. Unset: the adapter cannot tell. */
  readonly changeByHand?: (service: Fake) => void | Promise<void>
  /** Somebody removes the newest post there. Unset: the adapter cannot tell. */
  readonly removeByHand?: (service: Fake) => void | Promise<void>
}

const publicUrl = 'https://emen.example'
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

/** A channel of a site that shows an item before it announces it, and no longer before it withdraws it. */
const besideOurSite = (channel: Channel, { ownSite }: FakeService, whole?: WholeItem): Channel => ({
  ...channel,
  compose(item, options) {
    ownSite?.set(item.url, item.title)
    return channel.compose(item, { ...options, ...(whole !== undefined && { whole }) })
  },
  remove(withdrawal, options) {
    ownSite?.delete(practice.url)
    return channel.remove(withdrawal, options)
  },
})

/** How the way can fail, each answer saying what it was sent, as some services do. */
const faults = [
  ...(['hang-up-before', 'hang-up-after', 'cut'] as const).map((kind) => ({ name: kind, fault: { kind } })),
  ...[200, 302, 400, 401, 403, 404, 409, 413, 422, 429, 500, 502, 503].map((status) => ({
    name: `answer ${status}`,
    fault: { kind: 'answer', status } as const,
  })),
] as const

/** What every channel promises, whatever the service. Each adapter's test calls this once. */
export function describeChannel<Fake extends FakeService>({
  service: subject,
  startService,
  isSubmission,
  account,
  stranger,
  whole,
  reasons = {},
  probes,
  countsFollowers = subject.countsFollowers ?? false,
  changeByHand,
  removeByHand,
}: Subject<Fake>): void {
  const { capabilities } = subject
  /** Opened where nothing is. */
  const nowhere = openService(subject, account('http://127.0.0.1:9'), { allowedPrivateHosts: [], publicUrl })
  const canLook = nowhere.probe !== undefined
  const start = async () => {
    const service = await startService()
    const way = await startFaultProxy(service.url, isSubmission ?? (() => false))
    const { host } = new URL(way.url)
    const open = (opened: Account, allowedPrivateHosts = [host]) =>
      besideOurSite(
        openService(subject, opened, { allowedPrivateHosts, publicUrl, ...service.ownPart }),
        service,
        whole?.(way.url),
      )
    return {
      service,
      failNext: way.failNext,
      account: account(way.url),
      channel: open(account(way.url)),
      stranger: stranger === null ? null : open(stranger(way.url)),
      withoutLeave: open(account(way.url), []),
      async [Symbol.asyncDispose]() {
        await way[Symbol.asyncDispose]()
        await service[Symbol.asyncDispose]()
      },
    }
  }
  const publish = (channel: Channel, key = 'k1') =>
    publishPost(channel, channel.compose(practice, published), options(key))
  const looksItUp = (channel: Channel): boolean => capabilities.deduplicates || channel.find !== undefined
  /** What a worker does with a post whose fate is unknown. Null: a person is to say. */
  const recover = async (channel: Channel, key: string): Promise<Receipt | null> => {
    if (!looksItUp(channel)) return null
    const found = await channel.find?.(channel.compose(practice, published), options(key))
    return found ?? publish(channel, key)
  }
  const canChange = capabilities.update !== 'none'
  const hasWay = isSubmission !== null
  const canRemove = capabilities.remove === 'yes'

  describeComposition(subject, nowhere)

  describe('as a channel', () => {
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

    test.runIf(stranger)(
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

    test('markup, line breaks and unusual letters in an item arrive as they were written', async () => {
      await using it = await start()
      const title = '<script>alert("1")</script> & 👩🏽‍💻 नमस्ते “quoted” \\n'
      await publishPost(it.channel, it.channel.compose({ ...practice, title }, published), options('k1'))

      expect(await it.service.newestText()).toContain(title)
    })
  })
}
