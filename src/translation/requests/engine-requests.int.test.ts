import { expect, test } from 'vitest'

import { CHARACTERS, engineRequests, texts } from '../../testing/engine-requests.ts'

const around = await engineRequests()
const { server, database, sql, editor, ask, run, makeDue, situation, log, used, translationTools } = around
const { changeSource, createSource, targetTexts, writeAsPerson } = await import(
  '../../testing/translation-source.ts'
)
const { changeRequest } = await import('./change-request.ts')
const { readRequest } = await import('./read-requests.ts')

test('an engine fills in what is missing as machine drafts, and they await review', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  await run(id)

  expect(await targetTexts(database(), item, 'fr')).toEqual({
    title: 'fr-Mentoring fr-starts fr-in fr-spring (machine, libretranslate)',
    teaser: 'fr-A fr-programme fr-of fr-six fr-months. (machine, libretranslate)',
    'body#a': 'fr-Ask ⟦1⟧fr-our fr-advisers⟦/1⟧ fr-at help@emen.example. (machine, libretranslate)',
  })
  expect(await situation(id)).toBe('in-review')
  expect(await log(id)).toEqual(['requested', 'in-progress', 'delivered', 'in-review'])
  expect(await used()).toEqual({ all: CHARACTERS, libretranslate: CHARACTERS })
  const { rows } = await database().execute(
    sql`select machine, missing, state from translation_locales where item_id = ${item.id} and locale = 'fr'`,
  )
  expect(rows).toEqual([{ machine: 3, missing: 0, state: 'machine' }])
})

test('only what changed is sent again', async () => {
  const item = await createSource(database(), texts)
  await run(await ask(item))
  await changeSource(database(), item, 'teaser', 'A programme of nine months.')
  const id = await ask(item)
  await run(id)

  expect(await readRequest(id, null, database())).toMatchObject({
    segments: 1,
    characters: 27,
    sourceRevision: 2,
  })
  expect((await used()).all).toBe(CHARACTERS + 27)
  expect((await targetTexts(database(), item, 'fr')).teaser).toContain('fr-nine')
})

test('what a person wrote is never overwritten, outdated or not', async () => {
  const item = await createSource(database(), texts)
  await writeAsPerson(database(), item, { locale: 'fr', key: 'title', text: 'Le mentorat' })
  await writeAsPerson(database(), item, {
    locale: 'fr',
    key: 'teaser',
    text: 'Six mois',
    state: 'in-translation',
  })
  await changeSource(database(), item, 'title', 'Mentoring starts in autumn')
  await changeSource(database(), item, 'teaser', 'A programme of ten months.')
  const id = await ask(item)
  await run(id)

  expect(await readRequest(id, null, database())).toMatchObject({ segments: 1 })
  expect(await targetTexts(database(), item, 'fr')).toMatchObject({
    title: 'Le mentorat (approved, person)',
    teaser: 'Six mois (in-translation, person)',
  })
})

test('what a person writes while the engine works stays, and the log says so', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const engines = new Map(translationTools.engines)
  const engine = engines.get('libretranslate')
  if (engine === undefined) throw new Error('there is no engine')
  engines.set('libretranslate', {
    ...engine,
    translate: async (batch, options) => {
      await writeAsPerson(database(), item, { locale: 'fr', key: 'title', text: 'Le mentorat' })
      return engine.translate(batch, options)
    },
  })
  await run(id, { ...translationTools, engines })

  expect((await targetTexts(database(), item, 'fr')).title).toBe('Le mentorat (approved, person)')
  expect(await log(id)).toContain('in-progress piece-refused|overtaken|title')
  expect(await situation(id)).toBe('in-review some-refused')
})

test('a source that changes while the engine works takes nothing that was made from the old one', async () => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  const engines = new Map(translationTools.engines)
  const engine = engines.get('libretranslate')
  if (engine === undefined) throw new Error('there is no engine')
  engines.set('libretranslate', {
    ...engine,
    translate: async (batch, options) => {
      await changeSource(database(), item, 'title', 'Mentoring ends in spring')
      return engine.translate(batch, options)
    },
  })
  await run(id, { ...translationTools, engines })

  expect(Object.keys(await targetTexts(database(), item, 'fr'))).toEqual(['body#a', 'teaser'])
  expect(await log(id)).toContain('in-progress piece-refused|overtaken|title')
})

