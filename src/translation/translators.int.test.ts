import { createLocalReq, getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import config from '../../payload.config.ts'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { type Credentials, graphql, rest, signIn } from '../testing/api.ts'
import { createTestItem, type TestItem } from '../testing/create-item.ts'
import { createTestNetwork } from '../testing/create-network.ts'
import { paragraph } from '../testing/paragraph.ts'
import { latestDraft } from './sync/latest-draft.ts'

const OWN: readonly Locale[] = ['el', 'ar']
const TRIES = 150

let payload: Payload
let item: TestItem
let other: TestItem
let translator: Credentials
let licence: string

beforeAll(async () => {
  payload = await getPayload({ config })
  await createTestNetwork(payload, ['en', 'fr', 'el', 'ar'])
  item = await createTestItem(payload)
  other = await createTestItem(payload)
  for (const locale of ['en', 'fr', 'el'] as const) await item.publish(locale)
  translator = await signIn(payload, { roles: ['translator'], locales: [...OWN] })
  const { id } = await payload.create({
    collection: 'terms',
    data: { vocabulary: 'licences', code: 'other', label: 'Other licence' },
  })
  licence = id
})
afterAll(() => payload.destroy())

/** Numbers that look random and are the same in every run. Park and Miller, https://doi.org/10.1145/63039.63042 */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647
    yield state / 2147483647
  }
}

/** Everything of both items that is not the translator's: shared values, and texts in other languages. */
async function foreign(): Promise<unknown> {
  const rows = []
  for (const { id } of [item, other])
    rows.push(await latestDraft({ collection: 'news', id }, await createLocalReq({}, payload)))
  const { rows: published } = await payload.db.drizzle.execute(
    `select _parent_id, _locale, _status, title from news_locales where _locale not in ('el', 'ar') order by 1, 2`,
  )
  return { rows: rows.map(withoutOwn), published }
}

function withoutOwn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwn)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries = Object.entries(value).filter(
    ([name]) => !['updatedAt', 'createdAt'].includes(name) && !(isLocale(name) && OWN.includes(name)),
  )
  return Object.fromEntries(entries.map(([name, child]) => [name, withoutOwn(child)]))
}

test('whatever a translator tries, other languages and what all share stay as they were', async () => {
  const before = await foreign()
  const random = numbers(20261128)
  const pick = <Entry>(list: readonly Entry[]): Entry =>
    list[Math.floor(random.next().value * list.length)] ?? (list[0] as Entry)
  const answered = new Set<number>()
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const locale = pick(['en', 'fr', 'el', 'ar', 'all', '*', 'fr,el', 'EN', 'de'])
    const { id } = pick([item, other])
    const text = `Try ${attempt}`
    const data = pick<object>([
      { title: text },
      { title: { en: text, fr: text, el: text } },
      { 'title.fr': text },
      { body: paragraph(text), teaser: text },
      { licence, sourceLocale: 'fr', sample: true },
      { title: text, _status: 'published' },
      { title: text, _status: { en: 'draft', fr: 'published' } },
      { slug: 'taken-over', machineTranslated: true, revision: 99 },
    ])
    const tries: readonly (() => Promise<{ status: number }>)[] = [
      () => rest(`/news/${id}?locale=${locale}`, { as: translator, method: 'PATCH', body: data }),
      () => rest(`/news/${id}?locale=${locale}&draft=true`, { as: translator, method: 'PATCH', body: data }),
      () =>
        rest(`/news?locale=${locale}&where[id][equals]=${id}`, {
          as: translator,
          method: 'PATCH',
          body: data,
        }),
      () =>
        rest(`/news/${id}?locale=el&publishAllLocales=true`, { as: translator, method: 'PATCH', body: data }),
      () =>
        rest(`/news/${id}?locale=el&publishSpecificLocale=${locale}`, {
          as: translator,
          method: 'PATCH',
          body: data,
        }),
      () =>
        rest(`/news/${id}?locale=el&unpublishAllLocales=true`, {
          as: translator,
          method: 'PATCH',
          body: data,
        }),
      () => rest(`/news/${id}/duplicate?locale=${locale}`, { as: translator, method: 'POST', body: data }),
      () => rest(`/news/${id}?locale=${locale}`, { as: translator, method: 'DELETE' }),
      () =>
        graphql(
          `mutation { updateNews(id: "${id}", locale: ${pick(['en', 'fr', 'el', 'ar'])}, data: { title: "${text}" }) { id } }`,
          translator,
        ),
      () =>
        rest(`/translation/items/news/${id}/${locale}`, {
          as: translator,
          method: 'PATCH',
          body: {
            key: 'title',
            text,
            version: 0,
            verdict: pick(['in-translation', 'approved', 'still-right']),
          },
        }),
      () => rest(`/translation/items/news/${id}/${locale}/submit`, { as: translator, method: 'POST' }),
      () => rest(`/translation/items/news/${id}/${locale}/publish`, { as: translator, method: 'POST' }),
      () =>
        rest('/translation/approve', {
          as: translator,
          method: 'POST',
          body: { items: [{ collection: 'news', id }], locales: ['fr', 'el'] },
        }),
    ]
    answered.add((await pick(tries)()).status)
  }

  expect(await foreign()).toEqual(before)
  // Some were let through, or nothing was tried at all.
  expect(answered.has(200)).toBe(true)
  expect(answered.has(403)).toBe(true)
})

test('a translator cannot bring an earlier version back', async () => {
  const { docs } = await payload.findVersions({ collection: 'news', where: { parent: { equals: item.id } } })
  const [version] = docs
  const before = await foreign()
  const answer = await rest(`/news/versions/${version?.id}?locale=el`, { as: translator, method: 'POST' })

  expect(answer.status).toBe(403)
  expect(await foreign()).toEqual(before)
})
