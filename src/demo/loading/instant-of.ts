/**
 * The moment at which clocks in a zone show a wall time.
 * @param wallTime `YYYY-MM-DDTHH:mm`.
 * @param timeZone IANA name.
 */
export function instantOf(wallTime: string, timeZone: string): Date {
  const guess = new Date(`${wallTime}:00Z`)
  // Twice: the first answer may lie on the other side of a change of the clocks.
  const first = new Date(guess.getTime() - offsetMs(guess, timeZone))
  return new Date(guess.getTime() - offsetMs(first, timeZone))
}

/** How far clocks in the zone are ahead of UTC at that moment. */
function offsetMs(moment: Date, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return new Date(`${clock.format(moment).replace(' ', 'T')}Z`).getTime() - moment.getTime()
}
