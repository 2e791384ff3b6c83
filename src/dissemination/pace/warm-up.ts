/**
 * Most mails a day from a domain that mail providers do not know yet, from its first day on: 200 to 200,000 in 42 days, by
 * the same share each day, rounded. The figures at both ends are Ghost's (`domain-warming-service.ts`, MIT).
 */
const curve: readonly number[] = [
  200, 240, 280, 330, 390, 460, 550, 650, 770, 910, 1100, 1300, 1500, 1800, 2100, 2500, 3000, 3500, 4200,
  4900, 5800, 6900, 8100, 9600, 11_000, 13_000, 16_000, 19_000, 22_000, 26_000, 31_000, 37_000, 44_000,
  52_000, 61_000, 73_000, 86_000, 100_000, 120_000, 140_000, 170_000, 200_000,
]

/** @param day 0 on the first. Null: afterwards, and before, there is no limit. */
export const warmUpLimit = (day: number): number | null => curve[day] ?? null
