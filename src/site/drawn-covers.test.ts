import { expect, test } from 'vitest'

import { drawnCovers } from './drawn-covers.ts'

/** Draws what it is asked for, and knows what that was. */
const drawing = (maxBytes: number) => {
  const drawn: string[] = []
  const covers = drawnCovers(async (name) => {
    drawn.push(name)
    return Buffer.alloc(100, name)
  }, maxBytes)
  return { covers, drawn }
}

test('a cover is drawn once, also for those who ask while it is', async () => {
  const { covers, drawn } = drawing(1000)
  const answers = await Promise.all([covers.get('a'), covers.get('a')])
  answers.push(await covers.get('a'))

  expect(answers).toEqual(Array(3).fill(Buffer.alloc(100, 'a')))
  expect(drawn).toEqual(['a'])
})

test('however many are made up, no more memory is taken than was given', async () => {
  const { covers, drawn } = drawing(250)
  for (const name of ['a', 'b', 'c', 'c', 'a']) await covers.get(name)

  expect(drawn).toEqual(['a', 'b', 'c', 'a'])
})

test('a picture that failed is drawn again', async () => {
  const outcomes = [Promise.reject(new Error('no memory')), Promise.resolve(Buffer.alloc(1))]
  const covers = drawnCovers(async () => (await outcomes.shift()) ?? Buffer.alloc(0), 1000)

  await expect(covers.get('a')).rejects.toThrow('no memory')
  expect(await covers.get('a')).toHaveLength(1)
})
