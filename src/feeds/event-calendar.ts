import { closingLines } from '../content/closing-lines.ts'
import type { EventTimes, PublishedItem } from '../content/published-item.ts'
import { calendarFile } from './calendar/calendar-file.ts'

interface EventCalendarMeta {
  /** Who publishes it. */
  readonly network: string
  /** How often the event changed so far. A calendar that has an earlier one takes this in its place. */
  readonly sequence: number
}

/** One event as a file, so that a calendar program takes it over and, from a later file, its changes. */
export const eventCalendar = (
  item: PublishedItem,
  event: EventTimes,
  { network, sequence }: EventCalendarMeta,
): string =>
  calendarFile(
    [
      {
        ...item,
        times: event,
        sequence,
        notes: [
          ...closingLines(item),
          ...item.acknowledgements.flatMap(({ disclaimer }) => disclaimer?.text ?? []),
        ],
        licenceUrl: item.licence?.url ?? null,
      },
    ],
    { locale: item.locale, network },
  )
