import type { EventTimes } from '../content/published-item.ts'
import type { EventNote } from '../reading/contract/document.ts'

/** An event's times as moments. */
export const timesOf = (event: EventNote): EventTimes => ({
  ...event,
  start: new Date(event.start),
  end: new Date(event.end),
  previousStart: event.previousStart === null ? null : new Date(event.previousStart),
})
