import type { CameBy, LeftBy, Turn } from './growth.ts'

/** People who came and left between a Monday and the next. */
export interface Week {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string
  readonly came: number
  readonly left: number
}

/** The same people by the way in which they came or left; ways that nobody took are not in it. */
export interface Ways {
  readonly came: ReadonlyMap<CameBy, number>
  readonly left: ReadonlyMap<LeftBy, number>
}

const DAY_MS = 86_400_000

/** Turns by week, oldest first, weeks in which nothing happened too. Ends with the week that `today` is in. */
export function weeksOf(turns: readonly Turn[], today: string, count: number): readonly Week[] {
  const last = Date.parse(mondayOf(today))
  const mondays = Array.from({ length: count }, (_, index) => dayOf(last - (count - 1 - index) * 7 * DAY_MS))
  const sums = new Map(mondays.map((monday) => [monday, { came: 0, left: 0 }]))
  for (const { day, came, people } of turns) {
    const week = sums.get(mondayOf(day))
    if (week !== undefined) week[came === null ? 'left' : 'came'] += people
  }
  return [...sums].map(([monday, sum]) => ({ monday, ...sum }))
}

export function waysOf(turns: readonly Turn[]): Ways {
  const came = new Map<CameBy, number>()
  const left = new Map<LeftBy, number>()
  for (const turn of turns) {
    if (turn.came !== null) came.set(turn.came, (came.get(turn.came) ?? 0) + turn.people)
    if (turn.left !== null) left.set(turn.left, (left.get(turn.left) ?? 0) + turn.people)
  }
  return { came, left }
}

/** The Monday on or before a day. Both `YYYY-MM-DD`. */
export function mondayOf(day: string): string {
  const at = Date.parse(day)
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return dayOf(at - sinceMonday * DAY_MS)
}

/** So many days before a day. Both `YYYY-MM-DD`. */
export const daysBefore = (day: string, days: number): string => dayOf(Date.parse(day) - days * DAY_MS)

/** On which day it is this moment in a time zone, `YYYY-MM-DD`. */
export const dayIn = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
