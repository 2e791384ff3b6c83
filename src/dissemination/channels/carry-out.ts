import {
  type Channel,
  type Post,
  prepared,
  type Receipt,
  type Standing,
  type SubmitOptions,
} from '../../channels/channel.ts'
import { ChannelError } from '../../channels/channel-error.ts'
import {
  type ChannelAction,
  type ChannelSettlement,
  type ClaimedDelivery,
  REMOVING,
} from '../../ledger/channel-deliveries.ts'
import type { Circumstances } from './circumstances.ts'
import { mayOverwrite, seeReplaceable } from './look-first.ts'
import { nextStep, type Step } from './next-step.ts'
import { settlementFor } from './settlement-for.ts'
import { type WishedPost, wishedPost } from './wished-post.ts'

/** Longer than any service may take, shorter than the lease. */
const TIMEOUT_MS = 60_000

/** Another worker went on with it: what this one would write down is refused. */
const overtaken: ChannelSettlement = { action: 'none', state: 'planned', reason: null }

/** Compares what should stand on the channel with what does, and makes at most one irreversible request. */
export async function carryOut(
  delivery: ClaimedDelivery,
  channel: Channel,
  circumstances: Circumstances,
): Promise<ChannelSettlement> {
  const options = {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    now: circumstances.now,
    key: keyOf(delivery),
    identity: identityOf(delivery),
    plannedAt: delivery.plannedAt,
    occurredAt: circumstances.occurredAt,
    ...besideOf(delivery),
  }
  const attempt: Attempt = { delivery, channel, circumstances, options }
  try {
    return await reconcile(attempt)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return settlementFor(error, 'none', delivery, channel, circumstances)
  }
}

interface Attempt {
  readonly delivery: ClaimedDelivery
  readonly channel: Channel
  readonly circumstances: Circumstances
  readonly options: SubmitOptions
  /** What it was before it was looked for and not found. Absent: nobody looked. */
  readonly doubted?: ClaimedDelivery
}

async function reconcile(attempt: Attempt): Promise<ChannelSettlement> {
  const { delivery, channel, circumstances } = attempt
  const wished = await wishedPost(delivery, channel, circumstances, attempt.options)
  const place = { capabilities: channel.capabilities, canLook: channel.find !== undefined }
  const situation = { ...circumstances, wish: wished, isCorrection: circumstances.reason !== null }
  const step = nextStep(delivery, place, situation)
  if (step.do !== 'look') return take(step, wished, attempt)
  const found = await look(attempt, wished !== null)
  if (found !== null) return found
  // Our removing it arrived: under that name, the service would know it as gone.
  if (delivery.remoteState === 'unconfirmed' && delivery.remoteHash === REMOVING) return gone(attempt)
  // It is not there, so nothing speaks against the step that comes when there never was anything.
  const sure: ClaimedDelivery =
    delivery.remoteState === 'live'
      ? { ...delivery, reason: 'found-nothing' }
      : { ...delivery, remoteState: delivery.generation > 1 ? 'absent' : 'none' }
  const next = await take(nextStep(sure, place, situation), wished, {
    ...attempt,
    delivery: sure,
    doubted: delivery,
  })
  const isSettled = next.remote === undefined && delivery.remoteState === 'unconfirmed'
  return isSettled && next.action === 'none' && next.state !== 'planned'
    ? { ...next, remote: { state: 'absent', id: null, url: null }, hash: null }
    : next
}

/** What may still arrive stays in doubt, and is looked for again before it is posted. */
const untilMorning = (quietUntil: Date): ChannelSettlement => ({
  action: 'none',
  state: 'planned',
  reason: 'quiet-hours',
  dueAt: quietUntil,
  attempt: 'uncounted',
})

const gone = ({ options }: Attempt): ChannelSettlement => ({
  action: 'none',
  state: 'planned',
  reason: null,
  dueAt: options.now,
  remote: { state: 'absent', id: null, url: null },
  hash: null,
})