const TITLE = 'fr-Mentoring fr-starts fr-in fr-spring'

test.for([
  ['a lost mark', 'body#a', 'mark-lost', (markup: string) => markup.replaceAll(/<\/?x-m[^>]*>/gu, '')],
  ['a lost address', 'body#a', 'protected-lost', (markup: string) => markup.replace(/<x-k.*<\/x-k>/u, '')],
  ['foreign markup', 'title', 'markup', (markup: string) => markup.replace(TITLE, `<b>${TITLE}</b>`)],
  ['nothing', 'title', 'empty', (markup: string) => markup.replace(TITLE, ' ')],
  ['the source itself', 'title', 'unchanged', (markup: string) => markup.replace(TITLE, texts.title)],
] as const)('%s refuses that segment alone', async ([, key, fault, mangle]) => {
  const item = await createSource(database(), texts)
  const id = await ask(item)
  server.failNext({ mangle })
  await run(id)

  expect(Object.keys(await targetTexts(database(), item, 'fr'))).toEqual(
    ['body#a', 'teaser', 'title'].filter((each) => each !== key),
  )
  expect(await log(id)).toEqual([
    'requested',
    'in-progress',
    `in-progress piece-refused|${fault}|${key}`,
    'delivered',
    'in-review some-refused',
  ])
})

test('a translation that breaks the glossary is refused, and words that stay are kept', async () => {
  await around.payload.create({
    collection: 'glossary',
    data: { term: 'EMEN', sourceLocale: 'en', doNotTranslate: true },
  })
  await around.payload.create({
    collection: 'glossary',
    locale: 'fr',
    data: { term: 'mentoring', sourceLocale: 'en', translation: 'parrainage' },
  })
  const texts = { title: 'Mentoring by EMEN', teaser: 'EMEN meets.' }
  const item = await createSource(database(), texts)
  const id = await ask(item)
  await run(id)
  const arabic = await ask(item, 'ar', 'pseudo')
  await run(arabic)
  await around.payload.delete({ collection: 'glossary', where: { id: { exists: true } } })

  expect(await targetTexts(database(), item, 'fr')).toEqual({
    teaser: 'EMEN fr-meets. (machine, libretranslate)',
  })
  expect(await log(id)).toContain('in-progress piece-refused|glossary|title')
  // Letters that are no language cannot follow it, but keep what stays.
  expect(await situation(arabic)).toBe('in-review')
  expect((await targetTexts(database(), item, 'ar')).title).toContain('EMEN')
})

test('when nothing can be taken the request has failed, and a person can ask again', async () => {
  const item = await createSource(database(), { title: texts.title })
  const id = await ask(item)
  server.failNext({ mangle: () => '' })
  await run(id)
  expect(await situation(id)).toBe('failed all-refused')

  const again = await changeRequest(id, 'retry', { actor: editor, reason: null }, database())
  await run(id)
  expect(again).toMatchObject({ outcome: 'done', state: 'requested' })
  expect(await situation(id)).toBe('in-review')
})

test('numbers and addresses cost nothing and need no engine', async () => {
  const item = await createSource(database(), { title: '40 %', teaser: 'https://emen.example' })
  const before = server.requests()
  const id = await ask(item)
  await run(id)

  expect(server.requests()).toBe(before)
  expect(await targetTexts(database(), item, 'fr')).toEqual({
    title: '40 % (machine, libretranslate)',
    teaser: 'https://emen.example (machine, libretranslate)',
  })
  expect(await used()).toEqual({})
})

test('a long item goes in several requests, and what came back stays when a later one fails', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`body#${index}`, `Paragraph ${index} says this`]),
  )
  const item = await createSource(database(), many)
  const id = await ask(item)
  server.failNext({ mangle: (markup) => markup })
  server.failNext({ status: 429, headers: { 'retry-after': '60' } })
  await run(id)

  expect(Object.keys(await targetTexts(database(), item, 'fr')).length).toBe(10)
  expect(await situation(id)).toBe('in-progress rate-limited')
  const request = await readRequest(id, null, database())
  expect(request?.attempts).toBe(1)
  await makeDue(id)
  await run(id)
  expect(Object.keys(await targetTexts(database(), item, 'fr')).length).toBe(12)
  expect(await situation(id)).toBe('in-review')
})
