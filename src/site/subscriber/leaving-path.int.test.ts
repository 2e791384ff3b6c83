import { expect, test } from 'vitest'

import { preferencesUrl, testUrl } from '../../audience/links.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { addressKey } from '../../secrets/address-key.ts'
import { ADDRESS, seen, subscriberPath, tokenOf } from '../../testing/subscriber-path.ts'
import { tampered } from '../../testing/tampered.ts'
import { answerPreferencesForm } from './preferences-answers.ts'
import { answerUnsubscribe, answerUnsubscribeForm } from './unsubscribe-answers.ts'

const path = subscriberPath()
const { kept, signUp, confirm, subscribe, leavingToken } = path

test.for(['urlencoded', 'multipart'] as const)(
  'a mail program’s one click (%s) ends that subscription at once, as often as it clicks',
  async (as) => {
    const id = await subscribe([path.practiceLetter, path.policyLetter])
    const click = () =>
      answerUnsubscribe(path.amina.post('/u/x', [['List-Unsubscribe', 'One-Click']], { as }), {
        token: leavingToken(id),
      })
    const first = await seen(await click())
    const second = await seen(await click())

    expect(first.status).toBe(200)
    expect(first.body).toBe('')
    expect(first.headers.map(([name]) => name)).not.toContain('set-cookie')
    expect(second).toEqual(first)
    const { subscriptions, suppressions, consents } = await kept()
    expect(subscriptions).toEqual(
      [
        { newsletter_id: path.practiceLetter, state: 'ended', ended_how: 'one-click' },
        { newsletter_id: path.policyLetter, state: 'confirmed', ended_how: null },
      ].sort((one, other) => one.newsletter_id.localeCompare(other.newsletter_id)),
    )
    expect(suppressions).toEqual([{ scope: path.practiceLetter, reason: 'unsubscribed' }])
    expect(consents.map(({ kind }) => kind)).toEqual(['confirmed', 'ended'])
  },
)

test('opening an unsubscribe or settings link changes nothing and is kept by no cache and told to no other site', async () => {
  const id = await subscribe()
  const before = await kept()
  const pages = [
    await answerUnsubscribeForm(path.amina.get('/u/x'), { token: leavingToken(id) }),
    await answerPreferencesForm(path.amina.get('/preferences/x'), { token: tokenOf(preferencesUrl(id)) }),
  ]

  for (const page of pages) {
    expect(page.status).toBe(200)
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(page.headers.get('X-Robots-Tag')).toBe('noindex, nofollow')
  }
  expect(await kept()).toEqual(before)
})

test('leaving by the link of a test succeeds, says that it was one, and changes nothing', async () => {
  await subscribe()
  const before = await kept()
  const token = tokenOf(testUrl())
  const [page, press, click] = [
    await answerUnsubscribeForm(path.amina.get('/u/x'), { token }),
    await answerUnsubscribe(path.amina.post('/u/x', [['action', 'unsubscribe']]), { token }),
    await answerUnsubscribe(path.amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), { token }),
  ]

  expect([page.status, press.status, click.status]).toEqual([200, 200, 200])
  expect(await page.text()).toContain('This was a test')
  expect(await press.text()).toContain('Nobody was unsubscribed')
  expect(await click.text()).toBe('')
  expect(await kept()).toEqual(before)
})

test('the unsubscribe page shows so much of the address that only its owner knows it', async () => {
  const id = await subscribe()
  const page = await (await answerUnsubscribeForm(path.amina.get('/u/x'), { token: leavingToken(id) })).text()

  expect(page).toContain('a***@e***.org')
  expect(page).not.toContain(ADDRESS)
})

test('who left by the page can undo it there, and is subscribed with a proof again', async () => {
  const id = await subscribe()
  const token = leavingToken(id)
  const page = await (
    await answerUnsubscribe(path.amina.post('/u/x', [['action', 'unsubscribe']]), { token })
  ).text()
  expect((await kept()).subscriptions).toMatchObject([{ state: 'ended', ended_how: 'page' }])

  const undo = /name="undo" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await answerUnsubscribe(
    path.amina.post('/u/x', [
      ['action', 'undo'],
      ['undo', undo],
    ]),
    { token },
  )
  expect(answer.status).toBe(200)
  const { subscribers, subscriptions, suppressions, consents } = await kept()
  expect(subscribers).toMatchObject([{ status: 'active' }])
  expect(subscriptions).toMatchObject([{ state: 'confirmed', ended_how: null }])
  expect(suppressions).toEqual([])
  expect(consents.map(({ kind }) => kind)).toEqual(['changed', 'confirmed', 'ended'])
})

test('undoing needs the page: not an hour later, not another person’s', async () => {
  const id = await subscribe()
  const token = leavingToken(id)
  const page = await (
    await answerUnsubscribe(path.amina.post('/u/x', [['action', 'unsubscribe']]), { token })
  ).text()
  const undo = /name="undo" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const other = leavingToken('0199c0de-0000-7000-8000-000000000001')
  expect(
    (
      await answerUnsubscribe(
        path.amina.post('/u/x', [
          ['action', 'undo'],
          ['undo', undo],
        ]),
        { token: other },
      )
    ).status,
  ).toBe(410)

  path.amina.now = new Date(path.amina.now.getTime() + 3_600_000)
  expect(
    (
      await answerUnsubscribe(
        path.amina.post('/u/x', [
          ['action', 'undo'],
          ['undo', undo],
        ]),
        { token },
      )
    ).status,
  ).toBe(410)
  expect((await kept()).subscriptions).toMatchObject([{ state: 'ended' }])
})

test('a tampered unsubscribe link is answered like one that never was, without detail', async () => {
  const id = await subscribe()
  const token = tampered(leavingToken(id))
  const clicked = await answerUnsubscribe(path.amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), {
    token,
  })
  const opened = await answerUnsubscribeForm(path.amina.get('/u/x'), { token: 'nonsense' })

  expect([clicked.status, await clicked.text(), opened.status]).toEqual([404, '', 404])
  expect((await kept()).subscriptions).toMatchObject([{ state: 'confirmed' }])
})

test('who left comes back by signing up and confirming anew, and by nothing less', async () => {
  const id = await subscribe()
  await answerUnsubscribe(path.amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), {
    token: leavingToken(id),
  })
  await signUp()
  expect((await kept()).suppressions).toEqual([{ scope: path.practiceLetter, reason: 'unsubscribed' }])

  await confirm()
  const { subscriptions, suppressions } = await kept()
  expect(subscriptions).toEqual([{ newsletter_id: path.practiceLetter, state: 'confirmed', ended_how: null }])
  expect(suppressions).toEqual([])
})

test('whoever complained between asking and confirming is not subscribed', async () => {
  await signUp()
  await databaseOf(path.payload).execute(
    sql`insert into suppressions (address_key, scope, reason) values (${addressKey(ADDRESS)}, 'global', 'complaint')`,
  )

  expect((await confirm()).status).toBe(409)
  expect((await kept()).subscribers).toEqual([])
})
