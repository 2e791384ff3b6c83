import { expect, test } from 'vitest'

import { type Change, overlaps, type Sight, untrueSights } from './judge.ts'

const change = (title: string | null, began: number, ended: number, place = 'item'): Change => ({
  place,
  title,
  began,
  ended,
})
const sight = (title: string | null, at: number, place = 'item'): Sight => ({
  place,
  title,
  asked: at,
  answered: at + 1,
})

const oneAfterTheOther = [change('first', 10, 20), change('second', 30, 40), change(null, 50, 60)]
const atOnce = [change('left', 10, 30), change('right', 20, 40), change('last', 50, 60)]

test.for([
  ['nothing before anything was published', oneAfterTheOther, sight(null, 0), true],
  ['a title before anybody wrote it', oneAfterTheOther, sight('first', 5), false],
  ['a title while it is being written', oneAfterTheOther, sight('first', 12), true],
  ['a title that was replaced a moment ago', oneAfterTheOther, sight('first', 139), true],
  ['a title that was replaced too long ago', oneAfterTheOther, sight('first', 140), false],
  ['what was withdrawn a moment ago', oneAfterTheOther, sight('second', 159), true],
  ['what was withdrawn too long ago', oneAfterTheOther, sight('second', 160), false],
  ['nothing where something has stood for long', [change('first', 10, 20)], sight(null, 120), false],
  ['what nobody ever published', oneAfterTheOther, sight('draft', 35), false],
  ['what stands at another place', oneAfterTheOther, sight('first', 25, 'other'), false],
  ['the earlier begun of two changes at once', atOnce, sight('left', 45), true],
  ['the later begun of two changes at once', atOnce, sight('right', 45), true],
  ['either, long after a later change', atOnce, sight('left', 160), false],
] as const)('%s: judged by when it could have stood there', ([, changes, seen, isTrue]) => {
  expect(untrueSights([seen], changes, 100)).toEqual(isTrue ? [] : [seen])
})

test('changes overlap where they are made to one place at one time', () => {
  const other = [change('a', 15, 18), change('b', 25, 28), change('c', 35, 38, 'elsewhere')]
  expect(overlaps(oneAfterTheOther, other)).toBe(1)
  expect(overlaps(oneAfterTheOther, [])).toBe(0)
})
