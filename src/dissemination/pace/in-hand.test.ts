import { expect, test } from 'vitest'

import { type Done, inHand } from './in-hand.ts'

/** Something under way whose end the test decides. */
function started() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return { promise, resolve, reject }
}

test('half of what may be in hand has an outcome: it is written down together, while the rest goes on', async () => {
  const written: string[][] = []
  const hand = inHand<number, string>(4, async (done) => void written.push(done.map(({ result }) => result)))
  const works = [started(), started(), started(), started()]
  for (const [index, { promise }] of works.entries()) hand.begin(index, promise)
  works[0]?.resolve('a')
  works[2]?.resolve('c')

  expect([await hand.room(2), written]).toEqual([2, [['a', 'c']]])
  works[1]?.resolve('b')
  works[3]?.resolve('d')
  await hand.emptied()
  expect(written).toEqual([
    ['a', 'c'],
    ['b', 'd'],
  ])
})

test('never more is in hand than may be, counting what is not written down yet', async () => {
  const writing = started()
  const hand = inHand<number, string>(2, async () => void (await writing.promise))
  const [one, two] = [started(), started()]
  hand.begin(1, one.promise)
  hand.begin(2, two.promise)
  one.resolve('done')
  const room = hand.room(1)
  const first = await Promise.race([room, Promise.resolve('no room yet')])
  writing.resolve('')

  expect([first, await room]).toEqual(['no room yet', 1])
})

test('what cannot be written down goes up, and everything else is still waited for', async () => {
  const written: Done<number, string>[] = []
  const hand = inHand<number, string>(2, async (done) => {
    if (written.push(...done) === 1) throw new Error('the database is away')
  })
  hand.begin(1, Promise.resolve('first'))
  await expect(hand.room(2)).rejects.toThrow('the database is away')
  const late = started()
  hand.begin(2, late.promise)
  late.resolve('second')
  await expect(hand.emptied()).rejects.toThrow('the database is away')

  expect(written.map(({ result }) => result)).toEqual(['first', 'second'])
})

test('something under way that fails by itself goes up as well', async () => {
  const hand = inHand<number, string>(1, async () => undefined)
  hand.begin(1, Promise.reject(new Error('a bug')))
  await expect(hand.emptied()).rejects.toThrow('a bug')
})
