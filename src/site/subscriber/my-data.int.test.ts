import { beforeEach, expect, test } from 'vitest'

import type { Subscriber } from '../../audience/subscriber.ts'
import { databaseOf, sql } from '../../database/database.ts'
import { confirmedPerson } from '../../testing/confirmed-person.ts'
import { preferencesToken, sendPreferences } from '../../testing/preferences-page.ts'
import { ADDRESS, subscriberPath } from '../../testing/subscriber-path.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { tampered } from '../../testing/tampered.ts'
import { answerMyData, answerMyDataFile, answerMyDataForm } from './my-data-answers.ts'

const path = subscriberPath()
let person: Subscriber

beforeEach(async () => {
  person = await confirmedPerson(path.payload, { address: ADDRESS, newsletterIds: [path.practiceLetter] })
})

async function ask(): Promise<string> {
  const fields = [
    ['locales', 'en'],
    ['newsletters', path.practiceLetter],
    ['pause', '2027-01-01'],
    ['action', 'data'],
  ] as const
  return (await sendPreferences(path.amina, person, fields)).text()
}

/** The token of the link in the last mail. */
const mailedToken = (): string => /\/my-data\/([\w.-]+)/.exec(path.amina.inbox.at(-1)?.text ?? '')?.[1] ?? ''

const open = (token = mailedToken()) => answerMyDataForm(path.amina.get('/my-data/x'), { token })
const download = (token = mailedToken()) =>
  answerMyDataFile(path.amina.get('/my-data/x/data.json'), { token })
const press = (action: string, token = mailedToken()) =>
  answerMyData(path.amina.post('/my-data/x', [['action', action]]), { token })

test('the link to one’s data goes to the mailbox, and what was typed on the page stays', async () => {
  const page = await ask()

  expect(path.amina.inbox.map(({ to, subject }) => [to, subject])).toEqual([
    [ADDRESS, 'Your link to your data'],
  ])
  expect(page).toContain('name="pause" type="date" min="2026-11-24" value="2027-01-01"')
  expect(page).not.toContain('/my-data/')
})

test('behind the link stands everything, with the words agreed to, kept by no cache', async () => {
  await ask()
  const answer = await open()
  const page = await answer.text()

  expect([answer.status, answer.headers.get('Cache-Control'), answer.headers.get('Referrer-Policy')]).toEqual(
    [200, 'no-store', 'no-referrer'],
  )
  for (const shown of [
    ADDRESS,
    'Practice letter',
    'I agree that Sample network sends the letters I ticked to the address I gave.',
    'Page: /en/confirm. Version of the words: 2026-11-1.',
  ])
    expect(page).toContain(shown)
})

test('the file is JSON to be kept, with the moment it was made', async () => {
  await ask()
  const answer = await download()

  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="my-data.json"')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(await answer.json()).toMatchObject({
    madeAt: '2026-11-23T10:00:00.000Z',
    version: 1,
    person: { email: ADDRESS },
    newsletters: [{ id: path.practiceLetter, state: 'confirmed' }],
    consent: [{ kind: 'confirmed' }],
  })
})

test('opening, downloading and being asked once more erase nothing; the last button does, once', async () => {
  await ask()
  const token = mailedToken()
  await open(token)
  await download(token)
  expect(await (await press('erase', token)).text()).toContain('Erase everything about you?')
  await press('keep', token)
  expect(await subscribersOf(path.payload)).toEqual([person])

  expect(await (await press('erase-for-good', token)).text()).toContain('Your data is erased')
  expect(await subscribersOf(path.payload)).toEqual([])
  const again = [await open(token), await download(token), await press('erase-for-good', token)]
  expect(again.map(({ status }) => status)).toEqual([410, 410, 410])
})

test('the link works for half an hour, and neither the link to one’s settings nor a tampered one opens anything', async () => {
  await ask()
  const token = mailedToken()
  for (const wrong of [preferencesToken(person), tampered(token), 'nonsense'])
    expect([(await open(wrong)).status, (await download(wrong)).status]).toEqual([410, 410])
  const unknown = await (await open('nonsense')).text()
  path.amina.now = new Date(path.amina.now.getTime() + 30 * 60_000)

  const expired = await open(token)
  expect([expired.status, await expired.text()]).toEqual([410, unknown])
  expect((await press('erase-for-good', token)).status).toBe(410)
  expect(await subscribersOf(path.payload)).toEqual([person])
})

test('a link that was sent to a mailbox does not work once the person has another', async () => {
  await ask()
  await databaseOf(path.payload).execute(sql`update subscribers set address_key = 'another'`)

  expect((await open()).status).toBe(410)
})

test('three links a day are sent at most, and the page looks the same after the fourth', async () => {
  const first = await ask()
  for (let count = 0; count < 2; count++) await ask()
  expect(await ask()).toBe(first)
  expect(path.amina.inbox).toHaveLength(3)
})
