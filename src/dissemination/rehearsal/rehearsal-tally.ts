import type { Locale } from '../../i18n/locales.ts'
import type { DeliveryState } from '../../ledger/delivery-state.ts'
import type { IssueCount } from '../../ledger/issue-report.ts'
import type { RehearsalFault } from './rehearsal-report.ts'

type Counted = Omit<IssueCount, 'people'>

/** Adds up what becomes of mails, in a few numbers however many they are. */
export interface RehearsalTally {
  fault(fault: RehearsalFault): void
  arrived(locale: Locale, bytes: number): void
  /** What the ledger would say of one who was to get a mail. */
  settled(locale: Locale, localeReason: string, state: DeliveryState, reason: string | null): void
  readonly faults: ReadonlyMap<RehearsalFault, number>
  readonly languages: ReadonlyMap<Locale, { readonly mails: number; readonly largestBytes: number }>
  /** The staged counts, with those who were to get a mail where they have come to stand; in the ledger's order. */
  countsFrom(staged: readonly IssueCount[]): readonly IssueCount[]
}

export function rehearsalTally(): RehearsalTally {
  const faults = new Map<RehearsalFault, number>()
  const languages = new Map<Locale, { mails: number; largestBytes: number }>()
  const people = new Map<string, number>()
  const add = (counted: Counted, more: number): void => {
    const key = keyOf(counted)
    people.set(key, (people.get(key) ?? 0) + more)
  }
  return {
    faults,
    languages,
    fault: (fault) => void faults.set(fault, (faults.get(fault) ?? 0) + 1),
    arrived: (locale, bytes) => {
      const { mails, largestBytes } = languages.get(locale) ?? { mails: 0, largestBytes: 0 }
      languages.set(locale, { mails: mails + 1, largestBytes: Math.max(largestBytes, bytes) })
    },
    settled: (locale, localeReason, state, reason) => {
      add({ locale, localeReason, state, reason }, 1)
      add({ locale, localeReason, state: 'planned', reason: null }, -1)
    },
    countsFrom: (staged) => {
      for (const { people: more, ...counted } of staged) add(counted, more)
      return [...people]
        .filter(([, count]) => count > 0)
        .map(([key, count]) => ({ ...countedOf(key), people: count }))
        .sort(asInLedger)
    },
  }
}

const keyOf = ({ locale, localeReason, state, reason }: Counted): string =>
  JSON.stringify([locale, localeReason, state, reason])

function countedOf(key: string): Counted {
  const [locale, localeReason, state, reason] = JSON.parse(key)
  return { locale, localeReason, state, reason }
}

/** Nobody's language and no reason come last, as in Postgres. */
const asInLedger = (one: IssueCount, other: IssueCount): number =>
  nullsLast(one.locale, other.locale) ||
  nullsLast(one.state, other.state) ||
  nullsLast(one.reason, other.reason) ||
  nullsLast(one.localeReason, other.localeReason)

function nullsLast(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}
