import { expect, test } from 'vitest'

import { translator } from '../../i18n/translator.ts'
import type { MatrixCell } from './matrix-cells.ts'
import { type CsvTexts, csvHead, csvRow } from './matrix-csv.ts'
import type { MatrixItem } from './matrix-page.ts'

const texts: CsvTexts = {
  t: translator('en', 'translation'),
  kindName: () => 'News',
  languageName: (locale) => ({ de: 'German', fr: 'French', en: 'English' })[locale as 'de'] ?? locale,
}

const cell = (state: MatrixCell['state'], more: Partial<MatrixCell> = {}): MatrixCell => ({
  locale: 'de',
  state,
  missing: 0,
  machine: 0,
  inTranslation: 0,
  needsReview: 0,
  current: 20,
  outdated: 0,
  isPublic: false,
  servedRevision: null,
  ownerId: null,
  ownerName: null,
  deadline: null,
  ...more,
})

const item = (title: string, cells: readonly MatrixCell[] = []): MatrixItem => ({
  collection: 'news',
  id: '0199b1f0-0000-7000-8000-000000000001',
  title,
  sourceLocale: 'en',
  revision: 1,
  segments: 20,
  changedAt: new Date('2026-11-20T09:00:00Z'),
  cells,
})

test('the first line names the columns', () => {
  expect(csvHead(['de', 'fr'], texts)).toBe(
    '"Kind","Title","ID","Source language","Last change","German","French","Owners of what is open","First deadline"\r\n',
  )
})

test('an item says its state in each language, who answers for what is open and the first deadline of that', () => {
  const cells = [
    cell('outdated', {
      outdated: 3,
      ownerId: 'a',
      ownerName: 'Lena Vogt',
      deadline: new Date('2026-11-25T23:59:59Z'),
    }),
    cell('current', {
      locale: 'fr',
      ownerId: 'b',
      ownerName: 'Nobody asked',
      deadline: new Date('2026-01-01T00:00:00Z'),
    }),
  ]

  expect(csvRow(item('Say "hello", all', cells), ['de', 'fr', 'en', 'ar'], texts)).toBe(
    '"News","Say ""hello"", all","0199b1f0-0000-7000-8000-000000000001","English","2026-11-20T09:00:00.000Z",' +
      '"Outdated 3","Current","Source","","Lena Vogt","2026-11-25T23:59:59.000Z"\r\n',
  )
})

test.for(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =cmd|x', '＝1'])(
  'a spreadsheet does not calculate %j',
  (title) => {
    expect(csvRow(item(title), [], texts)).toContain(`"'${title}"`)
  },
)

test.for(['3 steps to a loan', 'Work - life', 'a=b', '«-»'])('%j stays as it is', (title) => {
  expect(csvRow(item(title), [], texts)).toContain(`"${title}"`)
})
