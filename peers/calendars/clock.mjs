/** "2026-06-09", so many days later. */
export function dayOf(date, later) {
  const day = new Date(date)
  day.setDate(day.getDate() + later)
  return momentOf(day).slice(0, 10)
}

/** "2026-06-09 14:00" on the clock of this machine. */
export function momentOf(date) {
  return date.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
}
