import ICAL from 'ical.js'
import { expect, test } from 'vitest'

import type { EventTimes } from '../../content/published-item.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { calendarFile } from './calendar-file.ts'
import { contentLine, textValue } from './content-line.ts'

const times: EventTimes = {
  start: new Date('2026-10-25T08:00:00Z'),
  end: new Date('2026-10-25T10:30:00Z'),
  timeZone: 'Europe/Athens',
  mode: 'onsite',
  status: 'as-planned',
  venue: 'City library, Athens',
  previousStart: null,
}
const event: CalendarEvent = {
  id: '0198b7a4-6000-7aaa-8bbb-0123456789ab',
  locale: 'en',
  title: 'Access to finance',
  summary: 'Three lenders and nine founders.',
  url: 'https://emen.example/en/events/finance',
  updatedAt: new Date('2026-03-05T14:30:00Z'),
  times,
  sequence: 2,
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'EMEN',
}
const subscription = {
  title: 'EMEN: Events',
  description: 'All meetings',
  selfUrl: 'https://emen.example/en/feeds/events/calendar.ics',
  pageUrl: 'https://emen.example/en/events',
  updatedAt: new Date('2026-03-05T14:30:00Z'),
}
const file = (events: readonly CalendarEvent[]) =>
  calendarFile(events, { locale: 'en', network: 'EMEN', subscription })

/** As another program reads it: with the clocks that the file itself tells of, and no others. */
function read(text: string) {
  ICAL.TimezoneService.reset()
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part)) }
}

const moments = [
  ['on the day when the clocks of Athens go back', 'Europe/Athens', '2026-10-25T08:00:00Z'],
  ['in the first of two equal hours', 'Europe/Athens', '2026-10-25T00:30:00Z'],
  ['in the second of two equal hours', 'Europe/Athens', '2026-10-25T01:30:00Z'],
  ['on the day when New York goes forward', 'America/New_York', '2026-03-08T17:00:00Z'],
  ['in Morocco, before Ramadan', 'Africa/Casablanca', '2025-02-10T09:00:00Z'],
  ['in Morocco, in Ramadan', 'Africa/Casablanca', '2025-03-10T09:00:00Z'],
  ['where an hour is divided', 'Asia/Kathmandu', '2026-06-09T08:15:00Z'],
  ['where summer is in January', 'Australia/Lord_Howe', '2026-01-09T08:15:00Z'],
  ['where winter time is the exception', 'Europe/Dublin', '2026-01-09T08:15:00Z'],
  ['in UTC', 'UTC', '2026-01-09T08:15:00Z'],
] as const

test.for(moments)('an event %s is at its moment by the clocks in the file', ([, timeZone, start]) => {
  const from = new Date(start)
  const to = new Date(from.getTime() + 90 * 60_000)
  const { events } = read(file([{ ...event, times: { ...times, timeZone, start: from, end: to } }]))

  expect([events[0]?.startDate.toJSDate(), events[0]?.endDate.toJSDate()]).toEqual([from, to])
})

test('a calendar tells its name, its language and how often to ask for it', () => {
  const { calendar } = read(file([event]))
  const value = (name: string) => String(calendar.getFirstPropertyValue(name))

  expect(['name', 'x-wr-calname', 'source', 'x-published-ttl'].map(value)).toEqual([
    'EMEN: Events',
    'EMEN: Events',
    subscription.selfUrl,
    'PT1H',
  ])
  expect(calendar.getFirstProperty('refresh-interval')?.getFirstValue()?.toString()).toBe('PT1H')
  expect(calendar.getFirstProperty('name')?.getParameter('language')).toBe('en')
})

test('the texts of an event say their language, and its licence and source stand beside them', () => {
  const part = read(
    file([{ ...event, notes: ['Co-funded by the European Union'] }]),
  ).calendar.getFirstSubcomponent('vevent')

  for (const name of ['summary', 'description', 'location'])
    expect(part?.getFirstProperty(name)?.getParameter('language')).toBe('en')
  expect(part?.getFirstPropertyValue('link')).toBe('https://creativecommons.org/licenses/by/4.0/')
  expect(part?.getFirstPropertyValue('x-emissary-attribution')).toBe('EMEN')
  expect(part?.getFirstPropertyValue('description')).toContain('Co-funded by the European Union')
})

test('one that is called off stays in the calendar and says so', () => {
  const { events } = read(file([{ ...event, times: { ...times, status: 'cancelled' } }]))

  expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual(['CANCELLED'])
})

test('each place’s clocks stand in the file once, and the same events give the same bytes', () => {
  const other = {
    ...event,
    id: event.id.replace('ab', 'ac'),
    times: { ...times, timeZone: 'Europe/Brussels' },
  }
  const text = file([event, other, { ...event, id: event.id.replace('ab', 'ad') }])

  expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2)
  expect(file([event, other, { ...event, id: event.id.replace('ab', 'ad') }])).toBe(text)
})

test('a calendar without events is one', () => {
  expect(read(file([])).events).toEqual([])
})

test('a line is folded between letters, whatever bytes they take, and a text holds no order', () => {
  const text = '😀é,;\\\u0000\nEND:VEVENT'.repeat(40)
  const line = contentLine('SUMMARY', textValue(text))

  expect(line.split('\r\n').every((each) => Buffer.byteLength(each) <= 75)).toBe(true)
  const read = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\n${line}END:VCALENDAR\r\n`))
  expect(read.getFirstPropertyValue('summary')).toBe(text.replaceAll('\u0000', ''))
})
