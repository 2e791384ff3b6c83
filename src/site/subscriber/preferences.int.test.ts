import { expect, test } from 'vitest'

import { settingsOf } from '../../audience/preferences.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { personOf } from '../../testing/confirmed-person.ts'
import { preferencesPage, untouched } from '../../testing/preferences-page.ts'
import { replayed, stored } from '../../testing/replayed.ts'

const {
  payload,
  practice,
  policy,
  mentoring,
  finance,
  germany,
  adviser,
  organisation,
  item,
  draft,
  person,
  open,
  send,
} = await preferencesPage()

test('everything on the page is saved by one button and stands there when it is opened again', async () => {
  const whom = await person()
  const { status } = await send(whom, [
    ['locales', 'ar'],
    ['locales', 'en'],
    ['newsletters', practice],
    ['newsletters', policy],
    [`pause-${practice}`, '2027-02-01'],
    ['frequency', 'weekly'],
    ['topics', mentoring],
    ['countries', germany],
    ['role', adviser],
    ['organisation', organisation],
    ['timeZone', 'Asia/Tbilisi'],
    ['pause', '2026-12-24'],
    ['action', 'save'],
  ])

  expect(status).toBe(200)
  const after = await personOf(payload, whom.id)
  expect(settingsOf(after)).toEqual({
    locales: ['ar', 'en'],
    newsletterIds: [practice, policy],
    follows: [],
    frequency: 'weekly',
    topics: [mentoring],
    countries: [germany],
    role: adviser,
    organisation,
    timeZone: 'Asia/Tbilisi',
    pausedUntil: new Date('2026-12-24T00:00:00Z'),
    newsletterPauses: new Map([[practice, new Date('2027-02-01T00:00:00Z')]]),
  })
  expect(await replayed(payload, after)).toEqual(stored(after))
  const page = await open(after)
  expect(page).toContain('<html lang="ar" dir="rtl">')
  for (const shown of [
    `name="pause-${practice}" type="date" min="2026-11-24" value="2027-02-01"`,
    'name="pause" type="date" min="2026-11-24" value="2026-12-24"',
    'value="weekly" checked',
    `name="topics" value="${mentoring}" checked`,
    `name="countries" value="${germany}" checked`,
    `value="${adviser}" lang="en" dir="ltr" selected`,
    'value="Asia/Tbilisi" selected',
    `value="${organisation}" lang="en" dir="ltr" selected`,
  ])
    expect(page).toContain(shown)
})

test('who wants a topic that is deleted gets no others by saving: it stands there until they take it out', async () => {
  const { id: gone } = await payload.create({ collection: 'topics', data: { label: 'Premises' } })
  const interests = { topics: [gone], countries: [], frequency: 'weekly' } as const
  const whom = await person({ interests })
  await payload.delete({ collection: 'topics', id: gone })
  const page = await open(whom)
  await send(whom, [...untouched, ['newsletters', practice], ['topics', gone], ['action', 'save']])

  expect(page).toContain(`name="topics" value="${gone}" checked><span>No longer public</span>`)
  expect((await personOf(payload, whom.id)).topics).toEqual([gone])
})

test('the page shows so much of the address that only its owner knows it, since letters are passed on', async () => {
  const whom = await person()
  const page = await open(whom)

  expect(page).toContain('a***@e***.org')
  expect(page).not.toContain(whom.email)
})

test('what is wrong is said above the form and beside the field, nothing is stored and nothing typed is lost', async () => {
  const whom = await person()
  const { status, page } = await send(whom, [
    ['newsletters', practice],
    [`pause-${practice}`, '2020-01-01'],
    ['frequency', 'hourly'],
    ['topics', germany],
    ['countries', germany],
    ['role', 'king'],
    ['pause', 'tomorrow'],
    ['timeZone', 'Mars/Olympus'],
    ['newAddress', 'amina@nowhere'],
    ['action', 'save'],
  ])

  expect(status).toBe(422)
  expect([...page.matchAll(/<li><a href="#([^"]+)">/g)].map(([, target]) => target)).toEqual([
    'locales',
    `pause-${practice}`,
    'topics',
    'frequency',
    'pause',
    'timeZone',
    'role',
    'newAddress',
  ])
  for (const kept of [
    `name="countries" value="${germany}" checked`,
    'value="amina@nowhere"',
    'id="pause-error"',
    'aria-describedby="newAddress-hint newAddress-error" aria-invalid="true"',
  ])
    expect(page).toContain(kept)
  expect(page).toContain('<title>To correct: Your settings')
  expect(settingsOf(await personOf(payload, whom.id))).toEqual(settingsOf(whom))
})

test('what is followed is named and linked; what is not public any more is only said to be so', async () => {
  const whom = await person({
    follows: [
      { target: 'news', targetId: item, reminder: false },
      { target: 'news', targetId: draft, reminder: false },
      { target: 'topics', targetId: finance, reminder: false },
    ],
  })
  const page = await open(whom)

  expect(page).toMatch(/<p class="title"><a href="\/en\/news\/[^"]+"><bdi>A call is open<\/bdi><\/a>/)
  expect(page).toContain('<p class="title">No longer public</p>')
  expect(page).toContain('<p class="title"><bdi>Finance</bdi></p>')
  expect(page).not.toContain('Mentoring starts (en)')
})

test('who complained can leave and change, but add no letters, and the page says why', async () => {
  const whom = await person()
  await databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason) values (${whom.addressKey}, 'global', 'complaint')
  `)
  const added = await send(whom, [
    ...untouched,
    ['newsletters', practice],
    ['newsletters', policy],
    ['action', 'save'],
  ])

  expect(added.status).toBe(409)
  expect(added.page).toContain('<li><a href="#newsletters">We had to stop writing to this address')
  expect((await personOf(payload, whom.id)).newsletterIds).toEqual([practice])
})

test('the button that was pressed keeps the focus, or the next one where it has nothing more to do', async () => {
  const whom = await person()
  const { page } = await send(whom, [
    ['locales', 'en'],
    ['locales', 'ar'],
    ['action', 'up:ar'],
  ])
  expect(page).toMatch(/value="down:ar" aria-label="[^"]+" autofocus/)
})
