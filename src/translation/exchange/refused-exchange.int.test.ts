import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { exchangedItems, greek } from '../../testing/exchanged-items.ts'
import { seededRandom } from '../../testing/seeded-random.ts'

const { payload, id, otherId, ask, filledIn, rows, importing } = await exchangedItems()

test.for([
  ['anyone', 401, 401],
  ['API consumer', 403, 403],
  ['contributor', 403, 403],
  ['Greek translator', 200, 200],
  ['editor', 200, 200],
] as const)('%s exports and imports Greek: %i', async ([as, out, back]) => {
  expect((await ask(`export?items=news/${id}&locale=el`, { as })).status).toBe(out)
  expect((await importing(filledIn(), '?dryRun=1', as)).status).toBe(back)
})

test('a translator neither exports nor imports a language of others', async () => {
  expect((await ask(`export?items=news/${id}&locale=ar`, { as: 'Greek translator' })).status).toBe(403)
  const arabic = filledIn().replace('trgLang="el"', 'trgLang="ar"')

  const answer = await importing(arabic, '', 'Greek translator')

  expect(await answer.json()).toMatchObject({ units: [{ unit: null, problem: 'not-your-locale' }] })
  expect(await rows()).toEqual([])
})

test.for([
  ['locale=xx', 'locale'],
  ['locale=fr', 'locale'],
  ['locale=en', 'no-such-item'],
  ['locale=el&version=3', 'version'],
  ['locale=el&scope=some', 'scope'],
  ['locale=el&items=', 'items'],
  ['locale=el&items=users/1', 'no-such-item'],
  [`locale=el&items=${Array.from({ length: 501 }, (_, n) => `news/${n}`).join(',')}`, 'too-many-items'],
])('an export that asks for %s is refused with a text', async ([query, error]) => {
  const items = query?.includes('items=') ? '' : `&items=news/${id}`
  const answer = await ask(`export?${query}${items}`)
  const { error: found, message } = await answer.json()

  expect([answer.status, found]).toEqual([422, error])
  expect(message).toMatch(/\.$|: /u)
})

test('when nothing is open there is no file, unless all is asked for', async () => {
  await importing(filledIn(greek, { state: 'approved' }))

  expect(await (await ask(`export?items=news/${id}&locale=el`)).json()).toMatchObject({
    error: 'nothing-open',
  })
  expect((await ask(`export?items=news/${id}&locale=el&scope=all`)).status).toBe(200)
})

test.for(['into=xx', 'conflicts=win', 'oldSource=maybe'])('an import with %s is refused', async (query) => {
  expect((await importing(filledIn(), `?${query}`)).status).toBe(400)
  expect(await rows()).toEqual([])
})

test.for(['into=ar', 'items=news/01990000-0000-7000-8000-00000000000f'])(
  'an import that expects %s takes nothing else',
  async (query) => {
    expect((await importing(filledIn(), `?${query}`)).status).toBe(422)
    expect(await rows()).toEqual([])
  },
)

test('two imports at the same moment never leave a mixture', async () => {
  const [one, two] = [
    filledIn({ title: 'Ένα', body: 'Ένα ⟦1⟧ ⟦/1⟧' }),
    filledIn({ title: 'Δύο', body: 'Δύο ⟦1⟧ ⟦/1⟧' }),
  ]

  const answers = await Promise.all([importing(one), importing(two)])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const words = (await rows()).map(({ text }) => String(text).slice(0, 3))
  expect(new Set(words).size).toBe(1)
})

const MUTATIONS = 250

test('no mutation of a file makes it write a foreign language or item, or breaks the server', async () => {
  const random = seededRandom(3)
  const below = (count: number): number => Math.floor(random() * count)
  const valid = filledIn()
  const pieces = [
    id,
    otherId,
    'news',
    'events',
    'users',
    'ar',
    'de',
    'en',
    'el',
    'title',
    'slug',
    '<',
    '>',
    '"',
    '&',
    '<pc id="1">',
    '</pc>',
    '⟦1⟧',
    '\u0000',
    '..',
    '/',
    "'; drop table users; --",
    '<!DOCTYPE x>',
    ']]>',
  ]
  const mutated = (): string => {
    let text = valid
    for (let change = 0; change <= below(3); change += 1) {
      const [from, to] = [below(text.length), below(30)]
      const piece = pieces[below(pieces.length)] ?? ''
      const known = pieces[below(pieces.length)] ?? ''
      text = random() < 0.5 ? text.replace(known, piece) : text.slice(0, from) + piece + text.slice(from + to)
    }
    return text
  }

  const statuses = new Set<number>()
  for (let round = 0; round < MUTATIONS; round += 1)
    statuses.add((await importing(mutated(), `?items=news/${id}`, 'Greek translator')).status)

  // Some mutations are harmless, so both happen; nothing else may.
  expect([...statuses].filter((status) => status !== 409).toSorted()).toEqual([200, 422])
  const { rows: strangers } = await databaseOf(payload).execute(sql`
    select collection, item_id, locale, key from translation_targets
    where locale <> 'el' or item_id <> ${id} or collection <> 'news' or key not in ('title', 'body#n1')
  `)
  expect(strangers).toEqual([])
})
