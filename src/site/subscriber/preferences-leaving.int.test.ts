import { expect, test } from 'vitest'

import type { Follow } from '../../audience/follow.ts'
import { unsubscribeUrl } from '../../audience/links.ts'
import { DIGEST, type MailingList, NOTICES } from '../../audience/mailing-list.ts'
import type { Subscriber } from '../../audience/subscriber.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { personOf } from '../../testing/confirmed-person.ts'
import { type Fields, preferencesPage, untouched } from '../../testing/preferences-page.ts'
import { replayed, stored } from '../../testing/replayed.ts'
import { tokenOf } from '../../testing/subscriber-path.ts'
import { answerUnsubscribe, answerUnsubscribeForm } from './unsubscribe-answers.ts'

const form = await preferencesPage()
const { payload, practice, policy, finance, item, person, open, send } = form

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

test('leaving everything ends letters and follows alike', async () => {
  const whom = await person({ follows: [{ target: 'news', targetId: item, reminder: false }] })
  await send(whom, [['action', 'leave']])

  const after = await personOf(payload, whom.id)
  expect(after).toMatchObject({ newsletterIds: [], follows: [], status: 'ended' })
  expect(await replayed(payload, after)).toEqual({ newsletterIds: [], follows: [] })
})

const unsubscribe = (whom: Subscriber, list: MailingList, fields: Fields) =>
  answerUnsubscribe(form.amina.post('/u/x', fields), {
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
    const page = await (await answerUnsubscribeForm(form.amina.get('/u/x'), { token })).text()
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