/** Null: it is not among our latest. */
async function look(
  { delivery, channel, options }: Attempt,
  isToStand: boolean,
): Promise<ChannelSettlement | null> {
  const { itemUrl, locale, leftStanding, remoteState, remoteUrl, remoteHash, attempted } = delivery
  const found = await channel.find?.({ url: itemUrl, locale }, options)
  // The newest comes first: what stands beside it is found only where the newest is not.
  if (!found || leftStanding.some(({ id }) => id === found.remoteId)) return null
  // A person told where it stands, and this is another.
  if (remoteState === 'live' && remoteUrl !== null && found.remoteUrl !== remoteUrl) return null
  if (isToStand && remoteState === 'unconfirmed' && wasChanged(found, attempted))
    return changedThere('none', found)
  return { ...done('none', found, remoteHash), state: 'planned', reason: 'found-there', dueAt: options.now }
}

/** Whether it has words that none of our attempts gave it: a person changed it there before we knew that it stands. */
const wasChanged = ({ says }: Receipt, attempted: readonly string[]): boolean =>
  says !== undefined && attempted.length > 0 && !attempted.includes(says)

/** Of what is not as we left it: no look finds the same. */
const NOT_OURS = 'changed-there'

const changedThere = (action: ChannelAction, found: Receipt): ChannelSettlement => ({
  ...done(action, { ...found, mark: NOT_OURS }, null),
  state: 'held',
  reason: 'changed-there',
})

async function take(step: Step, wished: WishedPost | null, attempt: Attempt): Promise<ChannelSettlement> {
  switch (step.do) {
    case 'settle':
      return step.settlement
    case 'publish': {
      const { quietUntil } = attempt.circumstances
      if (quietUntil !== null && isFirst(attempt.delivery)) return untilMorning(quietUntil)
      return wished === null ? overtaken : submit('publish', wished, wished.post, attempt)
    }
    case 'update':
      return wished === null ? overtaken : submit('update', wished, wished.revised(), attempt)
    case 'remove':
      return remove(step, attempt)
    case 'look':
      throw new Error('what was looked for is looked for again')
  }
}

/** Whether readers saw nothing of it before. */
const isFirst = ({ leftStanding, replaces }: ClaimedDelivery): boolean =>
  leftStanding.length === 0 && !replaces

async function submit(
  action: 'publish' | 'update',
  { hash, kind }: WishedPost,
  post: Post,
  attempt: Attempt,
): Promise<ChannelSettlement> {
  const { delivery, channel, circumstances, options } = attempt
  const [fault] = channel.validate(post)
  if (fault !== undefined) return { action, state: 'failed', reason: fault }
  const saying = channel.saying?.(post) ?? null
  try {
    const isNew = action === 'publish'
    const submission = await prepared(channel, post, options, isNew ? null : delivery.remoteId)
    const overwrite = !isNew && (await mayOverwrite(delivery, channel, options))
    if (!(await circumstances.writeAhead({ hash: isNew ? hash : null, itemUrl: post.url, saying })))
      return overtaken
    const receipt = isNew
      ? await channel.publish(submission, options)
      : await channel.update(standing(delivery, overwrite), submission, options)
    if (isNew && mayShowEarlier(hash, attempt)) return adopted(action, receipt, options.now)
    const settlement = receipt.isPartial ? partly(action, receipt, hash) : done(action, receipt, hash)
    return kind === 'notice' ? { ...settlement, reason: 'notice-stands' } : settlement
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    const known = error.reason === 'duplicate' && (error.receipt ?? (await lookAgain(channel, post, options)))
    if (known && wasChanged(known, [...delivery.attempted, saying ?? []].flat()))
      return changedThere(action, known)
    if (known) return adopted(action, known, options.now)
    return settlementFor(error, action, delivery, channel, circumstances)
  }
}

/** Its words are as they should be, and the rest is for a person to see to. Its fingerprint is nobody's: there is a rest. */
const partly = (action: ChannelAction, receipt: Receipt, hash: string): ChannelSettlement => ({
  ...done(action, receipt, `${hash}:partly`),
  state: 'skipped',
  reason: 'cannot-edit',
})

/** It shows one of our texts, perhaps an earlier one, so it is brought up to date next. */
const adopted = (action: ChannelAction, receipt: Receipt, now: Date): ChannelSettlement => ({
  ...done(action, receipt, null),
  state: 'planned',
  reason: 'found-there',
  dueAt: now,
})

