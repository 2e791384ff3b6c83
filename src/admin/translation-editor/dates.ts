/** `Fri 20 Nov`, in UTC so that server and browser agree. */
export const dayIn = (tag: string, iso: string): string =>
  new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(iso),
  )

/** `10:42`, on the clock of whoever looks: it was a moment ago, so no zone needs to be named. */
export const timeIn = (tag: string, at: Date): string =>
  new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
