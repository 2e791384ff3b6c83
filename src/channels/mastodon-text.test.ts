import { describe, expect, test } from 'vitest'

import type { EventTimes } from '../content/published-item.ts'
import { countedLength } from '../demo/partners/mastodon-content.ts'
import { eventInEnglish, practiceInArabic, practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { channelFor } from './channel-for.ts'
import { defaultLimits } from './mastodon-limits.ts'

const network = { allowedPrivateHosts: [], publicUrl: 'https://emen.example' }
const channel = channelFor({ service: 'mastodon', baseUrl: 'https://social.example', secrets: {} }, network)
const compose = (item: typeof practiceInEnglish, maxCharacters = 500) =>
  channel.compose(item, { change: 'published', limits: { ...defaultLimits, maxCharacters } })
const textOf = (item: typeof practiceInEnglish, maxCharacters = 500) => compose(item, maxCharacters).text

test('a practice: what it is, where to read it, what it is about, who paid', () => {
  expect(compose(practiceInEnglish)).toEqual({
    text: `Mentoring for migrant women who start a business

Six months in Lyon: a mentor, a business plan, a first customer. The mentors run businesses in the same streets. Of thirty women who took part, twenty-two have opened for business.

https://emen.example/en/practices/mentoring-lyon

#Mentoring #SocialEconomy #AccessToFinance
Co-funded by the European Union`,
    locale: 'en',
    url: 'https://emen.example/en/practices/mentoring-lyon',
    image: {
      url: 'https://emen.example/media/mentorat.jpg',
      alt: 'Two women in front of a tailor’s workshop',
      type: 'image/jpeg',
    },
    report: { unit: 'characters', used: 331, limit: 500, shortened: [] },
  })
})

test('a practice in Arabic', () => {
  expect(textOf(practiceInArabic)).toBe(`إرشاد لرائدات الأعمال المهاجرات

ستة أشهر في مدينة ليون: مرشدة، وخطة عمل، وأول زبونة. المرشدات صاحبات أعمال من الحي نفسه.

https://emen.example/ar/practices/irshad-lyon

#ريادة_الأعمال #الاقتصاد_الاجتماعي`)
})

describe('an event', () => {
  const event = (changes: Partial<EventTimes>) =>
    textOf({
      ...eventInEnglish,
      event: eventInEnglish.event && { ...eventInEnglish.event, ...changes },
    }).split('\n\n')[1]

  test('says when, on the clock of the place where it is held, and where, also on the day that clocks change', () => {
    expect(event({})).toBe('Sunday, 25 October 2026, 10:00–12:30 (GMT+2)\nCity library, Athens')
  })

  test.for([
    ['cancelled', 'Cancelled: Sunday, 25 October 2026, 10:00–12:30 (GMT+2)'],
    [
      'postponed',
      'Postponed, a new date will follow. It was to be on Sunday, 25 October 2026, 10:00–12:30 (GMT+2)',
    ],
    ['rescheduled', 'New date: Sunday, 25 October 2026, 10:00–12:30 (GMT+2)'],
    ['moved-online', 'Moved online: Sunday, 25 October 2026, 10:00–12:30 (GMT+2)'],
  ] as const)('that is %s says so before the date', ([status, line]) => {
    expect(event({ status, mode: 'online', venue: null })).toBe(`${line}\nOnline`)
  })

  test.for([
    ['onsite', 'City library, Athens', 'City library, Athens'],
    ['hybrid', 'City library, Athens', 'City library, Athens, and online'],
    ['hybrid', null, 'Online'],
    ['online', null, 'Online'],
  ] as const)('held %s at %s is announced as: %s', ([mode, venue, line]) => {
    expect(event({ mode, venue })?.split('\n')[1]).toBe(line)
  })

  test('without a place yet names none', () => {
    expect(event({ mode: 'onsite', venue: null })).toBe('Sunday, 25 October 2026, 10:00–12:30 (GMT+2)')
  })
})

describe('what is too long gives way', () => {
  test('hashtags first, from the last', () => {
    const { text, report } = compose(practiceInEnglish, 315)
    expect(text).toContain('\n\n#Mentoring #SocialEconomy\nCo-funded')
    expect(text).toContain('twenty-two have opened for business.')
    expect(report).toMatchObject({ used: 314, shortened: ['topics'] })
  })

  test('then the summary, after a sentence', () => {
    const { text, report } = compose(practiceInFrench, 200)
    expect(text).toBe(`Mentorat pour entrepreneuses migrantes

Un programme de six mois à Lyon : un binôme, un plan d’affaires, un premier client.

https://emen.example/fr/practices/mentorat-lyon`)
    expect(report.shortened).toEqual(['summary', 'topics'])
  })

  test('then the title; address and funding never', () => {
    const { text, report } = compose(practiceInEnglish, 86)
    expect(text).toBe(`Mentoring for migrant women…

https://emen.example/en/practices/mentoring-lyon

Co-funded by the European Union`)
    expect(report).toMatchObject({ shortened: ['title', 'summary', 'topics'] })
  })

  test('to no avail where the server allows less than we have to say, and that is found before it is sent', () => {
    expect(channel.validate(compose(practiceInEnglish, 40))).toEqual(['too-long'])
    expect(channel.validate(compose(practiceInEnglish, 90))).toEqual([])
  })

  test.for(Array.from({ length: 45 }, (_, index) => 60 + index * 10))(
    'so that it is never more than %i',
    (limit) => {
      const { acknowledgements: _, ...rest } = practiceInEnglish
      expect(compose({ ...rest, acknowledgements: [] }, limit).report.used).toBeLessThanOrEqual(limit)
    },
  )
})

test('sample content is marked as such, and each statement of funding stands there once', () => {
  const twice = {
    ...practiceInEnglish,
    sample: true,
    acknowledgements: [...practiceInEnglish.acknowledgements, ...practiceInEnglish.acknowledgements],
  }
  expect(textOf(twice).split('\n').slice(-2)).toEqual([
    'Co-funded by the European Union',
    'Sample content, made up',
  ])
})

test.for([
  ['without words for those who do not see it', { alt: ' ' }],
  ['of a kind that the server does not take', { type: 'image/avif' }],
] as const)('a picture %s stays at home, and the editor is told', ([, changes]) => {
  const image = practiceInEnglish.image && { ...practiceInEnglish.image, ...changes }
  expect(compose({ ...practiceInEnglish, image })).toMatchObject({
    image: null,
    report: { shortened: ['image'] },
  })
})

test.for([practiceInEnglish, practiceInFrench, practiceInArabic, eventInEnglish])(
  'the length of $slug is counted as the server does',
  (item) => {
    const { text, report } = compose(item)
    expect(report.used).toBe(countedLength(text))
  },
)

test('a line break in a title does not look like a new part', () => {
  expect(textOf({ ...practiceInEnglish, title: 'Mentoring\n\nfor all' })).toMatch(/^Mentoring for all\n\n/)
})
