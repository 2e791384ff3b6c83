import type { Capabilities } from '../../channels/channel.ts'
import type { Database } from '../../database/database.ts'
import { restUntil, standingOf } from '../../ledger/channel-gate.ts'
import {
  type Breaker,
  enterBreaker,
  reportFailure,
  reportSuccess,
  returnProbeOf,
} from '../../ledger/pace/breaker.ts'
import { slowDown } from '../../ledger/pace/slow-down.ts'
import { takeTokens } from '../../ledger/pace/take-tokens.ts'

/** Why a channel takes nothing now. What waits for it burns no attempt. */
export type GateReason =
  | 'channel-rests' // it, or its host, failed too often in a row
  | 'rate-limited' // the service asked us to wait, or the pace that it grants is used up
  | 'quiet-hours' // nothing new is posted at this hour
  | 'all-busy' // as many submissions as the service takes at once are under way

export interface Entry {
  readonly channelId: string
  readonly capabilities: Pick<Capabilities, 'concurrency' | 'pace' | 'removals'>
  /** Something of ours is taken away. */
  readonly isRemoval: boolean
  /** `host:port` that the account talks to. Null: it has none of its own. */
  readonly host: string | null
  /** A correction or a withdrawal: it may go out at any hour. */
  readonly isUrgent: boolean
}

export type Entered =
  | {
      readonly kind: 'open'
      readonly isProbe: boolean
      readonly isSuspect: boolean
      /** Let in although nothing new is posted before that moment. Null: anything may be. */
      readonly quietUntil: Date | null
    }
  | { readonly kind: 'wait'; readonly until: Date; readonly reason: GateReason }

/** Shut after five failures in a row, for half a minute at first and an hour at most. */
const breakerFor = (key: string): Breaker => ({
  key: `breaker:${key}`,
  failures: 5,
  waitSeconds: { first: 30, longest: 3600 },
})
const breakersOf = ({ channelId, host }: Pick<Entry, 'channelId' | 'host'>): readonly Breaker[] =>
  [`channel:${channelId}`, ...(host === null ? [] : [`host:${host}`])].map(breakerFor)
/** Whose pace is counted: the channel's, or that of removals where the service counts those by themselves. */
const bucketOf = ({ channelId, ...entry }: Paced & Pick<Entry, 'channelId'>): string =>
  hasOwnPace(entry) ? `channel:${channelId}:removals` : `channel:${channelId}`

type Paced = Pick<Entry, 'capabilities' | 'isRemoval'>
const hasOwnPace = ({ capabilities, isRemoval }: Paced): boolean =>
  isRemoval && capabilities.removals !== undefined
const paceOf = ({ capabilities: { pace, removals }, isRemoval }: Paced) =>
  (isRemoval ? removals : undefined) ?? pace

/** What else waits where this found that the pace is used up. */
export const sharersOf = ({ capabilities, isRemoval }: Paced): 'all' | 'removals' | 'posts' => {
  if (capabilities.removals === undefined) return 'all'
  return isRemoval ? 'removals' : 'posts'
}

/** What may leave at once after a rest, of all that a pace grants: both together never exceed it in any window. */
const BURST = 0.2

export const perSecondOf = (entry: Paced): number | null => {
  const pace = paceOf(entry)
  return pace === null ? null : ((1 - BURST) * pace.submissions * 1000) / pace.perMs
}

/**
 * Asks whether one thing may be submitted to a channel now, and takes its place in the pace that the service grants.
 * @param transaction in which others who come for the channel wait (`approach`), or more would be let in than may be.
 */
export async function enterChannel(entry: Entry, transaction: Database): Promise<Entered> {
  const { channelId, capabilities, isUrgent } = entry
  const breakers = breakersOf(entry)
  const bucket = bucketOf(entry)
  const standing = await standingOf(
    channelId,
    { bucket, breakers: breakers.map(({ key }) => key) },
    transaction,
  )
  const { quietForMs } = standing
  if (quietForMs !== null && !isUrgent) return waits('quiet-hours', quietForMs)
  if (standing.restsForMs !== null) return waits('rate-limited', standing.restsForMs)
  if (standing.busy >= capabilities.concurrency) return waits('all-busy', 0)

  const probes: Breaker[] = []
  const giveBack = async (entered: Entered): Promise<Entered> => {
    for (const probe of probes) await returnProbeOf(probe, transaction)
    return entered
  }
  for (const breaker of breakers.filter(({ key }) => standing.failing.includes(key))) {
    const gate = await enterBreaker(breaker, transaction)
    if (gate.kind === 'shut') return giveBack(waits('channel-rests', gate.until.getTime() - Date.now()))
    if (gate.kind === 'probe') probes.push(breaker)
  }
  const waitMs = await takeTurn(bucket, entry, transaction)
  if (waitMs > 0) return giveBack(waits('rate-limited', waitMs))
  return {
    kind: 'open',
    isProbe: probes.length > 0,
    isSuspect: standing.failing.length > 0,
    quietUntil: quietForMs === null ? null : inMs(quietForMs),
  }
}

const waits = (reason: GateReason, forMs: number): Entered => ({ kind: 'wait', until: inMs(forMs), reason })

const inMs = (ms: number): Date => new Date(Date.now() + Math.max(ms, 0))

/** Answers after how many milliseconds there is a turn. 0: this is one. */
async function takeTurn(key: string, entry: Paced, database: Database): Promise<number> {
  const pace = paceOf(entry)
  const perSecond = perSecondOf(entry)
  if (pace === null || perSecond === null) return 0
  const capacity = Math.max(1, BURST * pace.submissions)
  const taken = (await takeTokens([{ key, amount: 1, perSecond, capacity }], database)).get(key)
  return (taken?.granted ?? 0) > 0 ? 0 : Math.max(1, taken?.waitMs ?? 0)
}

/** What the service showed of itself while one thing was submitted. */
export interface ChannelOutcome {
  /** `untried`: nothing was asked of it. `away`: it, or the way to it, failed in a manner that passes. */
  readonly kind: 'there' | 'away' | 'rate-limited' | 'untried'
  /** Until when it asked us to wait. Null: it did not. */
  readonly until: Date | null
}

/** A service that refuses for our rate and does not say for how long. */
const UNSAID_MS = 60_000

/** Writes down what an attempt told of the channel and its host, for all processes. */
export async function reportChannel(
  entry: Omit<Entry, 'isUrgent'> & {
    readonly isProbe: boolean
    readonly isSuspect: boolean
  },
  { kind, until }: ChannelOutcome,
  database: Database,
): Promise<void> {
  const { isProbe, isSuspect } = entry
  const breakers = breakersOf(entry)
  const key = bucketOf(entry)
  if (kind === 'rate-limited')
    await slowDown(
      {
        key,
        reason: 'rate-limited',
        until: until ?? new Date(Date.now() + UNSAID_MS),
        observed: perSecondOf(entry) ?? 0,
        atMost: null,
        keeps: 0.5,
        forgivenSeconds: null,
      },
      database,
    )
  else if (until !== null) await restUntil({ key, until, reason: 'rate-limited' }, database)

  if (kind === 'away')
    for (const breaker of breakers)
      await reportFailure(breaker, { reason: 'unavailable', until: null, isProbe }, database)
  else if (kind === 'untried' && isProbe)
    for (const breaker of breakers) await returnProbeOf(breaker, database)
  else if (kind !== 'untried' && (isProbe || isSuspect)) await reportSuccess(breakers, database)
}
