import { momentAt } from '../../content/publishing/wall-clock.ts'

/** Days of one month as weeks from Monday to Sunday, with the days around it that fill them. */
export interface Month {
  /** `2026-12`. */
  readonly name: string
  readonly previous: string
  readonly next: string
  /** `2026-12-01` each, seven a week. */
  readonly weeks: readonly (readonly string[])[]
}

const DAY_MS = 86_400_000

/** @param name `2026-12`. Anything else gives the month of `today`. @param today `2026-12-03`. */
export function monthOf(name: unknown, today: string): Month {
  const named = typeof name === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(name) ? name : today.slice(0, 7)
  const first = new Date(`${named}-01T00:00:00Z`)
  const shifted = (months: number): string =>
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1)).toISOString().slice(0, 7)
  const daysBefore = (first.getUTCDay() + 6) % 7
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
  const weeks = Math.ceil((daysBefore + last.getUTCDate()) / 7)
  return {
    name: named,
    previous: shifted(-1),
    next: shifted(1),
    weeks: Array.from({ length: weeks }, (_, week) =>
      Array.from({ length: 7 }, (__, day) =>
        new Date(first.getTime() + (week * 7 + day - daysBefore) * DAY_MS).toISOString().slice(0, 10),
      ),
    ),
  }
}

/** On which day something happens, as the clocks of a zone show it: `2026-12-03`. */
export const dayIn = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** The moments at which the first of the days begins and the last one ends in a zone. */
export function boundsOf({ weeks }: Month, timeZone: string): { readonly from: Date; readonly to: Date } {
  const days = weeks.flat()
  const after = new Date(Date.parse(`${days.at(-1)}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  return { from: midnight(days[0] ?? '', timeZone), to: midnight(after, timeZone) }
}

/** Where the clocks skip midnight, the day begins when they go on. */
const midnight = (day: string, timeZone: string): Date =>
  momentAt(`${day}T00:00`, timeZone) ?? new Date(`${day}T00:00:00Z`)
