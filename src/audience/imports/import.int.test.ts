import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'

import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import {
  bringIn,
  doStep,
  handIn,
  keyOf,
  officerId,
  outcomesOf,
  sampleEvidence,
  stateOf,
} from '../../testing/audience-import.ts'
import { importingNetwork } from '../../testing/importing-network.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { importPath } from './import-files.ts'

const { payload, practice, policy, country, role, organisation, rowsOf, confirm, person, erase, leave } =
  await importingNetwork()

const inEnglish = { locale: 'en' } as const

test('a list brings people with everything that it says of them, and the proof of their consent', async () => {
  const { id, state, counts } = await bringIn(
    payload,
    'E-mail;Language;Further languages;Newsletter;Country;Role;Organisation;Frequency;Confirmed at\n' +
      'Ann@Example.org;Greek;fr, ar;Practice letter|policy-letter;Ελλάδα;policy;first partner;monthly;2024-03-02 10:00\n',
  )

  expect([state, counts.outcomes]).toEqual(['applied', { new: 1 }])
  expect(await person('Ann@example.org')).toMatchObject({
    locale: 'el',
    furtherLocales: ['fr', 'ar'],
    newsletterIds: [practice, policy].sort(),
    countries: [country],
    role,
    organisation,
    frequency: 'monthly',
    status: 'active',
    confirmedAt: new Date('2024-03-02T10:00:00Z'),
  })
  const [proof] = await rowsOf(
    'consent_events',
    'kind, newsletter_ids, wording, locale, source, detail, actor, import_id, address_key',
  )
  expect(proof).toEqual({
    kind: 'imported',
    newsletter_ids: [practice, policy].sort(),
    wording: sampleEvidence.text,
    locale: 'en',
    source: 'import',
    detail: {
      place: sampleEvidence.place,
      from: '2024-03-01',
      until: '2024-03-03',
      reference: sampleEvidence.reference,
      line: 2,
      agreedAt: '2024-03-02T10:00:00.000Z',
    },
    actor: officerId,
    import_id: id,
    address_key: keyOf('ann@example.org'),
  })
  expect(await rowsOf('subscriber_facets', 'locale, confirmed_on::text as day')).toEqual([
    { locale: 'el', day: '2024-03-02' },
  ])
  expect(await rowsOf('address_looks', 'kind, people')).toEqual([{ kind: 'imported', people: 1 }])
  expect(existsSync(importPath(id))).toBe(false)
})

test('the words that a row brings are those of its proof', async () => {
  await bringIn(
    payload,
    `email,consent text,newsletter\nann@example.org,"Yes, write to ann@example.org",Practice letter`,
    {
      defaults: inEnglish,
    },
  )

  expect(await rowsOf('consent_events', 'wording, wording_hash')).toEqual([
    {
      wording: 'Yes, write to …',
      wording_hash: createHash('sha256').update('Yes, write to …').digest('base64url'),
    },
  ])
})

test('who is known gets newsletters added and keeps what they chose', async () => {
  await confirm('known@example.org', [practice])

  await bringIn(
    payload,
    'email,lang,frequency,newsletter\nknown@example.org,el,monthly,Policy letter;Practice letter',
  )

  expect(await person('known@example.org')).toMatchObject({
    locale: 'fr',
    frequency: 'weekly',
    newsletterIds: expect.arrayContaining([practice, policy]),
  })
  expect(await rowsOf('consent_events', 'kind, newsletter_ids')).toEqual([
    { kind: 'confirmed', newsletter_ids: [practice] },
    { kind: 'imported', newsletter_ids: [policy] },
  ])
})

test('whoever leaves, is erased or signs up between check and import is treated as they are by then', async () => {
  await confirm('leaves@example.org', [policy])
  await confirm('erased@example.org', [policy])
  const id = await handIn(
    payload,
    'email\nleaves@example.org\nerased@example.org\nsigns-up@example.org\nnew@example.org\n',
    { defaults: { locale: 'en', newsletterIds: [practice] } },
  )
  await doStep(payload, id, 'check')
  await confirm('leaves@example.org', [practice])
  await leave('leaves@example.org', [practice])
  await erase('erased@example.org')
  await confirm('signs-up@example.org', [policy])

  const { counts } = await doStep(payload, id, 'apply')

  expect(await outcomesOf(payload, id)).toEqual([
    '2 refused unsubscribed',
    '3 refused erased',
    '4 added',
    '5 new',
  ])
  expect(counts.outcomes).toEqual({ refused: 2, added: 1, new: 1 })
  expect((await subscribersOf(payload)).map(({ email }) => email).sort()).toEqual([
    'leaves@example.org',
    'new@example.org',
    'signs-up@example.org',
  ])
})

test('a list that changes nothing any more says so', async () => {
  const list = 'email,lang,newsletter\nann@example.org,en,Practice letter'
  await bringIn(payload, list)

  const { id, counts } = await bringIn(payload, list)

  expect(counts.outcomes).toEqual({ unchanged: 1 })
  expect(await outcomesOf(payload, id)).toEqual(['2 unchanged'])
  expect(await rowsOf('consent_events', 'kind, id')).toHaveLength(1)
})

test('an import cannot be brought in without evidence, and a failure leaves nothing behind', async () => {
  const id = await handIn(payload, 'email,lang,newsletter\nann@example.org,en,Practice letter')
  await doStep(payload, id, 'check')
  await databaseOf(payload).execute(sql`update audience_imports set evidence = null where id = ${id}::uuid`)

  await expect(doStep(payload, id, 'apply')).rejects.toThrow('without evidence')

  expect(await stateOf(payload, id)).toMatchObject({ state: 'checked', problem: { reason: 'unexpected' } })
  expect(await rowsOf('subscribers', 'id, email')).toEqual([])
})
