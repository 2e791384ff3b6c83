import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { type Database, databaseOf, inOwnSession, sql } from '../../database/database.ts'
import { env } from '../../env.ts'
import { type HeldRehearsal, tellProgress } from '../../ledger/rehearsals.ts'
import { compileEdition } from '../../newsletter/compiled-edition.ts'
import { isMailAddress } from '../../newsletter/mail-address.ts'
import { smtp } from '../../newsletter/transports/smtp.ts'
import { mailsPerBatch, type Transport } from '../../newsletter/transports/transport.ts'
import type { IssueSource } from '../issue-source.ts'
import { type Mailing, mailingOf } from '../mailing.ts'
import { type AwaitedMails, awaitMails } from './awaited-mails.ts'
import { openMailSink } from './mail-sink.ts'
import { planSending } from './plan-sending.ts'
import type { EarlyEnd, RehearsalReport } from './rehearsal-report.ts'
import { type RehearsalTally, rehearsalTally } from './rehearsal-tally.ts'
import { rehearsedLanguages } from './rehearsed-languages.ts'
import { type Leaving, type StagedAudience, type StagedMail, stageAudience } from './staged-audience.ts'

/** People taken from the audience at a time. */
const AT_ONCE = 500
/** Few, so that what really leaves is hardly slowed down. */
const CONNECTIONS = 4
const TELL_EVERY_MS = 1_000

interface Play {
  /** By which it would really leave. None of them is used. */
  readonly ways: readonly Transport[]
  readonly issue: IssueSource
  readonly leaving: Leaving
  /** Ends it before its end. */
  readonly signal: AbortSignal
}

/** Merges and submits the mail of everybody who would get the issue, and reports. */
export const playMails = (
  payload: Payload,
  held: HeldRehearsal,
  { issue, leaving, ways, signal }: Play,
): Promise<RehearsalReport | EarlyEnd> =>
  inOwnSession(payload, async (session) => {
    const began = Date.now()
    const audience = await stageAudience(issue, held.id, leaving, session)
    const total = peopleToReach(audience)
    const tally = rehearsalTally()
    const awaited = awaitMails(tally)
    const sink = await openMailSink(awaited.seen)
    const transport = smtp({
      url: sink.url,
      maxConnections: CONNECTIONS,
      bounceDomain: env.BOUNCE_DOMAIN ?? null,
    })
    try {
      const end = await submitAll(payload, held, { issue, audience, transport, ways, tally, awaited, signal })
      if (end !== null) return end
    } finally {
      await transport.close()
      await sink.close()
    }
    const languages = await rehearsedLanguages(issue, leaving.editions, tally, {
      stillOurs: () => tellProgress(held, { mails: total, total }, databaseOf(payload)),
      signal,
    })
    if (typeof languages === 'string') return languages
    return {
      ...awaited.figures(),
      counts: tally.countsFrom(audience.counts),
      languages,
      faults: [...tally.faults].map(([fault, mails]) => ({ fault, mails })),
      tookMs: Date.now() - began,
      sending: await planSending(
        { hours: audience.hours, editions: audience.editions.map(compileEdition) },
        ways,
        databaseOf(payload),
      ),
    }
  })

interface Submitting extends Pick<Play, 'issue' | 'ways' | 'signal'> {
  readonly audience: StagedAudience
  readonly transport: Transport
  readonly tally: RehearsalTally
  readonly awaited: AwaitedMails
}

/** Null: everybody was. */
async function submitAll(
  payload: Payload,
  held: HeldRehearsal,
  { issue, audience, transport, ways, tally, awaited, signal }: Submitting,
): Promise<EarlyEnd | null> {
  const database = databaseOf(payload)
  const mailings = new Map<string, Mailing>()
  for (const edition of audience.editions) mailings.set(edition.id, await mailingOf(payload, issue, edition))
  const total = peopleToReach(audience)
  let [mails, toldAt] = [0, 0]
  for (;;) {
    const people = await audience.next(AT_ONCE)
    if (people.length === 0) break
    const sound: StagedMail[] = []
    for (const person of people) {
      const fault = faultOf(person, ways)
      if (fault === null) sound.push(person)
      else tally.settled(person.locale, person.localeReason, 'failed', fault)
    }
    mails += people.length - sound.length
    for (const [mailing, batch] of batchesOf(sound, mailings, transport)) {
      if (signal.aborted) return 'stopped'
      const from = Date.now()
      await submit(mailing, batch, transport, awaited)
      mails += batch.length
      const now = Date.now()
      if (now - toldAt < TELL_EVERY_MS) continue
      toldAt = now
      if (!(await tellProgress(held, { mails, total }, database))) return 'taken'
      // Where an issue really leaves, the rehearsal steps back for a while.
      if (await isAnySending(database))
        await wait(Math.min(TELL_EVERY_MS, (now - from) * 10), null, { signal }).catch(() => null)
    }
  }
  return (await tellProgress(held, { mails, total }, database)) ? null : 'taken'
}

async function submit(
  { compiled, freeze }: Mailing,
  people: readonly StagedMail[],
  transport: Transport,
  awaited: AwaitedMails,
): Promise<void> {
  const mails = people.map((person) => freeze({ ...person, attempts: 0 }))
  for (const [index, person] of people.entries()) {
    const mail = mails[index]
    if (mail !== undefined) awaited.expect(person, mail, compiled)
  }
  const outcomes = await transport.send(
    { key: people[0]?.id ?? '', edition: compiled, mails },
    { signal: new AbortController().signal },
  )
  for (const [index, person] of people.entries()) {
    const outcome = outcomes[index]
    if (outcome !== undefined) awaited.settle(person, outcome)
  }
}

/** Why nobody would be asked to take their mail. Null: somebody would. */
function faultOf(
  { address, takesNoMail }: StagedMail,
  ways: readonly Transport[],
): 'address-rejected' | 'no-mail-server' | null {
  if (takesNoMail && ways.some(({ capabilities }) => !capabilities.idempotent)) return 'no-mail-server'
  return isMailAddress(address) ? null : 'address-rejected'
}

/** In batches of one edition as the transport takes them. */
function* batchesOf(
  people: readonly StagedMail[],
  mailings: ReadonlyMap<string, Mailing>,
  transport: Transport,
): Generator<readonly [Mailing, readonly StagedMail[]]> {
  for (const [editionId, readers] of Map.groupBy(people, (person) => person.editionId)) {
    const mailing = mailings.get(editionId)
    if (mailing === undefined) throw new Error(`edition ${editionId} was not staged`)
    const size = mailsPerBatch(transport, mailing.compiled)
    for (let from = 0; from < readers.length; from += size) yield [mailing, readers.slice(from, from + size)]
  }
}

const peopleToReach = ({ counts }: StagedAudience): number =>
  counts.filter(({ state }) => state === 'planned').reduce((sum, { people }) => sum + people, 0)

async function isAnySending(database: Database): Promise<boolean> {
  const { rows } = await database.execute(sql`select from issues where state = 'sending' limit 1`)
  return rows.length > 0
}
