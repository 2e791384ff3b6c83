import { expect, test } from 'vitest'

import { noTies } from '../../content/item-ties.ts'
import type { Locale } from '../../i18n/locales.ts'
import { type Choice, cellKey } from '../../ledger/channel-choices.ts'
import { type PlannableChange, type PlannedChannel, plan, ruleFor } from './plan.ts'

const item = { collection: 'practices', id: '0198c0de-0000-7000-8000-000000000001' } as const
const account = (id: string, more: Partial<PlannedChannel>): PlannedChannel => ({
  id,
  service: 'mastodon',
  locales: ['en'],
  collections: [],
  topics: [],
  countries: [],
  communities: [],
  mode: 'auto',
  isFinal: false,
  ...more,
})
const change = (more: Partial<PlannableChange>): PlannableChange => ({
  outboxId: 7,
  item,
  locale: 'en',
  kind: 'published',
  published: new Map([['en', { title: 'Mentoring', url: 'https://emen.example/en/practices/mentoring' }]]),
  ties: noTies,
  choices: new Map(),
  standing: [],
  ...more,
})
const choice = (more: Partial<Choice>): Choice => ({
  channelId: 'a',
  locale: 'en' as Locale,
  wanted: null,
  text: null,
  picture: 'item',
  pictureId: null,
  alt: null,
  scheduledFor: null,
  approval: null,
  approvedHash: null,
  requestedBy: null,
  decidedBy: null,
  decidedAt: null,
  ...more,
})
const chosen = (more: Partial<Choice>) => {
  const one = choice(more)
  return change({ choices: new Map([[cellKey(one), one]]) })
}
const outcome = (entry: PlannableChange, channels: PlannedChannel[]) =>
  plan(entry, channels).map(({ channelId, locale, desired, skip, hold }) => [
    channelId,
    locale,
    desired,
    skip ?? hold ?? null,
  ])

test('a channel gets the item in its language; one whose language is missing is skipped, and the ledger says why', () => {
  expect(outcome(change({}), [account('a', {}), account('b', { locales: ['ar', 'en'] })])).toEqual([
    ['a', 'en', 'live', null],
    ['b', 'ar', 'absent', 'not-translated'],
    ['b', 'en', 'live', null],
  ])
})

test('a change in one language leaves what stands in another alone', () => {
  const french = change({
    locale: 'fr',
    published: new Map([
      ['en', { title: 'Mentoring', url: 'https://emen.example/en/practices/mentoring' }],
      ['fr', { title: 'Mentorat', url: 'https://emen.example/fr/practices/mentorat' }],
    ]),
  })

  expect(outcome(french, [account('a', { locales: ['en', 'fr'] })])).toEqual([['a', 'fr', 'live', null]])
})

test('what a channel does not take and a channel that is off are skipped with the reason', () => {
  expect(
    outcome(change({}), [account('a', { collections: ['events'] }), account('b', { mode: 'off' })]),
  ).toEqual([
    ['a', 'en', 'absent', 'collection-not-wanted'],
    ['b', 'en', 'absent', 'channel-off'],
  ])
})

test('a withdrawal reaches every channel of that language, also one that is off or no longer takes the collection', () => {
  const withdrawn = change({ kind: 'withdrawn', published: new Map() })

  expect(
    outcome(withdrawn, [
      account('a', { locales: ['ar', 'en'] }),
      account('b', { mode: 'off', collections: ['events'] }),
    ]),
  ).toEqual([
    ['a', 'en', 'absent', null],
    ['b', 'en', 'absent', null],
  ])
})

