/** What node-ical makes of the calendar in a file, on the clock of this machine. */
import ical from 'node-ical'

import { dayOf, momentOf } from './clock.mjs'

const parts = Object.values(await ical.async.parseFile(process.argv[2]))
const events = parts
  .filter(({ type }) => type === 'VEVENT')
  .map((event) => ({
    uid: event.uid,
    start: event.datetype === 'date' ? dayOf(event.start, 0) : momentOf(event.start),
    end: event.datetype === 'date' ? dayOf(event.end, -1) : momentOf(event.end),
    summary: event.summary,
    location: event.location,
    description: event.description,
    // Whatever stands with a parameter, here `VALUE=URI`, is an object.
    url: event.url.val,
    status: event.status,
    sequence: event.sequence,
  }))
process.stdout.write(JSON.stringify(events))
