import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { Asker } from '../../access/roles.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { fillMatrixItem } from '../../testing/fill-matrix.ts'
import { waitingFor } from '../translation-places.ts'
import { translationNeeds } from './translation-needs.ts'

const DAY_MS = 24 * 3600 * 1000
const english = { i18n: { language: 'en' } } as Parameters<typeof translationNeeds>[2]

let payload: Payload
const people: Record<string, Asker> = {}

async function person(
  name: string,
  roles: ('editor' | 'translator' | 'contributor')[],
  locales: ('de' | 'fr')[] = [],
) {
  const user = await payload.create({
    collection: 'users',
    data: { email: `${name}@people.example`, password: 'one door for everyone', name, roles, locales },
  })
  people[name] = { ...user, collection: 'users' }
  return user.id
}

const needsOf = async (name: string) => {
  const needs = await translationNeeds(payload, people[name] ?? null, english)
  return needs.map(({ title, consequence, verb, href, isUrgent }) => ({
    title,
    consequence,
    verb,
    href,
    isUrgent,
  }))
}

beforeAll(async () => {
  payload = await getPayload({ config, disableOnInit: true })
  await person('editor', ['editor'])
  await person('new', ['editor'])
  await person('french', ['translator'], ['fr'])
  await person('contributor', ['contributor'])
  const german = await person('german', ['translator'], ['de'])
  expect(await needsOf('new')).toEqual([])

  const database = databaseOf(payload)
  await fillMatrixItem(database, {
    title: 'Mentoring',
    cells: {
      de: {
        state: 'outdated',
        segments: 3,
        isPublic: true,
        ownerId: german,
        deadline: new Date(Date.now() - DAY_MS),
      },
      fr: { state: 'needs-review' },
    },
  })
  const fair = await fillMatrixItem(database, {
    title: 'Fair',
    cells: { de: { state: 'missing' }, fr: { state: 'needs-review' } },
  })
  await fillMatrixItem(database, {
    title: 'Not for Germans',
    cells: { de: { state: 'missing', isWanted: false } },
  })
  await database.execute(sql`
    insert into translation_requests
      (id, collection, item_id, locale, source_revision, state, assignee_id, deadline, segments, characters)
    values (gen_random_uuid(), 'news', ${fair}::uuid, 'de', 1, 'requested', ${german}::uuid,
      '2030-11-25T23:59:59Z', 20, 800)`)
})

afterAll(() => payload.destroy())

test('an editor is told what is late, what waits for review and which public translations are outdated', async () => {
  expect(await needsOf('editor')).toEqual([
    {
      title: '1 translation is late',
      consequence: 'The deadline is over: German 1.',
      verb: 'See which',
      href: '/admin/translation?deadline=late',
      isUrgent: true,
    },
    {
      title: '2 translations wait for review',
      consequence: expect.stringMatching(/^French 2\. The oldest is “(Mentoring|Fair)”\.$/),
      verb: 'Review',
      href: '/admin/translation?state=needs-review',
      isUrgent: false,
    },
    {
      title: '1 public translation is outdated',
      consequence: 'German 1. The last to change was “Mentoring”.',
      verb: 'Request updates',
      href: '/admin/translation?state=outdated',
      isUrgent: false,
    },
  ])
})

test('a translator is told what is late, what they were asked for and what is not in step in their languages', async () => {
  const { rows } = await databaseOf(payload).execute<{ id: string }>(
    sql`select item_id as id from translation_requests`,
  )
  expect(await needsOf('german')).toEqual([
    {
      title: '1 translation is late',
      consequence: 'The deadline is over: German 1.',
      verb: 'See which',
      href: '/admin/translation?deadline=late&languages=de',
      isUrgent: true,
    },
    {
      title: 'You were asked for 1 translation into German',
      consequence: '20 segments, due 25 Nov 2030.',
      verb: 'Translate',
      href: `/admin/translation/news/${rows[0]?.id}/de`,
      isUrgent: false,
    },
    {
      title: 'German: 2 texts are not in step',
      consequence: 'Segments: 3 outdated and 20 missing.',
      verb: 'Translate',
      href: '/admin/translation?state=missing,machine,in-translation,outdated&languages=de',
      isUrgent: false,
    },
  ])
})

test('what waits for a reviewer is no need of its translator', async () => {
  expect(await needsOf('french')).toEqual([])
})

test.for([
  ['editor', 2],
  ['german', 2],
  ['french', 0],
  ['contributor', 0],
] as const)('the navigation of %s counts %i', async ([name, count]) => {
  expect(await waitingFor(people[name] ?? null, payload)).toBe(count)
})
