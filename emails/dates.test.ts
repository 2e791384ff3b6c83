import { expect, test } from 'vitest'

import { dateLeafOf, languageNames, monthOf, whenOf, zoneNameOf, zoneOffsetOf } from './dates.ts'

const webinar = {
  start: new Date('2026-06-09T12:00:00Z'),
  end: new Date('2026-06-09T14:00:00Z'),
  timeZone: 'Europe/Brussels',
}

test.for([
  { locale: 'en', when: 'Tuesday, 9 June 2026, 14:00–16:00' },
  { locale: 'el', when: 'Τρίτη 9 Ιουνίου 2026, 14:00–16:00' },
  { locale: 'ar', when: 'الثلاثاء، 9 يونيو 2026، 14:00–16:00' },
  { locale: 'fa', when: 'سه‌شنبه 9 ژوئن 2026،‏ 14:00 تا 16:00' },
])(
  'an event is dated in $locale, in the Gregorian calendar and the time of its own place',
  ({ locale, when }) => {
    expect(whenOf(webinar, locale)).toBe(when)
  },
)

test.for([
  { end: '2017-12-08T22:59:00Z', when: '7\u2009–\u20098 December 2017' },
  { end: '2017-12-07T22:59:00Z', when: 'Thursday, 7 December 2017' },
])('an event that fills its days has no hours to show: $when', ({ end, when }) => {
  const launch = { start: new Date('2017-12-06T23:00:00Z'), end: new Date(end), timeZone: 'Europe/Brussels' }
  expect(whenOf(launch, 'en')).toBe(when)
  expect(dateLeafOf(launch, 'en').time).toBeNull()
})

test('the zone is named, with the offset that holds on that day', () => {
  expect([zoneNameOf(webinar, 'en'), zoneOffsetOf(webinar, 'en')]).toEqual(['Central European Time', 'GMT+2'])
  const winter = { ...webinar, start: new Date('2026-10-25T12:00:00Z') }
  expect(zoneOffsetOf(winter, 'en')).toBe('GMT+1')
})

test('the day is that of the place, not of the server or the reader', () => {
  const late = { ...webinar, start: new Date('2026-06-09T22:30:00Z'), end: new Date('2026-06-09T23:30:00Z') }
  expect(dateLeafOf(late, 'en')).toEqual({ month: 'June', day: '10', time: '00:30' })
})

test('several days of one month stand on one leaf, else the first', () => {
  expect(dateLeafOf({ ...webinar, end: new Date('2026-06-11T14:00:00Z') }, 'en').day).toBe('9–11')
  expect(dateLeafOf({ ...webinar, end: new Date('2026-07-01T14:00:00Z') }, 'en').day).toBe('9')
})

test.for([
  ['en', 'September'],
  ['bg', 'септември'],
  ['el', 'Σεπ'],
  ['es', 'sept'],
] as const)('a month that is too long for a leaf is cut short: %s, %s', ([locale, month]) => {
  const start = new Date('2026-09-09T12:00:00Z')
  expect(dateLeafOf({ ...webinar, start, end: start }, locale).month).toBe(month)
})

test('months and languages are named in the reader’s language', () => {
  expect(monthOf(new Date('2026-06-30T23:30:00Z'), 'fr')).toBe('juin 2026')
  expect(languageNames(['en', 'fa-AF'], 'de')).toBe('Englisch, Dari')
})
