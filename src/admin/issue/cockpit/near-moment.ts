import { numberTag } from '../../moment-format.ts'
import type { ViewContext } from '../../view-context.ts'

/** `09:12` where it is on the same day, otherwise with the day. */
export function nearMoment(
  at: Date,
  { language, timeZone, shortMoment }: Pick<ViewContext, 'language' | 'timeZone' | 'shortMoment'>,
  now = new Date(),
): string {
  const days = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone })
  if (days.format(at) !== days.format(now)) return shortMoment(at)
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat(numberTag(language), clock).format(at)
}
