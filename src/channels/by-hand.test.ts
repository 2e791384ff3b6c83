import { describe, expect, test } from 'vitest'

import { eventInEnglish, practiceInArabic, practiceInEnglish, practiceInFrench } from '../testing/items.ts'
import { submitOptions } from '../testing/submit-post.ts'
import { openService } from './channel-for.ts'
import { facebook } from './facebook.ts'
import { x } from './x.ts'
import { xLength } from './x-length.ts'

const published = { change: 'published' } as const
const network = { allowedPrivateHosts: [], publicUrl: 'https://emen.example' }
const open = (service: typeof x) =>
  openService(service, { baseUrl: service.fixedUrl ?? '', secrets: {} }, network)
const items = [practiceInEnglish, practiceInFrench, practiceInArabic, eventInEnglish]

describe.for([facebook, x])('on $name', (service) => {
  test.for(items)(
    '$slug is composed in its language, with its address and what has to stand there',
    (item) => {
      const channel = open(service)
      const sampled = { ...item, sample: true }
      const post = channel.compose(sampled, published)

      expect(channel.compose(structuredClone(sampled), published)).toEqual(post)
      expect(channel.validate(post)).toEqual([])
      expect(post).toMatchObject({ locale: item.locale, url: item.url })
      expect(post.text).toContain(item.url)
      expect(post.text.split('\n').at(-1)).not.toMatch(/^#/)
    },
  )

  test('nothing is done by a program', async () => {
    const channel = open(service)
    const post = channel.compose(practiceInEnglish, published)
    const standing = { remoteId: '1', mark: null, overwrite: false }
    const submission = { post, media: [] }

    expect(channel.capabilities.posts).toBe('by-hand')
    for (const done of [
      channel.publish(submission, submitOptions()),
      channel.update(standing, submission, submitOptions()),
      channel.remove(
        { remoteId: '1', item: practiceInEnglish, locale: 'en', occurredAt: new Date(), reason: null },
        submitOptions(),
      ),
    ])
      await expect(done).rejects.toMatchObject({ reason: 'misconfigured' })
  })
})

test('a window to share on Facebook knows the page, and one to post on X the words', () => {
  const { fields: shared } = open(facebook).compose(practiceInArabic, published)
  const { fields: posted, text } = open(x).compose(practiceInArabic, published)

  expect(new URL(shared?.openUrl ?? '').searchParams.get('u')).toBe(practiceInArabic.url)
  expect(new URL(posted?.openUrl ?? '').searchParams.get('text')).toBe(text)
})

test('on X the summary gives way before the title, and the length is counted as X does', () => {
  const { text, report } = open(x).compose(practiceInEnglish, published)

  expect(text).toBe(`Mentoring for migrant women who start a business

Six months in Lyon: a mentor, a business plan, a first customer. The mentors run businesses in the same streets.

https://emen.example/en/practices/mentoring-lyon

Co-funded by the European Union`)
  expect(report).toEqual({ unit: 'characters', used: 220, limit: 280, shortened: ['summary', 'topics'] })
})

// The cases of https://docs.x.com/fundamentals/counting-characters and of the ranges that it names.
test.for([
  ['', 0],
  ['plain', 5],
  ['café', 4],
  ['cafe\u0301', 4],
  ['“quoted”…', 10],
  ['إرشاد', 5],
  ['नमस्ते', 6],
  ['メンター', 8],
  ['创业', 4],
  ['👾', 2],
  ['🙋🏽', 2],
  ['👨‍🎤', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['🇪🇺', 2],
  ['1️⃣', 2],
  ['€', 2],
  ['123 #', 5],
  ['https://emen.example/a/very/long/address/that/goes/on', 23],
  ['see http://emen.example now', 31],
  ['see https://emen.example.', 28],
  ['see emen.example now', 31],
  ['see emen.example/practices.', 28],
  ['e.g. 3.5 a@emen.eu', 18],
] as const)('X counts "%s" as %i', ([text, length]) => {
  expect(xLength(text)).toBe(length)
})

test.for([
  ['facebook', facebook, 63_206],
  ['x', x, 280],
] as const)('on %s an editor’s own words may be too long, which is said', ([, service, limit]) => {
  const channel = open(service)
  const own = (ownText: string) =>
    channel.validate(channel.compose(practiceInArabic, { ...published, ownText }))

  expect(own('م'.repeat(limit - 100))).toEqual([])
  expect(own('م'.repeat(limit))).toEqual(['too-long'])
})
