import type { Judged } from '../src/testing/faults/judge.ts'
import { kindsOf } from '../src/testing/faults/kinds.ts'
import type { Schedule } from '../src/testing/faults/schedule.ts'

/** What came of schedules. Of an issue's people, where nothing else is said; what went wrong, of all mails. */
export interface Tally {
  readonly schedules: number
  readonly people: number
  /** Mails that were made for one person, beside the issue. */
  readonly personal: number
  readonly personalUnconfirmed: number
  readonly accepted: number
  readonly unconfirmed: number
  /** Of them, of mails that did arrive. */
  readonly unconfirmedAccepted: number
  readonly duplicates: number
  readonly lost: number
  /** Any other promise that was not kept. */
  readonly unexplained: number
  /** Schedules in which anything was wrong. */
  readonly broken: number
}

export type Tallies = Readonly<Record<string, Tally>>

/** One schedule, counted for everything that went wrong in it. */
export function tallyOf(schedule: Schedule, { facts: { people, personal }, violations }: Judged): Tallies {
  const among = (...kinds: readonly string[]) => violations.filter((one) => kinds.includes(one)).length
  const unconfirmed = people.filter(({ state }) => state === 'unconfirmed')
  const tally: Tally = {
    schedules: 1,
    people: people.length,
    personal: personal.length,
    personalUnconfirmed: personal.filter(({ state }) => state === 'unconfirmed').length,
    accepted: people.filter(({ accepted }) => accepted.length > 0).length,
    unconfirmed: unconfirmed.length,
    unconfirmedAccepted: unconfirmed.filter(({ accepted }) => accepted.length > 0).length,
    duplicates: among('double'),
    lost: among('lost'),
    unexplained: violations.length - among('double', 'lost'),
    broken: violations.length > 0 ? 1 : 0,
  }
  return Object.fromEntries(kindsOf(schedule).map((kind) => [kind, tally]))
}

export function sumOf(one: Tallies, other: Tallies): Tallies {
  const kinds = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted()
  return Object.fromEntries(kinds.map((kind) => [kind, added(one[kind] ?? none, other[kind] ?? none)]))
}

/** Of all kinds whose names begin like that. */
export const totalOf = (tallies: Tallies, ...beginnings: readonly string[]): Tally =>
  Object.entries(tallies)
    .filter(([kind]) => beginnings.some((beginning) => kind.startsWith(beginning)))
    .reduce((sum, [, tally]) => added(sum, tally), none)

export const none: Tally = {
  schedules: 0,
  people: 0,
  personal: 0,
  personalUnconfirmed: 0,
  accepted: 0,
  unconfirmed: 0,
  unconfirmedAccepted: 0,
  duplicates: 0,
  lost: 0,
  unexplained: 0,
  broken: 0,
}

const added = (one: Tally, other: Tally): Tally => ({
  schedules: one.schedules + other.schedules,
  people: one.people + other.people,
  personal: one.personal + other.personal,
  personalUnconfirmed: one.personalUnconfirmed + other.personalUnconfirmed,
  accepted: one.accepted + other.accepted,
  unconfirmed: one.unconfirmed + other.unconfirmed,
  unconfirmedAccepted: one.unconfirmedAccepted + other.unconfirmedAccepted,
  duplicates: one.duplicates + other.duplicates,
  lost: one.lost + other.lost,
  unexplained: one.unexplained + other.unexplained,
  broken: one.broken + other.broken,
})
