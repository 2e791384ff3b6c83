import { expect, test } from 'vitest'

import { messages, translator } from '../../i18n/translator.ts'
import { documentText, unitText } from './exchange-texts.ts'
import { exportFaults } from './export-items.ts'
import { fileProblems, type UnitReport, unitNotes, unitProblems } from './import-report.ts'
import { documentFaults } from './read-document.ts'
import { requestFaults } from './request-bytes.ts'

const t = translator('en', 'translation')
const known = messages('en', 'translation')

test.for([
  ['document', documentFaults],
  ['export', exportFaults],
  ['file', fileProblems],
  ['note', unitNotes],
  ['request', requestFaults],
  ['unit', unitProblems],
] as const)('whatever is wrong with the %s has a text', ([kind, reasons]) => {
  for (const reason of reasons) expect(known).toHaveProperty([`exchange.${kind}.${reason}`])
})

const report: UnitReport = {
  file: 'news/1',
  title: 'News',
  locale: 'el',
  unit: 'title',
  label: 'Title',
  line: 4,
  outcome: 'problem',
  problem: 'too-long',
  notes: [],
  values: { number: 31, limit: 30 },
}

test('a problem is told with its remedy, a note as a sentence, nothing as nothing', () => {
  expect(unitText(t, report)).toBe('The translation has 31 characters and may have 30. Shorten it.')
  expect(unitText(t, { ...report, unit: null, problem: 'not-your-locale', values: {} })).toContain(
    'You may not write “el”',
  )
  expect(unitText(t, { ...report, problem: null, notes: ['source-changed', 'needs-approval'] })).toBe(
    'The source changed after the file was exported: the translation counts as outdated. The file calls it final; an editor has still to approve it.',
  )
  expect(unitText(t, { ...report, problem: null })).toBe('')
})

test('a damaged file is told with its line and column', () => {
  expect(documentText(t, { reason: 'not-xml', line: 3, column: 9, detail: 'unexpected close tag' })).toBe(
    'The file is damaged at line 3, column 9 (unexpected close tag). Save it again with your translation tool.',
  )
})
