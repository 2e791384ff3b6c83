import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import config from '../../../payload.config.ts'
import type { Follow } from '../../audience/follow.ts'
import { preferencesUrl, unsubscribeUrl } from '../../audience/links.ts'
import { DIGEST, type MailingList, NOTICES } from '../../audience/mailing-list.ts'
import { settingsOf } from '../../audience/preferences.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { confirmedPerson, personOf } from '../../testing/confirmed-person.ts'
import { createTestItem } from '../../testing/create-item.ts'
import { createTestNetwork } from '../../testing/create-network.ts'
import { replayed, stored } from '../../testing/replayed.ts'
import { type Visitor, visitor } from '../../testing/visitor.ts'
import { answerPreferences, answerPreferencesForm } from './preferences-answers.ts'
import { answerUnsubscribe, answerUnsubscribeForm } from './unsubscribe-answers.ts'

type Fields = readonly (readonly [string, string])[]

let payload: Payload
let practice: string
let policy: string
let mentoring: string
let finance: string
let germany: string
let adviser: string
let organisation: string
let item: string
let draft: string
let amina: Visitor
let count = 0

beforeAll(async () => {
  payload = await getPayload({ config })
  ;[practice, policy] = (await createTestNetwork(payload, ['en', 'ar'])).newsletterIds
  const topic = async (label: string) => (await payload.create({ collection: 'topics', data: { label } })).id
  mentoring = await topic('Mentoring')
  finance = await topic('Finance')
  const term = async (vocabulary: 'countries' | 'audiences', label: string) =>
    (await payload.create({ collection: 'terms', data: { vocabulary, code: label.toLowerCase(), label } })).id
  germany = await term('countries', 'Germany')
  adviser = await term('audiences', 'Adviser')
  const published = await createTestItem(payload)
  await published.publish('en', { title: 'A call is open' })
  item = published.id
  const unpublished = await createTestItem(payload)
  draft = unpublished.id
  organisation = (await payload.create({ collection: 'organisations', data: { name: 'House of Trade' } })).id
})
afterAll(() => payload.destroy())

beforeEach(() => {
  amina = visitor(payload)
})

/** Somebody new each time, so that tests share nothing. */
const person = (choices: Omit<Parameters<typeof confirmedPerson>[1], 'address'> = {}) => {
  count += 1
  return confirmedPerson(payload, {
    address: `amina${count}@example.org`,
    newsletterIds: [practice],
    ...choices,
  })
}

const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
const tokenFor = ({ id }: Subscriber): string => tokenOf(preferencesUrl(id))

const open = async (whom: Subscriber): Promise<string> =>
  (await answerPreferencesForm(amina.get('/preferences/x'), { token: tokenFor(whom) })).text()

async function send(whom: Subscriber, fields: Fields) {
  const answer = await answerPreferences(amina.post('/preferences/x', fields), { token: tokenFor(whom) })
  await amina.settle()
  return { status: answer.status, page: await answer.text() }
}

const untouched: Fields = [
  ['locales', 'en'],
  ['frequency', 'every-issue'],
  ['role', ''],
  ['organisation', ''],
  ['pause', ''],
]

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

test('following is left box by box, and only an event can be reminded of', async () => {
  const event: Follow = {
    target: 'events',
    targetId: '0199c0de-0000-7000-8000-0000000000e1',
    reminder: false,
  }
  const news: Follow = { target: 'news', targetId: item, reminder: false }
  const whom = await person({ follows: [event, news] })
  await send(whom, [
    ...untouched,
    ['newsletters', practice],
    ['follows', `events/${event.targetId}`],
    ['follows', `news/${item}`],
    ['reminders', `events/${event.targetId}`],
    ['reminders', `news/${item}`],
    ['action', 'save'],
  ])
  expect((await personOf(payload, whom.id)).follows).toEqual([{ ...event, reminder: true }, news])

  await send(whom, [
    ...untouched,
    ['newsletters', practice],
    ['follows', `events/${event.targetId}`],
    ['follows', `news/${item}`],
    ['unfollow', `news/${item}`],
    ['action', 'save'],
  ])
  const after = await personOf(payload, whom.id)
  expect(after.follows).toEqual([event])
  expect(await replayed(payload, after)).toEqual(stored(after))
})

