import { expect, test } from 'vitest'

import type { Mark } from '../../translation/segments/segment.ts'
import { codedRuns } from './coded-runs.ts'
import { wordChanges } from './word-changes.ts'

const bold: Mark = { id: 1, kind: 'format', format: 1 }
const link: Mark = { id: 2, kind: 'link', url: 'https://example.org' }
const whole = (text: string) => [{ kind: 'same' as const, text }]

const drawn = (runs: ReturnType<typeof codedRuns>) =>
  runs.map((run) =>
    run.kind === 'mark'
      ? `${run.place} ${run.id}`
      : [run.text, ...run.within.map(({ id }) => id), ...(run.range === null ? [] : [`range ${run.range}`])],
  )

test('words know the marks around them', () => {
  expect(drawn(codedRuns(whole('Ask ⟦2⟧them ⟦1⟧now⟦/1⟧⟦/2⟧⟦3/⟧.'), [bold, link]))).toEqual([
    ['Ask '],
    'opens 2',
    ['them ', 2],
    'opens 1',
    ['now', 2, 1],
    'closes 1',
    'closes 2',
    'stands 3',
    ['.'],
  ])
})

test('a term is found across a mark, by where it stands in the words', () => {
  expect(drawn(codedRuns(whole('no ⟦1⟧credit⟦/1⟧ history.'), [bold], [[3, 17]]))).toEqual([
    ['no '],
    'opens 1',
    ['credit', 1, 'range 0'],
    'closes 1',
    [' history', 'range 0'],
    ['.'],
  ])
})

test('what was removed moves no term', () => {
  const changes = wordChanges('with a plan and credit', 'with credit', 'en')
  const terms = codedRuns(changes, [], [[5, 11]]).filter((run) => run.kind === 'words' && run.range === 0)
  expect(terms).toEqual([{ kind: 'words', text: 'credit', change: 'same', within: [], range: 0 }])
})
