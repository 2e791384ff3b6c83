/** Next year: whatever is planned for it is still to come. */
const YEAR = new Date().getUTCFullYear() + 1
const months = { March: 2, October: 9 } as const

/** The last Sunday of the month, as `2027-03-28`: most clocks of Europe change at 01:00 UTC. */
export function clockChange(month: keyof typeof months): string {
  const last = new Date(Date.UTC(YEAR, months[month], 31))
  last.setUTCDate(last.getUTCDate() - last.getUTCDay())
  return last.toISOString().slice(0, 10)
}
