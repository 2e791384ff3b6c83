import { expect, test } from 'vitest'

import { myDataUrl } from '../../audience/my-data-token.ts'
import { personOf } from '../../testing/confirmed-person.ts'
import { type Fields, sendPreferences } from '../../testing/preferences-page.ts'
import { subscriberPath, tokenOf } from '../../testing/subscriber-path.ts'
import { answerMyData } from './my-data-answers.ts'
import { answerUnsubscribe } from './unsubscribe-answers.ts'

const path = subscriberPath()
const { kept, subscribe, leavingToken } = path

const settings = (id: string, fields: Fields) => sendPreferences(path.amina, { id }, fields)

test('settings are saved as one: newsletters left and added, each with its proof, and a pause', async () => {
  const id = await subscribe([path.practiceLetter])
  const answer = await settings(id, [
    ['locales', 'en'],
    ['newsletters', path.policyLetter],
    ['pause', '2026-12-24'],
    ['action', 'save'],
  ])

  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Saved.')
  const { subscribers, subscriptions, consents } = await kept()
  expect(subscribers).toMatchObject([{ locale: 'en', paused_until: expect.stringContaining('2026-12-24') }])
  expect(subscriptions).toEqual(
    [
      { newsletter_id: path.practiceLetter, state: 'ended', ended_how: 'preferences' },
      { newsletter_id: path.policyLetter, state: 'confirmed', ended_how: null },
    ].sort((one, other) => one.newsletter_id.localeCompare(other.newsletter_id)),
  )
  expect(consents.map(({ kind }) => kind)).toEqual(['changed', 'confirmed', 'ended'])
})

test('buttons that only rearrange the form save nothing, and a pause in the past is refused', async () => {
  const id = await subscribe()
  const before = await kept()
  for (const action of ['up:en', 'remove:en', 'add', 'erase-for-good', 'data', 'nonsense'])
    expect(
      (
        await settings(id, [
          ['locales', 'en'],
          ['add', 'fr'],
          ['action', action],
        ])
      ).status,
    ).toBe(200)
  const refused = await settings(id, [
    ['locales', 'en'],
    ['newsletters', path.practiceLetter],
    ['pause', '2020-01-01'],
    ['action', 'save'],
  ])

  expect([refused.status, (await refused.text()).includes('Choose a date after today')]).toEqual([422, true])
  expect(await kept()).toEqual(before)
})

test('leaving everything is one click in the settings', async () => {
  const id = await subscribe([path.practiceLetter, path.policyLetter])
  await settings(id, [['action', 'leave']])

  expect((await kept()).subscribers).toMatchObject([{ status: 'ended' }])
  expect((await kept()).subscriptions).toMatchObject([{ state: 'ended' }, { state: 'ended' }])
})

/** By the page behind a link that was mailed just now. */
const erase = async (id: string) =>
  answerMyData(path.amina.post('/my-data/x', [['action', 'erase-for-good']]), {
    token: tokenOf(myDataUrl(await personOf(path.payload, id), path.amina.now)),
  })

test('erasing leaves the proof and the suppression under the keyed hash, and no address anywhere', async () => {
  const id = await subscribe()
  expect((await erase(id)).status).toBe(200)

  const { subscribers, subscriptions, consents, suppressions } = await kept()
  expect([subscribers, subscriptions]).toEqual([[], []])
  expect(consents.map(({ kind }) => kind)).toEqual(['confirmed', 'erased'])
  expect(suppressions).toEqual([{ scope: 'global', reason: 'erased' }])
  expect((await settings(id, [['action', 'save']])).status).toBe(404)
  const clicked = await answerUnsubscribe(path.amina.post('/u/x', [['List-Unsubscribe', 'One-Click']]), {
    token: leavingToken(id),
  })
  expect(clicked.status).toBe(200)
})

test('who was erased may come back by themselves', async () => {
  const id = await subscribe()
  await erase(id)
  await subscribe()

  const { subscribers, suppressions } = await kept()
  expect(subscribers).toHaveLength(1)
  expect(suppressions).toEqual([])
})
