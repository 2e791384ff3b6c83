/** What ical.js makes of the calendar in a file, on the clock of this machine. */
import { readFile } from 'node:fs/promises'

import ICAL from 'ical.js'

import { dayOf, momentOf } from './clock.mjs'

const calendar = new ICAL.Component(ICAL.parse(await readFile(process.argv[2], 'utf8')))
const events = calendar.getAllSubcomponents('vevent').map((part) => {
  const event = new ICAL.Event(part)
  const { startDate, endDate } = event
  const whole = startDate.isDate
  return {
    uid: event.uid,
    start: whole ? dayOf(startDate.toJSDate(), 0) : momentOf(startDate.toJSDate()),
    end: whole ? dayOf(endDate.toJSDate(), -1) : momentOf(endDate.toJSDate()),
    summary: event.summary,
    location: event.location,
    description: event.description,
    url: part.getFirstPropertyValue('url'),
    status: part.getFirstPropertyValue('status'),
    sequence: event.sequence,
  }
})
process.stdout.write(JSON.stringify(events))
