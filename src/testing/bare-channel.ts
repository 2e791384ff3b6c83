import { randomUUID } from 'node:crypto'

import { openService } from '../channels/channel-for.ts'
import { type ChannelSession, type Service, sessionInMemory } from '../channels/service.ts'
import { noTies } from '../content/item-ties.ts'
import type { PublishedItem } from '../content/published-item.ts'
import { type Database, sql } from '../database/database.ts'
import { carryOut } from '../dissemination/channels/carry-out.ts'
import type { Circumstances } from '../dissemination/channels/circumstances.ts'
import type { ChannelPolicies } from '../dissemination/channels/next-step.ts'
import { type PlannedChannel, planOne } from '../dissemination/channels/plan.ts'
import { postHash } from '../dissemination/channels/post-hash.ts'
import { type Choice, cellKey } from '../ledger/channel-choices.ts'
import { type ClaimedDelivery, claim, releaseLapsed } from '../ledger/channel-deliveries.ts'
import { enter } from '../ledger/enter-deliveries.ts'
import { settle, writeAhead } from '../ledger/settle-delivery.ts'
import { practiceInEnglish } from './items.ts'

interface BareChannelOptions {
  readonly database: Database
  readonly service: Service
  /** Where the service is. */
  readonly url: string
  readonly policies?: Partial<ChannelPolicies>
  readonly rules?: Partial<PlannedChannel>
  readonly settings?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
  /** Unset: one of its own. */
  readonly session?: ChannelSession
}

interface Row extends Record<string, unknown> {
  id: string
  desired: string
  state: string
  reason: string | null
  remote_state: string
  remote_id: string | null
  remote_url: string | null
  /** A person wants ours, and that has not been carried out. */
  overwrite: boolean
  updated_at: string | Date
}

/** One item on one channel in one language: the ledger and the engine are the product's, the item is the test's. */
export interface BareChannel {
  /** Makes the item public, or corrects it. */
  publish(title: string): Promise<void>
  /** And workers carry that out. */
  publishAndSettle(title: string): Promise<void>
  withdraw(): Promise<void>
  /** An editor chooses, before or after it was delivered. */
  choose(chosen: Partial<Choice>): Promise<void>
  /** A person approves what would be posted now. */
  approve(): Promise<void>
  /** The channel gets another rule, which the next change meets. */
  rule(rules: Partial<PlannedChannel>): void
  /** Says why the next change happens. */
  explain(reason: string | null): void
  /** A worker looks at it once, if it is due. */
  deliver(): Promise<void>
  /** Workers look at it until there is nothing to do. */
  settle(): Promise<void>
  /** A worker takes it; nothing is asked of the service yet. Null: it is not due, or another has it. */
  take(): Promise<ClaimedDelivery | null>
  /** And goes on with it, also if it was slow. `killed`: the answer comes, and nobody is there to write it down. */
  goOn(held: ClaimedDelivery, end?: 'settled' | 'killed'): Promise<void>
  /** The time passes after which leases end. */
  lapse(): Promise<void>
  makeDue(): Promise<void>
  /** Nothing new is posted before. Null: from now on anything is. */
  beQuiet(until: Date | null): void
  /** Time passes until everybody sees what happened, and it is due. */
  passWindow(): Promise<void>
  /** Until a worker may take it. Not above zero: now. */
  dueInSeconds(): Promise<number>
  row(): Promise<Row>
  /** State, reason and what stands there, as one line. */
  standing(): Promise<string>
  /** What should be read there now. Null: nothing. */
  wanted(): string | null
}

const locale = 'en'
/** More than any way to a settled row takes. */
const MAX_STEPS = 40
let outboxIds = 0

