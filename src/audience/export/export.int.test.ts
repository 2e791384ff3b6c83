import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { rest } from '../../testing/api.ts'
import { emptying } from '../../testing/emptying.ts'
import { importDesk } from '../../testing/import-desk.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'

const { payload, practice, officer, textOf, bringIn, looks } = await importDesk()

const exported = (body: object): Promise<string> =>
  textOf('/export', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

test('an export is noted with its purpose, runs nothing in a spreadsheet, and brings the same people back', async () => {
  await bringIn(
    'email,language,further languages,newsletter,frequency,confirmed at,country,role,organisation\n' +
      '-ann@example.org,en,fr,Practice letter;Policy letter,weekly,2024-03-02 10:00,Greece,policy,First partner\n' +
      'bob@example.org,fr,,Policy letter,,2023-01-31,,Trainers,\n',
  )
  const before = await subscribersOf(payload)
  expect(before).toHaveLength(2)

  const file = await exported({ format: 'csv', purpose: 'Move to a new server' })

  expect(file.startsWith('\uFEFF"email","locale",')).toBe(true)
  expect(file).toContain(`\r\n"'-ann@example.org","en","fr",`)
  expect(await looks()).toContainEqual({ kind: 'exported', people: 2, purpose: 'Move to a new server' })

  await databaseOf(payload).execute(emptying('subscribers subscriptions subscriber_facets consent_events'))
  await bringIn(new Uint8Array(Buffer.from(file)))
  const after = await subscribersOf(payload)
  const known = (people: typeof before) =>
    people
      .map(({ id: _, newsletterIds, ...person }) => ({ ...person, newsletterIds: newsletterIds.toSorted() }))
      .toSorted((one, other) => one.email.localeCompare(other.email))
  expect(known(after)).toEqual(known(before))
})

test('an export holds those who were chosen and may get mail', async () => {
  await bringIn(
    'email,language,newsletter\na@example.org,en,Practice letter\nb@example.org,fr,Practice letter\n' +
      'c@example.org,en,Policy letter\nd@example.org,en,Practice letter\n',
  )
  const database = databaseOf(payload)
  await database.execute(sql`
    insert into suppressions (address_key, scope, reason)
    select address_key, 'global', 'complaint' from subscribers where email = 'd@example.org'
  `)
  const { id: segment } = await payload.create({
    collection: 'segments',
    data: { name: 'French', condition: { kind: 'all', of: [{ kind: 'first-language', values: ['fr'] }] } },
  })
  const emails = async (wish: object) =>
    (await exported({ format: 'jsonl', purpose: 'Test of the choice', ...wish }))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { readonly email: string }).email)
      .sort()

  expect(await emails({})).toEqual(['a@example.org', 'b@example.org', 'c@example.org'])
  expect(await emails({ language: 'en', newsletterId: practice })).toEqual(['a@example.org'])
  expect(await emails({ segment })).toEqual(['b@example.org'])
})

test.for([
  [{ purpose: '' }, 'purpose', 'Say what for in a few words, without an address.'],
  [{ segment: crypto.randomUUID() }, 'segment', 'Choose a segment that there is and that has conditions.'],
  [{ format: 'xlsx' }, 'format', 'Something is missing. Fill in every field.'],
] as const)('an export that cannot be is refused and nobody is noted: %o', async ([body, field, message]) => {
  expect(
    await rest('/audience/export', {
      as: officer,
      method: 'POST',
      body: { format: 'csv', purpose: 'Yearly report', ...body },
    }),
  ).toMatchObject({ status: 422, body: { field, message } })
  expect(await looks()).toEqual([])
})
