import type { CompiledEdition } from '../../newsletter/compiled-edition.ts'
import type { FrozenMail, Outcome } from '../../newsletter/transports/transport.ts'
import { settlementOf } from '../mail-settlement.ts'
import { headFaults, wholeFaults } from './examine-mail.ts'
import type { SunkMail } from './mail-sink.ts'
import type { RehearsalReport } from './rehearsal-report.ts'
import type { RehearsalTally } from './rehearsal-tally.ts'
import type { StagedMail } from './staged-audience.ts'

/** One of so many mails is read whole, and the first of each language. */
const READ_WHOLE = 100

/** Knows which mails are under way, and so what is wrong with those that arrive, and which do not. */
export interface AwaitedMails {
  expect(person: StagedMail, mail: FrozenMail, edition: CompiledEdition): void
  seen(mail: SunkMail): Promise<void>
  /** The sender was told so much about it: by now it has arrived or never will. */
  settle(person: StagedMail, outcome: Outcome): void
  figures(): Pick<RehearsalReport, 'arrived' | 'readWhole' | 'needSmtpUtf8'>
}

interface Awaited {
  readonly locale: StagedMail['locale']
  readonly mail: FrozenMail
  readonly edition: CompiledEdition
  arrivals: number
}

/** Keeps nothing of a mail that is settled, however many there are. */
export function awaitMails(tally: RehearsalTally): AwaitedMails {
  const awaited = new Map<string, Awaited>()
  let [arrived, readWhole, needSmtpUtf8] = [0, 0, 0]
  return {
    expect: ({ id, locale }, mail, edition) => {
      awaited.set(id, { locale, mail, edition, arrivals: 0 })
      needSmtpUtf8 += mail.head.to.needsSmtpUtf8 ? 1 : 0
    },
    seen: async (mail) => {
      const expected = awaited.get(mail.deliveryId ?? '')
      if (expected === undefined) return tally.fault('stray')
      expected.arrivals += 1
      if (expected.arrivals > 1) return tally.fault('twice')
      const isReadWhole = arrived % READ_WHOLE === 0 || !tally.languages.has(expected.locale)
      arrived += 1
      tally.arrived(expected.locale, mail.raw.length)
      for (const fault of headFaults(mail, expected.mail)) tally.fault(fault)
      if (!isReadWhole) return
      readWhole += 1
      for (const fault of await wholeFaults(mail, expected.mail, expected.edition)) tally.fault(fault)
    },
    settle: ({ id, locale, localeReason }, outcome) => {
      const { state, reason } = settlementOf({ id, attempts: 1 }, outcome)
      tally.settled(locale, localeReason, state, reason)
      if (outcome.kind !== 'accepted') tally.fault('not-taken')
      else if (awaited.get(id)?.arrivals === 0) tally.fault('missing')
      awaited.delete(id)
    },
    figures: () => ({ arrived, readWhole, needSmtpUtf8 }),
  }
}
