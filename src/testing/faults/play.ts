import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { releaseLanguages } from '../../dissemination/readiness/release-languages.ts'
import { decideIssueMails, resumeIssue } from '../../dissemination/steer-issue.ts'
import { sweep } from '../../dissemination/sweep.ts'
import type { Outcome } from '../../newsletter/transports/transport.ts'
import { type Bustle, bustle } from './bustle.ts'
import { beginCourse, type Course, transportsNow } from './course.ts'
import { factsOf, isSettled } from './facts.ts'
import { endHolds, happen, quietly } from './happen.ts'
import { beginLife, type Fate, type Life } from './life.ts'
import { mortalTransport } from './mortal-transport.ts'
import { passTime } from './pass-time.ts'
import type { Round, Schedule } from './schedule.ts'
import type { SeenOutcome } from './seen-outcome.ts'
import { skewClock } from './skewed-clock.ts'
import type { Stage } from './stage.ts'
import { tell } from './tell.ts'
import type { IssueFacts } from './violations.ts'
import { work } from './work.ts'

/** What came of a schedule. */
export interface Played {
  readonly facts: IssueFacts
  readonly seen: readonly SeenOutcome[]
  /** Whether a worker died or stood still. */
  readonly wasInterrupted: boolean
  /** Why workers gave up. Their jobs would have been tried again. */
  readonly errors: readonly unknown[]
}

/** A worker that is at work, or stands still. */
interface Running {
  readonly life: Life
  /** Settles when it has nothing more to do, whether or not it gave up. */
  readonly ended: Promise<void>
  /** Asks it to stop, as before a restart. */
  stop(): void
}

const TICK_MS = 10
/** Whoever asks nothing of anybody for so long waits for a time that does not come while nothing passes. */
const IDLE_TICKS = 20
/** How often connections end on which nothing is said any more. */
const STALL_TICKS = 5
const HOURS_MS = 3 * 60 * 60_000
const KEY_LIFE_MS = 24 * 60 * 60_000
/**
 * More than any wait of the product adds up to: six days. Where this machine's clock jumps while a wait is being written
 * down, from a day ahead to a day behind, that wait alone is two days longer.
 */
const LONGEST_SETTLING = 48

/** Plays it, lets everything settle, and tells what is found then. */
export async function play(stage: Stage, schedule: Schedule): Promise<Played> {
  const candidates = await stage.begin(schedule.people, schedule.held)
  const course = beginCourse(stage, candidates, schedule)
  const refused = candidates.slice(0, schedule.refused)
  for (const { address } of refused) {
    stage.smtp.refuse(address, '550 5.1.1 no such user')
    stage.resend.refuse(address)
  }
  const errors: unknown[] = []
  const seen: SeenOutcome[] = []
  const around = bustle()
  const workers = troupe(course, schedule, { around, errors, seen })
  for (const round of schedule.rounds) await playRound(round, { course, workers, around })
  await settle(course, workers)
  const facts = await factsOf(course, { refused, seen })
  return { facts, seen, wasInterrupted: workers.wasInterrupted(), errors }
}

interface Noted {
  readonly around: Bustle
  readonly errors: unknown[]
  readonly seen: SeenOutcome[]
}