/** Whether the service, dropping what it has seen, may have answered with a post of an attempt that said something else. */
function mayShowEarlier(hash: string, { delivery, doubted, channel }: Attempt): boolean {
  const { remoteState, remoteHash } = doubted ?? delivery
  const saidElse = remoteState === 'unconfirmed' && remoteHash !== hash
  return saidElse && (doubted === undefined || channel.capabilities.update === 'in-place')
}

const lookAgain = async (channel: Channel, post: Post, options: SubmitOptions): Promise<Receipt | null> =>
  (await channel.find?.(post, options)) ?? null

/** What is to be changed. */
const standing = ({ remoteId, remoteMark, attempted }: ClaimedDelivery, overwrite: boolean): Standing => ({
  remoteId: remoteId ?? '',
  mark: remoteMark,
  attempted,
  overwrite,
})

async function remove(
  { post, which }: Extract<Step, { do: 'remove' }>,
  { delivery, channel, circumstances, options }: Attempt,
): Promise<ChannelSettlement> {
  const { item, locale, leftStanding } = delivery
  const { occurredAt, reason, now } = circumstances
  const isWanted = delivery.desired === 'live' && circumstances.item !== null
  if (which === 'newest' && isWanted) await seeReplaceable(delivery, channel, options)
  const overwrite = which === 'newest' && (await mayOverwrite(delivery, channel, options))
  const hash = which === 'newest' ? REMOVING : delivery.remoteHash
  if (!(await circumstances.writeAhead({ hash, itemUrl: delivery.itemUrl, saying: null }))) return overtaken
  try {
    await channel.remove({ remoteId: post.id, item, locale, occurredAt, reason, overwrite }, options)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    if (error.reason === 'too-late' && channel.capabilities.removeWithinMs !== null)
      return tooLate({ post, which }, delivery, now)
    // What is already gone counts as removed.
    if (error.reason !== 'missing') return settlementFor(error, 'remove', delivery, channel, circumstances)
  }
  const left = which === 'left' ? leftStanding.filter(({ id }) => id !== post.id) : leftStanding
  const gone = which === 'newest' || delivery.remoteState !== 'live'
  const isDone = gone && left.length === 0 && !isWanted
  return {
    action: 'remove',
    ...(isDone
      ? { state: 'submitted', reason: null }
      : { state: 'planned', reason: null, dueAt: now, attempt: 'anew' }),
    ...(gone && { remote: { state: 'absent', id: null, url: null }, hash: null }),
    leftStanding: left,
  }
}

/** Longer than any service lets a post be removed. */
const LONG_AGO = new Date(0)

/** It stands there for longer than we knew, so it is done with it as with what can be removed no more. */
const tooLate = (
  { post, which }: Omit<Extract<Step, { do: 'remove' }>, 'do'>,
  { leftStanding, remoteHash }: ClaimedDelivery,
  now: Date,
): ChannelSettlement => ({
  action: 'remove',
  state: 'planned',
  reason: null,
  dueAt: now,
  attempt: 'anew',
  hash: remoteHash === REMOVING ? null : remoteHash,
  ...(which === 'newest'
    ? { since: LONG_AGO }
    : {
        leftStanding: leftStanding.map((each) =>
          each.id === post.id ? { ...each, since: LONG_AGO.toISOString() } : each,
        ),
      }),
})

const done = (
  action: ChannelAction,
  { remoteId, remoteUrl, mark, doi }: Receipt,
  hash: string | null,
): ChannelSettlement => ({
  action,
  state: 'submitted',
  reason: null,
  attempt: 'anew',
  remote: { state: 'live', id: remoteId, url: remoteUrl, mark },
  hash,
  ...(doi !== undefined && { doi }),
})

const besideOf = ({ leftStanding }: ClaimedDelivery): Pick<SubmitOptions, 'beside'> => {
  const left = leftStanding.at(-1)
  return left === undefined ? {} : { beside: left.id }
}

/** The same for every attempt to carry out one change on one channel, and for no other. */
const keyOf = ({ id, revision, generation, leftStanding }: ClaimedDelivery): string =>
  `${id}.${revision}.${generation}.${leftStanding.length}`

/** The same for every attempt to make one post, and another once that was removed. */
const identityOf = ({ id, generation }: ClaimedDelivery): string => `${id}.${generation}`
