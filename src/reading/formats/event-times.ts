import type { EventTimes } from '../../content/published-item.ts'
import type { EventNote } from '../contract/document.ts'

/** When and where an event takes place, with moments instead of their notation. */
export const eventTimes = (event: EventNote): EventTimes => ({
  ...event,
  start: new Date(event.start),
  end: new Date(event.end),
  previousStart: event.previousStart === null ? null : new Date(event.previousStart),
})
