import { expect, test } from 'vitest'

import { bibtex, type Citation, ris } from './citation.ts'

const report: Citation = {
  id: '01980000-0000-7000-8000-000000000001',
  authors: ['Amina Saïd', 'Petros {X}'],
  title: 'Lines\nand 100 % {braces}',
  publisher: 'AEIDL',
  date: '2020-09-01',
  url: 'https://emen.example/en/publications/lines',
  locale: 'en',
  doi: '10.5281/zenodo.1',
  kind: 'report',
}

test('a reference manager gets one field a line, and nothing of a title can begin another', () => {
  const lines = ris(report).split('\r\n')

  expect(lines[0]).toBe('TY  - RPRT')
  expect(lines.filter((line) => line.startsWith('AU'))).toEqual(['AU  - Amina Saïd', 'AU  - Petros {X}'])
  expect(lines).toContain('TI  - Lines and 100 % {braces}')
  expect(lines.slice(-2)).toEqual(['ER  - ', ''])
})

test('in BibTeX no name or title can end its field early', () => {
  const entry = bibtex(report)

  expect(entry).toContain('author = {{Amina Saïd} and {Petros X}}')
  expect(entry).toContain('title = {{Lines and 100 % braces}}')
  expect(entry.split('{').length).toBe(entry.split('}').length)
})
