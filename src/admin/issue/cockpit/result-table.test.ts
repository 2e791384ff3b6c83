import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { timedContext } from '../../view-context.ts'
import { ResultTable } from './result-table.tsx'

const context = timedContext({ i18n: { language: 'en' } }, 'UTC')
const none = { accepted: 0, delivered: 0, hard: 0, soft: 0, policy: 0, complained: 0 }

/** The first cells of each row as they are read: its name and the first three numbers. */
function shown(rows: readonly (Partial<typeof none> & { readonly key: string })[], seesAll: boolean) {
  const markup = renderToStaticMarkup(
    ResultTable({
      title: 'Results',
      of: 'Language',
      rows: rows.map((row) => ({ ...none, ...row, label: row.key })),
      seesAll,
      areMailsKnown: false,
      context,
    }),
  )
  return [...markup.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, cells = '']) =>
    [`<td>${cells}`, ...(cells.match(/<td class="em-end[^>]*>.*?<\/td>/g) ?? []).slice(0, 3)].map((cell) =>
      cell.replace(/<\/th>.*/, '').replace(/<[^>]*>/g, ''),
    ),
  )
}

const rows = [
  { key: 'en', accepted: 40, delivered: 40, hard: 12 },
  { key: 'el', accepted: 9, delivered: 9, hard: 6 },
  { key: 'uk', accepted: 2, delivered: 0, hard: 1 },
]

test('a number of fewer than five people is not told, nor one from which it could be worked out', () => {
  expect(shown(rows, false)).toEqual([
    ['en', '40', '40', '12'],
    ['el', 'kept back', '9', 'kept back'],
    ['uk', 'kept back', '0', 'kept back'],
  ])
})

test('a data officer sees every number', () => {
  expect(shown(rows, true)).toEqual([
    ['en', '40', '40', '12'],
    ['el', '9', '9', '6'],
    ['uk', '2', '0', '1'],
  ])
})
