import { expect, test } from 'vitest'

import type { SegmentCondition } from '../../../audience/segments/segment-condition.ts'
import { changed, conditionOf, draftOf, isGroup, newRow, placeOf } from './draft.ts'

const topic = '019a0000-0000-7000-8000-000000000001'

function keys() {
  let last = 0
  return () => `k${++last}`
}

const group = (...of: SegmentCondition[]): SegmentCondition => ({ kind: 'all', of })

test.for<[string, SegmentCondition]>([
  ['all', group({ kind: 'language', values: ['de'] }, { kind: 'first-language', values: ['en', 'fr'] })],
  ['at least one', { kind: 'any', of: [{ kind: 'newsletter', values: [topic] }] }],
  ['not all', { kind: 'not', of: group({ kind: 'role', values: [topic] }) }],
  ['none', { kind: 'not', of: { kind: 'any', of: [{ kind: 'organisation', values: [topic] }] } }],
  ['no language', group({ kind: 'not', of: { kind: 'language', values: ['de'] } })],
  ['no first language', group({ kind: 'not', of: { kind: 'first-language', values: ['de'] } })],
  ['no topic', group({ kind: 'not', of: { kind: 'topic', values: [topic] } })],
  ['no frequency', group({ kind: 'not', of: { kind: 'frequency', values: ['weekly'] } })],
  [
    'days',
    group({ kind: 'confirmed-before', day: '2026-02-01' }, { kind: 'confirmed-since', day: '2026-01-01' }),
  ],
  ['the last days', group({ kind: 'confirmed-within', days: 30 })],
  ['longer ago', group({ kind: 'not', of: { kind: 'confirmed-within', days: 30 } })],
  [
    'groups in groups',
    group({ kind: 'not', of: group({ kind: 'any', of: [{ kind: 'country', values: [topic] }] }) }),
  ],
])('what is shown is what is stored: %s', ([, condition]) => {
  expect(conditionOf(draftOf(condition, keys()))).toEqual(condition)
})

test.for<[string, SegmentCondition, SegmentCondition]>([
  [
    'a single condition stands in a group',
    { kind: 'language', values: ['de'] },
    group({ kind: 'language', values: ['de'] }),
  ],
  [
    'what is negated twice is not negated',
    group({ kind: 'not', of: { kind: 'not', of: { kind: 'role', values: [topic] } } }),
    group({ kind: 'role', values: [topic] }),
  ],
  [
    'not before a day is on or after it',
    group({ kind: 'not', of: { kind: 'confirmed-before', day: '2026-01-01' } }),
    group({ kind: 'confirmed-since', day: '2026-01-01' }),
  ],
])('%s', ([, stored, shown]) => {
  expect(conditionOf(draftOf(stored, keys()))).toEqual(shown)
})

test('a place deep in the tree can be found, changed and taken out', () => {
  const newKey = keys()
  const root = draftOf(group({ kind: 'any', of: [{ kind: 'role', values: [topic] }] }), newKey)
  const [inner] = root.of.filter(isGroup)
  const row = { ...newRow(newKey), values: ['fr'] }
  const grown = changed(root, inner?.key ?? '', (each) =>
    isGroup(each) ? { ...each, of: [...each.of, row] } : each,
  )

  expect(placeOf(grown, row.key)?.at).toBe(1)
  expect(conditionOf(changed(grown, row.key, () => null))).toEqual(conditionOf(root))
  expect(conditionOf(changed(grown, row.key, () => ({ ...row, values: ['de'] })))).toEqual(
    group({
      kind: 'any',
      of: [
        { kind: 'role', values: [topic] },
        { kind: 'language', values: ['de'] },
      ],
    }),
  )
})
