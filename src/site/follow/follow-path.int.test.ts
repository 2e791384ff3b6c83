import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { planChanges } from '../../dissemination/plan-changes.ts'
import { ADDRESS, followPath, news } from '../../testing/follow-path.ts'
import { subscribersOf } from '../../testing/subscribers-of.ts'
import { answerItem } from '../public-answers.ts'
import { answerFollow, answerFollowForm, answerFollowSent } from './follow-answers.ts'

const path = await followPath()
const { payload, kept, nothingMore, publicNews, formOf, follow, mailedToken, question, confirm } = path

const seen = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers],
  body: await answer.text(),
})

test('who follows an item is asked by mail, and nothing is kept before they press the button', async () => {
  const item = await publicNews()
  const before = await kept()
  const answer = await follow(news(item.id))
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/en/follow/sent'])
  expect(path.amina.inbox.map(({ to, locale, subject }) => [to, locale, subject])).toEqual([
    [ADDRESS, 'en', 'Confirm that you want to be told: Mentoring starts (en)'],
  ])
  await nothingMore(before)

  const page = await question()
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Mentoring starts (en)')
  await nothingMore(before)

  expect((await confirm()).status).toBe(200)
  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([
    {
      locale: 'en',
      status: 'active',
      newsletterIds: [],
      follows: [{ target: 'news', targetId: item.id, reminder: false }],
    },
  ])
})

test('the proof holds the words that were shown and the names of what they were about', async () => {
  const { id: topic } = await payload.create({
    collection: 'topics',
    locale: 'en',
    data: { label: 'Mentoring' },
  })
  const item = await publicNews(['en'], [topic])
  await follow(news(item.id), { topics: [topic] })
  await confirm()
  const { rows } = await databaseOf(payload).execute(sql`
    select kind, locale, wording, wording_version, source, follows from consent_events order by id desc limit 1
  `)

  expect(rows).toEqual([
    {
      kind: 'confirmed',
      locale: 'en',
      wording:
        'I agree that Sample network writes to the address I gave when there is news of what I chose here. I can withdraw at any time.\nMentoring starts (en)\nEverything new about: Mentoring',
      wording_version: 'follow-2026-11-1',
      source: '/en/confirm',
      follows: [
        { target: 'news', targetId: item.id },
        { target: 'topics', targetId: topic },
      ],
    },
  ])
})

test('whoever is behind the address, and whoever filled in the form, the answer is the same', async () => {
  const item = await publicNews()
  await follow(news(item.id))
  await confirm()
  const answers = [
    await follow(news(item.id)),
    await follow(news(item.id), { address: 'stranger@example.org' }),
    await follow(news(item.id), { address: 'robot@example.org', trap: 'x' }),
    await follow(news(item.id), { address: 'robot@example.org', seconds: 0.5 }),
  ]
  const [first, ...others] = await Promise.all(answers.map(seen))

  expect(others).toEqual([first, first, first])
  expect(path.amina.inbox.map(({ to }) => to)).toEqual([ADDRESS, ADDRESS, 'stranger@example.org'])
})

test('a person who is known keeps their settings when they follow something', async () => {
  const [first, second] = [await publicNews(['en', 'ar']), await publicNews(['en', 'ar'])]
  await follow(news(first.id), { locale: 'ar' })
  await confirm('ar')
  await databaseOf(payload).execute(sql`update subscribers set frequency = 'monthly'`)
  await follow(news(second.id))
  await confirm()

  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([
    { locale: 'ar', furtherLocales: [], frequency: 'monthly', follows: [{}, {}] },
  ])
})

test('where an item does not exist in a language, its page offers to tell when it does', async () => {
  const item = await publicNews(['en'])
  const page = await answerItem(path.amina.get('/ar/news/mentoring-starts-en'), {
    locale: 'ar',
    collection: 'news',
    slug: await slugOf(item.id),
  })
  expect(page.status).toBe(404)
  expect(await page.text()).toContain(`/ar/follow?item=news/${item.id}`)

  await follow(news(item.id), { locale: 'ar' })
  await confirm('ar')
  await item.publish('ar')
  await planChanges(payload)
  expect(await noticed()).toEqual([{ why: 'published', locale: 'ar' }])
})

async function slugOf(id: string): Promise<string> {
  const { slug } = await payload.findByID({ collection: 'news', id, locale: 'en' })
  return slug ?? ''
}

async function noticed(): Promise<unknown[]> {
  const { rows } = await databaseOf(payload).execute(sql`
    select items -> 0 ->> 'why' as why, items -> 0 ->> 'locale' as locale from personal_mails where kind = 'notice'
  `)
  return rows
}

test('who waits for a language that was not among theirs reads it from now on, after the others', async () => {
  const [first, second] = [await publicNews(['en']), await publicNews(['en'])]
  await follow(news(first.id))
  await confirm()
  await follow(news(second.id), { locale: 'ar' })
  await confirm('ar')

  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([{ locale: 'en', furtherLocales: ['ar'] }])
})

test('what was withdrawn since cannot be followed any more: neither asked for nor confirmed', async () => {
  const item = await publicNews()
  await follow(news(item.id))
  await item.saveDraft('en', {}, { unpublish: true })
  const before = await kept()

  expect([(await question()).status, (await confirm()).status]).toEqual([410, 410])
  await nothingMore(before)
  expect((await formOf(news(item.id), 'en')).status).toBe(404)
})

test.for([
  ['no item at all', ''],
  ['no such item', `news/${crypto.randomUUID()}`],
  ['what cannot be followed', `users/${crypto.randomUUID()}`],
  ['something else', "news/' or 1=1"],
] as const)('there is no page to follow %s', async ([, name]) => {
  const query = new URLSearchParams({ item: name })
  const answer = await answerFollowForm(path.amina.get(`/en/follow?${query}`), { locale: 'en' })
  const sent = await answerFollow(path.amina.post('/en/follow', [['item', name]]), { locale: 'en' })

  expect([answer.status, sent.status]).toEqual([404, 404])
})

test('what is missing is named beside the field, and everything else stays filled in', async () => {
  const item = await publicNews()
  const answer = await follow(news(item.id), { address: 'amina@', consent: false })
  const page = await answer.text()

  expect(answer.status).toBe(422)
  expect(page).toContain('href="#email"')
  expect(page).toContain('href="#consent"')
  expect(page).toContain('value="amina@"')
  expect(path.amina.inbox).toEqual([])
})

test('a flood from one network is stopped, and the page says nothing about any address', async () => {
  const item = await publicNews()
  const answers: number[] = []
  for (let count = 0; count < 6; count++)
    answers.push((await follow(news(item.id), { address: `a${count}@example.org` })).status)

  expect(answers).toEqual([...Array.from({ length: 5 }, () => 303), 429])
})

test('a link to follow works once: after leaving it brings nobody back', async () => {
  const item = await publicNews()
  await follow(news(item.id))
  const token = mailedToken()
  await confirm('en', token)
  await databaseOf(payload).execute(sql`delete from follows`)

  expect((await confirm('en', token)).status).toBe(200)
  expect(await subscribersOf(payload, ADDRESS)).toMatchObject([{ follows: [] }])
})

test('the page after the form says the same to everybody', async () => {
  const answer = await answerFollowSent(path.amina.get('/en/follow/sent'), { locale: 'en' })

  expect([answer.status, (await answer.text()).includes('Now look in your inbox')]).toEqual([200, true])
})
