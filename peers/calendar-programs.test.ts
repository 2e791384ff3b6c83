import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { EventTimes, PublishedItem } from '../src/content/published-item.ts'
import { eventCalendar } from '../src/feeds/event-calendar.ts'
import { eventInEnglish, practiceInArabic } from '../src/testing/items.ts'
import { calendarReaders, type SeenEvent } from './calendars/calendar-programs.ts'
import { startKhal } from './calendars/khal.ts'

const inAthens: EventTimes = {
  start: new Date('2026-10-25T08:00:00Z'),
  end: new Date('2026-10-25T10:30:00Z'),
  timeZone: 'Europe/Athens',
  mode: 'onsite',
  status: 'as-planned',
  venue: 'City library, Athens',
  previousStart: null,
}
const uid = `${eventInEnglish.id}@localhost`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emissary-calendars-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The file that the page of an event offers. */
async function written(
  event: Partial<EventTimes> = {},
  item: Partial<PublishedItem> = {},
  sequence = 1,
): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.ics`)
  const meta = { network: 'Réseau “EMEN”: R&D; <more>', sequence }
  await writeFile(file, eventCalendar({ ...eventInEnglish, ...item }, { ...inAthens, ...event }, meta))
  return file
}

type Shown = Omit<SeenEvent, 'sequence'>

/** Programs that read a file, and one in which somebody takes it over. */
const programs: readonly {
  readonly name: string
  readonly read: (file: string, timeZone: string) => Promise<readonly Shown[]>
}[] = [
  ...calendarReaders,
  {
    name: 'khal',
    async read(file, timeZone) {
      await using khal = await startKhal(timeZone)
      await khal.take(file)
      return await khal.list()
    },
  },
]

const hours = [
  [
    'on the day when the clocks of Athens go back',
    'Europe/Athens',
    '2026-10-25T08:00Z',
    '2026-10-25 10:00',
    '12:30',
  ],
  ['over the hour that Athens has twice', 'Europe/Athens', '2026-10-24T23:30Z', '2026-10-25 02:30', '04:00'],
  [
    'on the day when the clocks of New York go forward',
    'America/New_York',
    '2026-03-08T17:00Z',
    '2026-03-08 13:00',
    '15:30',
  ],
  ['where an hour is divided', 'Asia/Kathmandu', '2026-06-09T08:15Z', '2026-06-09 14:00', '16:30'],
  ['where it is tomorrow already', 'Pacific/Kiritimati', '2026-06-08T22:00Z', '2026-06-09 12:00', '14:30'],
] as const
const atHours = programs.flatMap(({ name, read }) =>
  hours.map(([when, timeZone, from, start, end]) => ({ name, read, when, timeZone, from, start, end })),
)

test.for(atHours)(
  '$name shows the hours of the place $when',
  async ({ read, timeZone, from, start, end }) => {
    const first = new Date(from)
    const times = { start: first, end: new Date(first.getTime() + 150 * 60_000), timeZone }
    const [event] = await read(await written(times), timeZone)

    expect([event?.start, event?.end]).toEqual([start, `${start.slice(0, 10)} ${end}`])
    // The same hours stand in the text, for whoever is elsewhere.
    expect(event?.description).toContain(`${start.slice(11)}–${end}`)
  },
)

test.for(programs)('$name shows somebody elsewhere the same moment', async ({ read }) => {
  const [event] = await read(await written(), 'America/Los_Angeles')

  expect([event?.start, event?.end]).toEqual(['2026-10-25 01:00', '2026-10-25 03:30'])
})

test.for(programs)('$name has all of an event, as it was written', async ({ read }) => {
  const title = 'Finance; what works, and "why": a\\b <b>&amp;</b>'
  const file = await written({ venue: 'Library; hall 2, Athens' }, { title })

  expect(await read(file, 'Europe/Athens')).toMatchObject([
    {
      uid,
      summary: title,
      location: 'Library; hall 2, Athens',
      description: [
        'Sunday, 25 October 2026, 10:00–12:30 (GMT+2)',
        'Library; hall 2, Athens',
        eventInEnglish.summary,
        eventInEnglish.url,
      ].join('\n\n'),
      url: eventInEnglish.url,
      status: 'CONFIRMED',
    },
  ])
})

const elsewhere = programs.flatMap(({ name, read }) =>
  ['Europe/Athens', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((timeZone) => ({
    name,
    read,
    timeZone,
  })),
)

test.for(elsewhere)(
  '$name has days without hours as they are, also in $timeZone',
  async ({ read, timeZone }) => {
    const days = { start: new Date('2026-06-08T21:00:00Z'), end: new Date('2026-06-10T20:59:00Z') }

    expect(await read(await written(days), timeZone)).toMatchObject([
      { start: '2026-06-09', end: '2026-06-10' },
    ])
  },
)

const texts = [
  {
    script: 'Arabic',
    locale: 'ar',
    title: 'مقابلة، ولقاء؛ '.repeat(20).trim(),
    summary: practiceInArabic.summary,
  },
  {
    script: 'Greek',
    locale: 'el',
    title: 'Συνάντηση «για όλους», '.repeat(15).trim(),
    summary: 'Έξι μήνες. '.repeat(50).trim(),
  },
  {
    script: 'letters of four bytes',
    locale: 'en',
    title: '👩🏽‍💻🇬🇷 नमस्ते '.repeat(20).trim(),
    summary: '𝔘𝔫𝔦𝔠𝔬𝔡𝔢'.repeat(60),
  },
] as const
const inScripts = programs.flatMap((program) => texts.map((text) => ({ ...program, ...text })))

test.for(inScripts)(
  '$name puts long lines of $script together again',
  async ({ read, locale, title, summary }) => {
    const venue = title.split(' ').slice(0, 12).join(' ')
    const [event] = await read(await written({ venue }, { locale, title, summary }), 'Europe/Athens')

    expect(event).toMatchObject({ uid, summary: title, location: venue })
    expect(event?.description.split('\n\n')).toContain(summary)
  },
)

test.for(calendarReaders)('$name knows a later file of the same event by its number', async ({ read }) => {
  const [first] = await read(await written({}, {}, 1), 'Europe/Athens')
  const [later] = await read(await written({}, { locale: 'ar' }, 2), 'Europe/Athens')

  expect([first?.uid, first?.sequence]).toEqual([uid, 1])
  expect([later?.uid, later?.sequence]).toEqual([uid, 2])
})

const moved = {
  status: 'rescheduled',
  start: new Date('2026-11-05T15:00:00Z'),
  end: new Date('2026-11-05T16:00:00Z'),
} as const

test.for(programs)(
  '$name shows that an event is called off, and still when it was to be',
  async ({ read }) => {
    const [event] = await read(await written({ status: 'cancelled' }), 'Europe/Athens')

    expect(event).toMatchObject({ status: 'CANCELLED', start: '2026-10-25 10:00' })
    expect(event?.description).toMatch(/^Cancelled: /)
  },
)

test('in somebody’s calendar an event moves, and is called off, and stands there once', async () => {
  await using khal = await startKhal('Europe/Athens')
  const after = async (file: string) => {
    await khal.take(file)
    return (await khal.list()).map(({ start, status }) => [start, status])
  }

  expect(await after(await written({}, {}, 1))).toEqual([['2026-10-25 10:00', 'CONFIRMED']])
  expect(await after(await written(moved, {}, 2))).toEqual([['2026-11-05 17:00', 'CONFIRMED']])
  expect(await after(await written({ ...moved, status: 'cancelled' }, {}, 3))).toEqual([
    ['2026-11-05 17:00', 'CANCELLED'],
  ])
})
