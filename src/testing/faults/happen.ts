import { randomBytes, randomUUID } from 'node:crypto'

import { Client } from 'pg'

import { canonicalAddress } from '../../audience/canonical-address.ts'
import { noWording } from '../../audience/consent-wording.ts'
import { moveSubscriber } from '../../audience/move-subscriber.ts'
import { findSubscriber } from '../../audience/subscriber.ts'
import { databaseOf, inTransaction, sql } from '../../database/database.ts'
import { releaseLanguages } from '../../dissemination/readiness/release-languages.ts'
import {
  cancelIssue,
  decideHold,
  decideIssueMails,
  pauseIssue,
  resumeIssue,
} from '../../dissemination/steer-issue.ts'
import { sweep } from '../../dissemination/sweep.ts'
import { env } from '../../env.ts'
import type { HoldDecision } from '../../ledger/end-domain-hold.ts'
import { domainHolds } from '../../ledger/issue-progress/held-domains.ts'
import type { ShutDown } from '../restartable-cluster.ts'
import { askForConfirmation } from './confirmations.ts'
import { type Course, oneOf } from './course.ts'
import { somebodyGoes, whoWaitsGoes } from './go.ts'
import { passTime } from './pass-time.ts'
import { planPersonal, tellPersonal } from './personal-mails.ts'
import type { Happening } from './schedule.ts'
import { skewClock, trueClock } from './skewed-clock.ts'
import type { Stage } from './stage.ts'
import { tellSome } from './tell.ts'

const LAPSE_MS = 20 * 60_000
const DAY_MS = 24 * 60 * 60_000
/** Requests or connections that fail before a service that was away is back. */
const OUTAGE = 5

/** More mails in a row than make a domain be left alone, with those that are under way then. */
const REFUSALS = 5

/** Lets it happen, whole. What needs nobody to be in the middle of a statement is in `quietly`. */
export async function happen(what: Happening, course: Course): Promise<void> {
  await course.isBack
  await ways[what](course)
}

/** Of these it matters who had claimed what just then. */
export const quietly: ReadonlySet<Happening> = new Set([
  'leave',
  'erase',
  'personal-left',
  'decide-again',
  'decide-assumed',
])

const ways: Readonly<Record<Happening, (course: Course) => Promise<unknown>>> = {
  pause: ({ stage: { payload, issueId } }) => pauseIssue(payload, issueId),
  resume: ({ stage: { payload, issueId } }) => resumeIssue(payload, issueId),
  cancel: ({ stage: { payload, issueId } }) => cancelIssue(payload, issueId),
  leave: (course) => somebodyGoes('leave', course),
  erase: (course) => somebodyGoes('erase', course),
  webhooks: tellSome,
  lapse: ({ stage }) => passTime(stage, LAPSE_MS),
  sweep: ({ stage: { payload } }) => sweep(payload),
  'cut-database': cutDatabase,
  'clock-ahead': async () => skewClock(DAY_MS),
  'clock-behind': async () => skewClock(-DAY_MS),
  'decide-again': (course) => decide(course, 'again'),
  'decide-assumed': (course) => decide(course, 'assumed'),
  'move-address': moveSomebody,
  rename: ({ stage: { payload, newsletterId } }) =>
    databaseOf(payload).execute(sql`
      update newsletters_locales set name = name || '!', from_name = from_name || '!' where _parent_id = ${newsletterId}
    `),
  'rotate-key': async () => {
    const key = `${randomUUID().slice(0, 8)}:${randomBytes(32).toString('base64')}`
    env.EMISSARY_KEYS = `${key},${env.EMISSARY_KEYS}`
  },
  'change-sender': async () => {
    env.MAIL_FROM = `from-${randomUUID().slice(0, 8)}@emissary.example`
  },
  'refused-by-policy': async ({ stage: { smtp } }) => {
    for (let times = 0; times < REFUSALS; times++) smtp.failNext({ at: 'rcpt', answer: '550 5.7.1 blocked' })
  },
  'hold-ended': ({ stage }) => endHolds(stage, 'domain-again'),
  'hold-given-up': ({ stage }) => endHolds(stage, 'domain-given-up'),
  'transport-gone': async (course) => {
    course.isTransportGone = true
  },
  'smtp-away': async ({ stage: { smtp } }) => {
    for (let times = 0; times < OUTAGE; times++) smtp.failNext({ at: 'greeting', answer: '421 4.3.2 no' })
    smtp.hangUp()
  },
  'resend-away': async ({ stage: { resend } }) => {
    for (let times = 0; times < OUTAGE; times++) resend.failNext({ gatewayError: 503 })
  },
  'language-ready': async ({ stage }) => {
    await stage.finishTranslation()
    await releaseLanguages(stage.payload)
  },
  'language-given-up': async ({ stage: { payload, issueId } }) => {
    await databaseOf(payload).execute(sql`
      update issue_languages set deadline = now() where issue_id = ${issueId} and outcome is null
    `)
    await releaseLanguages(payload)
  },
  'restart-fast': (course) => restart(course, 'fast'),
  'restart-immediate': (course) => restart(course, 'immediate'),
  'personal-planned': planPersonal,
  'personal-left': whoWaitsGoes,
  'personal-told': tellPersonal,
  confirmation: async (course) => askForConfirmation(course),
}

/** What an operator decides about all whom the issue leaves alone. */
export async function endHolds({ payload, issueId }: Stage, what: HoldDecision['what']): Promise<void> {
  for (const { id: holdId } of await domainHolds(issueId, databaseOf(payload)))
    await decideHold(payload, { issueId, holdId, what, actor: randomUUID() })
}

async function moveSomebody({ stage: { payload }, candidates, random }: Course): Promise<void> {
  const candidate = oneOf(candidates, random)
  const to = canonicalAddress(`moved-${randomUUID()}@example.org`)
  if (candidate === undefined || to === null) return
  await inTransaction(payload, async (transaction) => {
    const person = await findSubscriber(candidate.subscriberId, transaction)
    if (person === null) return
    const { id: subscriberId, addressKey: from, locale } = person
    const circumstances = { wording: noWording(locale), now: new Date(trueClock()) }
    await moveSubscriber({ tokenId: randomUUID(), subscriberId, from, to }, circumstances, transaction)
  })
}

/** Settles when the pool has noticed, so that only what was under way meets it. */
async function cutDatabase({ stage: { payload } }: Course): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
  await noticed(payload)
}

/** Settles when it is down: workers go on, and everything else waits until it is back. */
async function restart(course: Course, how: ShutDown): Promise<void> {
  const { payload, restart: stop } = course.stage
  if (stop === null) throw new Error('others use this database too')
  const { isBack } = await stop(how)
  course.isBack = isBack.then(() => noticed(payload))
}

/** Settles when none of the pool's connections is one that was cut. */
async function noticed({ db: { pool } }: Stage['payload']): Promise<void> {
  const isWhole = async () => {
    const asked = Array.from({ length: pool.totalCount }, () => pool.query('select 1'))
    return (await Promise.allSettled(asked)).every(({ status }) => status === 'fulfilled')
  }
  while (!(await isWhole()));
}

async function decide({ stage, again }: Course, what: 'again' | 'assumed'): Promise<void> {
  const { payload, issueId } = stage
  const { rows } = await databaseOf(payload).execute<{ id: string }>(sql`
    select id from email_deliveries
    where issue_id = ${issueId} and state = 'unconfirmed' and subscriber_id is not null
  `)
  await decideIssueMails(payload, { issueId, what, state: 'unconfirmed', reason: null, actor: randomUUID() })
  if (what === 'again') again.push(...rows.map(({ id }) => id))
}