test.for([
  { rule: { topics: ['finance', 'skills'] }, ties: { topics: ['skills'] }, taken: null },
  { rule: { topics: ['finance'] }, ties: { topics: ['skills'] }, taken: 'topic-not-wanted' },
  { rule: { countries: ['gr'] }, ties: { countries: ['fr', 'gr'] }, taken: null },
  { rule: { communities: ['c1'] }, ties: {}, taken: 'topic-not-wanted' },
  {
    rule: { topics: ['finance'], countries: ['gr'] },
    ties: { topics: ['finance'], countries: ['fr'] },
    taken: 'topic-not-wanted',
  },
])('a channel takes what meets each of its rules ($rule, $ties)', ({ rule, ties, taken }) => {
  const entry = change({ ties: { ...noTies, ...ties } })

  expect(outcome(entry, [account('a', rule)])).toEqual([
    ['a', 'en', taken === null ? 'live' : 'absent', taken],
  ])
})

test.for([
  { name: 'a channel that asks', channel: { mode: 'ask' as const } },
  { name: 'a service that never takes anything back', channel: { isFinal: true } },
])('$name holds the item until it is approved', ({ channel }) => {
  expect(outcome(change({}), [account('a', channel)])).toEqual([['a', 'en', 'live', 'awaits-approval']])
  expect(outcome(chosen({ approval: 'approved' }), [account('a', channel)])).toEqual([
    ['a', 'en', 'live', null],
  ])
  expect(outcome(chosen({ approval: 'rejected' }), [account('a', channel)])).toEqual([
    ['a', 'en', 'live', 'rejected-by-editor'],
  ])
})

test('an approval that somebody asked for is waited for on a channel that asks nobody', () => {
  expect(outcome(chosen({ approval: 'requested' }), [account('a', {})])).toEqual([
    ['a', 'en', 'live', 'awaits-approval'],
  ])
})

test('an editor leaves an item out of a channel, or puts it where the rules would not', () => {
  const channels = [account('a', { mode: 'off', collections: ['events'], topics: ['finance'] })]

  expect(outcome(chosen({ wanted: 'yes' }), channels)).toEqual([['a', 'en', 'live', null]])
  expect(outcome(chosen({ wanted: 'no' }), [account('a', {})])).toEqual([['a', 'en', 'absent', 'not-chosen']])
})

test('nobody can put an item where its language is missing', () => {
  const one = choice({ wanted: 'yes', locale: 'ar' })
  const entry = change({ choices: new Map([[cellKey(one), one]]) })

  expect(outcome(entry, [account('a', { locales: ['ar'] })])).toEqual([
    ['a', 'ar', 'absent', 'not-translated'],
  ])
})

test.for(['published', 'withdrawn'] as const)(
  'what stands in another language and names this one is looked at when this one is %s, and nothing else is',
  (kind) => {
    const published = new Map([
      ['en', { title: 'Mentoring', url: 'https://emen.example/en/practices/mentoring' }],
      ['ar', { title: 'إرشاد', url: 'https://emen.example/ar/practices/irshad' }],
    ] as const)
    const standing = (['en', 'fr', 'ar'] as const).flatMap((locale) =>
      ['wp', 'other'].map((channelId) => ({ channelId, service: 'any', locale })),
    )
    const entry = change({ kind, locale: 'fr', published, standing })
    const locales = ['en', 'fr'] as const
    const channels = [account('wp', { locales, namesSiblings: true }), account('other', { locales })]

    expect(outcome(entry, channels).filter(([, locale]) => locale !== 'fr')).toEqual([
      ['wp', 'en', 'live', null],
    ])
  },
)

test('what is scheduled is due then', () => {
  const scheduledFor = new Date('2027-01-04T08:00:00Z')

  expect(plan(chosen({ scheduledFor }), [account('a', {})])).toMatchObject([{ dueAt: scheduledFor }])
})

test('a cell that nobody touched shows what the rules say', () => {
  expect(ruleFor(account('a', {}), 'news', noTies)).toBe('auto')
  expect(ruleFor(account('a', { isFinal: true }), 'news', noTies)).toBe('ask')
  expect(ruleFor(account('a', { mode: 'off' }), 'news', noTies)).toBe('off')
  expect(ruleFor(account('a', { topics: ['finance'] }), 'news', noTies)).toBe('topic-not-wanted')
})
