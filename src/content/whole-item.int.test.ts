import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'

import {
  createSurroundings,
  practiceFacts,
  practiceTexts,
  type Surroundings,
} from '../testing/create-practice.ts'
import { readWholeItem, wholeItemOf } from './whole-item.ts'

let payload: Payload
let around: Surroundings

beforeAll(async () => {
  payload = await getPayload({ config })
  around = await createSurroundings(payload, ['en', 'fr', 'ar'])
})
afterAll(() => payload.destroy())

const practice = async (extra: object = {}) => {
  const { id } = await payload.create({
    collection: 'practices',
    locale: 'en',
    data: { ...practiceFacts(around), ...practiceTexts('English'), ...extra, _status: 'published' },
  })
  return { collection: 'practices', id } as const
}

test('a practice comes whole, in one element that says its language', async () => {
  const item = await practice({ whatFailed: 'English failure', dos: '- English advice' })
  const whole = await readWholeItem(payload, item, 'en')

  expect(whole?.html).toMatch(/^<div lang="en" dir="ltr"><h2>/)
  for (const word of ['challenge', 'goals', 'steps', 'lessons', 'people reached', 'failure', 'advice'])
    expect(whole?.html).toContain(`English ${word}`)
  expect(whole?.html).toContain('<dd>First partner</dd>')
  expect(whole?.html).not.toMatch(/class=|<svg|<section/)
})

test('texts of another language never enter, and what is not public is not there', async () => {
  const item = await practice()
  await payload.update({
    ...item,
    locale: 'ar',
    draft: true,
    data: { ...practiceTexts('Arabic'), whatFailed: null },
  })

  expect(await readWholeItem(payload, item, 'ar')).toBeNull()
  const draft = await wholeItemOf(payload, item, 'ar', { draft: true })
  expect(draft?.html).toMatch(/^<div lang="ar" dir="rtl">/)
  expect(draft?.html).toContain('Arabic challenge')
  expect(draft?.html).not.toContain('English')
})

test('a draft shows what is written now, readers what was published', async () => {
  const item = await practice()
  await payload.update({ ...item, locale: 'en', draft: true, data: { challenge: 'Newer challenge' } })

  expect((await readWholeItem(payload, item, 'en'))?.html).toContain('English challenge')
  const draft = await wholeItemOf(payload, item, 'en', { draft: true })
  expect(draft?.html).toContain('Newer challenge')
})

test('who paid stands below it, the disclaimer in its own language', async () => {
  const project = await payload.create({
    collection: 'projects',
    data: {
      acronym: 'EMEN',
      title: 'Sample project',
      statement: 'co-funded',
      awardSigned: true,
      disclaimers: [
        {
          locale: 'en',
          text: 'Views are those of {responsible} only.',
          source: 'Grant agreement',
          approvedBy: 'Project officer',
        },
      ],
    },
  })
  const item = await practice({ projects: [project.id] })
  await payload.update({ ...item, locale: 'ar', data: { ...practiceTexts('Arabic'), _status: 'published' } })
  const whole = await readWholeItem(payload, item, 'ar')

  expect(whole?.html).toMatch(/<img src="https?:\/\/[^"]+\/brand\/eu-emblem\.png"/)
  expect(whole?.html).toContain('<p lang="en" dir="ltr">Views are those of First partner only.</p>')
})

test('a publication comes with the documents of its language, if it is open', async () => {
  const type = await payload.create({
    collection: 'terms',
    data: { vocabulary: 'resource-types', code: 'report', label: 'Report' },
  })
  const upload = (name: string) =>
    payload.create({
      collection: 'media',
      data: { alt: name },
      file: { name, data: Buffer.from('a,b\n1,2\n'), mimetype: 'text/csv', size: 8 },
    })
  const english = await upload('report-en.csv')
  const french = await upload('report-fr.csv')
  const { id } = await payload.create({
    collection: 'publications',
    locale: 'en',
    data: {
      title: 'Report',
      abstract: 'What it says.',
      type: type.id,
      date: '2026-03-01',
      publisher: around.organisation,
      responsibleOrganisation: around.organisation,
      sourceLocale: 'en',
      licence: around.terms.licences,
      accessRight: 'open',
      editions: [
        { locale: 'en', format: 'data', file: english.id },
        { locale: 'fr', format: 'data', file: french.id },
      ],
      _status: 'published',
    },
  })
  const item = { collection: 'publications', id } as const

  expect((await readWholeItem(payload, item, 'en'))?.files).toEqual([
    {
      url: expect.stringMatching(/^https?:.*report-en\.csv$/),
      name: 'report-en.csv',
      type: 'text/csv',
      bytes: 8,
    },
  ])
  await payload.update({ ...item, locale: 'en', data: { accessRight: 'restricted', _status: 'published' } })
  expect((await readWholeItem(payload, item, 'en'))?.files).toEqual([])
})
