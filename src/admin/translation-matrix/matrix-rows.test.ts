import { expect, test } from 'vitest'

import { translator } from '../../i18n/translator.ts'
import type { MatrixCell } from '../../translation/matrix/matrix-cells.ts'
import type { MatrixItem } from '../../translation/matrix/matrix-page.ts'
import { matrixRow } from './matrix-rows.ts'

const now = new Date('2026-11-23T09:00:00Z')
const texts = {
  t: translator('en', 'translation'),
  kindName: () => 'News',
  day: (at: Date) => at.toISOString().slice(0, 10),
  number: String,
}

const cell = (locale: MatrixCell['locale'], more: Partial<MatrixCell> = {}): MatrixCell => ({
  locale,
  state: 'missing',
  missing: 20,
  machine: 0,
  inTranslation: 0,
  needsReview: 0,
  current: 0,
  outdated: 0,
  isPublic: false,
  servedRevision: null,
  ownerId: null,
  ownerName: null,
  deadline: null,
  ...more,
})
const done = { state: 'current', missing: 0, current: 20 } as const

const row = (...cells: MatrixCell[]) => {
  const item: MatrixItem = {
    collection: 'news',
    id: '0199b1f0-0000-7000-8000-000000000001',
    title: 'Mentoring',
    sourceLocale: 'en',
    revision: 2,
    segments: 20,
    changedAt: now,
    cells,
  }
  return matrixRow(item, ['en', 'de', 'fr', 'ar'], texts, now)
}

test('a row has a cell for each column, and none where nothing is translated', () => {
  const { about, cells } = row(cell('de', { state: 'outdated', outdated: 3 }))

  expect(about).toBe('News · source en')
  expect(cells.map((each) => each?.state ?? null)).toEqual(['source', 'outdated', null, null])
})

test('the first deadline of what is open speaks for the item', () => {
  const { standing } = row(
    cell('de', { ownerId: 'a', ownerName: 'Lena Vogt', deadline: new Date('2026-11-25T23:59:59Z') }),
    cell('fr', { ownerId: 'b', ownerName: 'Karim', deadline: new Date('2026-11-30T23:59:59Z') }),
    cell('ar', { ...done, deadline: new Date('2026-01-01T00:00:00Z') }),
  )

  expect(standing).toEqual({
    kind: 'open',
    owner: 'Lena Vogt',
    initials: 'LV',
    others: 1,
    due: '2026-11-25',
    isLate: false,
  })
})

test.for([
  ['2026-11-21T23:59:59Z', '2 days late'],
  ['2026-11-22T23:59:59Z', '1 day late'],
  ['2026-11-23T08:00:00Z', '1 day late'],
] as const)('a deadline at %s is %s', ([deadline, due]) => {
  expect(row(cell('de', { deadline: new Date(deadline) })).standing).toMatchObject({ due, isLate: true })
})

test('without a deadline, somebody who answers for it is named before nobody', () => {
  expect(row(cell('de'), cell('fr', { ownerId: 'b', ownerName: 'Karim' })).standing).toMatchObject({
    owner: 'Karim',
    initials: 'K',
    others: 0,
    due: null,
  })
})

test.for<[string, MatrixCell[]]>([
  ['complete', [cell('de', done), cell('fr', { state: 'withdrawn' })]],
  ['withdrawn', [cell('de', { state: 'withdrawn' }), cell('fr', { state: 'unwanted' })]],
  ['none', [cell('de', { state: 'unwanted' })]],
  ['none', []],
])('with nothing open an item is %s', ([kind, cells]) => {
  expect(row(...cells).standing).toEqual({ kind })
})

test.for<[string, Partial<MatrixCell>, boolean]>([
  ['in step and not public', done, true],
  ['in step and public as it is', { ...done, isPublic: true, servedRevision: 2 }, false],
  ['in step, and readers see an earlier revision', { ...done, isPublic: true, servedRevision: 1 }, true],
  ['taken back, and in step', { ...done, state: 'withdrawn' }, true],
  ['not in step', {}, false],
  ['not wanted', { ...done, state: 'unwanted' }, false],
])('what is %s can be published: %s', ([, more, isUnpublished]) => {
  expect(row(cell('de', more)).cells[1]?.isUnpublished).toBe(isUnpublished)
})