test('what was followed in another window since the page was opened keeps its reminder', async () => {
  const event: Follow = { target: 'events', targetId: '0199c0de-0000-7000-8000-0000000000e2', reminder: true }
  const whom = await person({ follows: [event] })
  await send(whom, [...untouched, ['newsletters', practice], ['action', 'save']])

  expect((await personOf(payload, whom.id)).follows).toEqual([event])
})

test('a newsletter without a name in the page’s language is neither shown nor left', async () => {
  const { id: nameless } = await payload.create({
    collection: 'newsletters',
    locale: 'ar',
    data: {
      name: 'رسالة',
      fromName: 'رسالة',
      locales: ['ar'],
      itemFallback: 'show-labelled',
      editionFallback: 'skip',
      postalAddress: 'Sample street 1, 1000 Brussels',
    },
  })
  const whom = await person({ newsletterIds: [practice, nameless] })
  expect(await open(whom)).not.toContain(nameless)
  await send(whom, [...untouched, ['frequency', 'weekly'], ['action', 'save']])

  expect((await personOf(payload, whom.id)).newsletterIds).toEqual([nameless])
  await payload.delete({ collection: 'newsletters', id: nameless })
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

test('leaving everything ends letters and follows alike', async () => {
  const whom = await person({ follows: [{ target: 'news', targetId: item, reminder: false }] })
  await send(whom, [['action', 'leave']])

  const after = await personOf(payload, whom.id)
  expect(after).toMatchObject({ newsletterIds: [], follows: [], status: 'ended' })
  expect(await replayed(payload, after)).toEqual({ newsletterIds: [], follows: [] })
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

const unsubscribe = (whom: Subscriber, list: MailingList, fields: Fields) =>
  answerUnsubscribe(amina.post('/u/x', fields), {
    token: tokenOf(unsubscribeUrl({ subscriberId: whom.id, list })),
  })

test.for([
  [DIGEST, 'Unsubscribe from all letters?', ['Practice letter', 'Policy letter']],
  [NOTICES, 'Stop following everything?', ['A call is open', 'Finance']],
] as const)(
  'the link of a mail of list %s says what ends, and what has ended can be undone',
  async ([list, title, names]) => {
    const whom = await person({
      newsletterIds: [practice, policy],
      follows: [
        { target: 'news', targetId: item, reminder: false },
        { target: 'topics', targetId: finance, reminder: true },
      ],
    })
    const token = tokenOf(unsubscribeUrl({ subscriberId: whom.id, list }))
    const page = await (await answerUnsubscribeForm(amina.get('/u/x'), { token })).text()
    expect(page).toContain(`<h1>${title}</h1>`)
    for (const name of names) expect(page).toContain(`<li>${name}</li>`)

    const left = await (await unsubscribe(whom, list, [['action', 'unsubscribe']])).text()
    const between = await personOf(payload, whom.id)
    expect([between.newsletterIds.length, between.follows.length]).toEqual(list === DIGEST ? [0, 2] : [2, 0])
    expect(await replayed(payload, between)).toEqual(stored(between))

    const undo = /name="undo" value="([^"]+)"/.exec(left)?.[1] ?? ''
    const undone = await unsubscribe(whom, list, [
      ['action', 'undo'],
      ['undo', undo],
    ])
    expect(undone.status).toBe(200)
    const after = await personOf(payload, whom.id)
    expect(stored(after)).toEqual(stored(whom))
    expect(await replayed(payload, after)).toEqual(stored(after))
  },
)

test('undoing does not bring back an address that complained in between', async () => {
  const whom = await person()
  const left = await (await unsubscribe(whom, practice, [['action', 'unsubscribe']])).text()
  await databaseOf(payload).execute(sql`
    insert into suppressions (address_key, scope, reason) values (${whom.addressKey}, 'global', 'complaint')
  `)
  const undo = /name="undo" value="([^"]+)"/.exec(left)?.[1] ?? ''
  const answer = await unsubscribe(whom, practice, [
    ['action', 'undo'],
    ['undo', undo],
  ])

  expect(answer.status).toBe(409)
  expect((await personOf(payload, whom.id)).newsletterIds).toEqual([])
})