/** The workers of one schedule; each is at work, stands still, or is to be started. */
function troupe(course: Course, { batchMax, hasPersonal }: Schedule, { around, errors, seen }: Noted) {
  const { stage } = course
  const running = new Map<number, Running>()
  let interruptions = 0

  function start(worker: number, fate: Fate | null): void {
    if (running.has(worker)) return
    const life = beginLife(fate, around)
    let isSound = true
    const own = transportsNow(course).map((by) => {
      const saw = (deliveryId: string, outcome: Outcome['kind']) =>
        void seen.push({ deliveryId, by, outcome, isSound: () => isSound })
      return mortalTransport(stage.transportOf(worker, by), { batchMax, saw })
    })
    const stopping = new AbortController()
    const { signal } = stopping
    const ended = life
      .live(() => work(stage, { transport: own, signal, hasPersonal }))
      .then((faults) => {
        errors.push(...faults)
        running.delete(worker)
      })
    running.set(worker, { life, ended, stop: () => stopping.abort() })
    void life.interrupted.then((how) => {
      isSound = false
      interruptions += 1
      if (how === 'dies') running.delete(worker)
    })
  }

  /** Settles with the promise. Meanwhile dead connections end, and whoever waits for its time is stopped. */
  async function watch(all: Promise<unknown>): Promise<void> {
    let isOver = false
    const over = all.then(() => {
      isOver = true
    })
    let idle = 0
    for (let ticks = 1; !isOver; ticks++) {
      await Promise.race([over, wait(TICK_MS)])
      idle = [...running.values()].some(({ life }) => life.isIdle()) ? idle + 1 : 0
      if (idle >= IDLE_TICKS) for (const { life, stop } of running.values()) if (life.isIdle()) stop()
      if (ticks % STALL_TICKS === 0) cutStalled(stage)
    }
  }

  /** Settles when each has ended, died or stands still. */
  const rest = (): Promise<void> =>
    watch(
      Promise.all([...running.values()].map(({ life, ended }) => Promise.race([ended, life.interrupted]))),
    )

  /** Those who stand still go on to their end. */
  async function wake(): Promise<void> {
    const woken = [...running.values()]
    for (const { life } of woken) life.wake()
    await watch(Promise.all(woken.map(({ ended }) => ended)))
  }

  return { start, watch, rest, wake, wasInterrupted: () => interruptions > 0 }
}

type Troupe = ReturnType<typeof troupe>

function cutStalled({ smtp, resend }: Stage): void {
  smtp.cutStalled()
  resend.cutStalled()
}

async function playRound(
  { fates, smtp, resend, meanwhile, pass, wakesEarly }: Round,
  { course, workers, around }: { readonly course: Course; readonly workers: Troupe; readonly around: Bustle },
): Promise<void> {
  const { stage } = course
  for (const fault of smtp) stage.smtp.failNext(fault)
  for (const fault of resend) stage.resend.failNext(fault)
  around.begin(
    meanwhile.map(({ turn, what }) => ({
      turn,
      isQuiet: quietly.has(what),
      run: () => happen(what, course),
    })),
  )
  for (const [worker, fate] of fates.entries()) workers.start(worker, fate)
  await workers.rest()
  await around.rest()
  await course.isBack
  await workers.watch(Promise.all(course.confirmations.map(({ outcome }) => outcome)))
  cutStalled(stage)
  // Nobody can hold back a request that waits for longer in a frozen process than the service remembers its key.
  if (pass >= KEY_LIFE_MS) await workers.wake()
  await passTime(stage, pass)
  if (wakesEarly) await workers.wake()
  await sweep(stage.payload)
}

/** What was refused by policy is sent again: nobody does so any more. */
async function sendRefusedAgain({ stage }: Course): Promise<void> {
  const { payload, issueId } = stage
  await endHolds(stage, 'domain-again')
  const refused = { issueId, what: 'again', state: 'failed', reason: 'policy' } as const
  await decideIssueMails(payload, { ...refused, actor: randomUUID() })
}

/** Nothing goes wrong any more, an operator resumes what is paused and sends what was refused, and time passes. */
async function settle(course: Course, workers: Troupe): Promise<void> {
  const { stage } = course
  const { payload, issueId } = stage
  skewClock(0)
  stage.smtp.forgetFaults()
  stage.resend.forgetFaults()
  await workers.wake()
  for (const event of course.untold) if (!(await tell(event))) throw new Error('a webhook is never taken')
  for (let times = 0; times < LONGEST_SETTLING; times++) {
    await resumeIssue(payload, issueId)
    await sendRefusedAgain(course)
    await sweep(payload)
    await releaseLanguages(payload)
    workers.start(0, null)
    await workers.wake()
    if (await isSettled(stage)) return
    await passTime(stage, HOURS_MS)
  }
}
