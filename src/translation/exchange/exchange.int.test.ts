import { expect, test } from 'vitest'

import { databaseOf, sql } from '../../database/database.ts'
import { sampleFile, targetsIn } from '../../testing/exchange.ts'
import { body, exchangedItems, greek, title } from '../../testing/exchanged-items.ts'
import { targetRows } from '../../testing/translation-rows.ts'
import { writeXliff } from './write-xliff.ts'

const { payload, id, otherId, ask, filledIn, rows, importing } = await exchangedItems()

test('an item goes out with what is open, under a name that says what it is', async () => {
  const answer = await ask(`export?items=news/${id}&locale=el`)

  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/xliff+xml; charset=utf-8',
    'content-disposition':
      'attachment; filename="mentoring-starts.en-el.xlf"; filename*=UTF-8\'\'mentoring-starts.en-el.xlf',
    'cache-control': 'no-store',
  })
  const text = await answer.text()
  expect(targetsIn(text)).toEqual({ title: null, body_23_n1: null })
  expect(text).toContain('<note id="field" category="field">Title</note>')
})

test('a file that is imported is written whole, waits for review, and counts in the item’s state', async () => {
  const answer = await importing(filledIn(), '', 'Greek translator')

  expect(await answer.json()).toMatchObject({ written: 2, counts: { imported: 2, problem: 0 } })
  expect(await rows()).toMatchObject([
    {
      locale: 'el',
      key: 'body#n1',
      text: greek.body,
      state: 'needs-review',
      source_hash: 'hash-of-the-body',
      source_text: body.source,
      source_revision: 3,
      origin: 'import',
      signed: true,
      version: 1,
    },
    { locale: 'el', key: 'title', text: greek.title, version: 1 },
  ])
  const { rows: states } = await databaseOf(payload).execute(sql`
    select state, needs_review from translation_locales where item_id = ${id} and locale = 'el'
  `)
  expect(states).toEqual([{ state: 'needs-review', needs_review: 2 }])
})

test.for(['2.1', '1.2'])(
  'an export of everything that comes back in XLIFF %s changes nothing',
  async (version) => {
    await importing(filledIn(greek, { state: 'approved' }))
    const before = await rows()
    const text = await (await ask(`export?items=news/${id}&locale=el&scope=all&version=${version}`)).text()

    const report = await (await importing(text)).json()

    expect(report).toMatchObject({
      written: 0,
      counts: { unchanged: 2, imported: 0, problem: 0, conflict: 0 },
    })
    expect(await rows()).toEqual(before)
    const again = await (await ask(`export?items=news/${id}&locale=el&scope=all&version=${version}`)).text()
    expect(again).toBe(text)
  },
)

test('a batch goes out as one file and comes in as one', async () => {
  const answer = await ask(`export?items=news/${id},news/${otherId}&locale=el&version=1.2`)
  const text = await answer.text()
  expect(answer.headers.get('content-disposition')).toContain('mentoring-starts_1.en-el.xlf')

  const report = await importing(
    text.replaceAll(/(<source>Mentoring starts<\/source>)/gu, '$1<target>Αρχίζει</target>'),
  )

  expect(await report.json()).toMatchObject({ written: 2 })
  expect(await targetRows(payload, { collection: 'news', id: otherId })).toMatchObject([{ text: 'Αρχίζει' }])
})

test('a file with one wrong unit leaves every item as it was, and the answer names the unit', async () => {
  const other = writeXliff(
    [sampleFile([{ ...title, target: 'Καλό', state: 'approved' }], { itemId: otherId })],
    '2.1',
  )
  const good = / <file[\s\S]*<\/file>\n/u.exec(other)?.[0] ?? ''
  const text = filledIn({ ...greek, body: 'Διαβάστε όλο' }).replace('</xliff>', `${good}</xliff>`)

  const answer = await importing(text)

  expect(answer.status).toBe(422)
  const { units, written } = await answer.json()
  expect(written).toBe(0)
  expect(units[0]).toMatchObject({
    file: `news/${id}`,
    title: 'Mentoring starts',
    unit: 'body#n1',
    problem: 'missing-markup',
    message:
      'Markup of the source is missing in the translation: number 1. Put it back; it may stand elsewhere in the text.',
  })
  expect(await rows()).toEqual([])
  expect(await targetRows(payload, { collection: 'news', id: otherId })).toEqual([])
})

test('a rehearsal says what would come of it and writes nothing', async () => {
  const answer = await importing(filledIn(), '?dryRun=1')

  expect(await answer.json()).toMatchObject({ isRehearsal: true, written: 0, counts: { imported: 2 } })
  expect(await rows()).toEqual([])
})

test('what a colleague wrote meanwhile stays until the importer decides', async () => {
  const old = filledIn()
  await importing(filledIn({ title: 'Νεότερο' }, { state: 'approved' }))

  const refused = await importing(old)
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({ written: 0, counts: { conflict: 1, imported: 1 } })
  expect(await rows()).toMatchObject([{ text: 'Νεότερο', version: 1 }])

  await importing(old, '?conflicts=keep')
  expect(await rows()).toMatchObject([
    { text: greek.body },
    { text: 'Νεότερο', state: 'approved', version: 1 },
  ])

  await importing(old, '?conflicts=overwrite')
  expect(await rows()).toMatchObject([
    { text: greek.body, version: 1 },
    { text: greek.title, state: 'needs-review', version: 2 },
  ])
})

test('a form with the file in it does as well as the file itself', async () => {
  const form = new FormData()
  form.set('file', new File([filledIn()], 'news.xlf'))

  expect(await (await ask('import', { body: form })).json()).toMatchObject({ written: 2 })
})

test('a form without a file, and a broken one, are refused with a reason', async () => {
  const form = new FormData()
  form.set('other', 'x')
  expect(await (await ask('import', { body: form })).json()).toMatchObject({ error: 'no-file' })

  const broken = new Blob(['--x\r\nnothing'], { type: 'multipart/form-data; boundary=x' })
  expect(await (await ask('import', { body: broken })).json()).toMatchObject({ error: 'not-a-form' })
})

test('more than 20 MB is refused', async () => {
  const answer = await ask('import', { body: new Uint8Array(21 * 1024 ** 2) })

  expect([answer.status, (await answer.json()).error]).toEqual([422, 'too-large'])
})
