import { expect, test } from 'vitest'

import { type ChannelAccount, type PlannableChange, plan } from './plan.ts'

const item = { collection: 'practices', id: '0198c0de-0000-7000-8000-000000000001' } as const
const account = (id: string, more: Partial<ChannelAccount>): ChannelAccount => ({
  id,
  service: 'mastodon',
  locales: ['en'],
  collections: [],
  mode: 'auto',
  ...more,
})
const change = (more: Partial<PlannableChange>): PlannableChange => ({
  outboxId: 7,
  item,
  locale: 'en',
  kind: 'published',
  published: new Map([['en', { title: 'Mentoring', url: 'https://emen.example/en/practices/mentoring' }]]),
  ...more,
})
const outcome = (entry: PlannableChange, channels: ChannelAccount[]) =>
  plan(entry, channels).map(({ channelId, locale, desired, skip }) => [channelId, locale, desired, skip])

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
