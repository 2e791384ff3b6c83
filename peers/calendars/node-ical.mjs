/** What node-ical makes of the calendar in a file, on the clock of this machine. */
import ical from 'node-ical'

import { dayOf, momentOf } from './clock.mjs'

// Whatever stands with a parameter, such as its language, is an object.
const textOf = (value) => value?.val ?? value

const parts = Object.values(await ical.async.parseFile(process.argv[2]))
const events = parts
  .filter(({ type }) => type === 'VEVENT')
  .map((event) => ({
    uid: event.uid,
    start: event.datetype === 'date' ? dayOf(event.start, 0) : momentOf(event.start),
    end: event.datetype === 'date' ? dayOf(event.end, -1) : momentOf(event.end),
    summary: textOf(event.summary),
    location: textOf(event.location),
    description: textOf(event.description),
    url: textOf(event.url),
    status: event.status,
    sequence: event.sequence,
  }))
process.stdout.write(JSON.stringify(events))