export function bareChannel({
  database,
  service,
  url,
  policies = {},
  rules = {},
  settings = {},
  secrets = {},
  session = sessionInMemory(),
}: BareChannelOptions): BareChannel {
  const item = { collection: practiceInEnglish.collection, id: randomUUID() }
  const pageUrl = `https://emen.example/en/practices/${item.id}`
  let account: PlannedChannel = {
    id: randomUUID(),
    service: service.name,
    locales: [locale],
    collections: [],
    topics: [],
    countries: [],
    communities: [],
    mode: 'auto',
    isFinal: service.capabilities.isFinal,
    ...(service.settlesAfterMs !== undefined && { settlesAfterMs: service.settlesAfterMs }),
    ...rules,
  }
  const channel = openService(
    service,
    { baseUrl: url, settings, secrets },
    { allowedPrivateHosts: [new URL(url).host], publicUrl: 'https://emen.example', session },
  )
  let title: string | null = null
  let lastTitle = ''
  let reason: string | null = null
  let quietUntil: Date | null = null
  let outboxId = 0
  let aheadMs = 0
  const clock = () => new Date(Date.now() + aheadMs)
  let occurredAt = clock()
  let changedAt = practiceInEnglish.updatedAt
  let choice: Choice = {
    channelId: account.id,
    locale,
    wanted: null,
    text: null,
    picture: 'item',
    pictureId: null,
    alt: null,
    scheduledFor: null,
    approval: null,
    approvedHash: null,
    requestedBy: null,
    decidedBy: null,
    decidedAt: null,
  }
  const shown = (called: string): PublishedItem => ({
    ...practiceInEnglish,
    ...item,
    image: null,
    title: called,
    url: pageUrl,
    updatedAt: changedAt,
  })
  const plan = async (again: boolean): Promise<void> => {
    const change = {
      outboxId,
      item,
      locale,
      kind: title === null ? 'withdrawn' : 'published',
      published: new Map(title === null ? [] : [[locale, { title, url: pageUrl }] as const]),
      ties: noTies,
      choices: new Map([[cellKey(choice), choice]]),
      standing: [],
    } as const
    const planned = planOne(change, account, locale)
    if (planned !== null && outboxId > 0) await enter([planned], database, { again })
  }
  const change = async (to: string | null): Promise<void> => {
    title = to
    lastTitle = to ?? lastTitle
    outboxId = ++outboxIds
    occurredAt = clock()
    changedAt = new Date(changedAt.getTime() + 1_000)
    await plan(false)
  }
  const row = async (): Promise<Row> => {
    const { rows } = await database.execute<Row>(
      sql`select * from channel_deliveries where channel_id = ${account.id}`,
    )
    const [only] = rows
    if (only === undefined) throw new Error('nothing was planned yet')
    return only
  }
  const circumstances = (held: ClaimedDelivery): Circumstances => ({
    item: title === null ? null : shown(title),
    words: choice.text === null ? {} : { ownText: choice.text },
    withdrawn: title === null ? { ...shown(lastTitle), summary: '' } : null,
    policies: { edits: 'ignore', withdrawals: 'notice', removals: 'respect', ...policies },
    reason,
    approvedHash: choice.approval === 'approved' ? choice.approvedHash : null,
    quietUntil,
    now: clock(),
    random: 0,
    occurredAt,
    writeAhead: (intention) => writeAhead(held, intention, database),
  })
  let deliveryId: string | null = null
  const take = async () => {
    deliveryId ??= (await row()).id
    return claim(deliveryId, database)
  }
  const goOn: BareChannel['goOn'] = async (held, end = 'settled') => {
    const settlement = await carryOut(held, channel, circumstances(held))
    if (end === 'settled')
      await settle(held, settlement, database, { settlesAfterMs: service.settlesAfterMs ?? 0 })
  }
  /** Answers whether there was something to do. */
  const deliver = async (): Promise<boolean> => {
    const held = await take()
    if (held !== null) await goOn(held)
    return held !== null
  }
  return {
    publish: (called) => change(called),
    async publishAndSettle(called) {
      await change(called)
      await this.settle()
    },
    withdraw: () => change(null),
    async choose(chosen) {
      choice = { ...choice, ...chosen }
      await plan(true)
    },
    async approve() {
      const post = title === null ? null : channel.compose(shown(title), { change: 'published' })
      choice = {
        ...choice,
        approval: 'approved',
        approvedHash: post === null ? null : postHash('item', post),
      }
      await plan(true)
    },
    rule(rules) {
      account = { ...account, ...rules }
    },
    explain: (why) => {
      reason = why
    },
    beQuiet: (until) => {
      quietUntil = until
    },
    take,
    goOn,
    deliver: async () => void (await deliver()),
    async settle() {
      for (let step = 0; step < MAX_STEPS; step++) if (!(await deliver())) return
      throw new Error('the workers do not come to an end')
    },
    async lapse() {
      await database.execute(sql`
        update channel_deliveries set lease_until = now() - interval '1 second'
        where channel_id = ${account.id} and state = 'submitting'
      `)
      await releaseLapsed(database)
    },
    async makeDue() {
      await database.execute(
        sql`update channel_deliveries set due_at = now() where channel_id = ${account.id} and state = 'planned'`,
      )
    },
    async passWindow() {
      aheadMs += 2 * (service.settlesAfterMs ?? 0)
      await this.makeDue()
    },
    async dueInSeconds() {
      const { rows } = await database.execute<{ seconds: number }>(
        sql`select extract(epoch from due_at - now())::float8 as seconds from channel_deliveries where channel_id = ${account.id}`,
      )
      return rows[0]?.seconds ?? 0
    },
    row,
    async standing() {
      const { state, reason: why, remote_state } = await row()
      return [state, why, remote_state].filter((part) => part !== null).join(' ')
    },
    wanted() {
      const isHeldBack = account.mode === 'ask' && choice.approval !== 'approved'
      const isSpoken = account.locales.includes(locale)
      if (title === null || choice.wanted === 'no' || isHeldBack || !isSpoken) return null
      return choice.text ?? title
    },
  }
}
