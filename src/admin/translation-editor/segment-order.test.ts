import { expect, test } from 'vitest'

import type { SegmentState } from '../../translation/segments/segment.ts'
import { firstInTheWay, isOpen, neighbour, nextOpen } from './segment-order.ts'

const places = (...states: SegmentState[]) => states.map((state, index) => ({ key: `${index}`, state }))

test.for([
  ['missing', true, true],
  ['machine', true, true],
  ['in-translation', true, true],
  ['outdated', true, true],
  ['needs-review', false, true],
  ['current', false, false],
] as const)('%s is open for a translator: %s, for an editor: %s', ([state, translator, editor]) => {
  expect([isOpen(state, false), isOpen(state, true)]).toEqual([translator, editor])
})

test('the next open one may stand above', () => {
  const segments = places('missing', 'current', 'needs-review', 'current')
  expect(nextOpen(segments, '1', false)).toBe('0')
  expect(nextOpen(segments, '1', true)).toBe('2')
  expect(nextOpen(places('current', 'current'), '0', true)).toBeNull()
})

test('the one just left is not the next', () => {
  expect(nextOpen(places('current', 'missing'), '1', false)).toBeNull()
})

test('moving ends at the ends', () => {
  const segments = places('current', 'current')
  expect([neighbour(segments, '0', 1), neighbour(segments, '1', 1), neighbour(segments, '0', -1)]).toEqual([
    '1',
    null,
    null,
  ])
})

test('what waits for an editor is in nobody’s way', () => {
  expect(firstInTheWay(places('current', 'needs-review'))).toBeNull()
  expect(firstInTheWay(places('current', 'needs-review', 'machine'))).toBe('2')
})
