import ICAL from 'ical.js'
import { expect, test } from 'vitest'

import type { EventTimes, PublishedItem } from '../content/published-item.ts'
import { eventInEnglish } from '../testing/items.ts'
import { eventCalendar } from './event-calendar.ts'

const inAthens: EventTimes = {
  start: new Date('2026-10-25T08:00:00Z'),
  end: new Date('2026-10-25T10:30:00Z'),
  timeZone: 'Europe/Athens',
  mode: 'onsite',
  status: 'as-planned',
  venue: 'City library, Athens',
  previousStart: null,
}

const calendarOf = (event: Partial<EventTimes> = {}, item: Partial<PublishedItem> = {}, sequence = 3) =>
  eventCalendar(
    { ...eventInEnglish, ...item },
    { ...inAthens, ...event },
    { network: 'Sample network', sequence },
  )

/** As another program reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const part = calendar.getFirstSubcomponent('vevent')
  if (part === null) throw new Error('there is no event in the file')
  return { calendar, part, event: new ICAL.Event(part) }
}

test('a calendar program finds the event at its moment, with title, place, page and what it is about', () => {
  const { calendar, part, event } = read(calendarOf())

  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(event.startDate.toJSDate()).toEqual(inAthens.start)
  expect(event.endDate.toJSDate()).toEqual(inAthens.end)
  expect(event.summary).toBe('Access to finance: what works')
  expect(event.location).toBe('City library, Athens')
  expect(part.getFirstPropertyValue('url')).toBe(eventInEnglish.url)
  expect(part.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(event.description).toContain('Three lenders and nine founders compare how a first loan came about.')
})

test('the description has the hours of the place, also on the day when its clocks change', () => {
  expect(read(calendarOf()).event.description).toContain('10:00–12:30')
})

test('the same event in another language is the same event, and a later file takes the place of an earlier', () => {
  const [first, later] = [read(calendarOf({}, {}, 3)), read(calendarOf({}, { locale: 'ar' }, 4))]

  expect(later.event.uid).toBe(first.event.uid)
  expect(later.event.sequence).toBeGreaterThan(first.event.sequence)
})

test.for([
  ['cancelled', 'CANCELLED'],
  ['postponed', 'TENTATIVE'],
  ['rescheduled', 'CONFIRMED'],
] as const)('an event that is %s says so', ([status, said]) => {
  expect(read(calendarOf({ status })).part.getFirstPropertyValue('status')).toBe(said)
})

test('an event without hours lasts whole days of its place', () => {
  const { event } = read(
    calendarOf({ start: new Date('2026-06-08T21:00:00Z'), end: new Date('2026-06-10T20:59:00Z') }),
  )

  expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
    true,
    '2026-06-09',
    '2026-06-11',
  ])
})

test('long lines are folded between letters of any script, and what an editor typed stays text', () => {
  const title = `${'مقابلة '.repeat(30)}; DTSTART:19700101\r\nATTENDEE:mailto:x@example.org, \\n`
  const file = calendarOf({}, { title })

  expect(read(file).part.getFirstProperty('attendee')).toBeNull()
  expect(read(file).event.summary.replace(/\s+/g, ' ')).toBe(title.replace(/\s+/g, ' '))
  expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
})
